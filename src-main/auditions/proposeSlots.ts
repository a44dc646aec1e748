import type { ProposedSlot } from '../../src-preload/contract/auditions.ts'
import type { Availability, TalentId } from '../../src-preload/contract/talent.ts'
import { dayState } from '../talent/dayState.ts'
import { dayWarnings } from './availability.ts'
import { instantsOf, type Busy, type SessionTimes, type TakenStretch } from './fitSlot.ts'
import type { Lane, Reader, ScheduleProblem, Span } from './schedule/problem.ts'
import type { LeftOver } from './schedule/proveLeftOver.ts'
import type { Schedule } from './schedule/solveSchedule.ts'
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

/** For whom times are looked for, and in which sessions. */
export interface ToPropose {
  readonly sessions: readonly OpenSession[]
  readonly people: readonly Waiting[]
  /** Of each slot; left out, those of each session. */
  readonly minutes?: number | undefined
  /** A moment, in milliseconds since 1970, before which nothing is proposed. */
  readonly after: number
}

/**
 * Gives as many people as can be a time each: in their order the earliest that is free, unless somebody would be left out by it.
 *
 * Nobody is placed on a day they are blocked, or where they sit elsewhere; days on which they are pencilled come last and with
 * a warning; days of which nothing is known count as free. Nobody is proposed to share a time, also where they may: who reads
 * with whom is for the user to say. `solve` is {@link solveSchedule}, or a worker that does it.
 */
export async function proposeSlots(given: ToPropose, solve: (problem: ScheduleProblem) => Schedule | Promise<Schedule>): Promise<Proposal> {
  const sessions = [...given.sessions].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
  const unique = [...new Map(given.people.map(person => [person.talentId, person])).values()]
  const people = unique.filter(({ has }) => has === null)
  const { seats, leftOver } = await solve({
    lanes: sessions.map(session => laneOf(session, given)),
    people: people.map(person => readerOf(person, sessions)),
    readings: people.map((_, at) => ({ people: [at], length: null, lanes: null })),
    travel: 0,
  })
  const slots = people.flatMap((person, at): PlainProposal[] => {
    const seat = seats[at]
    const session = seat && sessions[seat.lane]
    return session ? [{ ...slotAt(session, seat), talentId: person.talentId, warnings: dayWarnings(person.availability, session.day) }] : []
  })
  const why = new Map(leftOver.flatMap(left => {
    const person = people[left.reading]
    return person ? [[person.talentId, whyNot(left, person, sessions, { seats, after: given.after })] as const] : []
  }))
  return {
    slots,
    notPlaced: unique.flatMap(({ talentId, has }) => {
      const said = has === null ? why.get(talentId) : `Has a time already: ${has}`
      return said === undefined ? [] : [{ talentId, why: said }]
    }),
  }
}

const startOf = ({ day, from, zone }: SessionTimes): number => instantOf(day, from, zone)
const wholeOf = (session: SessionTimes): Span => instantsOf({ from: session.from, minutes: minutesOf(session.to) - minutesOf(session.from) }, session)

/** A session as a lane: what is taken is cut out, and so is what is past, by whole steps. */
function laneOf(session: OpenSession, { minutes, after }: Pick<ToPropose, 'minutes' | 'after'>): Lane {
  const length = minutes ?? session.slotMinutes
  const step = greatestCommon(session.slotMinutes, length) * 60_000
  const taken = session.taken.map(stretch => instantsOf(stretch, session)).sort((a, b) => a.start - b.start)
  const whole = wholeOf(session)
  const open: Span[] = []
  let free = whole.start
  for (const { start, end } of [...taken, { start: whole.end, end: whole.end }]) {
    const from = free + Math.ceil(Math.max(0, after - free) / step) * step
    if (from < start) open.push({ start: from, end: start })
    free = Math.max(free, end)
  }
  return { place: session.id, open, step, length: length * 60_000 }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))

function readerOf({ availability, busy }: Waiting, sessions: readonly OpenSession[]): Reader {
  const on = (state: Availability['state']): Span[] => sessions.filter(({ day }) => dayState(availability, day) === state).map(wholeOf)
  return { away: on('blocked'), doubtful: on('pencilled'), sits: busy.map(({ start, end }) => ({ start, end, place: '' })) }
}

/** A seat as a slot on the wall clock of its session. */
function slotAt(session: OpenSession, { start, end }: Span): Pick<PlainProposal, 'sessionId' | 'day' | 'from' | 'minutes'> {
  const from = timeOf(minutesOf(session.from) + (start - startOf(session)) / 60_000)
  return { sessionId: session.id, day: session.day, from, minutes: (end - start) / 60_000 }
}

function whyNot({ why, crowd }: LeftOver, { availability }: Waiting, sessions: readonly OpenSession[], { seats, after }: Pick<Schedule, 'seats'> & { readonly after: number }): string {
  const toCome = sessions.filter(session => wholeOf(session).end > after)
  if (toCome.length === 0) return 'There is no session to come'
  if (toCome.every(({ day }) => dayState(availability, day) === 'blocked')) return 'Blocked on every day of these sessions'
  const sayings: Record<typeof why, string> = {
    noLane: 'No free time is left in these sessions',
    away: 'Blocked on the days that have a free time left',
    elsewhere: 'Sits elsewhere at every free time',
    crowded: `No free time is left on the days they can come: there is room for ${crowd.filter(reading => seats[reading]).length} of the ${crowd.length} who want it`,
    notFound: 'No free time was found; moving somebody by hand may make one',
  }
  return sayings[why]
}
