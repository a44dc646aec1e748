import { z } from 'zod'
import { LineKind, type ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'

/** A line that was read from the picture of a page. */
export const PictureLine = z.object({ kind: LineKind, text: z.string().max(4000) })
export type PictureLine = z.infer<typeof PictureLine>

/** What was read from the picture of a page, in its order. */
export interface PicturePage {
  readonly page: number
  readonly lines: readonly PictureLine[]
}

/** What was read from pictures among the pages of a script, by page. */
export const picturesOf = (db: Database, id: ScriptId): readonly PicturePage[] =>
  db
    .prepare<[string], { page: number; lines: string }>('SELECT page, lines FROM script_picture WHERE script_id = ? ORDER BY page')
    .all(id)
    .map(({ page, lines }) => ({ page, lines: z.array(PictureLine).parse(JSON.parse(lines)) }))

/** Keeps what was read from pictures, in place of what was read from them before; to be called inside a transaction. */
export function keepPictures(db: Database, id: ScriptId, pages: readonly PicturePage[], now: Date): void {
  const keep = db.prepare(
    'INSERT INTO script_picture (script_id, page, lines, read_at) VALUES (?, ?, ?, ?) ON CONFLICT (script_id, page) DO UPDATE SET lines = excluded.lines, read_at = excluded.read_at',
  )
  for (const { page, lines } of pages) keep.run(id, page, JSON.stringify(lines), now.toISOString())
}
