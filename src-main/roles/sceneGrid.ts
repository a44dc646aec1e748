import type { GridCell, GridPair, GridRole, SceneGrid } from '../../src-preload/contract/grid.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { getScript, scriptText } from '../scripts/scriptStore.ts'
import { readActionLines } from './mentions.ts'
import { listRoles } from './roleStore.ts'

/** Where a cue of the script is heard: the role that it belongs to now, after all merging and splitting. */
interface Heard extends GridCell {
  readonly role: RoleId
  readonly name: string
}

/**
 * Reads the grid of a script: for each role its scenes, and for each two roles the scenes that they are in together.
 *
 * A role is in a scene where it speaks, or where a line of action names it: a silent scene needs the actor all the same. Names in
 * the lines are found as {@link readActionLines} does; words that may mean anybody (STUDENT), a possessive (Geet's) and another
 * bearer of the name (YOUNG GEET) do not count. Speeches before the first heading are in no scene. Throws NOT_FOUND.
 */
export function readSceneGrid(db: Database, scriptId: ScriptId): SceneGrid {
  const { scenes, productionId } = getScript(db, scriptId)
  const heard = appearancesOf(db, scriptId)
  const cells = cellsOf(heard, namedIn(scriptText(db, scriptId), heard))
  const roles = listRoles(db, productionId)
    .flatMap(({ id, name, size }) => {
      const own = cells.get(id)
      return own ? [roleOf({ id, name, size }, own, scenes)] : []
    })
    .sort((a, b) => b.speeches - a.speeches || b.cells.length - a.cells.length)
  return { scenes, roles, pairs: pairsOf(roles) }
}

const appearancesOf = (db: Database, scriptId: ScriptId): readonly Heard[] =>
  db
    .prepare<[string], Heard>(
      `SELECT role_id AS role, character_name AS name, scene, speeches, words, element FROM role_appearance
       WHERE script_id = ? ORDER BY scene, element`,
    )
    .all(scriptId)

/** The roles that lines of action name; a name that was split over several roles is the one's that speaks in that scene, else the busiest's. */
function namedIn(elements: readonly ScriptElement[], heard: readonly Heard[]): readonly Heard[] {
  const owners = new Map<string, Map<RoleId, number>>()
  const here = new Map<string, RoleId>()
  for (const { name, role, scene, speeches } of heard) {
    const owner = owners.get(name) ?? new Map<RoleId, number>()
    owners.set(name, owner.set(role, (owner.get(role) ?? 0) + speeches))
    here.set(`${scene} ${name}`, role)
  }
  const busiest = new Map([...owners].map(([name, roles]) => [name, [...roles].sort(([, a], [, b]) => b - a)[0]?.[0]]))
  return readActionLines(elements, [...owners.keys()]).flatMap(({ element: { scene, index }, mentions }) =>
    mentions.flatMap(({ character, possessive, common, qualified }) => {
      const role = here.get(`${scene ?? -1} ${character}`) ?? busiest.get(character)
      if (scene === null || !role || possessive || common || qualified) return []
      return [{ role, name: character, scene, speeches: 0, words: 0, element: index }]
    }),
  )
}

function cellsOf(heard: readonly Heard[], named: readonly Heard[]): ReadonlyMap<RoleId, readonly GridCell[]> {
  const byRole = new Map<RoleId, Map<number, GridCell>>()
  for (const { role, scene, speeches, words, element } of [...heard, ...named]) {
    const cells = byRole.get(role) ?? new Map<number, GridCell>()
    byRole.set(role, cells)
    const cell = cells.get(scene) ?? { scene, speeches: 0, words: 0, element }
    cells.set(scene, { scene, speeches: cell.speeches + speeches, words: cell.words + words, element: Math.min(cell.element, element) })
  }
  return new Map([...byRole].map(([role, cells]) => [role, [...cells.values()].sort((a, b) => a.scene - b.scene)]))
}

function roleOf(role: Pick<GridRole, 'id' | 'name' | 'size'>, cells: readonly GridCell[], scenes: readonly Scene[]): GridRole {
  const sum = (of: (cell: GridCell) => number): number => cells.reduce((all, cell) => all + of(cell), 0)
  return {
    ...role,
    speeches: sum(({ speeches }) => speeches),
    words: sum(({ words }) => words),
    eighths: sum(({ scene }) => scenes[scene]?.eighths ?? 0),
    cells: cells.filter(({ scene }) => scene >= 0),
  }
}

function pairsOf(roles: readonly GridRole[]): GridPair[] {
  const inScene = new Map<number, { readonly role: RoleId; readonly speaks: boolean }[]>()
  for (const { id, cells } of roles) {
    for (const { scene, speeches } of cells) inScene.set(scene, [...(inScene.get(scene) ?? []), { role: id, speaks: speeches > 0 }])
  }
  const pairs = new Map<string, GridPair>()
  for (const [scene, people] of [...inScene].sort(([a], [b]) => a - b)) {
    for (const [at, one] of people.entries()) {
      for (const other of people.slice(at + 1)) {
        const key = `${one.role} ${other.role}`
        const pair = pairs.get(key) ?? { roles: [one.role, other.role], scenes: [], spoken: 0 }
        pairs.set(key, { ...pair, scenes: [...pair.scenes, scene], spoken: pair.spoken + Number(one.speaks && other.speaks) })
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.scenes.length - a.scenes.length || b.spoken - a.spoken)
}
