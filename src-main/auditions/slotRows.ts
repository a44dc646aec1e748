import type { SessionId, Slot, SlotId } from '../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { printedDay, startOfDay } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { instantsOf, misfitOf, type Busy, type SessionTimes } from './fitSlot.ts'

interface Row {
  readonly id: SlotId
  readonly session_id: SessionId
  readonly from_time: string
  readonly minutes: number
  readonly talent_id: TalentId
  readonly talent_name: string
  readonly role_id: RoleId | null
  readonly role_name: string | null
  readonly state: Slot['state']
  readonly note: string
  readonly cancelled_at: string | null
}

/** A role that was removed is not named any more, but who was booked for it still comes; people who were removed are left out. */
const select = `SELECT s.id, s.session_id, s.from_time, s.minutes, s.talent_id, t.name AS talent_name, r.id AS role_id, r.name AS role_name,
    s.state, s.note, s.cancelled_at
  FROM audition_slot s JOIN talent t ON t.id = s.talent_id AND t.removed_at IS NULL
  LEFT JOIN role r ON r.removed_at IS NULL AND r.id = (
    WITH RECURSIVE up(id, into_id) AS (
      SELECT id, merged_into FROM role WHERE id = s.role_id UNION SELECT role.id, role.merged_into FROM role JOIN up ON role.id = up.into_id
    ) SELECT id FROM up WHERE into_id IS NULL
  )`

/** The slots of sessions that are not cancelled, by time. */
export const slotsOf = (db: Database, sessions: readonly SessionId[]): Slot[] =>
  db
    .prepare<[string], Row>(
      `${select} WHERE s.cancelled_at IS NULL AND s.session_id IN (SELECT value FROM json_each(?)) ORDER BY s.from_time, t.name_key, s.id`,
    )
    .all(JSON.stringify(sessions))
    .map(toSlot)

/** Reads a slot and whether it is cancelled. Throws NOT_FOUND, also where the person was removed. */
export function readSlot(db: Database, id: SlotId): { readonly slot: Slot; readonly isCancelled: boolean } {
  const row = db.prepare<[string], Row>(`${select} WHERE s.id = ?`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This slot' })
  return { slot: toSlot(row), isCancelled: row.cancelled_at !== null }
}

/** Whether a slot takes up its time: who declined does not come. */
export const takesTime = (slot: Pick<Slot, 'state'>): boolean => slot.state !== 'declined'

/** Where a person sits in any session of any production, but for one slot; cancelled and declined ones do not count. */
export function busyOf(db: Database, talentId: TalentId, but: SlotId | null): readonly Busy[] {
  return db
    .prepare<[string, string | null], { from: string; minutes: number; day: string; zone: string; title: string }>(
      `SELECT s.from_time AS "from", s.minutes, a.day, a.zone, p.title FROM audition_slot s
       JOIN audition_session a ON a.id = s.session_id AND a.removed_at IS NULL JOIN production p ON p.id = a.production_id AND p.removed_at IS NULL
       WHERE s.talent_id = ? AND s.cancelled_at IS NULL AND s.state <> 'declined' AND s.id IS NOT ?`,
    )
    .all(talentId, but)
    .map(slot => ({ ...instantsOf(slot, slot), where: `they are with ${slot.title} on ${printedDay(startOfDay(slot.day))} at ${slot.from} (${slot.zone})` }))
}

/** A slot as it is wanted; the id is null where it is not there yet. */
export interface Wanted extends Pick<Slot, 'from' | 'minutes' | 'talentId' | 'talentName' | 'state'> {
  readonly id: SlotId | null
}

/**
 * Checks that a slot can be where it is wanted, whatever slot it was before.
 *
 * Throws INVALID_INPUT where it lies outside the session, SLOT_TAKEN where the time is taken or the person sits elsewhere.
 */
export function checkFits(db: Database, slot: Wanted, session: SessionTimes): void {
  const taken = takesTime(slot) ? slotsOf(db, [session.id]).filter(other => other.id !== slot.id && takesTime(other)) : []
  const busy = takesTime(slot) ? busyOf(db, slot.talentId, slot.id) : []
  const misfit = misfitOf(slot, session, taken, busy)
  if (!misfit) return
  const subject = `${slot.from} for ${slot.talentName}`
  throw new CastMatchError(misfit.kind === 'outside' ? 'INVALID_INPUT' : 'SLOT_TAKEN', { subject, detail: misfit.detail })
}

const toSlot = (row: Row): Slot => ({
  id: row.id,
  sessionId: row.session_id,
  from: row.from_time,
  minutes: row.minutes,
  talentId: row.talent_id,
  talentName: row.talent_name,
  roleId: row.role_id,
  roleName: row.role_name,
  state: row.state,
  note: row.note,
})
