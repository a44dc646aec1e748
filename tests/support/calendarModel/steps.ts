import fc from 'fast-check'
import { removeSession, restoreSession, updateSession } from '../../../src-main/auditions/sessionStore.ts'
import { bookSlot, cancelSlot, moveSlot, setSlotState, uncancelSlot } from '../../../src-main/auditions/slotStore.ts'
import { listConflicts } from '../../../src-main/calendar/conflicts.ts'
import { allowClash, decideConflict } from '../../../src-main/calendar/decide.ts'
import { eventOf, listLinks } from '../../../src-main/calendar/links.ts'
import type { SlotId } from '../../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import { Refusal } from '../googleStandIn/refusal.ts'
import type { Fault } from '../googleStandIn/startGoogle.ts'
import type { WireEvent } from '../googleStandIn/wireEvent.ts'
import { other, own, type ModelOffice } from './modelOffice.ts'

/** What somebody does here: each number picks one of what is there. */
type LocalStep = { readonly at: 'here'; readonly deed: 'book' | 'move' | 'cancel' | 'uncancel' | 'state' | 'place' | 'moveSession' | 'removeSession' | 'restoreSession' | 'rename'; readonly which: number; readonly to: number }
/** What somebody does in Google itself. */
type RemoteStep = { readonly at: 'there'; readonly deed: 'move' | 'remove' | 'title' | 'answer' | 'restore' | 'copy' | 'addForeign' | 'addSeries' | 'moveForeign' | 'removeForeign' | 'ageTokens' | 'finishMeets' | 'wholeDay'; readonly which: number; readonly to: number }
type FaultName = 'fine' | 'lost' | 'answerLost' | 'late' | 'garbled' | 'rate' | 'tooMany' | 'broken'

/** One step of a run. */
export type Step =
  | LocalStep
  | RemoteStep
  | { readonly at: 'line'; readonly faults: readonly FaultName[]; readonly meanwhile: { readonly after: number; readonly step: RemoteStep } | null }
  | { readonly at: 'office'; readonly deed: 'round' | 'restart' }
  | { readonly at: 'office'; readonly deed: 'killed'; readonly request: number }
  | { readonly at: 'clock'; readonly ms: number }
  | { readonly at: 'user'; readonly deed: 'here' | 'there' | 'allow'; readonly which: number }

const number = fc.nat({ max: 11 })
/** Few to pick from, so that both sides often mean the same event. */
const few = fc.nat({ max: 2 })
const local: fc.Arbitrary<LocalStep> = fc.record({
  at: fc.constant('here'), which: few, to: number,
  deed: fc.constantFrom('book', 'book', 'move', 'move', 'move', 'move', 'move', 'cancel', 'uncancel', 'state', 'place', 'moveSession', 'removeSession', 'restoreSession', 'rename'),
})
const remote: fc.Arbitrary<RemoteStep> = fc.record({
  at: fc.constant('there'), which: few, to: number,
  deed: fc.constantFrom('move', 'move', 'move', 'move', 'move', 'remove', 'title', 'answer', 'answer', 'restore', 'copy', 'addForeign', 'addSeries', 'moveForeign', 'removeForeign', 'ageTokens', 'finishMeets', 'wholeDay'),
})
const faultName = fc.constantFrom<FaultName>('fine', 'fine', 'fine', 'lost', 'answerLost', 'answerLost', 'late', 'garbled', 'rate', 'tooMany', 'broken')

/** Any step, rounds among them often enough that both sides meet. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: local },
  { weight: 5, arbitrary: remote },
  { weight: 6, arbitrary: fc.constant<Step>({ at: 'office', deed: 'round' }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('line'), faults: fc.array(faultName, { minLength: 1, maxLength: 12 }), meanwhile: fc.option(fc.record({ after: number, step: remote }), { nil: null }) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ at: 'office', deed: 'restart' }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('office'), deed: fc.constant('killed'), request: fc.integer({ min: 1, max: 14 }) }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('clock'), ms: fc.constantFrom(1_000, 61_000, 200_000, 3_600_000, 86_400_000, -3_600_000, -40_000, 8 * 86_400_000) }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('user'), deed: fc.constantFrom('here', 'there', 'allow'), which: few }) },
)

/** Does one step. What cannot be done as things are is left; what fails with a code of ours is what a user would see. */
export async function take(office: ModelOffice, step: Step): Promise<void> {
  if (step.at === 'here') allowed(() => takeLocal(office, step))
  else if (step.at === 'there') takeRemote(office, step)
  else if (step.at === 'line') failLine(office, step)
  else if (step.at === 'clock') office.goOn(step.ms)
  else if (step.at === 'user') allowed(() => takeUser(office, step))
  else if (step.deed === 'restart') office.restart()
  else await office.round(step.deed === 'killed' ? { killedAt: step.request } : {})
}

function allowed(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof CastMatchError)) throw error
  }
}

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % Math.max(1, items.length)]
const clock = (to: number): string => `${16 + Math.floor(to / 3)}:${['00', '20', '40'][to % 3] ?? '00'}`

function takeLocal({ db, context, sessions, people }: ModelOffice, { deed, which, to }: LocalStep): void {
  const slot = pick(db.prepare<[], { id: SlotId }>('SELECT id FROM audition_slot ORDER BY created_at, id').all(), which)?.id
  const [session, person] = [pick(sessions, which), pick(people, which)]
  if (!session || !person) return
  switch (deed) {
    case 'book': return void bookSlot(db, { sessionId: session, from: clock(to), talentId: pick(people, which + to) ?? person }, context)
    case 'place': return void updateSession(db, session, { place: `Studio ${to}` })
    case 'moveSession': return void updateSession(db, session, pick([{ from: '15:40', to: '18:20' }, { from: '16:00', to: '18:00' }, { from: '16:00', to: '19:00' }], to) ?? {})
    case 'removeSession': return removeSession(db, session, context.now())
    case 'restoreSession': return void restoreSession(db, session)
    case 'rename': return void db.prepare('UPDATE talent SET name = ? WHERE id = ?').run(`Name ${to}`, person)
    default:
  }
  if (!slot) return
  switch (deed) {
    case 'move': return void moveSlot(db, slot, { from: clock(to) }, context)
    case 'cancel': return void cancelSlot(db, slot, context)
    case 'uncancel': return void uncancelSlot(db, slot, context)
    case 'state': return void setSlotState(db, slot, pick(['confirmed', 'declined', 'booked', 'proposed'] as const, to) ?? 'booked', context)
  }
}

const times = (to: number, minutes = 20) => {
  const start = Date.parse('2026-12-03T10:00:00Z') + to * 20 * 60_000
  const at = (moment: number) => ({ dateTime: new Date(moment).toISOString(), timeZone: 'Asia/Kolkata' })
  return { start: at(start), end: at(start + minutes * 60_000) }
}
/** Whether an event was made by the application: copies that somebody made in Google are not. */
export const isOurs = (event: WireEvent): boolean => event.extendedProperties?.private?.castmatch !== undefined && !event.id.startsWith('dup')

function takeRemote({ db, google: { world } }: ModelOffice, { deed, which, to }: RemoteStep): void {
  const live = world.live(own)
  const slots = new Set(listLinks(db, own).filter(({ subject }) => subject.kind === 'slot').map(eventOf))
  // Slots first: most of what is done is done to them.
  const ours = pick(live.filter(isOurs).sort((a, b) => Number(slots.has(b.id)) - Number(slots.has(a.id))), which)
  const [calendar, foreign] = pick([own, other].flatMap(id => world.live(id).filter(event => !isOurs(event)).map(event => [id, event] as const)), which) ?? []
  const id = `${world.changeCount()}`.padStart(6, '0')
  switch (deed) {
    case 'addForeign': return void world.owner.add(which % 2 === 0 ? own : other, { id: `f${id}`, summary: 'Something else', ...times(to, 10) })
    case 'addSeries': return void world.owner.add(own, { id: `f${id}`, summary: 'Every day', ...times(to, 10), recurrence: ['RRULE:FREQ=DAILY;COUNT=5'] })
    case 'moveForeign': return void (calendar && foreign && world.owner.edit(calendar, foreign.id, times(to, 10)))
    case 'removeForeign': return void (calendar && foreign && world.owner.remove(calendar, foreign.id))
    case 'ageTokens': return world.owner.ageTokens(own)
    case 'finishMeets': return world.owner.finishConferences(to === 0 ? 'failure' : 'success')
    case 'restore': {
      const gone = pick([...world.calendarOf(own).events.values()].filter(({ event }) => event.status === 'cancelled' && isOurs(event)), which)
      return void (gone && world.owner.restore(own, gone.event.id))
    }
    default:
  }
  if (!ours) return
  switch (deed) {
    case 'move': return void world.owner.edit(own, ours.id, times(to))
    case 'remove': return world.owner.remove(own, ours.id)
    case 'title': return void world.owner.edit(own, ours.id, { summary: `Words ${to}` })
    case 'wholeDay': return void world.owner.edit(own, ours.id, { start: { date: '2026-12-03' }, end: { date: '2026-12-04' } })
    case 'copy': return void world.owner.add(own, { ...ours, id: `dup${id}`, ...times(to) })
    case 'answer': return void (ours.attendees?.[0] && world.owner.answer(own, ours.id, ours.attendees[0].email, to % 2 === 0 ? 'accepted' : 'declined'))
  }
}

const faultOf = (name: FaultName): Fault | null => {
  switch (name) {
    case 'fine': return null
    case 'late': return { kind: 'late', after: 3 }
    case 'rate': return { kind: 'refused', refusal: new Refusal(403, 'rateLimitExceeded', 'Rate Limit Exceeded') }
    case 'tooMany': return { kind: 'refused', refusal: new Refusal(429, 'rateLimitExceeded', 'Too many', { 'retry-after': '5' }) }
    case 'broken': return { kind: 'refused', refusal: new Refusal(503, 'backendError', 'Backend Error') }
    default: return { kind: name }
  }
}

function failLine(office: ModelOffice, { faults, meanwhile }: Extract<Step, { at: 'line' }>): void {
  const list: (Fault | (() => void) | null)[] = faults.map(faultOf)
  if (meanwhile) list.splice(Math.min(meanwhile.after, list.length), 0, () => takeRemote(office, meanwhile.step))
  office.failNext(list)
}

function takeUser({ db, context }: ModelOffice, { deed, which }: Extract<Step, { at: 'user' }>): void {
  const conflict = pick(listConflicts(db), which)
  if (deed !== 'allow') return void (conflict && decideConflict({ db, context, invites: true, zone: 'Asia/Kolkata' }, conflict.id, deed))
  const held = pick(listLinks(db, own).filter(({ clash }) => clash !== null), which)
  if (held) allowClash(db, held.id)
}
