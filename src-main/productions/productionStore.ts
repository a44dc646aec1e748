import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { AdBrand, Production, ProductionId, ProductionKind } from '../../src-preload/contract/productions.ts'
import type { DaySpan } from '../../src-preload/contract/words.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly brief: string
  readonly shoot_from: string | null
  readonly shoot_to: string | null
  readonly brand: string | null
  readonly suggestions: number
  readonly created_at: string
  readonly scripts: number
  readonly roles: number
}

const select = `
  SELECT p.id, p.title, p.kind, p.brief, p.shoot_from, p.shoot_to, p.brand, p.suggestions, p.created_at,
    (SELECT count(*) FROM script s WHERE s.production_id = p.id AND s.removed_at IS NULL) AS scripts,
    (SELECT count(*) FROM role r WHERE r.production_id = p.id AND r.removed_at IS NULL AND r.merged_into IS NULL) AS roles
  FROM production p`

const toProduction = (row: Row): Production => ({
  id: row.id as ProductionId,
  title: row.title,
  kind: row.kind as ProductionKind,
  brief: row.brief,
  shoot: row.shoot_from && row.shoot_to ? { from: row.shoot_from, to: row.shoot_to } : null,
  brand: row.brand === null ? null : (JSON.parse(row.brand) as AdBrand),
  suggestions: row.suggestions === 1,
  scripts: row.scripts,
  roles: row.roles,
  createdAt: row.created_at,
})

/** Lists the productions that are not put away, last opened first. */
export const listProductions = (db: Database): Production[] =>
  db.prepare<[], Row>(`${select} WHERE p.removed_at IS NULL ORDER BY p.opened_at DESC, p.id DESC`).all().map(toProduction)

/** Reads one production. Throws NOT_FOUND where there is none, or where it was put away. */
export function getProduction(db: Database, id: ProductionId): Production {
  const row = db.prepare<[string], Row>(`${select} WHERE p.id = ? AND p.removed_at IS NULL`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The production' })
  return toProduction(row)
}

/** Begins a production. */
export function createProduction(
  db: Database,
  given: { readonly title: string; readonly kind: ProductionKind; readonly brief: string },
  now: Date,
): Production {
  const id = uuid() as ProductionId
  const at = now.toISOString()
  db.prepare('INSERT INTO production (id, title, kind, brief, created_at, opened_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    id, given.title, given.kind, given.brief, at, at,
  )
  return getProduction(db, id)
}

/** What may change of a production; keys left out stay. */
export interface ProductionEdit {
  readonly title?: string | undefined
  readonly kind?: ProductionKind | undefined
  readonly brief?: string | undefined
  readonly shoot?: DaySpan | null | undefined
  /** One whose brand and category are both empty is none. */
  readonly brand?: AdBrand | null | undefined
  readonly suggestions?: boolean | undefined
}

/** Changes a production. Throws NOT_FOUND where there is none. */
export function updateProduction(db: Database, id: ProductionId, edit: ProductionEdit): Production {
  return inTransaction(db, () => {
    const before = getProduction(db, id)
    const after = { ...before, ...Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) }
    const brand = after.brand !== null && after.brand.brand + after.brand.category !== '' ? after.brand : null
    db.prepare('UPDATE production SET title = ?, kind = ?, brief = ?, shoot_from = ?, shoot_to = ?, brand = ?, suggestions = ? WHERE id = ?').run(
      after.title, after.kind, after.brief, after.shoot?.from ?? null, after.shoot?.to ?? null, brand && JSON.stringify(brand), after.suggestions ? 1 : 0, id,
    )
    return { ...after, brand }
  })
}

/** Notes that a production was opened, so that it stands first in the list. */
export const markOpened = (db: Database, id: ProductionId, now: Date): void => {
  db.prepare('UPDATE production SET opened_at = ? WHERE id = ?').run(now.toISOString(), id)
}

/** Puts a production away; nothing of it is deleted. Throws NOT_FOUND where there is none. */
export function removeProduction(db: Database, id: ProductionId, now: Date): void {
  const { changes } = db.prepare('UPDATE production SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes === 0) throw new CastMatchError('NOT_FOUND', { subject: 'The production' })
}

/** Brings a removed production back. Throws NOT_FOUND where there never was one. */
export function restoreProduction(db: Database, id: ProductionId): Production {
  db.prepare('UPDATE production SET removed_at = NULL WHERE id = ?').run(id)
  return getProduction(db, id)
}

/** The demo production and whether it was put away, null where it was never brought in whole. */
export function findDemo(db: Database): { readonly id: ProductionId; readonly isRemoved: boolean } | null {
  const row = db.prepare<[], { id: string; removed: number }>('SELECT id, removed_at IS NOT NULL AS removed FROM production WHERE is_demo = 1').get()
  return row ? { id: row.id as ProductionId, isRemoved: row.removed === 1 } : null
}

/** Says that a production is the demo, brought in whole. */
export const markDemo = (db: Database, id: ProductionId): void => {
  db.prepare('UPDATE production SET is_demo = 1 WHERE id = ?').run(id)
}
