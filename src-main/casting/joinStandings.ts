import type { CastingList, CastingStatus } from '../../src-preload/contract/casting.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { listWords, statusWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { writeStanding, type Kept } from './entries.ts'
import { recordChange } from './history.ts'

/** Lists and statuses from the least to the most; who was released was looked at and no more. */
const lists: readonly CastingList[] = ['longList', 'selects', 'shortList']
const statuses: readonly CastingStatus[] = ['unviewed', 'viewed', 'released', 'underConsideration', 'selected', 'backup', 'pinned', 'onAvail', 'onHold', 'booked']

interface Row {
  readonly role_id: RoleId
  readonly talent_id: TalentId
  readonly list: CastingList | null
  readonly status: CastingStatus
  readonly hold_position: number | null
  readonly hold_expires: string | null
  readonly note: string
  readonly added_by: Kept['addedBy']
  readonly added_at: string
}

/** Two standings for one role as one: the further list, the further status with its hold, both notes; who was put there first. */
export function furtherStanding(a: Kept, b: Kept): Kept {
  const further = statuses.indexOf(b.status) > statuses.indexOf(a.status) ? b : a
  const first = b.addedAt < a.addedAt ? b : a
  return {
    list: lists.indexOf(b.list) > lists.indexOf(a.list) ? b.list : a.list,
    status: further.status,
    hold: further.hold ?? a.hold ?? b.hold,
    note: a.note.includes(b.note) ? a.note : [a.note, b.note].filter(Boolean).join('\n').slice(0, 2_000),
    addedBy: first.addedBy,
    addedAt: first.addedAt,
  }
}

/**
 * Where two people who are merged stand for the same role, makes one standing of the two, and writes it into the history.
 *
 * To be used inside the transaction of the merge, before the rows of the one who goes follow.
 */
export function joinStandings(db: Database, keptId: TalentId, goneId: TalentId, goneName: string, at: string): void {
  const rows = db
    .prepare(`SELECT * FROM casting_entry WHERE list IS NOT NULL AND talent_id IN (@kept, @gone)
      AND role_id IN (SELECT a.role_id FROM casting_entry a JOIN casting_entry b ON b.role_id = a.role_id WHERE a.talent_id = @kept AND b.talent_id = @gone)`)
    .all({ kept: keptId, gone: goneId }) as readonly Row[]
  for (const [roleId, both] of Map.groupBy(rows, row => row.role_id)) {
    const [kept, gone] = [both.find(row => row.talent_id === keptId), both.find(row => row.talent_id === goneId)]
    // An entry that only says "off" over a merged role gives way to one that stands on a list.
    const [before, other] = [kept && keptOf(kept), gone && keptOf(gone)]
    const after = before && other ? furtherStanding(before, other) : (other ?? before)
    if (!other || !after) continue
    writeStanding(db, roleId, keptId, after, at)
    const reason = `Merged with ${goneName}, who stood on ${listWords[other.list]}, ${statusWords[other.status]}`
    recordChange(db, { at, roleId, talentId: keptId, before: before ?? null, after, by: 'user', reason: reason.slice(0, 500) })
  }
}

const keptOf = (row: Row): Kept => ({
  list: row.list ?? 'longList', status: row.status, hold: row.hold_position === null ? null : { position: row.hold_position, expires: row.hold_expires },
  note: row.note, addedBy: row.added_by, addedAt: row.added_at,
})
