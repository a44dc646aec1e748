import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Role, RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { mergeRoles, unmergeRole } from '../roles/mergeRoles.ts'
import { anyRow, liveRow } from '../roles/roleRecord.ts'
import { getRole, updateRole } from '../roles/roleStore.ts'
import { getScriptSummary } from '../scripts/scriptStore.ts'

/** Roles of the old draft, and the one of the new draft that is the same person. */
export interface SamePerson {
  readonly from: ScriptId
  readonly to: ScriptId
  readonly old: readonly RoleId[]
  readonly new: RoleId
}

/** What was merged, so that it can be undone: the role that stayed, the roles that went into it, and its name before. */
export interface AcceptedRename {
  readonly role: Role
  readonly merged: RoleId[]
  readonly nameBefore: string
}

/**
 * Merges the roles of two drafts that are one person.
 *
 * The role that speaks in the old draft stays, with what was set on it, its proposals and what hangs on it; it takes the new name, unless
 * the user had named it herself. Throws NOT_FOUND, and INVALID_INPUT where roles are of another production or one with itself.
 */
export function acceptRename(db: Database, { from, to, old, new: now }: SamePerson): AcceptedRename {
  return inTransaction(db, () => {
    assertSameProduction(db, from, to)
    const stays = old.includes(now) || speaksIn(db, now, from) ? now : old[0]
    if (stays === undefined) throw new CastMatchError('NOT_FOUND', { subject: 'The role' })
    const [row, renamed] = [liveRow(db, stays), liveRow(db, now)]
    const isHerName = !cuesOf(db, stays, from).includes(row.name.toUpperCase())
    const merged = [...new Set([...old, now])].filter(id => id !== stays)
    mergeRoles(db, stays, merged)
    if (stays !== now && !isHerName) updateRole(db, stays, { name: renamed.name })
    return { role: getRole(db, stays), merged, nameBefore: row.name }
  })
}

/** Takes apart what {@link acceptRename} put together. Throws NOT_FOUND where the roles are no longer merged. */
export function undoRename(db: Database, given: { readonly role: RoleId; readonly merged: readonly RoleId[]; readonly name: string }): Role {
  return inTransaction(db, () => {
    for (const id of given.merged) {
      if (anyRow(db, id).merged_into !== given.role) throw new CastMatchError('NOT_FOUND', { subject: 'The merged role' })
      unmergeRole(db, id)
    }
    return updateRole(db, given.role, { name: given.name })
  })
}

/** Keeps that roles of two drafts are not one person; said twice it is kept once. Throws NOT_FOUND. */
export function dismissRename(db: Database, { from, to, old, new: now }: SamePerson, moment: Date): void {
  inTransaction(db, () => {
    assertSameProduction(db, from, to)
    anyRow(db, now)
    const insert = db.prepare('INSERT INTO draft_apart (from_script_id, to_script_id, old_role_id, new_role_id, said_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
    for (const id of old.filter(other => other !== now)) {
      anyRow(db, id)
      insert.run(from, to, id, now, moment.toISOString())
    }
  })
}

function assertSameProduction(db: Database, from: ScriptId, to: ScriptId): void {
  if (getScriptSummary(db, from).productionId !== getScriptSummary(db, to).productionId) throw new CastMatchError('NOT_FOUND', { subject: 'The other draft' })
}

const cuesOf = (db: Database, role: RoleId, script: ScriptId): readonly string[] =>
  db
    .prepare<[string, string], string>('SELECT DISTINCT upper(character_name) FROM role_appearance WHERE role_id = ? AND script_id = ?')
    .pluck()
    .all(role, script)

const speaksIn = (db: Database, role: RoleId, script: ScriptId): boolean => cuesOf(db, role, script).length > 0
