import type { TalentSummary } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { summaryColumns, summaryOf, type SummaryRow } from './talentRecord.ts'

/** People as lists show them, by the number of the row; `modelId` tells whose vectors make a person known by meaning. */
export function summariesOf(db: Database, rows: readonly number[], modelId: string): ReadonlyMap<number, TalentSummary> {
  const found = db
    .prepare(`SELECT ${summaryColumns}, EXISTS (
        SELECT 1 FROM talent_vec v WHERE v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash
      ) AS indexed FROM talent t WHERE t.row IN (SELECT value FROM json_each(?))`)
    .all(modelId, JSON.stringify(rows)) as readonly SummaryRow[]
  return new Map(found.map(row => [row.row, summaryOf(row)]))
}
