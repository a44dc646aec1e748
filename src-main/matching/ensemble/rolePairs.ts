import type { PairForecast } from '../../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { Role } from '../../../src-preload/contract/roles.ts'
import type { TalentRecord } from '../../../src-preload/contract/talent.ts'
import { askedGap } from '../pairs/pairValues.ts'
import { forecastAll } from '../pairs/predictPairs.ts'
import { pairKey, scriptPairsFor } from '../pairs/scriptPairs.ts'
import type { EnsembleParts } from './ensembleParts.ts'
import type { EnsemblePair } from './problem.ts'

/** A pair of roles that counts, with what is expected of every two of their candidates; null where it would be one person twice. */
export interface RolePair {
  readonly roles: readonly [number, number]
  readonly weight: number
  readonly cells: readonly (readonly (PairForecast | null)[])[]
}

/** How many pairs of roles count at most, those on which most hangs: the rest would say little and cost time. */
const mostPairs = 8

interface PairsAsked {
  readonly productionId: ProductionId
  readonly roles: readonly Role[]
  /** The candidates of each role, in the order of the problem. */
  readonly people: readonly (readonly TalentRecord[])[]
}

/** Predicts the chemistry of the candidates of each two roles that trade most in the script. Throws CANCELLED. */
export async function rolePairs(parts: EnsembleParts, { productionId, roles, people }: PairsAsked, signal: AbortSignal): Promise<readonly RolePair[]> {
  const places = new Map(roles.map(({ id }, at) => [id, at]))
  const seen = new Set<string>()
  const made: RolePair[] = []
  for (const { roles: [one, other], weight } of await scriptPairsFor(parts, productionId, signal)) {
    const [at, beside] = [places.get(one.id), places.get(other.id)]
    const [first, second] = [roles[at ?? -1], roles[beside ?? -1]]
    if (at === undefined || beside === undefined || !first || !second || made.length >= mostPairs || seen.has(pairKey(one.id, other.id))) continue
    seen.add(pairKey(one.id, other.id))
    const cells = await forecastAll(parts, { rows: people[at] ?? [], columns: people[beside] ?? [], gap: askedGap([first, second]) }, signal)
    made.push({ roles: [at, beside], weight, cells: cells.map(row => row.map(cell => cell?.forecast ?? null)) })
  }
  return made
}

/** A pair of roles as the search weighs it: the mean rating of each two as a part of the way from 1 to 5. */
export const weighed = ({ roles, weight, cells }: RolePair): EnsemblePair =>
  ({ roles, weight, worth: cells.map(row => row.map(cell => (cell === null ? 0 : (cell.mean - 1) / 4))) })
