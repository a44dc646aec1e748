import type { RoleId, SpeakingRole } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { getScriptSummary } from '../scripts/scriptStore.ts'

interface Row {
  readonly id: RoleId
  readonly name: string
  readonly characterName: string
  readonly scene: number
  readonly element: number
  readonly speeches: number
}

/** Lists the roles that speak in a script, most speeches there first, after all merging and splitting. Throws NOT_FOUND. */
export function speakingRoles(db: Database, scriptId: ScriptId): SpeakingRole[] {
  getScriptSummary(db, scriptId)
  const rows = db
    .prepare<[string], Row>(
      `SELECT r.id, r.name, a.character_name AS characterName, a.scene, a.element, a.speeches
       FROM role_appearance a JOIN role r ON r.id = a.role_id AND r.removed_at IS NULL AND r.merged_into IS NULL
       WHERE a.script_id = ? ORDER BY a.element`,
    )
    .all(scriptId)
  return [...Map.groupBy(rows, ({ id }) => id)]
    .map(([id, own]) => ({
      id,
      name: own[0]?.name ?? '',
      speeches: own.reduce((sum, { speeches }) => sum + speeches, 0),
      scenes: [...new Set(own.flatMap(({ scene }) => (scene < 0 ? [] : [scene])))].sort((a, b) => a - b),
      appearances: own.map(({ characterName, scene, element }) => ({ characterName, scene: scene < 0 ? null : scene, element })),
    }))
    .sort((a, b) => b.speeches - a.speeches)
}
