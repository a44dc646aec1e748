import { v7 as uuid } from 'uuid'
import type { SessionId, SessionKind, Slot, SlotId } from '../../src-preload/contract/auditions.ts'
import type { DoneBy } from '../../src-preload/contract/casting.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Database } from '../database/openDatabase.ts'
import { readSlot } from './slotRows.ts'

/** Where and how somebody sits: what changes of a slot. */
export type Seat = Pick<Slot, 'sessionId' | 'from' | 'minutes' | 'state'>

/** The id of a change of a slot: a UUIDv7 as text. */
export type SlotChangeId = string & { readonly SlotChangeId: true }

/** One change of a slot: where it sat before and after (null: not booked), who, when; with the session it belongs to. */
export interface SlotChange {
  readonly id: SlotChangeId
  readonly at: string
  readonly by: DoneBy
  readonly slotId: SlotId
  readonly before: Seat | null
  readonly after: Seat | null
  /** The slot as it stood last, also where it was cancelled. */
  readonly slot: Slot
  readonly session: { readonly id: SessionId; readonly productionId: ProductionId; readonly kind: SessionKind; readonly title: string; readonly day: string; readonly zone: string }
}

interface Row {
  readonly id: SlotChangeId
  readonly at: string
  readonly slot_id: SlotId
  readonly before: string | null
  readonly after: string | null
  readonly done_by: DoneBy
}

/** Whether two seats are the same; null is not booked. */
export function sameSeat(a: Seat | null, b: Seat | null): boolean {
  if (a === null || b === null) return a === b
  return a.sessionId === b.sessionId && a.from === b.from && a.minutes === b.minutes && a.state === b.state
}

/** Writes down a change of a slot that was just made. */
export function recordSlotChange(db: Database, given: Pick<SlotChange, 'slotId' | 'before' | 'after' | 'by' | 'at'>): SlotChange {
  const id = uuid() as unknown as SlotChangeId
  const text = (seat: Seat | null): string | null => seat && JSON.stringify(seat)
  db.prepare('INSERT INTO audition_change (id, at, slot_id, before, after, done_by) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, given.at, given.slotId, text(given.before), text(given.after), given.by)
  return readSlotChange(db, id)
}

/** Reads a change. Throws NOT_FOUND, also where the person was removed. */
export function readSlotChange(db: Database, id: SlotChangeId): SlotChange {
  const row = db.prepare<[string], Row>('SELECT * FROM audition_change WHERE id = ?').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This change' })
  return toChange(db, row)
}

/** Reads the changes of a slot, oldest first. */
export const slotHistory = (db: Database, id: SlotId): readonly SlotChange[] =>
  db.prepare<[string], Row>('SELECT * FROM audition_change WHERE slot_id = ? ORDER BY row').all(id).map(row => toChange(db, row))

/** Says that a change was taken back by another. Throws CONFLICT where it was already. */
export function markSlotUndone(db: Database, id: SlotChangeId, by: SlotChangeId): void {
  const { changes } = db.prepare('UPDATE audition_change SET undone_by = ? WHERE id = ? AND undone_by IS NULL').run(by, id)
  if (changes !== 1) throw new CastMatchError('CONFLICT', { subject: 'The change', detail: 'it is taken back already' })
}

function toChange(db: Database, row: Row): SlotChange {
  const { slot } = readSlot(db, row.slot_id)
  const session = db
    .prepare<[string], SlotChange['session']>('SELECT id, production_id AS productionId, kind, title, day, zone FROM audition_session WHERE id = ?')
    .get(slot.sessionId)
  if (!session) throw new CastMatchError('NOT_FOUND', { subject: 'The session' })
  const seatIn = (text: string | null): Seat | null => (text === null ? null : (JSON.parse(text) as Seat))
  return { id: row.id, at: row.at, by: row.done_by, slotId: row.slot_id, before: seatIn(row.before), after: seatIn(row.after), slot, session }
}
