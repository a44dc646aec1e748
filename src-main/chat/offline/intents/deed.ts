import type { Session, Slot } from '../../../../src-preload/contract/auditions.ts'
import type { RoleId } from '../../../../src-preload/contract/roles.ts'
import { sessionWords } from '../../../../src-preload/contract/said.ts'
import type { TalentSummary } from '../../../../src-preload/contract/talent.ts'
import { listSessions } from '../../../auditions/sessionStore.ts'
import { readBoard } from '../../../casting/castingStore.ts'
import type { RecordKey } from '../../tool.ts'
import type { Deed } from '../deeds.ts'
import type { Answer, Asking, Intent } from '../intent.ts'
import { daysSaid, paragraphs, plainWords } from '../pen.ts'

/** What a deed is prepared from. */
interface Doing extends Asking {
  readonly deed: Deed
  readonly person: TalentSummary
}

/**
 * Putting on a list, booking, moving and cancelling on the user's word: shows what it would do, as Claude's tools do, and does it after her yes.
 *
 * What is missing (the role, the list, the day, the time) is asked for; the answer may say it alone.
 */
export const deed: Intent = {
  name: 'deed',
  patterns: [], // only where deeds.ts is certain of it
  follows: { roles: 'fills', people: 'fills', days: 'joins', words: ['shortList', 'longList', 'selects'] },
  async answer(asking) {
    const { question, pen } = asking
    const [person] = question.people.flatMap(({ candidates }) => candidates)
    if (!question.deed || !person) return { text: pen.say('whom'), detail: '' }
    const doing: Doing = { ...asking, deed: question.deed, person }
    return question.deed.kind === 'book' ? book(doing) : question.deed.kind === 'move' ? move(doing) : question.deed.kind === 'cancel' ? cancel(doing) : list(doing)
  },
}

const refOf = ({ context }: Asking, key: RecordKey): string => context.refs.card(key)?.ref ?? ''
const linkOf = ({ pen, person }: Doing): string => pen.link({ kind: 'talent', id: person.id }, person.name)

async function wish(asking: Asking, tool: string, input: unknown): Promise<Answer> {
  const { byWord, pen } = asking
  const came = await byWord(tool, input, 'afterYes')
  return { text: 'refused' in came ? pen.say('deedRefused', { why: plainWords(came.refused) }) : pen.say('deedReady'), detail: '' }
}

async function list(doing: Doing): Promise<Answer> {
  const { deed: { kind, list: named }, question, person, pen } = doing
  const [role] = question.roles.flatMap(({ candidates }) => candidates)
  if (!role) return { text: pen.say('whichRole', { name: linkOf(doing) }), detail: '' }
  const input = { talent: refOf(doing, { kind: 'talent', id: person.id }), role: refOf(doing, { kind: 'role', id: role.id }) }
  if (kind === 'takeOffList') return wish(doing, 'take_off_list', input)
  return named === null ? { text: pen.say('whichList'), detail: '' } : wish(doing, 'put_on_list', { ...input, list: named })
}

async function book(doing: Doing): Promise<Answer> {
  const { deed: { times }, question, person, pen } = doing
  if (question.days === null || question.days.from !== question.days.to) return { text: pen.say('whichDay'), detail: '' }
  if (times.length === 0) return { text: pen.say('whichTime'), detail: '' }
  const found = seatIn(doing, sessionsOn(doing), null)
  if ('answer' in found) return found.answer
  const roleId = question.roles.flatMap(({ candidates }) => candidates.map(({ id }) => id))[0] ?? onlyRoleOf(doing, found.session)
  return wish(doing, 'book_slot', {
    session: refOf(doing, { kind: 'session', id: found.session.id }), talent: refOf(doing, { kind: 'talent', id: person.id }), from: found.from,
    ...(roleId !== undefined && { role: refOf(doing, { kind: 'role', id: roleId }) }),
  })
}

async function move(doing: Doing): Promise<Answer> {
  const { deed: { times }, question, pen } = doing
  const slots = slotsOf(doing, { onDays: false })
  const [slot] = slots
  if (!slot) return noSlot(doing)
  if (slots.length > 1) return whichSlot(doing, slots)
  if (times.length === 0) return { text: pen.say('whichTime'), detail: '' }
  if (question.days && question.days.from !== question.days.to) return { text: pen.say('whichDay'), detail: '' }
  const found = seatIn(doing, question.days === null ? [slot.session] : sessionsOn(doing), slot.slot.minutes)
  if ('answer' in found) return found.answer
  return wish(doing, 'move_slot', {
    slot: refOf(doing, { kind: 'slot', id: slot.slot.id }), from: found.from, ...(found.session.id !== slot.session.id && { session: refOf(doing, { kind: 'session', id: found.session.id }) }),
  })
}

async function cancel(doing: Doing): Promise<Answer> {
  const slots = slotsOf(doing, { onDays: true })
  const [slot] = slots
  if (!slot) return noSlot(doing)
  return slots.length > 1 ? whichSlot(doing, slots) : wish(doing, 'cancel_slot', { slot: refOf(doing, { kind: 'slot', id: slot.slot.id }) })
}

const sessionsOn = ({ parts: { db }, question: { productionId, days } }: Doing): readonly Session[] => listSessions(db, { productionId: productionId ?? undefined, from: days?.from, to: days?.to })

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

type Seat = { readonly session: Session; readonly from: string } | { readonly answer: Answer }

/** The one session and time that are meant; an answer that asks back where it is none, or more than one. */
function seatIn(doing: Doing, sessions: readonly Session[], minutes: number | null): Seat {
  const { deed: { times }, question, pen } = doing
  const day = question.days?.from ?? sessions[0]?.day ?? question.today
  const days = daysSaid({ from: day, to: day })
  const named = (of: readonly Session[]): string => [...new Map(of.map(session => [session.id, session])).values()]
    .map(session => `${pen.link({ kind: 'session', id: session.id }, session.title || sessionWords[session.kind])}, ${session.from}–${session.to}`).join('; ')
  const seats = sessions.flatMap(session => times
    .filter(from => minutesOf(from) >= minutesOf(session.from) && minutesOf(from) + (minutes ?? session.slotMinutes) <= minutesOf(session.to))
    .map(from => ({ session, from })))
  const [seat] = seats
  if (seat && seats.length === 1) return seat
  if (seat) return { answer: { text: pen.say('whichSession', { sessions: named(seats.map(({ session }) => session)), name: linkOf(doing) }), detail: '' } }
  const none = sessions.length === 0 ? pen.say('noSessionOn', { days, name: linkOf(doing) }) : pen.say('noSessionAt', { time: times.join(' / '), days, sessions: named(sessions) })
  return { answer: { text: none, detail: '' } }
}

/** The one role of the session's production for which somebody stands on a list; undefined where it is none, or one of several. */
function onlyRoleOf({ parts: { db }, person }: Doing, session: Session): RoleId | undefined {
  const [role, ...others] = readBoard(db, session.productionId, '').filter(({ talent }) => talent.id === person.id).map(({ roleId }) => roleId)
  return others.length === 0 ? role : undefined
}

interface SlotThere {
  readonly slot: Slot
  readonly session: Session
}

/** The slots of a person that are still to come; `onDays` looks only at the days that are said. */
function slotsOf({ parts: { db }, question, person }: Doing, { onDays }: { readonly onDays: boolean }): readonly SlotThere[] {
  const span = onDays && question.days ? question.days : { from: question.today }
  return listSessions(db, { productionId: question.productionId ?? undefined, ...span })
    .flatMap(session => session.slots.filter(({ talentId, state }) => talentId === person.id && (state === 'proposed' || state === 'booked' || state === 'confirmed')).map(slot => ({ slot, session })))
}

function noSlot(doing: Doing): Answer {
  const { question: { days }, pen } = doing
  return { text: pen.say('noSlotToChange', { name: linkOf(doing), days: days ? `, ${daysSaid(days)}` : '' }), detail: '0' }
}

function whichSlot(doing: Doing, slots: readonly SlotThere[]): Answer {
  const { pen } = doing
  const said = slots.map(({ slot, session }) => `${pen.link({ kind: 'session', id: session.id }, session.title || sessionWords[session.kind])}, ${daysSaid({ from: session.day, to: session.day })}, ${slot.from}`)
  return { text: paragraphs(pen.say('whichSlot', { name: linkOf(doing), slots: said.join('; ') })), detail: `${slots.length}` }
}
