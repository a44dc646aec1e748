import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Draft, Script, ScriptElement, ScriptFormat, ScriptId, ScriptReading, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { colourOfRank } from './draftColours.ts'

interface Row {
  readonly id: string
  readonly production_id: string
  readonly file_name: string
  readonly sha256: string
  readonly title: string
  readonly format: string
  readonly pages: number
  readonly confidence: number
  readonly reading: string
  readonly scene_count: number
  readonly character_count: number
  readonly added_at: string
  readonly draft_line: string | null
  readonly draft_rank: number
  readonly draft_date: string | null
  readonly draft_name: string
  readonly is_newest: number
}

type Stored = Pick<ScriptReading, 'confidenceReasons' | 'doubtfulPages' | 'warnings' | 'scenes' | 'characters'>

const draftColumns = 'draft_line, draft_rank, draft_date, draft_name, id IN (SELECT id FROM current_script) AS is_newest'
const summaryColumns = `id, production_id, file_name, title, format, pages, confidence, scene_count, character_count, added_at, ${draftColumns}`

const toSummary = (row: Omit<Row, 'reading' | 'sha256'>): ScriptSummary => ({
  id: row.id as ScriptId,
  productionId: row.production_id as ProductionId,
  fileName: row.file_name,
  title: row.title,
  format: row.format as ScriptFormat,
  pages: row.pages,
  confidence: row.confidence,
  sceneCount: row.scene_count,
  characterCount: row.character_count,
  addedAt: row.added_at,
  draft: draftOf(row),
})

const draftOf = (row: Omit<Row, 'reading' | 'sha256'>): Draft => ({
  line: row.draft_line ?? row.id,
  ...colourOfRank(row.draft_rank),
  date: row.draft_date,
  name: row.draft_name,
  newest: row.is_newest === 1,
})

/** Lists the scripts of a production that are not put away, newest first. */
export const listScripts = (db: Database, productionId: ProductionId): ScriptSummary[] =>
  db
    .prepare<[string], Row>(`SELECT ${summaryColumns} FROM script WHERE production_id = ? AND removed_at IS NULL ORDER BY added_at DESC, id DESC`)
    .all(productionId)
    .map(toSummary)

/** Reads a script with its scenes, characters and doubts. Throws NOT_FOUND where there is none. */
export function getScript(db: Database, id: ScriptId): Script {
  const row = db.prepare<[string], Row>(`SELECT sha256, reading, ${summaryColumns} FROM script WHERE id = ? AND removed_at IS NULL`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  const { sceneCount: _scenes, characterCount: _characters, ...summary } = toSummary(row)
  // A script that an earlier CastMatch read knows no doubtful pages.
  const stored = JSON.parse(row.reading) as Omit<Stored, 'doubtfulPages'> & Partial<Stored>
  return { ...summary, sha256: row.sha256, ...stored, doubtfulPages: stored.doubtfulPages ?? [] }
}

/** The file of a script: its name and hash, its format, and the production it is in. Throws NOT_FOUND where there is none. */
export function getScriptFile(db: Database, id: ScriptId): Pick<Script, 'fileName' | 'sha256' | 'format' | 'productionId'> {
  const row = db.prepare<[string], Row>('SELECT file_name, sha256, format, production_id FROM script WHERE id = ? AND removed_at IS NULL').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  return { fileName: row.file_name, sha256: row.sha256, format: row.format as ScriptFormat, productionId: row.production_id as ProductionId }
}

/** Reads the text of a script, element by element. Throws NOT_FOUND where there is no such script. */
export function scriptText(db: Database, id: ScriptId): ScriptElement[] {
  getScriptSummary(db, id)
  return db
    .prepare<[string], ScriptElement>(
      'SELECT position AS "index", kind, text, page, scene, character, dual FROM script_element WHERE script_id = ? ORDER BY position',
    )
    .all(id)
}

/** Reads a script as it stands in a list. Throws NOT_FOUND where there is none. */
export function getScriptSummary(db: Database, id: ScriptId): ScriptSummary {
  const row = db.prepare<[string], Row>(`SELECT ${summaryColumns} FROM script WHERE id = ? AND removed_at IS NULL`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  return toSummary(row)
}

/**
 * Finds a script of the same bytes that the office knows already: in the given production, or, without one, in the
 * production where it came in last. Removed scripts count, so that dropping the file again can bring them back;
 * scripts of removed productions do not.
 */
export function findScriptByHash(db: Database, sha256: string, productionId: ProductionId | null): { readonly id: ScriptId; readonly productionId: ProductionId } | null {
  const row = db
    .prepare<[string, string | null, string | null], { id: string; production_id: string }>(
      `SELECT s.id, s.production_id FROM script s JOIN production p ON p.id = s.production_id AND p.removed_at IS NULL
       WHERE s.sha256 = ? AND (? IS NULL OR s.production_id = ?) ORDER BY s.added_at DESC LIMIT 1`,
    )
    .get(sha256, productionId, productionId)
  return row ? { id: row.id as ScriptId, productionId: row.production_id as ProductionId } : null
}

/** Keeps a script as read; to be called inside the transaction that also makes its roles. */
export function insertScript(
  db: Database,
  given: { readonly productionId: ProductionId; readonly fileName: string; readonly sha256: string },
  reading: ScriptReading,
  elements: readonly ScriptElement[],
  now: Date,
): ScriptId {
  const id = uuid() as ScriptId
  const { confidenceReasons, doubtfulPages, warnings, scenes, characters } = reading
  db.prepare(
    `INSERT INTO script (id, production_id, file_name, sha256, title, format, pages, confidence, reading, scene_count, character_count, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id, given.productionId, given.fileName, given.sha256, reading.title, reading.format, reading.pages, reading.confidence,
    JSON.stringify({ confidenceReasons, doubtfulPages, warnings, scenes, characters } satisfies Stored), scenes.length, characters.length, now.toISOString(),
  )
  insertElements(db, id, elements)
  return id
}

function insertElements(db: Database, id: ScriptId, elements: readonly ScriptElement[]): void {
  const insert = db.prepare(
    'INSERT INTO script_element (script_id, position, kind, text, page, scene, character, dual) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const element of elements) {
    insert.run(id, element.index, element.kind, element.text, element.page, element.scene, element.character, element.dual)
  }
}

/** Puts another reading of the same file in the place of the earlier one; to be called inside the transaction that also sees to its roles. */
export function replaceReading(db: Database, id: ScriptId, reading: ScriptReading, elements: readonly ScriptElement[], now: Date): void {
  const { confidenceReasons, doubtfulPages, warnings, scenes, characters } = reading
  const { changes } = db
    .prepare('UPDATE script SET title = ?, pages = ?, confidence = ?, reading = ?, scene_count = ?, character_count = ?, reread_at = ? WHERE id = ? AND removed_at IS NULL')
    .run(
      reading.title, reading.pages, reading.confidence, JSON.stringify({ confidenceReasons, doubtfulPages, warnings, scenes, characters } satisfies Stored),
      scenes.length, characters.length, now.toISOString(), id,
    )
  if (changes === 0) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  db.prepare('DELETE FROM script_element WHERE script_id = ?').run(id)
  insertElements(db, id, elements)
}

/** Puts a script away; its roles that no other script speaks of are left out of the lists with it. Throws NOT_FOUND. */
export function removeScript(db: Database, id: ScriptId, now: Date): void {
  const { changes } = db.prepare('UPDATE script SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes === 0) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
}

/** Brings a removed script back. Throws NOT_FOUND where there never was one. */
export function restoreScript(db: Database, id: ScriptId): ScriptSummary {
  db.prepare('UPDATE script SET removed_at = NULL WHERE id = ?').run(id)
  return getScriptSummary(db, id)
}
