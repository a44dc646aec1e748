import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Availability, Talent, TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { talentOf, type TalentRow } from './talentRecord.ts'

/**
 * Whole people with everything the office knows of them, removed ones left out.
 *
 * In the order of `ids`, unknown ids left out; without `ids` the whole book, in the order it was filled. `modelId` (see
 * `talentModelId`) decides whether `indexed` is true.
 */
export function talentFactsOf(db: Database, modelId: string, ids?: readonly TalentId[]): readonly Talent[] {
  const rows = ids
    ? db.prepare(`${select} WHERE t.removed_at IS NULL AND t.id IN (SELECT value FROM json_each(?))`).all(modelId, JSON.stringify(ids))
    : db.prepare(`${select} WHERE t.removed_at IS NULL ORDER BY t.row`).all(modelId)
  const days = availabilityOf(db, ids)
  const people = (rows as readonly TalentRow[]).map(row => talentOf(row, days.get(row.id) ?? []))
  if (!ids) return people
  const byId = new Map(people.map(person => [person.id, person]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** One person with the number of the row. Throws NOT_FOUND; removed people are found only with `withRemoved`. */
export function readTalent(
  db: Database,
  id: TalentId,
  modelId: string,
  { withRemoved = false } = {},
): { readonly row: number; readonly talent: Talent; readonly removed: boolean } {
  const row = db.prepare(`${select} WHERE t.id = ?`).get(modelId, id) as TalentRow | undefined
  if (!row || (row.removed_at !== null && !withRemoved)) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  return { row: row.row, talent: talentOf(row, availabilityOf(db, [id]).get(id) ?? []), removed: row.removed_at !== null }
}

const select = `SELECT t.*, EXISTS (
    SELECT 1 FROM talent_vec v WHERE v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash
  ) AS indexed FROM talent t`

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
