import { v7 as uuidV7 } from 'uuid'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { MappingId, SavedMapping } from '../../../src-preload/contract/imports.ts'
import { SheetMapping, type DateOrder } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'

interface MappingRow {
  readonly id: MappingId
  readonly name: string
  readonly headings: string
  readonly mapping: string
  readonly dates: DateOrder | null
  readonly used_at: string
}

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings.map(fold))

/** The mapping that was saved for a sheet with these headings, undefined where none was. */
export function mappingFor(db: Database, headings: readonly string[]): SavedMapping | undefined {
  const row = db.prepare('SELECT * FROM sheet_mapping WHERE headings_key = ?').get(keyOf(headings)) as MappingRow | undefined
  return row && savedMapping(row)
}

/** How a sheet was read; `dates` where its dates did not tell themselves. */
interface MappingToKeep {
  readonly name: string
  readonly headings: readonly string[]
  readonly mapping: SheetMapping
  readonly dates?: DateOrder | null
  readonly at: string
}

/** Keeps how a sheet with these headings was read; one that is known by them is replaced and keeps its name. */
export function keepMapping(db: Database, { name, headings, mapping, dates = null, at }: MappingToKeep): void {
  db.prepare(`INSERT INTO sheet_mapping (id, headings_key, name, headings, mapping, dates, used_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (headings_key) DO UPDATE SET mapping = excluded.mapping, dates = coalesce(excluded.dates, dates), used_at = excluded.used_at`)
    .run(uuidV7(), keyOf(headings), name, JSON.stringify(headings), JSON.stringify(mapping), dates, at)
}

/** The saved mappings, the last used first. */
export const listMappings = (db: Database): SavedMapping[] => (db.prepare('SELECT * FROM sheet_mapping ORDER BY used_at DESC, id DESC').all() as MappingRow[]).map(savedMapping)

/** Gives a saved mapping another name. Throws NOT_FOUND. */
export function renameMapping(db: Database, id: MappingId, name: string): SavedMapping {
  return inTransaction(db, () => {
    assertFound(db.prepare('UPDATE sheet_mapping SET name = ? WHERE id = ?').run(name, id).changes)
    return savedMapping(db.prepare('SELECT * FROM sheet_mapping WHERE id = ?').get(id) as MappingRow)
  })
}

/** Forgets a saved mapping. Throws NOT_FOUND. */
export function removeMapping(db: Database, id: MappingId): void {
  assertFound(db.prepare('DELETE FROM sheet_mapping WHERE id = ?').run(id).changes)
}

function assertFound(changes: number): void {
  if (changes === 0) throw new CastMatchError('NOT_FOUND', { subject: 'This mapping' })
}

const savedMapping = ({ id, name, headings, mapping, dates, used_at }: MappingRow): SavedMapping => ({
  id, name, headings: JSON.parse(headings) as string[], mapping: SheetMapping.parse(JSON.parse(mapping)), dates, usedAt: used_at,
})
