import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { RoleScene, SidesSuggestion } from '../../src-preload/contract/sides.ts'
import type { Database } from '../database/openDatabase.ts'
import { standingRole } from '../roles/roleRecord.ts'
import { cutScript, elementsOf, heardIn, newestScriptOf, spokenBy, type Heard } from './sidesScript.ts'
import { suggestScenes } from './suggestScenes.ts'

/**
 * The scenes in which a role speaks, with those that suit an audition; of the newest draft in which it speaks where none is given.
 *
 * Throws NOT_FOUND where the role is gone, or its production has no script.
 */
export function suggestSides(db: Database, roleId: RoleId, scriptId?: ScriptId): SidesSuggestion {
  const role = standingRole(db, roleId)
  const script = cutScript(db, scriptId ?? newestScriptOf(db, role))
  const heard = heardIn(db, script.id)
  const own = Map.groupBy(spokenBy(db, role, heard), ({ scene }) => scene)
  const longest = longestSpeeches(db, script.id, own)
  const others = Map.groupBy(heard.filter(one => !(own.get(one.scene) ?? []).includes(one)), ({ scene }) => scene)
  const counted = [...own].sort(([a], [b]) => a - b).flatMap(([index, spoken]): Omit<RoleScene, 'reason'>[] => {
    const scene = script.scenes[index]
    if (!scene) return []
    return [{ scene, speeches: sum(spoken, 'speeches'), words: sum(spoken, 'words'), longest: longest.get(index) ?? 0, with: namesOf(others.get(index) ?? []) }]
  })
  return { roleId: role.id, roleName: role.name, scriptId: script.id, draft: script.draft, scenes: [...suggestScenes(counted, script.scenes.length)] }
}

const sum = (heard: readonly Heard[], what: 'speeches' | 'words'): number => heard.reduce((all, one) => all + one[what], 0)

/** The roles heard, most speeches first; several cues of one role are one. */
function namesOf(heard: readonly Heard[]): { name: string; speeches: number }[] {
  const byRole = Map.groupBy(heard.filter(({ speeches }) => speeches > 0), ({ role }) => role)
  return [...byRole.values()].map(spoken => ({ name: spoken[0]?.roleName ?? '', speeches: sum(spoken, 'speeches') })).sort((a, b) => b.speeches - a.speeches)
}

/** Words of the longest speech of a role in each scene. */
function longestSpeeches(db: Database, scriptId: ScriptId, own: ReadonlyMap<number, readonly Heard[]>): ReadonlyMap<number, number> {
  const longest = new Map<number, number>()
  let words = 0
  for (const { kind, scene, character, text } of elementsOf(db, scriptId, [...own.keys()])) {
    if (kind !== 'dialogue' && kind !== 'lyric' && kind !== 'parenthetical') words = 0
    if (scene === null || (kind !== 'dialogue' && kind !== 'lyric') || !own.get(scene)?.some(({ cue }) => cue === character)) continue
    words += text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
    longest.set(scene, Math.max(words, longest.get(scene) ?? 0))
  }
  return longest
}
