import { v7 as uuid } from 'uuid'
import type { Session, SessionId, Slot, SlotId } from '../../src-preload/contract/auditions.ts'
import type { DoneBy } from '../../src-preload/contract/casting.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { standingRole } from '../roles/roleRecord.ts'
import { readTalent } from '../talent/talentFacts.ts'
import { getSession } from './sessionStore.ts'
import { markSlotUndone, readSlotChange, recordSlotChange, sameSeat, type Seat, type SlotChange, type SlotChangeId } from './slotHistory.ts'
import { checkFits, readSlot } from './slotRows.ts'

/** Who changes a slot and when, and who hears of it. */
export interface AuditionContext {
  readonly now: () => Date
  readonly by: DoneBy
  /** Hears of every change inside the transaction that makes it: where it throws, nothing is changed. */
  readonly onSlot?: ((change: SlotChange) => void) | undefined
}

/** A slot after a change, with the change: null where it stood so already. */
export interface ChangedSlot<Change extends SlotChange | null = SlotChange> {
  readonly slot: Slot
  readonly change: Change
}

/** What is to be booked; `minutes` left out are those of the session. */
export interface Booking {
  readonly sessionId: SessionId
  readonly from: string
  readonly minutes?: number | undefined
  readonly talentId: TalentId
  readonly roleId?: RoleId | null | undefined
  readonly note?: string | undefined
}

/**
 * Books a slot. What the person's record says against the day does not hinder it (see `dayWarnings`).
 *
 * Throws NOT_FOUND, INVALID_INPUT outside the session or for a role of another production, SLOT_TAKEN where the time is taken
 * or the person sits in another session then.
 */
export function bookSlot(db: Database, booking: Booking, context: AuditionContext): ChangedSlot {
  return inTransaction(db, () => {
    const session = getSession(db, booking.sessionId)
    const { name } = readTalent(db, booking.talentId, '').talent
    const minutes = booking.minutes ?? session.slotMinutes
    const roleId = booking.roleId ? roleIn(db, booking.roleId, session) : null
    checkFits(db, { id: null, from: booking.from, minutes, talentId: booking.talentId, talentName: name, state: 'booked' }, session)
    const id = uuid() as SlotId
    db.prepare(
      "INSERT INTO audition_slot (id, session_id, from_time, minutes, talent_id, role_id, state, note, created_at) VALUES (?, ?, ?, ?, ?, ?, 'booked', ?, ?)",
    ).run(id, session.id, booking.from, minutes, booking.talentId, roleId, booking.note?.trim() ?? '', context.now().toISOString())
    return told(db, id, null, context)
  })
}

/** Moves a slot to another time or session, its length kept unless said. Throws as {@link bookSlot} does. */
export function moveSlot(
  db: Database,
  id: SlotId,
  to: { readonly sessionId?: SessionId | undefined; readonly from: string; readonly minutes?: number | undefined },
  context: AuditionContext,
): ChangedSlot<SlotChange | null> {
  return change(db, id, context, seat => ({ ...seat, sessionId: to.sessionId ?? seat.sessionId, from: to.from, minutes: to.minutes ?? seat.minutes }))
}

/** Says how a slot stands. Throws NOT_FOUND, and SLOT_TAKEN where a declined time that is wanted again was given away. */
export const setSlotState = (db: Database, id: SlotId, state: Slot['state'], context: AuditionContext): ChangedSlot<SlotChange | null> =>
  change(db, id, context, seat => ({ ...seat, state }))

/** Cancels a slot; it can be booked back. Throws NOT_FOUND, also where it is cancelled already. */
export function cancelSlot(db: Database, id: SlotId, context: AuditionContext): ChangedSlot {
  return inTransaction(db, () => {
    const before = seatOf(liveSlot(db, id))
    sit(db, id, null, context.now().toISOString())
    return told(db, id, before, context)
  })
}

/** Books a cancelled slot back where its time is still free. Throws NOT_FOUND, SLOT_TAKEN, and CONFLICT where it is not cancelled. */
export function uncancelSlot(db: Database, id: SlotId, context: AuditionContext): ChangedSlot {
  return inTransaction(db, () => {
    const { slot, isCancelled } = readSlot(db, id)
    if (!isCancelled) throw new CastMatchError('CONFLICT', { subject: `The slot of ${slot.talentName}`, detail: 'it is booked back already' })
    seat(db, slot, seatOf(slot), context)
    return told(db, id, null, context)
  })
}

/**
 * Takes back one change of a slot.
 *
 * Throws NOT_FOUND, CONFLICT where the slot stands otherwise than the change left it, SLOT_TAKEN where its old time was given away.
 */
export function undoSlotChange(db: Database, id: SlotChangeId, context: AuditionContext): ChangedSlot {
  return inTransaction(db, () => {
    const { slotId, before, after } = readSlotChange(db, id)
    const { slot, isCancelled } = readSlot(db, slotId)
    const current = isCancelled ? null : seatOf(slot)
    if (!sameSeat(current, after)) throw new CastMatchError('CONFLICT', { subject: `The slot of ${slot.talentName}`, detail: 'it stands otherwise by now' })
    seat(db, slot, before, context)
    const done = told(db, slotId, current, context)
    markSlotUndone(db, id, done.change.id)
    return done
  })
}

function change(db: Database, id: SlotId, context: AuditionContext, decide: (seat: Seat) => Seat): ChangedSlot<SlotChange | null> {
  return inTransaction(db, () => {
    const slot = liveSlot(db, id)
    const [before, after] = [seatOf(slot), decide(seatOf(slot))]
    if (sameSeat(before, after)) return { slot, change: null }
    seat(db, slot, after, context)
    return told(db, id, before, context)
  })
}

/** Puts a slot where it is wanted, where it fits there; null cancels it. */
function seat(db: Database, slot: Slot, wanted: Seat | null, { now }: AuditionContext): void {
  if (wanted) {
    const session = getSession(db, wanted.sessionId)
    if (slot.roleId !== null) roleIn(db, slot.roleId, session)
    checkFits(db, { ...slot, ...wanted }, session)
  }
  sit(db, slot.id, wanted, now().toISOString())
}

function sit(db: Database, id: SlotId, wanted: Seat | null, at: string): void {
  if (wanted === null) db.prepare('UPDATE audition_slot SET cancelled_at = ? WHERE id = ?').run(at, id)
  else {
    db.prepare('UPDATE audition_slot SET session_id = ?, from_time = ?, minutes = ?, state = ?, cancelled_at = NULL WHERE id = ?')
      .run(wanted.sessionId, wanted.from, wanted.minutes, wanted.state, id)
  }
}

/** Writes down what became of a slot, and tells. */
function told(db: Database, id: SlotId, before: Seat | null, { now, by, onSlot }: AuditionContext): ChangedSlot {
  const { slot, isCancelled } = readSlot(db, id)
  const recorded = recordSlotChange(db, { slotId: id, before, after: isCancelled ? null : seatOf(slot), by, at: now().toISOString() })
  onSlot?.(recorded)
  return { slot, change: recorded }
}

function liveSlot(db: Database, id: SlotId): Slot {
  const { slot, isCancelled } = readSlot(db, id)
  if (isCancelled) throw new CastMatchError('NOT_FOUND', { subject: `The slot of ${slot.talentName}` })
  getSession(db, slot.sessionId)
  return slot
}

function roleIn(db: Database, roleId: RoleId, session: Session): RoleId {
  const role = standingRole(db, roleId)
  if (role.production_id !== session.productionId) throw new CastMatchError('INVALID_INPUT', { subject: role.name, detail: 'the session is of another production' })
  return role.id
}

const seatOf = ({ sessionId, from, minutes, state }: Slot): Seat => ({ sessionId, from, minutes, state })
