import { v7 as uuidV7 } from 'uuid'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { EarlierImport, ImportDetails, ImportKind, ImportState } from '../../../src-preload/contract/imports.ts'
import type { BadRow, FactOrigins, ImportId, ImportResult, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { chosenFacts, type ChangedFacts, type FactName } from './changedFacts.ts'
import { keptPeople } from './keptPeople.ts'

/** What is said of an import when it begins. */
export interface NewImport {
  /** Given by whoever may have to take the import back; a new one where it is left out. */
  readonly id?: ImportId
  readonly kind: ImportKind
  /** Where the people came from, as their records will say it. */
  readonly source: string
  readonly fileName?: string
  readonly at: string
}

/** What an import did to one person, for whoever takes it back; `before` is NULL where it added them. */
export interface ImportChangeRow {
  readonly talent_row: number
  readonly id: TalentId
  readonly before: string | null
  readonly after: string
  readonly origins_before: string
  readonly sheet_hash_before: string
}

/** A row that was left out, with its cells as they stood in the sheet. */
export interface BadRowKept extends BadRow {
  readonly cells?: readonly string[]
}

/** Writes down what an import does, inside the transactions that do it. */
export interface ImportWriter {
  readonly id: ImportId
  /** A person was added: the hash of the facts as they were taken in. */
  added(row: number, factsHash: string, sheetHash: string): void
  /** Facts of a known person were changed; a second change of the same person is added to the first. `hash` is of all facts as they are now, `origins` tells where those of before came from. */
  changed(row: number, facts: ChangedFacts & { readonly hash: string; readonly origins: FactOrigins }, sheetHash: { readonly before: string; readonly after: string }): void
  /** All is taken in. */
  end(counts: Omit<ImportResult, 'importId' | 'failed'>, bad: readonly BadRowKept[], header: readonly string[]): void
}

/** How many characters of left-out rows are kept; past them a row is kept by line and reason alone. */
const keptCharacters = 5_000_000

/** Bad rows and kept people that one answer holds at most. */
const mostListed = 1_000

/** Begins an import: it is `running`, with this process at it, until {@link ImportWriter.end}. */
export function beginImport(db: Database, { id = uuidV7() as ImportId, kind, source, fileName = '', at }: NewImport): ImportWriter {
  db.prepare(`INSERT INTO talent_import (id, kind, source, file_name, at, state, worker_pid) VALUES (?, ?, ?, ?, ?, 'running', ?)`).run(id, kind, source, fileName, at, process.pid)
  const add = db.prepare('INSERT INTO talent_import_change (import_id, talent_row, after, sheet_hash_after) VALUES (?, ?, ?, ?)')
  const again = db.prepare('UPDATE talent_import_change SET after = ?, sheet_hash_after = ? WHERE import_id = ? AND talent_row = ?')
  const read = db.prepare('SELECT before, after, origins_before FROM talent_import_change WHERE import_id = ? AND talent_row = ?')
  const change = db.prepare(`INSERT INTO talent_import_change (import_id, talent_row, before, after, origins_before, sheet_hash_before, sheet_hash_after) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET before = excluded.before, after = excluded.after, origins_before = excluded.origins_before, sheet_hash_after = excluded.sheet_hash_after`)
  return {
    id,
    added: (row, factsHash, sheetHash) => void add.run(id, row, factsHash, sheetHash),
    changed(row, { before, after, hash: factsHash, origins }, hash) {
      const known = read.get(id, row) as { before: string | null; after: string; origins_before: string } | undefined
      if (known?.before === null) return void again.run(factsHash, hash.after, id, row)
      // What stood before the first change is what an undo brings back.
      const first = { ...before, ...parsed(known?.before) }
      const last = { ...parsed(known?.after), ...after }
      const fresh = (Object.keys(before) as readonly FactName[]).filter(name => !Object.hasOwn(parsed(known?.before), name))
      const from = { ...chosenFacts(origins, fresh), ...parsed(known?.origins_before) }
      change.run(id, row, JSON.stringify(first), JSON.stringify(last), JSON.stringify(from), hash.before, hash.after)
    },
    end({ added, updated, unchanged }, bad, header) {
      db.prepare(`UPDATE talent_import SET state = 'done', added = ?, updated = ?, unchanged = ?, failed = ?, header = ?, bad = ? WHERE id = ?`)
        .run(added, updated, unchanged, bad.length, JSON.stringify(header), JSON.stringify(withinMeasure(bad)), id)
    },
  }
}

const parsed = (json: string | null | undefined): Partial<Record<FactName, unknown>> => JSON.parse(json ?? '{}') as Partial<Record<FactName, unknown>>

function withinMeasure(bad: readonly BadRowKept[]): readonly BadRowKept[] {
  let left = keptCharacters
  return bad.map(({ line, reason, cells }) => {
    left -= cells?.reduce((sum, cell) => sum + cell.length, 0) ?? 0
    return left > 0 && cells ? { line, reason, cells } : { line, reason }
  })
}

interface ImportRow {
  readonly id: ImportId
  readonly kind: ImportKind
  readonly source: string
  readonly file_name: string
  readonly at: string
  readonly state: ImportState
  readonly worker_pid: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly undone_at: string | null
}

const columns = 'id, kind, source, file_name, at, state, worker_pid, added, updated, unchanged, failed, undone_at'

const earlierImport = ({ id, kind, source, file_name, at, state, added, updated, unchanged, failed, undone_at }: ImportRow): EarlierImport => ({
  id, kind, source, fileName: file_name, at, state, undoneAt: undone_at, added, updated, unchanged, failed,
})

/** The imports, the newest first. */
export function listImports(db: Database, { limit, offset }: { readonly limit: number; readonly offset: number }): { readonly total: number; readonly imports: EarlierImport[] } {
  const rows = db.prepare(`SELECT ${columns} FROM talent_import ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`).all(limit, offset) as readonly ImportRow[]
  return { total: db.prepare('SELECT count(*) FROM talent_import').pluck().get() as number, imports: rows.map(earlierImport) }
}

/** One import. Throws NOT_FOUND. */
export function readImport(db: Database, id: ImportId): EarlierImport {
  const row = db.prepare(`SELECT ${columns} FROM talent_import WHERE id = ?`).get(id) as ImportRow | undefined
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This import' })
  return earlierImport(row)
}

/** One import with its bad rows and whom undoing left as they are. Throws NOT_FOUND. */
export function importDetails(db: Database, id: ImportId): ImportDetails {
  const bad = badRowsOf(db, id).bad.slice(0, mostListed).map(({ line, reason }) => ({ line, reason }))
  return { ...readImport(db, id), bad, kept: keptPeople(db, id, mostListed).people }
}

/** The rows that an import left out, whole, and the headings they stood under. Throws NOT_FOUND. */
export function badRowsOf(db: Database, id: ImportId): { readonly fileName: string; readonly header: readonly string[]; readonly bad: readonly BadRowKept[] } {
  const row = db.prepare('SELECT file_name, source, header, bad FROM talent_import WHERE id = ?').get(id) as { file_name: string; source: string; header: string; bad: string } | undefined
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This import' })
  return { fileName: row.file_name || row.source, header: JSON.parse(row.header) as string[], bad: JSON.parse(row.bad) as BadRowKept[] }
}

/** The imports that were broken off: under way, but by no process that still runs, or by an earlier life of this one. */
export function brokenImports(db: Database): readonly { readonly id: ImportId; readonly state: ImportState }[] {
  const rows = db.prepare(`SELECT id, state, worker_pid FROM talent_import WHERE state IN ('running', 'undoing', 'redoing') ORDER BY at`).all() as readonly ImportRow[]
  return rows.filter(({ worker_pid }) => worker_pid === process.pid || !isAlive(worker_pid)).map(({ id, state }) => ({ id, state }))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0) // asks, and sends nothing
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
