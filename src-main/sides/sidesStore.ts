import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Sides, SidesChange, SidesCut, SidesId } from '../../src-preload/contract/sides.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { anyRow, mergedIds, standingRole } from '../roles/roleRecord.ts'
import { cutScript } from './sidesScript.ts'

interface Row {
  readonly id: SidesId
  readonly production_id: ProductionId
  readonly role_id: RoleId
  readonly script_id: ScriptId
  readonly scenes: string
  readonly context: number
  readonly title: string
  readonly note: string
  readonly recipients: string
  readonly pages: number
  readonly created_at: string
  readonly updated_at: string
  readonly removed_at: string | null
}

/**
 * Lists the sides of a production, or of one of its roles with all that were merged into it; by role, newest first.
 *
 * Those of a role that was taken off the list are left out with it.
 */
export function listSides(db: Database, productionId: ProductionId, roleId?: RoleId): Sides[] {
  const rows = db.prepare<[string], Row>('SELECT * FROM sides WHERE production_id = ? AND removed_at IS NULL ORDER BY created_at DESC, id DESC').all(productionId)
  const wanted = roleId === undefined ? null : new Set(mergedIds(db, roleId))
  const current = currentScripts(db, productionId)
  return rows
    .filter(row => (wanted === null ? stands(db, row.role_id) : wanted.has(row.role_id)))
    .map(row => toSides(db, row, current))
    .sort((a, b) => a.roleName.localeCompare(b.roleName) || (a.roleId < b.roleId ? -1 : a.roleId > b.roleId ? 1 : 0))
}

/** Reads sides. Throws NOT_FOUND where there are none, or where they were put away. */
export function getSides(db: Database, id: SidesId): Sides {
  const row = liveSides(db, id)
  return toSides(db, row, currentScripts(db, row.production_id))
}

/** Keeps new sides that were laid out to so many pages. */
export function insertSides(db: Database, cut: SidesCut & { readonly recipients: readonly string[] }, pages: number, now: Date): Sides {
  const id = uuid() as SidesId
  const at = now.toISOString()
  const { production_id: productionId } = anyRow(db, cut.roleId)
  db.prepare(
    `INSERT INTO sides (id, production_id, role_id, script_id, scenes, context, title, note, recipients, pages, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, productionId, cut.roleId, cut.scriptId, JSON.stringify(cut.scenes), cut.context, cut.title, cut.note, JSON.stringify(cut.recipients), pages, at, at)
  return getSides(db, id)
}

/** Changes sides; keys left out stay. `pages` is null where the change does not touch how they are laid out. Throws NOT_FOUND. */
export function changeSides(db: Database, id: SidesId, change: SidesChange, pages: number | null, now: Date): Sides {
  return inTransaction(db, () => {
    const row = liveSides(db, id)
    db.prepare('UPDATE sides SET scenes = ?, context = ?, title = ?, note = ?, recipients = ?, pages = ?, updated_at = ? WHERE id = ?').run(
      change.scenes ? JSON.stringify(change.scenes) : row.scenes,
      change.context ?? row.context,
      change.title ?? row.title,
      change.note ?? row.note,
      change.recipients ? JSON.stringify(change.recipients) : row.recipients,
      pages ?? row.pages,
      now.toISOString(),
      id,
    )
    return getSides(db, id)
  })
}

/** Puts sides away. Throws NOT_FOUND. */
export function removeSides(db: Database, id: SidesId, now: Date): void {
  const { changes } = db.prepare('UPDATE sides SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The sides' })
}

/** Brings removed sides back; those that are there stay as they are. Throws NOT_FOUND where there never were any. */
export function restoreSides(db: Database, id: SidesId): Sides {
  db.prepare('UPDATE sides SET removed_at = NULL WHERE id = ?').run(id)
  return getSides(db, id)
}

function liveSides(db: Database, id: SidesId): Row {
  const row = db.prepare<[string], Row>('SELECT * FROM sides WHERE id = ? AND removed_at IS NULL').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The sides' })
  return row
}

function stands(db: Database, id: RoleId): boolean {
  const row = anyRow(db, id)
  return row.removed_at === null && (row.merged_into === null || stands(db, row.merged_into))
}

/** The newest script of a production that is not put away. */
const currentScripts = (db: Database, productionId: ProductionId): ReadonlySet<ScriptId> =>
  new Set(db.prepare<[string], ScriptId>('SELECT id FROM current_script WHERE production_id = ?').pluck().all(productionId))

function toSides(db: Database, row: Row, current: ReadonlySet<ScriptId>): Sides {
  const role = standingRole(db, row.role_id)
  return {
    id: row.id,
    productionId: row.production_id,
    roleId: role.id,
    roleName: role.name,
    scriptId: row.script_id,
    draft: cutScript(db, row.script_id).draft,
    scenes: JSON.parse(row.scenes) as number[],
    context: row.context,
    title: row.title,
    note: row.note,
    recipients: JSON.parse(row.recipients) as string[],
    pages: row.pages,
    stale: !current.has(row.script_id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
