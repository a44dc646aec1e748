import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Role, RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { setState, withdrawProposal } from './decideProposal.ts'
import { anyRow, liveRow, mergedIds, type ProposalRow } from './roleRecord.ts'
import { getRole } from './roleStore.ts'

/**
 * Merges roles that are one person into one of them.
 *
 * Their appearances go with them, their lines and proposals are shown on it; what was set on them by hand stays with them and
 * is there again when they are taken out. Throws NOT_FOUND, and INVALID_INPUT for roles of another production or itself.
 */
export function mergeRoles(db: Database, into: RoleId, from: readonly RoleId[]): Role {
  return inTransaction(db, () => {
    const target = liveRow(db, into)
    for (const id of new Set(from)) {
      const row = liveRow(db, id)
      if (id === into) throw new CastMatchError('INVALID_INPUT', { subject: row.name, detail: 'a role cannot be merged into itself' })
      if (row.production_id !== target.production_id) {
        throw new CastMatchError('INVALID_INPUT', { subject: row.name, detail: 'it belongs to another production' })
      }
      db.prepare('UPDATE role_appearance SET role_id = ? WHERE role_id = ?').run(into, id)
      const { changes } = db.prepare('UPDATE role SET merged_into = ? WHERE id = ?').run(into, id)
      if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: row.name })
    }
    return getRole(db, into)
  })
}

/**
 * Takes a merged role out again as it was, with what had been merged into it before.
 *
 * Facts that its proposals gave to the other role are taken off that role again. Throws NOT_FOUND where it is not merged.
 */
export function unmergeRole(db: Database, id: RoleId): Role {
  return inTransaction(db, () => {
    const row = anyRow(db, id)
    const holder = row.merged_into
    if (holder === null || row.removed_at !== null) throw new CastMatchError('NOT_FOUND', { subject: row.name })
    const parts = JSON.stringify(mergedIds(db, id))
    const given = db
      .prepare<[string, string], ProposalRow>(
        `SELECT * FROM role_proposal WHERE state = 'accepted' AND role_id IN (SELECT value FROM json_each(?))
           AND accepted_on NOT IN (SELECT value FROM json_each(?))`,
      )
      .all(parts, parts)
    for (const proposal of given) {
      withdrawProposal(db, proposal)
      setState(db, proposal.id, { state: 'proposed', accepted: null, acceptedOn: null, before: null })
    }
    db.prepare('UPDATE role_appearance SET role_id = ? WHERE home_role_id IN (SELECT value FROM json_each(?))').run(id, parts)
    const { changes } = db.prepare('UPDATE role SET merged_into = NULL WHERE id = ?').run(id)
    if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: row.name })
    return getRole(db, id)
  })
}

/** An appearance as the user points at it: a cue in a scene, null before the first heading. */
export interface PickedAppearance {
  readonly scriptId: ScriptId
  readonly characterName: string
  readonly scene: number | null
}

/**
 * Makes a role of its own from some appearances of another, with the gender and languages still to be said.
 *
 * Lines and proposals stay with the role they were read for. Throws NOT_FOUND where an appearance is not the role's, and
 * INVALID_INPUT where nothing would be left.
 */
export function splitRole(
  db: Database,
  given: { readonly id: RoleId; readonly name: string; readonly appearances: readonly PickedAppearance[] },
  now: Date,
): { readonly remaining: Role; readonly made: Role } {
  return inTransaction(db, () => {
    const row = liveRow(db, given.id)
    const made = uuid() as RoleId
    db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)')
      .run(made, row.production_id, given.name.trim(), now.toISOString())
    const move = db.prepare(
      'UPDATE role_appearance SET role_id = ?, home_role_id = ? WHERE role_id = ? AND script_id = ? AND character_name = ? AND scene = ?',
    )
    for (const { scriptId, characterName, scene } of given.appearances) {
      const { changes } = move.run(made, made, given.id, scriptId, characterName, scene ?? -1)
      if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: `${characterName} in that scene` })
    }
    const left = db.prepare('SELECT 1 FROM role_appearance WHERE role_id = ? LIMIT 1').get(given.id)
    if (!left) throw new CastMatchError('INVALID_INPUT', { subject: row.name, detail: 'some of its scenes must stay with it' })
    return { remaining: getRole(db, given.id), made: getRole(db, made) }
  })
}
