import { z } from 'zod'
import { WallTime, type Session, type SessionId, type Slot } from '../../../src-preload/contract/auditions.ts'
import { printedDay, sessionWords, slotWords, startOfDay } from '../../../src-preload/contract/said.ts'
import { proposeFor } from '../../auditions/propose.ts'
import { listSessions, nameOf } from '../../auditions/sessionStore.ts'
import type { ReadingTool, ToolContext } from '../tool.ts'
import { counted } from './facts.ts'
import { closedWords, openCard, openProductions, personAt, productionAt, recordAt, ref, roleAt } from './lookUp.ts'
import { readingTool, ToolRefusal } from './makeTool.ts'
import { named, quoteKnown } from './quoted.ts'
import type { ToolParts } from './toolParts.ts'
import { dayAfter, dayIn } from './wallDay.ts'

/** The longest span of days that is read at once. */
const mostDays = 92

const Day = z.iso.date()

/** Reads the sessions of a span of days with who comes when. */
export const scheduleTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'schedule',
  description: 'Reads the audition sessions from a day to a day (both included; seven days from today where left out) with their slots: who comes when, for which role, and how the slot stands. Times are of the wall clock of the zone named. Gives references of sessions (n1) and slots (k1). With "everywhere" it reads all productions that may be read.',
  input: z.object({ from: Day.optional(), to: Day.optional(), production: ref('production').optional(), everywhere: z.boolean().optional() }),
  title: ({ from, to }) => `Read the sessions${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`,
  run: ({ from: first, to: last, production, everywhere = false }, context) => {
    const from = first ?? dayIn(parts.now(), parts.zone)
    const to = last ?? dayAfter(from, 6)
    if (to < from) throw new ToolRefusal('The last day is before the first.')
    if (dayAfter(from, mostDays - 1) < to) throw new ToolRefusal(`At most ${mostDays} days are read at once.`)
    const { productions, closed } = productionsMeant(parts, context, production, everywhere)
    const sessions = productions.flatMap(productionId => listSessions(parts.db, { productionId, from, to })).slice(0, 40)
    const told = sessions.flatMap(session => sessionTold(context, session))
    const also = closedWords(closed)
    return {
      told: { from, to, today: dayIn(parts.now(), parts.zone), sessions: told.map(one => one.told), ...(also !== undefined && { also }) },
      detail: [counted(sessions.length, 'session'), counted(sessions.reduce((sum, { slots }) => sum + slots.length, 0), 'slot'), also].filter(Boolean).join(', '),
      cards: [...new Map(told.flatMap(({ cards }) => cards).map(card => [card.ref, card])).values()],
    }
  },
})

function productionsMeant({ db }: ToolParts, context: ToolContext, production: string | undefined, everywhere: boolean) {
  const hasOne = production !== undefined || (!everywhere && (context.productionId ?? context.place.productionId) !== null)
  if (hasOne) return { productions: [productionAt(db, context, production)], closed: 0 }
  const { open, closed } = openProductions(db, context)
  return { productions: open.map(({ id }) => id), closed }
}

function sessionTold(context: ToolContext, session: Session) {
  const card = openCard(context, { kind: 'session', id: session.id })
  if (!card) return []
  const slots = session.slots.slice(0, 80).flatMap(slot => slotTold(context, slot))
  const told = {
    ref: card.ref, kind: sessionWords[session.kind], title: named(session.title), day: session.day, from: session.from, to: session.to, zone: session.zone,
    place: session.place === '' ? 'unknown' : named(session.place), slotMinutes: session.slotMinutes, slots: slots.map(one => one.told),
  }
  return [{ told, cards: [card, ...slots.flatMap(({ cards }) => cards)] }]
}

function slotTold(context: ToolContext, slot: Slot) {
  const [card, person] = [openCard(context, { kind: 'slot', id: slot.id }), openCard(context, { kind: 'talent', id: slot.talentId })]
  if (!card || !person) return []
  const role = slot.roleId === null ? null : openCard(context, { kind: 'role', id: slot.roleId })
  const told = {
    ref: card.ref, at: slot.from, minutes: slot.minutes, person: { ref: person.ref, name: named(person.title) },
    role: role ? { ref: role.ref, name: named(role.title) } : 'not said', state: slotWords[slot.state],
    ...(slot.note !== '' && { note: quoteKnown(slot.note, `note on ${card.ref}`, 300) }),
  }
  return [{ told, cards: [card, person, ...(role ? [role] : [])] }]
}

/** Proposes free times. */
export const proposeSlotsTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'propose_slots',
  description: 'Proposes the earliest free time for each of some people in the sessions of a production that are still to come, or in one session; says why somebody gets none. It books nothing: book_slot does, one person at a time.',
  input: z.object({ people: z.array(ref('talent', 'A person')).min(1).max(40), session: ref('session').optional(), role: ref('role').optional(), minutes: z.number().int().min(5).max(240).optional() }),
  title: ({ people }) => `Looked for free times for ${counted(people.length, 'person', 'people')}`,
  run: async ({ people, session, role, minutes }, context) => {
    const persons = [...new Map(people.map(one => personAt(context, one)).map(card => [card.id, card])).values()]
    const inSession = session === undefined ? null : recordAt(context, session, 'session')
    const forRole = role === undefined ? null : roleAt(context, role)
    const productionId = inSession?.productionId ?? forRole?.productionId ?? productionAt(parts.db, context)
    const wish = { productionId, sessionId: inSession?.id as SessionId | undefined, talentIds: persons.map(({ id }) => id), roleId: forRole?.id ?? null, minutes }
    const { slots, notPlaced } = await proposeFor(parts, wish, parts.now(), context.signal)
    const placed = slots.flatMap(slot => {
      const [at, person] = [openCard(context, { kind: 'session', id: slot.sessionId }), openCard(context, { kind: 'talent', id: slot.talentId })]
      return at && person ? [{ cards: [person, at], told: { person: { ref: person.ref, name: named(person.title) }, session: at.ref, day: slot.day, at: slot.from, minutes: slot.minutes, warnings: slot.warnings.map(named) } }] : []
    })
    const refused = notPlaced.flatMap(({ talentId, why }) => {
      const person = openCard(context, { kind: 'talent', id: talentId })
      return person ? [{ person: { ref: person.ref, name: named(person.title) }, why: named(why) }] : []
    })
    return {
      told: { proposed: placed.map(({ told }) => told), notPlaced: refused },
      detail: `${counted(placed.length, 'time')} proposed${refused.length > 0 ? `, ${refused.length} without one` : ''}`,
      cards: [...new Map(placed.flatMap(({ cards }) => cards).map(card => [card.ref, card])).values()],
    }
  },
})

/** A time in a session as it is said: "Callback, 3 Dec 2026 at 10:30 (Asia/Kolkata)". */
export const timeWords = (session: Pick<Session, 'title' | 'kind' | 'day' | 'zone'>, from: string): string =>
  `${session.title === '' ? sessionWords[session.kind] : nameOf(session)}, ${printedDay(startOfDay(session.day))} at ${from} (${session.zone})`

/** A time of day in the input of a tool. */
export const TimeInput = WallTime.describe('On the wall clock of the session, 24 hours, such as "14:30"')
