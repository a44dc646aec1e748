import type { Database } from '../../database/openDatabase.ts'
import { formOf, rowsOf, type MediaRow } from './mediaRows.ts'

/** Tells whether a file may stand for its person: a headshot that can be shown. */
export const mayBeMain = (row: Pick<MediaRow, 'kind' | 'mime'>): boolean => row.kind === 'headshot' && formOf(row.mime) === 'picture'

/** Makes one headshot the main one of its person; every other steps back, removed ones too, so that bringing one back does not push this aside. */
export function setMain(db: Database, { row, talent_id }: Pick<MediaRow, 'row' | 'talent_id'>): void {
  db.prepare('UPDATE talent_media SET is_main = 0 WHERE talent_id = ? AND row <> ?').run(talent_id, row)
  db.prepare('UPDATE talent_media SET is_main = 1 WHERE row = ?').run(row)
}

/**
 * Lets the oldest headshot stand for a person who has no main one; nothing happens where there is one, or nothing to show.
 *
 * A removed main headshot keeps its mark, by which it is the main one again where it is brought back.
 */
export function fillMain(db: Database, talentId: string): void {
  const rows = rowsOf(db, talentId)
  if (rows.some(row => row.is_main === 1)) return
  const oldest = rows.filter(mayBeMain).sort((a, b) => a.row - b.row)[0]
  if (oldest) db.prepare('UPDATE talent_media SET is_main = 1 WHERE row = ?').run(oldest.row)
}
