import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'

/** The id under which a person is kept now: their own, or that of the one into whom they were merged, however often. */
export function keptId(db: Database, id: TalentId): TalentId {
  return db
    .prepare<[string], TalentId>(
      `WITH RECURSIVE went(id, step) AS (
         SELECT ?, 0 UNION SELECT m.kept_id, step + 1 FROM talent_merge m JOIN went ON m.gone_id = went.id AND m.undone_at IS NULL WHERE step < 100
       ) SELECT id FROM went ORDER BY step DESC LIMIT 1`,
    )
    .pluck()
    .get(id) ?? id
}
