import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { SidesDraft } from '../../src-preload/contract/sides.ts'
import type { Database } from '../database/openDatabase.ts'
import { rolesNamed } from '../roles/groupCues.ts'
import { mergedIds, type RoleRow } from '../roles/roleRecord.ts'
import { printedDraft } from '../../src-preload/contract/said.ts'
import { colourOfRank } from '../scripts/draftColours.ts'
import { listScripts } from '../scripts/scriptStore.ts'

/** A script as sides are cut from it, also where it was put away since: what was sent out can be made again. */
export interface CutScript {
  readonly id: ScriptId
  readonly productionId: ProductionId
  readonly draft: SidesDraft
  readonly scenes: readonly Scene[]
}

/** Reads a script for cutting, put away or not. Throws NOT_FOUND where there never was one. */
export function cutScript(db: Database, id: ScriptId): CutScript {
  const row = db
    .prepare<[string], { production_id: ProductionId; title: string; file_name: string; added_at: string; draft_rank: number; draft_date: string | null; scenes: string }>(
      "SELECT production_id, title, file_name, added_at, draft_rank, draft_date, json_extract(reading, '$.scenes') AS scenes FROM script WHERE id = ?",
    )
    .get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  const words = printedDraft({ ...colourOfRank(row.draft_rank), date: row.draft_date }, row.added_at)
  return { id, productionId: row.production_id, draft: { name: row.title, fileName: row.file_name, words }, scenes: JSON.parse(row.scenes) as Scene[] }
}

/** The paragraphs of scenes, in the order of the script. */
export const elementsOf = (db: Database, scriptId: ScriptId, scenes: readonly number[]): readonly ScriptElement[] =>
  db
    .prepare<[string, string], ScriptElement>(
      `SELECT position AS "index", kind, text, page, scene, character, dual FROM script_element
       WHERE script_id = ? AND scene IN (SELECT value FROM json_each(?)) ORDER BY position`,
    )
    .all(scriptId, JSON.stringify(scenes))

/** A cue name in a scene, and what is heard of it there. */
export interface Heard {
  readonly role: RoleId
  readonly roleName: string
  readonly cue: string
  readonly scene: number
  readonly speeches: number
  readonly words: number
}

/** Who is heard in which scene of a script, by cue. */
export const heardIn = (db: Database, scriptId: ScriptId): readonly Heard[] =>
  db
    .prepare<[string], Heard>(
      `SELECT a.role_id AS role, r.name AS roleName, a.character_name AS cue, a.scene, a.speeches, a.words
       FROM role_appearance a JOIN role r ON r.id = a.role_id WHERE a.script_id = ? AND a.scene >= 0 ORDER BY a.scene, a.element`,
    )
    .all(scriptId)

/**
 * What of a script a role speaks: its own cues, also those of roles merged into it, and cues that name it with others (EDWARD AND WILL).
 *
 * A cue that was split over several roles counts only in the scenes that are this role's.
 */
export function spokenBy(db: Database, role: RoleRow, heard: readonly Heard[]): readonly Heard[] {
  const ids = new Set(mergedIds(db, role.id))
  const named = [...new Map(heard.map(({ role: id, roleName, cue }) => [`${id} ${cue}`, { id, name: roleName, cue }])).values()]
  const joint = new Map([...new Set(heard.map(({ cue }) => cue))].map(cue => [cue, rolesNamed(cue, named.filter(one => one.cue !== cue)).some(({ id }) => ids.has(id))]))
  return heard.filter(({ role: id, cue }) => ids.has(id) || joint.get(cue) === true)
}

/** The newest script of a production in which a role speaks, else the newest of all. Throws NOT_FOUND where the production has none. */
export function newestScriptOf(db: Database, role: RoleRow): ScriptId {
  const scripts = listScripts(db, role.production_id)
  const ids = JSON.stringify(mergedIds(db, role.id))
  const speaks = db.prepare<[string, string], number>('SELECT 1 FROM role_appearance WHERE script_id = ? AND role_id IN (SELECT value FROM json_each(?)) LIMIT 1').pluck()
  const found = scripts.find(({ id }) => speaks.get(id, ids) !== undefined) ?? scripts[0]
  if (!found) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
  return found.id
}
