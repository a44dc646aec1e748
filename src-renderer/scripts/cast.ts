import type { SpeakingRole } from '../../src-preload/contract/roles.ts'
import type { ScriptElement } from '../../src-preload/contract/scripts.ts'

/** Tells which elements a role speaks: by the name on the cue and the scene, since a split role has only some scenes of a name. */
export function linesOfRole(role: SpeakingRole | null, elements: readonly ScriptElement[]): { readonly marked: ReadonlySet<number>; readonly cues: readonly number[] } {
  if (role === null) return { marked: new Set(), cues: [] }
  const spoken = new Set(role.appearances.map(({ characterName, scene }) => `${scene ?? ''}|${characterName}`))
  const lines = elements.filter(({ character, scene }) => character !== null && spoken.has(`${scene ?? ''}|${character}`))
  return { marked: new Set(lines.map(({ index }) => index)), cues: lines.filter(({ kind }) => kind === 'cue').map(({ index }) => index) }
}
