import { v7 as uuid } from 'uuid'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptElement, ScriptId, ScriptReading } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { draftRoles, type RoleDraft } from './draftRoles.ts'

/** The role that a cue belongs to, and the one that it came to first. */
export interface Holder {
  readonly role: RoleId
  readonly home: RoleId
}

/** Says whose a cue in a scene was before, null where that is not known; `scene` is null before the first heading. */
export type HolderBefore = (name: string, scene: number | null) => Holder | null

/**
 * Makes the roles of a script that was just kept, in the transaction that keeps it.
 *
 * A cue that another script of the production knows adds its appearances to that role, wherever the user renamed or merged
 * it to; a role that the user took off the list stays off. What was proposed before is not proposed again. `before` goes first where a
 * script is read again.
 */
export function makeRolesFromScript(
  db: Database,
  productionId: ProductionId,
  scriptId: ScriptId,
  reading: Pick<ScriptReading, 'scenes' | 'characters'>,
  elements: readonly ScriptElement[],
  now: Date,
  before: HolderBefore = () => null,
): void {
  for (const draft of draftRoles(reading, elements)) {
    const known = draft.appearances.map(({ scene }) => before(draft.name, scene))
    const holder = known.find(one => one !== null) ?? holderOf(db, productionId, draft.name) ?? silentRole(db, productionId, draft.name) ?? addRole(db, productionId, draft.name, now)
    keepAppearances(db, scriptId, draft, index => known[index] ?? holder)
    keepIntroductions(db, scriptId, draft, holder.home)
    keepProposals(db, scriptId, draft, holder.home)
  }
}

/** Where the cue was split over several roles, the one that speaks most of it. */
function holderOf(db: Database, productionId: ProductionId, name: string): Holder | null {
  return (
    db
      .prepare<[string, string], Holder>(
        `SELECT a.role_id AS role, a.home_role_id AS home FROM role_appearance a JOIN script s ON s.id = a.script_id
         WHERE s.production_id = ? AND a.character_name = ? GROUP BY a.role_id, a.home_role_id ORDER BY sum(a.speeches) DESC LIMIT 1`,
      )
      .get(productionId, name) ?? null
  )
}

/** A role of that name that no script speaks of any more: it was kept, or taken off the list, when its script was read otherwise. */
function silentRole(db: Database, productionId: ProductionId, name: string): Holder | null {
  const id = db
    .prepare<[string, string], RoleId>(
      `SELECT id FROM role WHERE production_id = ? AND name = ? AND merged_into IS NULL
         AND NOT EXISTS (SELECT 1 FROM role_appearance a WHERE a.role_id = role.id OR a.home_role_id = role.id)`,
    )
    .pluck()
    .get(productionId, name)
  return id === undefined ? null : { role: id, home: id }
}

function addRole(db: Database, productionId: ProductionId, name: string, now: Date): Holder {
  const id = uuid() as RoleId
  db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, name, now.toISOString())
  return { role: id, home: id }
}

function keepAppearances(db: Database, scriptId: ScriptId, draft: RoleDraft, holderAt: (index: number) => Holder): void {
  const insert = db.prepare(
    `INSERT INTO role_appearance (role_id, home_role_id, script_id, character_name, scene, page, element, speeches, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, { scene, page, element, speeches, words }] of draft.appearances.entries()) {
    const { role, home } = holderAt(index)
    insert.run(role, home, scriptId, draft.name, scene ?? -1, page, element, speeches, words)
  }
}

function keepIntroductions(db: Database, scriptId: ScriptId, draft: RoleDraft, home: RoleId): void {
  const insert = db.prepare(
    'INSERT INTO role_introduction (role_id, script_id, element, rank, page, scene, quote) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  draft.introductions.forEach(({ element, page, scene, quote }, rank) => insert.run(home, scriptId, element, rank, page, scene, quote))
}

function keepProposals(db: Database, scriptId: ScriptId, draft: RoleDraft, home: RoleId): void {
  const known = new Set(db.prepare<[string], string>('SELECT proposal FROM role_proposal WHERE role_id = ?').pluck().all(home))
  const insert = db.prepare(
    'INSERT INTO role_proposal (id, role_id, script_id, rank, proposal, element, page, scene, quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  draft.proposals.forEach(({ proposal, citation: { element, page, scene, quote } }, rank) => {
    const text = JSON.stringify(proposal)
    if (!known.has(text)) insert.run(uuid(), home, scriptId, rank, text, element, page, scene, quote)
  })
}
