import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { getSession, removeSession, restoreSession, updateSession } from '../auditions/sessionStore.ts'
import { readSlot } from '../auditions/slotRows.ts'
import { cancelSlot, moveSlot, setSlotState, uncancelSlot, type AuditionContext } from '../auditions/slotStore.ts'
import { wallAt } from '../auditions/wallClock.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Facts, Field } from './facts.ts'
import type { Subject } from './subjects.ts'

/** What of Google's side can be taken: texts of a slot are made from the records, and so is the title of a session. */
export const takenOf: Readonly<Record<Subject['kind'], readonly Field[]>> = { slot: ['time', 'answer'], session: ['time', 'place'] }

/**
 * Takes over what was changed in Google.
 *
 * Throws as the changes themselves do, where it does not fit: SLOT_TAKEN, INVALID_INPUT, NOT_FOUND.
 */
export function takeFromGoogle(db: Database, subject: Subject, there: Facts, taken: readonly Field[], context: AuditionContext): void {
  if (subject.kind === 'session') takeSession(db, subject.id, there, taken)
  else takeSlot(db, subject.id, there, taken, context)
}

/**
 * Takes over that an event was removed: the slot is cancelled, the session goes.
 *
 * Throws INVALID_INPUT for a session in which people sit: that many bookings are not cancelled by one click elsewhere.
 */
export function takeRemoval(db: Database, subject: Subject, context: AuditionContext): void {
  if (subject.kind === 'slot') cancelSlot(db, subject.id, context)
  else if (getSession(db, subject.id).slots.length > 0) throw new CastMatchError('INVALID_INPUT', { subject: 'This removal', detail: 'people are booked in the session' })
  else removeSession(db, subject.id, context.now())
}

/** Brings back what was removed here and is still wanted in Google. Throws as booking does. */
export function takeReturn(db: Database, subject: Subject, there: Facts, context: AuditionContext): void {
  if (subject.kind === 'session') restoreSession(db, subject.id)
  else uncancelSlot(db, subject.id, context)
  takeFromGoogle(db, subject, there, ['time'], context)
}

function takeSlot(db: Database, id: Extract<Subject, { kind: 'slot' }>['id'], there: Facts, taken: readonly Field[], context: AuditionContext): void {
  if (taken.includes('time')) {
    const session = getSession(db, readSlot(db, id).slot.sessionId)
    const { day, time, minutes } = onTheClock(there, session.zone)
    if (day !== session.day) throw unfit(`it is on ${day} there, the session is on ${session.day}`)
    if (minutes < 5 || minutes > 480) throw unfit('it lasts less than 5 minutes or more than 8 hours there')
    moveSlot(db, id, { from: time, minutes }, context)
  }
  if (!taken.includes('answer')) return
  const { state } = readSlot(db, id).slot
  if (there.answer === 'declined' && (state === 'booked' || state === 'confirmed')) setSlotState(db, id, 'declined', context)
  if (there.answer === 'accepted' && (state === 'booked' || state === 'declined')) setSlotState(db, id, 'confirmed', context)
}

function takeSession(db: Database, id: Extract<Subject, { kind: 'session' }>['id'], there: Facts, taken: readonly Field[]): void {
  const { zone } = getSession(db, id)
  const clock = taken.includes('time') ? onTheClock(there, zone) : null
  if (clock && clock.day !== clock.lastDay) throw unfit('it runs into another day there')
  updateSession(db, id, { ...(clock && { day: clock.day, from: clock.time, to: clock.end }), ...(taken.includes('place') && { place: there.place.slice(0, 500) }) })
}

/** A time of Google on the wall clock of a session. Throws INVALID_INPUT where it is not one that a session can have. */
function onTheClock({ start, end, shape }: Facts, zone: string) {
  if (shape !== 'single') throw unfit(shape === 'series' ? 'it repeats there' : 'it is a whole day there')
  if (start % 60_000 !== 0 || end % 60_000 !== 0) throw unfit('it does not begin and end on a whole minute there')
  const [from, to] = [wallAt(start, zone), wallAt(end, zone)]
  return { day: from.day, time: from.time, lastDay: to.day, end: to.time, minutes: (end - start) / 60_000 }
}

const unfit = (detail: string): CastMatchError => new CastMatchError('INVALID_INPUT', { subject: 'The change made in Google', detail })
