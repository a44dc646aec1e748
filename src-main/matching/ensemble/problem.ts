/** Somebody who could play a role: how well they fit, 0 to 1, and their fee in minor units, 0 where it is not known. */
export interface EnsembleCandidate {
  readonly person: string
  readonly worth: number
  readonly fee: number
}

/** Two roles whose people have to fit each other; `worth` is 0 to 1 by the candidates of the first role, then of the second. */
export interface EnsemblePair {
  readonly roles: readonly [number, number]
  readonly weight: number
  readonly worth: readonly (readonly number[])[]
}

/** Something that was wished for and can be left out; roles are by their place, people by their id. */
export type EnsembleLimit =
  | { readonly kind: 'fixed'; readonly role: number; readonly person: string }
  | { readonly kind: 'must'; readonly people: readonly [string, string] }
  | { readonly kind: 'never'; readonly people: readonly [string, string] }
  | { readonly kind: 'out'; readonly person: string }
  /** Who is blocked on the days that are wished for. */
  | { readonly kind: 'dates'; readonly people: readonly string[] }
  | { readonly kind: 'fee'; readonly most: number }

/** A cast to be found: one of the candidates for each role, nobody twice. */
export interface EnsembleProblem {
  readonly roles: readonly (readonly EnsembleCandidate[])[]
  readonly pairs: readonly EnsemblePair[]
  readonly limits: readonly EnsembleLimit[]
  /** How much the pairs weigh, 0 to 1; the rest is the mean fit. */
  readonly chemistry: number
  readonly alternatives: number
  /** In how many roles each cast differs from every one before it, at least. */
  readonly distance: number
  /** Seconds that the search for one cast may take. */
  readonly seconds: number
}

/** A cast by the place of each role's candidate; `worth` is 0 to 1. */
export interface SolvedCast {
  readonly chosen: readonly number[]
  readonly worth: number
  /** No cast is better under these limits, at this distance from those before. */
  readonly proven: boolean
  /** How much better one could be at most, as a part of the worth. */
  readonly gap: number
}

/** What came of the search. */
export interface SolvedEnsemble {
  readonly state: 'found' | 'impossible' | 'noTime'
  readonly casts: readonly SolvedCast[]
  /** Limits that cannot all hold, by their place; each is needed for that. Empty where the roles alone cannot be cast. */
  readonly blocking: readonly number[]
  /** Roles that cannot all be cast even without limits, by their place. */
  readonly blockingRoles: readonly number[]
  /** The least that a cast costs under all limits but the fee, null where there is none or no fee limit is in the way. */
  readonly leastFee: number | null
}

/** What a cast is worth, 0 to 1: mean fit and chemistry of the pairs by their weights. */
export function worthOf({ roles, pairs, chemistry }: EnsembleProblem, chosen: readonly number[]): number {
  const share = sharesOf({ roles, pairs, chemistry })
  const fit = roles.reduce((sum, candidates, role) => sum + (candidates[chosen[role] ?? -1]?.worth ?? 0), 0)
  const together = pairs.reduce((sum, { roles: [one, other], weight, worth }) => sum + weight * (worth[chosen[one] ?? -1]?.[chosen[other] ?? -1] ?? 0), 0)
  return share.fit * fit + share.pair * together
}

/** What one point of fit in one role, and of a pair at weight 1, adds to the worth. */
export function sharesOf({ roles, pairs, chemistry }: Pick<EnsembleProblem, 'roles' | 'pairs' | 'chemistry'>): { readonly fit: number; readonly pair: number } {
  const weights = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const part = weights > 0 ? chemistry : 0
  return { fit: (1 - part) / Math.max(1, roles.length), pair: weights > 0 ? part / weights : 0 }
}
