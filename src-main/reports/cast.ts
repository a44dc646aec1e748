import type { GridCell, GridRole, SceneGrid } from '../../src-preload/contract/grid.ts'
import type { Production } from '../../src-preload/contract/productions.ts'
import type { RoleId, RoleSize, RoleSummary } from '../../src-preload/contract/roles.ts'
import type { Script, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { rolesNamed } from '../roles/groupCues.ts'
import { listRoles } from '../roles/roleStore.ts'
import { readSceneGrid } from '../roles/sceneGrid.ts'
import { getScript, scriptText } from '../scripts/scriptStore.ts'
import { keptNumbers, numbersFor } from './castNumbers.ts'

/** A role that somebody is cast for, in one script: its scenes are those of its own cues and of the cues that name it with others. */
export interface CastRole extends GridRole {
  readonly number: number
  readonly summary: RoleSummary
  readonly firstPage: number | null
  readonly lastPage: number | null
}

/** Everybody who is cast for a script, by number, and what the reports are made from. */
export interface Cast {
  readonly script: Script
  readonly production: Production
  readonly grid: SceneGrid
  readonly roles: readonly CastRole[]
  /** Whether the numbers are kept; else they follow the size. */
  readonly kept: boolean
  /** The cues that name several roles; nobody is cast for them. */
  readonly together: readonly string[]
}

const sizeOrder: readonly RoleSize[] = ['lead', 'supporting', 'dayPlayer']

/**
 * Reads who is cast for a script.
 *
 * A cue such as MEERA AND GOPAL is nobody's part: its scenes, speeches and words are counted with each of the roles that it names.
 * Throws NOT_FOUND.
 */
export function readCast(db: Database, scriptId: ScriptId): Cast {
  const script = getScript(db, scriptId)
  const grid = readSceneGrid(db, scriptId)
  const summaries = new Map(listRoles(db, script.productionId).map(summary => [summary.id, summary]))
  const cues = cuesOf(db, scriptId)
  const groups = groupsOf(grid.roles, cues)
  const pages = pagesOf(db, scriptId, grid.roles, cues)
  const people = grid.roles
    .filter(({ id }) => !groups.has(id))
    .map(role => withGroups(role, grid, groups))
    .sort((a, b) => sizeOrder.indexOf(a.size) - sizeOrder.indexOf(b.size) || b.speeches - a.speeches || b.cells.length - a.cells.length)
  const kept = keptNumbers(db, script.productionId)
  const numbers = numbersFor(people.map(({ id }) => id), kept)
  const roles = people.flatMap((role): CastRole[] => {
    const [summary, number] = [summaries.get(role.id), numbers.get(role.id)]
    return summary && number !== undefined ? [{ ...role, number, summary, ...(pages.get(role.id) ?? { firstPage: null, lastPage: null }) }] : []
  })
  return {
    script,
    production: getProduction(db, script.productionId),
    grid,
    roles: roles.sort((a, b) => a.number - b.number),
    kept: kept.size > 0,
    together: grid.roles.filter(({ id }) => groups.has(id)).map(({ name }) => name),
  }
}

interface Cue {
  readonly role: RoleId
  readonly name: string
  readonly scene: number
}

const cuesOf = (db: Database, scriptId: ScriptId): readonly Cue[] =>
  db.prepare<[string], Cue>('SELECT role_id AS role, character_name AS name, scene FROM role_appearance WHERE script_id = ? ORDER BY element').all(scriptId)

/** The roles that name several others, by their name or, where they were renamed, by their only cue. */
function groupsOf(roles: readonly GridRole[], cues: readonly Cue[]): ReadonlyMap<RoleId, readonly RoleId[]> {
  const names = new Map(roles.map(({ id }) => [id, new Set<string>()]))
  for (const { role, name } of cues) names.get(role)?.add(name)
  const heard = roles.flatMap(({ id, name }) => [...(names.get(id) ?? [])].map(cue => ({ id, name, cue })))
  return new Map(roles.flatMap(({ id, name }) => {
    const others = heard.filter(other => other.id !== id)
    const [cue, ...more] = names.get(id) ?? []
    const byName = rolesNamed(name, others)
    const named = byName.length > 0 || cue === undefined || more.length > 0 ? byName : rolesNamed(cue, others)
    return named.length > 0 ? [[id, named.map(other => other.id)] as const] : []
  }))
}

function withGroups(role: GridRole, { roles, scenes }: SceneGrid, groups: ReadonlyMap<RoleId, readonly RoleId[]>): GridRole {
  const shared = roles.filter(({ id }) => groups.get(id)?.includes(role.id))
  if (shared.length === 0) return role
  const cells = new Map<number, GridCell>()
  for (const cell of [role, ...shared].flatMap(one => one.cells)) {
    const before = cells.get(cell.scene) ?? { ...cell, speeches: 0, words: 0 }
    cells.set(cell.scene, { ...before, speeches: before.speeches + cell.speeches, words: before.words + cell.words, element: Math.min(before.element, cell.element) })
  }
  const sum = (of: (one: GridRole) => number): number => [role, ...shared].reduce((all, one) => all + of(one), 0)
  return {
    ...role,
    speeches: sum(({ speeches }) => speeches),
    words: sum(({ words }) => words),
    eighths: [...cells.keys()].reduce((all, scene) => all + (scenes[scene]?.eighths ?? 0), 0),
    cells: [...cells.values()].sort((a, b) => a.scene - b.scene),
  }
}

/** The first and last page on which a role speaks or is named. */
function pagesOf(db: Database, scriptId: ScriptId, roles: readonly GridRole[], cues: readonly Cue[]): ReadonlyMap<RoleId, { readonly firstPage: number; readonly lastPage: number }> {
  const elements = scriptText(db, scriptId)
  const owners = new Map(cues.map(({ role, name, scene }) => [`${scene} ${name}`, role]))
  const pages = new Map<RoleId, { firstPage: number; lastPage: number }>()
  const seen = (role: RoleId, page: number): void => {
    const { firstPage, lastPage } = pages.get(role) ?? { firstPage: page, lastPage: page }
    pages.set(role, { firstPage: Math.min(firstPage, page), lastPage: Math.max(lastPage, page) })
  }
  for (const { character, scene, page } of elements) {
    const role = character === null ? undefined : owners.get(`${scene ?? -1} ${character}`)
    if (role) seen(role, page)
  }
  for (const { id, cells } of roles) for (const { element } of cells) seen(id, elements[element]?.page ?? 1)
  return pages
}
