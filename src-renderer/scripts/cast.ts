import type { OfficeClient } from '../connection/connectOffice.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Appearance, Role } from '../../src-preload/contract/roles.ts'
import type { ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'

/** A role as one script has it: only its appearances there. */
export interface CastRole {
  readonly role: Role
  readonly appearances: readonly Appearance[]
  readonly speeches: number
  /** Indexes of its scenes, ascending, each once. */
  readonly scenes: readonly number[]
}

/** Reads the roles that speak in a script, most speeches first. Asked role by role, because only a whole role knows its appearances, merges and splits. */
export async function readCast(office: OfficeClient, productionId: ProductionId, scriptId: ScriptId, signal: AbortSignal): Promise<CastRole[]> {
  const list = await office.roles.list({ productionId }, { signal })
  const roles = await Promise.all(list.map(({ id }) => office.roles.get({ id }, { signal })))
  return roles
    .map(role => {
      const appearances = role.appearances.filter(appearance => appearance.scriptId === scriptId)
      const scenes = [...new Set(appearances.flatMap(({ scene }) => (scene === null ? [] : [scene])))].toSorted((a, b) => a - b)
      return { role, appearances, speeches: appearances.reduce((sum, { speeches }) => sum + speeches, 0), scenes }
    })
    .filter(cast => cast.appearances.length > 0)
    .toSorted((a, b) => b.speeches - a.speeches)
}

/** Tells which elements a role speaks: by the name on the cue and the scene, since a split role has only some scenes of a name. */
export function linesOfRole(cast: CastRole | null, elements: readonly ScriptElement[]): { readonly marked: ReadonlySet<number>; readonly cues: readonly number[] } {
  if (cast === null) return { marked: new Set(), cues: [] }
  const spoken = new Set(cast.appearances.map(({ characterName, scene }) => `${scene ?? ''}|${characterName}`))
  const lines = elements.filter(({ character, scene }) => character !== null && spoken.has(`${scene ?? ''}|${character}`))
  return { marked: new Set(lines.map(({ index }) => index)), cues: lines.filter(({ kind }) => kind === 'cue').map(({ index }) => index) }
}
