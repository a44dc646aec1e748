import type { Session, SessionId } from '../../src-preload/contract/auditions.ts'
import { instantOf, minutesOf, timeOf } from './wallClock.ts'

/** When a session is: wall-clock times in its zone. */
export type SessionTimes = Pick<Session, 'kind' | 'day' | 'from' | 'to' | 'zone'> & { readonly id: SessionId }

/** A stretch of a session's wall clock. */
export interface Stretch {
  readonly from: string
  readonly minutes: number
}

/** A stretch that somebody sits in. */
export interface TakenStretch extends Stretch {
  readonly talentName: string
}

/** A stretch of time, in milliseconds since 1970, at which a person sits somewhere else. */
export interface Busy {
  readonly start: number
  readonly end: number
  readonly where: string
}


/** Why a slot cannot be: outside the session, the time taken, or the person elsewhere; with a clause for the user. */
export interface Misfit {
  readonly kind: 'outside' | 'taken' | 'elsewhere'
  readonly detail: string
}

/**
 * Tells why a slot cannot be where it is wanted, null where it can.
 *
 * `taken` are the other slots of the session, `busy` the other slots of the person in any session. In a chemistry read people
 * read together, so that a stretch may be shared where it is the very same.
 */
export function misfitOf(wanted: Stretch, session: SessionTimes, taken: readonly TakenStretch[], busy: readonly Busy[]): Misfit | null {
  const start = minutesOf(wanted.from)
  if (start < minutesOf(session.from) || start + wanted.minutes > minutesOf(session.to)) {
    return { kind: 'outside', detail: `the session is from ${session.from} to ${session.to}` }
  }
  const clash = taken.find(other => overlaps(wanted, other) && !(session.kind === 'chemistryRead' && sameStretch(wanted, other)))
  const span = instantsOf(wanted, session)
  const elsewhere = busy.find(other => other.start < span.end && span.start < other.end)
  if (elsewhere) return { kind: 'elsewhere', detail: elsewhere.where }
  return clash ? { kind: 'taken', detail: `${clash.talentName} is booked from ${clash.from} to ${endOf(clash)}` } : null
}

/** The moments at which a stretch of a session begins and ends, in milliseconds since 1970. */
export function instantsOf({ from, minutes }: Stretch, { day, zone }: Pick<SessionTimes, 'day' | 'zone'>): { readonly start: number; readonly end: number } {
  const start = instantOf(day, from, zone)
  return { start, end: start + minutes * 60_000 }
}

/** When a stretch ends on the wall clock. */
export const endOf = ({ from, minutes }: Stretch): string => timeOf(minutesOf(from) + minutes)

const overlaps = (a: Stretch, b: Stretch): boolean => minutesOf(a.from) < minutesOf(b.from) + b.minutes && minutesOf(b.from) < minutesOf(a.from) + a.minutes
const sameStretch = (a: Stretch, b: Stretch): boolean => a.from === b.from && a.minutes === b.minutes
