import type { SceneGrid } from '../../../src-preload/contract/grid.ts'
import type { ScriptPair, SharedScene } from '../../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import { sceneNumber } from '../../../src-preload/contract/said.ts'
import type { ScriptElement, ScriptId } from '../../../src-preload/contract/scripts.ts'
import type { Database } from '../../database/openDatabase.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { readSceneGrid } from '../../roles/sceneGrid.ts'
import { scriptText } from '../../scripts/scriptStore.ts'
import type { PairParts } from './pairParts.ts'

/** What a scene alone and a shared scene weigh beside one exchange: two who are alone carry the scene, also where they say little. */
export const pairWeights = { exchange: 1, alone: 4, shared: 1 } as const

/** A key for two roles or people in any order. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Reads the pairs of roles as {@link readScriptPairs} does, in a worker on the data folder where there is one. Throws NOT_FOUND, CANCELLED. */
export const scriptPairsFor = async ({ db, pool, matcher }: Pick<PairParts, 'db' | 'pool' | 'matcher'>, productionId: ProductionId, signal?: AbortSignal): Promise<readonly ScriptPair[]> =>
  matcher ? pool.run<readonly ScriptPair[]>('matching/scriptPairs', { folder: matcher.folder, productionId }, { signal, subject: 'The pairs of the script' }) : readScriptPairs(db, productionId)

interface Exchange {
  readonly count: number
  readonly element: number
}

/**
 * Reads which pairs of roles matter in the newest drafts of a production, those on which most hangs first.
 *
 * An exchange is a speech of one that follows directly on a speech of the other in the same scene. Roles are in a scene as
 * {@link readSceneGrid} says, so a silent scene counts as shared. Throws NOT_FOUND.
 */
export function readScriptPairs(db: Database, productionId: ProductionId): ScriptPair[] {
  getProduction(db, productionId)
  const scripts = db.prepare<[string], ScriptId>('SELECT id FROM current_script WHERE production_id = ?').pluck().all(productionId)
  const pairs = new Map<string, Omit<ScriptPair, 'weight'>>()
  for (const scriptId of scripts) {
    for (const pair of pairsOfScript(scriptId, readSceneGrid(db, scriptId), exchangesOf(scriptText(db, scriptId), speakersOf(db, scriptId)))) {
      const key = pairKey(pair.roles[0].id, pair.roles[1].id)
      pairs.set(key, joined(pairs.get(key), pair))
    }
  }
  const most = Math.max(1, ...[...pairs.values()].map(pointsOf))
  return [...pairs.values()]
    .map(pair => ({ ...pair, weight: pointsOf(pair) / most }))
    .sort((a, b) => b.weight - a.weight || a.roles[0].name.localeCompare(b.roles[0].name))
}

const pointsOf = ({ exchanges, alone, scenes }: Pick<ScriptPair, 'exchanges' | 'alone' | 'scenes'>): number =>
  pairWeights.exchange * exchanges + pairWeights.alone * alone + pairWeights.shared * scenes.length

function joined(before: Omit<ScriptPair, 'weight'> | undefined, pair: Omit<ScriptPair, 'weight'>): Omit<ScriptPair, 'weight'> {
  if (!before) return pair
  return { ...before, exchanges: before.exchanges + pair.exchanges, alone: before.alone + pair.alone, scenes: [...before.scenes, ...pair.scenes] }
}

/** Which role a name is in a scene, after all merging and splitting. */
function speakersOf(db: Database, scriptId: ScriptId): ReadonlyMap<string, RoleId> {
  const rows = db
    .prepare<[string], { scene: number; name: string; role: RoleId }>('SELECT scene, character_name AS name, role_id AS role FROM role_appearance WHERE script_id = ?')
    .all(scriptId)
  return new Map(rows.map(({ scene, name, role }) => [`${scene} ${name}`, role]))
}

/** How often each two roles answer each other in each scene, by `pairKey scene`, and where they first do. */
function exchangesOf(elements: readonly ScriptElement[], speakers: ReadonlyMap<string, RoleId>): ReadonlyMap<string, Exchange> {
  const exchanges = new Map<string, Exchange>()
  let before: { readonly role: RoleId; readonly scene: number; readonly index: number } | null = null
  for (const { kind, character, scene, index } of elements) {
    if (kind !== 'cue' || character === null || scene === null) continue
    const role = speakers.get(`${scene} ${character}`)
    if (role === undefined) continue
    if (before !== null && before.scene === scene && before.role !== role) {
      const key = `${pairKey(before.role, role)} ${scene}`
      const known = exchanges.get(key)
      exchanges.set(key, { count: (known?.count ?? 0) + 1, element: known?.element ?? before.index })
    }
    before = { role, scene, index }
  }
  return exchanges
}

function pairsOfScript(scriptId: ScriptId, grid: SceneGrid, exchanges: ReadonlyMap<string, Exchange>): Omit<ScriptPair, 'weight'>[] {
  const names = new Map(grid.roles.map(({ id, name }) => [id, name]))
  const people = new Map<number, number>()
  for (const { cells } of grid.roles) for (const { scene } of cells) people.set(scene, (people.get(scene) ?? 0) + 1)
  return grid.pairs.map(({ roles, scenes }) => {
    const shared = scenes.flatMap((index): readonly SharedScene[] => {
      const scene = grid.scenes[index]
      if (!scene) return []
      const traded = exchanges.get(`${pairKey(...roles)} ${index}`)
      return [{
        scriptId, scene: index, sceneNumber: sceneNumber(scene), page: scene.page, element: traded?.element ?? scene.element,
        exchanges: traded?.count ?? 0, alone: people.get(index) === 2,
      }]
    })
    const named = (id: RoleId) => ({ id, name: names.get(id) ?? '' })
    return {
      roles: [named(roles[0]), named(roles[1])],
      exchanges: shared.reduce((sum, scene) => sum + scene.exchanges, 0),
      alone: shared.filter(({ alone }) => alone).length,
      scenes: shared,
    }
  })
}
