import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Availability, Talent, TalentId, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { keptId } from './duplicates/keptId.ts'
import { originsOf } from './factOrigins.ts'
import { pictureColumn, talentOf, type TalentRow } from './talentRecord.ts'

/**
 * Whole people with everything the office knows of them, removed ones left out; where each fact came from, {@link readTalent} says.
 *
 * In the order of `ids`, unknown ids left out; without `ids` the whole book, in the order it was filled. `modelId` (see
 * `talentModelId`) decides whether `indexed` is true.
 */
export function talentFactsOf(db: Database, modelId: string, ids?: readonly TalentId[]): readonly TalentRecord[] {
  const rows = ids
    ? db.prepare(`${select} WHERE t.removed_at IS NULL AND t.id IN (SELECT value FROM json_each(?))`).all(modelId, JSON.stringify(ids))
    : db.prepare(`${select} WHERE t.removed_at IS NULL ORDER BY t.row`).all(modelId)
  const days = availabilityOf(db, ids)
  const people = (rows as readonly TalentRow[]).map(row => talentOf(row, days.get(row.id) ?? []))
  if (!ids) return people
  const byId = new Map(people.map(person => [person.id, person]))
  return ids.flatMap(id => byId.get(id) ?? mergedInto(db, modelId, id))
}

/** The person into whom the one of this id was merged, where they were. */
function mergedInto(db: Database, modelId: string, id: TalentId): readonly TalentRecord[] {
  const kept = keptId(db, id)
  return kept === id ? [] : talentFactsOf(db, modelId, [kept])
}

/**
 * One person with the number of the row; somebody who was merged into another is that other.
 *
 * Throws NOT_FOUND; removed people are found only with `withRemoved`, and those merged into others as they are themselves only with `asTheyWere`.
 */
export function readTalent(
  db: Database,
  id: TalentId,
  modelId: string,
  { withRemoved = false, asTheyWere = false } = {},
): { readonly row: number; readonly talent: Talent; readonly removed: boolean } {
  const row = db.prepare(`${select} WHERE t.id = ?`).get(modelId, asTheyWere ? id : keptId(db, id)) as TalentRow | undefined
  if (!row || (row.removed_at !== null && !withRemoved)) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  const record = talentOf(row, availabilityOf(db, [row.id]).get(row.id) ?? [])
  return { row: row.row, talent: { ...record, sources: originsOf(db, row.row, record) }, removed: row.removed_at !== null }
}

const select = `SELECT t.*, EXISTS (
    SELECT 1 FROM talent_vec v WHERE v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash
  ) AS indexed, ${pictureColumn} FROM talent t`

function availabilityOf(db: Database, ids?: readonly string[]): ReadonlyMap<string, Availability[]> {
  const rows = ids
    ? db.prepare('SELECT * FROM talent_availability WHERE talent_id IN (SELECT value FROM json_each(?)) ORDER BY from_day').all(JSON.stringify(ids))
    : db.prepare('SELECT * FROM talent_availability ORDER BY talent_id, from_day').all()
  const days = new Map<string, Availability[]>()
  for (const row of rows as readonly { talent_id: string; from_day: string; to_day: string; state: Availability['state'] }[]) {
    const list = days.get(row.talent_id) ?? []
    list.push({ span: { from: row.from_day, to: row.to_day }, state: row.state })
    days.set(row.talent_id, list)
  }
  return days
}
