import type { ProposedSlot } from '../../src-preload/contract/auditions.ts'
import type { Availability, TalentId } from '../../src-preload/contract/talent.ts'
import { dayState, dayWarnings } from './availability.ts'
import { instantsOf, misfitOf, type Busy, type SessionTimes, type TakenStretch } from './fitSlot.ts'
import { instantOf, minutesOf, timeOf } from './wallClock.ts'

/** A session with who sits in it. */
export interface OpenSession extends SessionTimes {
  readonly slotMinutes: number
  readonly taken: readonly TakenStretch[]
}

/** Somebody who wants a time: what the record says of their days, and where they sit already. */
export interface Waiting {
  readonly talentId: TalentId
  readonly name: string
  readonly availability: readonly Availability[]
  readonly busy: readonly Busy[]
  /** The time they have in one of these sessions already, in words. */
  readonly has: string | null
}

/** A proposal without the role it is for. */
export type PlainProposal = Omit<ProposedSlot, 'roleId'>

/** Who gets which time, and who gets none and why. */
export interface Proposal {
  readonly slots: readonly PlainProposal[]
  readonly notPlaced: readonly { readonly talentId: TalentId; readonly why: string }[]
}

/**
 * Gives people, in their order, the earliest free time each.
 *
 * Nobody is placed on a day they are blocked, or where they sit elsewhere; days on which they are pencilled come last and with
 * a warning; days of which nothing is known count as free. `minutes` defaults to those of each session; `after` is a moment in
 * milliseconds since 1970 before which nothing is proposed.
 */
export function proposeSlots(given: { readonly sessions: readonly OpenSession[]; readonly people: readonly Waiting[]; readonly minutes?: number | undefined; readonly after: number }): Proposal {
  const sessions = given.sessions
    .map(session => ({ ...session, start: instantOf(session.day, session.from, session.zone), taken: [...session.taken] }))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const slots: PlainProposal[] = []
  const notPlaced: { talentId: TalentId; why: string }[] = []
  const seen = new Set<TalentId>()
  for (const person of given.people) {
    if (seen.has(person.talentId)) continue
    seen.add(person.talentId)
    const place = person.has === null ? findPlace(person, sessions, given) : null
    if (!place) {
      notPlaced.push({ talentId: person.talentId, why: person.has === null ? whyNot(person, sessions, given.after) : `Has a time already: ${person.has}` })
      continue
    }
    place.session.taken.push({ from: place.from, minutes: place.minutes, talentName: person.name })
    slots.push({
      sessionId: place.session.id, day: place.session.day, from: place.from, minutes: place.minutes, talentId: person.talentId,
      warnings: dayWarnings(person.availability, place.session.day),
    })
  }
  return { slots, notPlaced }
}

type Placing = OpenSession & { readonly start: number; readonly taken: TakenStretch[] }

function findPlace(person: Waiting, sessions: readonly Placing[], { minutes, after }: { readonly minutes?: number | undefined; readonly after: number }) {
  const open = sessions.map(session => ({ session, state: dayState(person.availability, session.day) })).filter(({ state }) => state !== 'blocked')
  const inOrder = [...open.filter(({ state }) => state !== 'pencilled'), ...open.filter(({ state }) => state === 'pencilled')]
  for (const { session } of inOrder) {
    const length = minutes ?? session.slotMinutes
    const from = startsOf(session).find(start =>
      instantsOf({ from: start, minutes: length }, session).start >= after && freeFor({ from: start, minutes: length }, session, person.busy))
    if (from !== undefined) return { session, from, minutes: length }
  }
  return null
}

/** Nobody is proposed to share a time, also where they may: who reads with whom is for the user to say. */
const freeFor = (wanted: { readonly from: string; readonly minutes: number }, session: Placing, busy: readonly Busy[]): boolean =>
  misfitOf(wanted, { ...session, kind: 'audition' }, session.taken, busy) === null

/** The times at which a slot may begin: every so many minutes, and where a taken one ends. */
function startsOf({ from, to, slotMinutes, taken }: OpenSession): readonly string[] {
  const [first, last] = [minutesOf(from), minutesOf(to)]
  const steps = Array.from({ length: Math.ceil((last - first) / slotMinutes) }, (_, index) => first + index * slotMinutes)
  const ends = taken.map(slot => minutesOf(slot.from) + slot.minutes).filter(end => end < last)
  return [...new Set([...steps, ...ends])].sort((a, b) => a - b).map(timeOf)
}

function whyNot(person: Waiting, sessions: readonly Placing[], after: number): string {
  const toCome = sessions.filter(session => instantOf(session.day, session.to, session.zone) > after)
  if (toCome.length === 0) return 'There is no session to come'
  if (toCome.every(session => dayState(person.availability, session.day) === 'blocked')) return 'Blocked on every day of these sessions'
  return 'No free time is left on the days they can come'
}
