import type { RoleFigures } from '../../src-preload/contract/drafts.ts'
import type { Citation, RoleId, RoleProposal } from '../../src-preload/contract/roles.ts'
import { draftRoles } from '../roles/draftRoles.ts'
import { sizesOf, type Share } from '../roles/roleSize.ts'
import type { DraftText } from './draftText.ts'

/** A fact that a draft proposes of a role, with its line. */
export interface SaidFact {
  readonly proposal: RoleProposal
  readonly citation: Citation
}

/** A role as one draft has it: the cue it speaks most under, its figures, and what its lines say of it. */
export interface RoleInDraft {
  readonly id: RoleId
  readonly name: string
  readonly figures: RoleFigures
  readonly facts: readonly SaidFact[]
}

/** What roles speak in the other scripts of the production that count, so that sizes are those of the whole. */
export type Elsewhere = ReadonlyMap<RoleId, Share>

/** The roles that speak in a draft. */
export function rolesInDraft(draft: DraftText, elsewhere: Elsewhere): ReadonlyMap<RoleId, RoleInDraft> {
  const byRole = new Map<RoleId, Counted>()
  for (const { role, cue, scene, speeches, words } of draft.heard) {
    const own = byRole.get(role) ?? { speeches: 0, words: 0, scenes: new Set(), cues: new Map() }
    own.cues.set(cue, (own.cues.get(cue) ?? 0) + speeches)
    own.scenes.add(scene)
    byRole.set(role, { ...own, speeches: own.speeches + speeches, words: own.words + words })
  }
  const ids = [...new Set([...byRole.keys(), ...elsewhere.keys()])]
  const sizes = sizesOf(ids.map(id => ({
    speeches: (byRole.get(id)?.speeches ?? 0) + (elsewhere.get(id)?.speeches ?? 0),
    scenes: (byRole.get(id)?.scenes.size ?? 0) + (elsewhere.get(id)?.scenes ?? 0),
  })))
  const facts = factsOf(draft, byRole)
  return new Map(ids.flatMap((id, index) => {
    const counted = byRole.get(id)
    if (!counted) return []
    const figures = { speeches: counted.speeches, words: counted.words, scenes: counted.scenes.size, size: sizes[index] ?? 'dayPlayer' }
    return [[id, { id, name: busiest(counted.cues), figures, facts: facts.get(id) ?? [] }] as const]
  }))
}

interface Counted {
  readonly speeches: number
  readonly words: number
  readonly scenes: Set<number | null>
  readonly cues: Map<string, number>
}

const busiest = (cues: ReadonlyMap<string, number>): string => [...cues].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''

/** What the lines of each role's cues propose, those of its busiest cue first; a cue that was split speaks for the role that has most of it. */
function factsOf(draft: DraftText, roles: ReadonlyMap<RoleId, Counted>): ReadonlyMap<RoleId, readonly SaidFact[]> {
  const owners = new Map<string, { readonly role: RoleId; readonly speeches: number }>()
  for (const [role, { cues }] of roles) {
    for (const [cue, speeches] of cues) if (speeches > (owners.get(cue)?.speeches ?? -1)) owners.set(cue, { role, speeches })
  }
  const said = new Map<RoleId, SaidFact[]>()
  // As read the busiest character comes first.
  for (const { name, proposals } of draftRoles({ scenes: [...draft.scenes], characters: [...draft.characters] }, draft.elements)) {
    const owner = owners.get(name)
    if (owner) said.set(owner.role, [...(said.get(owner.role) ?? []), ...proposals.map(({ proposal, citation }) => ({ proposal, citation: { ...citation, scriptId: draft.scriptId } }))])
  }
  return said
}
