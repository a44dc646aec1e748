import type { Media, MediaForm, MediaKind } from '../../../src-preload/contract/media.ts'
import type { MediaId, TalentId } from '../../../src-preload/contract/talent.ts'
import type { KnownFile } from '../../media/answerMedia.ts'
import type { Database } from '../../database/openDatabase.ts'

/** A row of the table `talent_media`. */
export interface MediaRow {
  readonly row: number
  readonly id: string
  readonly talent_id: string
  readonly kind: MediaKind
  readonly sha256: string
  readonly file_name: string
  readonly bytes: number
  readonly mime: string
  readonly width: number | null
  readonly height: number | null
  readonly likeness: string | null
  readonly taken_on: string | null
  readonly caption: string
  readonly is_main: 0 | 1
  readonly source: string
  readonly added_at: string
  readonly removed_at: string | null
}

/** What is written of a new file. */
export type NewMediaRow = Omit<MediaRow, 'row' | 'taken_on' | 'caption' | 'is_main' | 'removed_at'>

/** How the page can show a file of a type. */
export function formOf(mime: string): MediaForm {
  if (mime === 'image/heic') return 'closed'
  if (mime.startsWith('image/')) return 'picture'
  return mime.startsWith('video/') ? 'video' : 'pdf'
}

/** A file out of a row; `isThere` tells whether the media folder still has it. */
export const mediaOf = (row: MediaRow, isThere: boolean): Media => ({
  id: row.id as MediaId,
  talentId: row.talent_id as TalentId,
  kind: row.kind,
  form: formOf(row.mime),
  mime: row.mime,
  fileName: row.file_name,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  takenOn: row.taken_on,
  caption: row.caption,
  isMain: row.is_main === 1 && row.removed_at === null,
  source: row.source,
  addedAt: row.added_at,
  missing: !isThere,
})

/** One file by its id, removed or not; undefined for an unknown id. */
export const readRow = (db: Database, id: string): MediaRow | undefined =>
  db.prepare<[string], MediaRow>('SELECT * FROM talent_media WHERE id = ?').get(id)

/** The files of a person: the main headshot first, then by kind, the newest first. */
export const rowsOf = (db: Database, talentId: string): readonly MediaRow[] =>
  db.prepare<[string], MediaRow>(`SELECT * FROM talent_media WHERE talent_id = ? AND removed_at IS NULL
    ORDER BY is_main DESC, CASE kind WHEN 'headshot' THEN 1 WHEN 'selfTape' THEN 2 WHEN 'reel' THEN 3 ELSE 4 END, row DESC`).all(talentId)

/** The file of that content among those of a person, undefined where there is none. */
export const sameFileOf = (db: Database, talentId: string, sha256: string): MediaRow | undefined =>
  db.prepare<[string, string], MediaRow>('SELECT * FROM talent_media WHERE talent_id = ? AND sha256 = ? AND removed_at IS NULL').get(talentId, sha256)

/** Writes a new file, last in its person's order. */
export function insertRow(db: Database, row: NewMediaRow): void {
  db.prepare(`INSERT INTO talent_media (id, talent_id, kind, sha256, file_name, bytes, mime, width, height, likeness, source, added_at)
    VALUES (@id, @talent_id, @kind, @sha256, @file_name, @bytes, @mime, @width, @height, @likeness, @source, @added_at)`).run(row)
}

/** The file that a door may serve under an id: of somebody in the book, not removed; null where there is none. */
export const servedFile = (db: Database, id: string): KnownFile | null =>
  db.prepare<[string], KnownFile>(`SELECT m.sha256, m.mime, m.file_name AS fileName FROM talent_media m JOIN talent t ON t.id = m.talent_id
    WHERE m.id = ? AND m.removed_at IS NULL AND t.removed_at IS NULL`).get(id) ?? null

/** Tells whether any record, removed ones included, still names a file. */
export const isFileNamed = (db: Database, sha256: string): boolean =>
  db.prepare('SELECT 1 FROM talent_media WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined
