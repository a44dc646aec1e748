import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Role, RoleChange, RoleId, RoleSummary } from '../../src-preload/contract/roles.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { anyRow, detailsOf, liveRow, openProposals, rangeOf, silent, summaryOf, totalsOf, type RoleRow } from './roleRecord.ts'
import { sizesOf } from './roleSize.ts'

/**
 * SQL: that a role `r` stands on the list of its production.
 *
 * A role whose every script is put away is left out with them; one that never spoke stands by itself.
 */
export const roleStands = `r.removed_at IS NULL AND r.merged_into IS NULL AND (
    NOT EXISTS (SELECT 1 FROM role_appearance a WHERE a.role_id = r.id)
    OR EXISTS (SELECT 1 FROM role_appearance a JOIN script s ON s.id = a.script_id WHERE a.role_id = r.id AND s.removed_at IS NULL))`

const listed = `SELECT r.* FROM role r WHERE r.production_id = ? AND ${roleStands}`

/** Lists the roles of a production, those with most speeches first. */
export function listRoles(db: Database, productionId: ProductionId): RoleSummary[] {
  const rows = db.prepare<[string], RoleRow>(listed).all(productionId)
  const totals = totalsOf(db, productionId)
  const open = openProposals(db, productionId)
  const sizes = sizesOf(rows.map(row => totals.get(row.id) ?? silent))
  return rows
    .map((row, index) => summaryOf(row, sizes[index] ?? 'dayPlayer', totals.get(row.id) ?? silent, open.get(row.id) ?? 0))
    .sort((a, b) => b.speeches - a.speeches || b.words - a.words || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** Reads one role with its lines and proposals. Throws NOT_FOUND where there is none, or where it was removed or merged. */
export function getRole(db: Database, id: RoleId): Role {
  const row = liveRow(db, id)
  const summary = listRoles(db, row.production_id).find(role => role.id === id)
  if (!summary) throw new CastMatchError('NOT_FOUND', { subject: row.name })
  return { ...summary, ...detailsOf(db, row) }
}

/** Changes a role; keys left out stay, and a size of null follows from the script again. Throws NOT_FOUND. */
export function updateRole(db: Database, id: RoleId, change: RoleChange): Role {
  return inTransaction(db, () => {
    const row = liveRow(db, id)
    const range = change.playingRange === undefined ? rangeOf(row) : change.playingRange
    const dates = change.dates === undefined ? { from: row.needed_from, to: row.needed_to } : change.dates
    const { changes } = db
      .prepare(
        `UPDATE role SET name = ?, size = ?, playing_from = ?, playing_to = ?, gender = ?, languages = ?, skills = ?, look = ?, notes = ?,
           needed_from = ?, needed_to = ?, budget = ?, union_wanted = ?, typing = ?, lifted_gates = ?, suggestions = ? WHERE id = ?`,
      )
      .run(
        change.name ?? row.name,
        change.size === undefined ? row.size : change.size,
        range?.from ?? null,
        range?.to ?? null,
        change.gender === undefined ? row.gender : change.gender,
        change.languages ? JSON.stringify(change.languages) : row.languages,
        change.skills ? JSON.stringify(change.skills) : row.skills,
        change.look ?? row.look,
        change.notes ?? row.notes,
        dates?.from ?? null,
        dates?.to ?? null,
        change.budget === undefined ? row.budget : change.budget && JSON.stringify(change.budget),
        change.union ?? row.union_wanted,
        change.typing === undefined ? row.typing : change.typing,
        change.liftedGates ? JSON.stringify([...new Set(change.liftedGates)]) : row.lifted_gates,
        change.suggestions === undefined ? row.suggestions : Number(change.suggestions),
        id,
      )
    if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: row.name })
    return getRole(db, id)
  })
}

/** Takes a role off the list; its lines stay, and a later draft does not bring it back. Throws NOT_FOUND. */
export function removeRole(db: Database, id: RoleId, now: Date): void {
  const row = liveRow(db, id)
  const { changes } = db.prepare('UPDATE role SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: row.name })
}

/** Brings a removed role back; one that is on the list stays as it is. Throws NOT_FOUND where there never was one. */
export function restoreRole(db: Database, id: RoleId): Role {
  anyRow(db, id)
  db.prepare('UPDATE role SET removed_at = NULL WHERE id = ?').run(id)
  return getRole(db, id)
}
