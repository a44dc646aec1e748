import type { FitWeights, MatchSettings } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { decisionsOf, type Decision } from './decisions.ts'
import { learnWeights, type FactorValues, type Preference } from './learnWeights.ts'
import { keptMatching } from './matchSettings.ts'
import { houseWeights } from './weights.ts'

/** Reads how people do on each factor of a role. */
export type ReadValues = (roleId: RoleId, talentIds: readonly TalentId[]) => ReadonlyMap<TalentId, FactorValues>

/** So many preferences of one role are learnt from at most, so that one long list does not drown the others. */
const mostOfRole = 200

/** Who was preferred to whom, for the same role. */
export function preferencesOf(decisions: readonly Decision[], values: ReadValues): readonly Preference[] {
  return [...Map.groupBy(decisions, ({ roleId }) => roleId)].flatMap(([roleId, ofRole]) => {
    if (new Set(ofRole.map(({ level }) => level)).size < 2) return []
    const known = values(roleId, ofRole.map(({ talentId }) => talentId))
    return ofRole
      .flatMap(one => ofRole.filter(other => one.level > other.level).map(other => [known.get(one.talentId), known.get(other.talentId)] as const))
      .flatMap(([one, other]): Preference[] => (one && other ? [[one, other]] : []))
      .slice(0, mostOfRole)
  })
}

/** How a production weighs, with what it learnt where learning is on. */
export function matchSettingsOf(db: Database, productionId: ProductionId, values: ReadValues): MatchSettings {
  const kept = keptMatching(db, productionId)
  const weights = kept.weights ?? houseWeights
  const decisions = decisionsOf(db, kept.across ? null : productionId, kept.learntFrom)
  const preferences = preferencesOf(decisions, values)
  const learnt = kept.learning ? learnWeights(preferences, weights) : null
  return {
    weights, house: houseWeights, moved: kept.weights !== null,
    learning: {
      on: kept.learning, across: kept.across, decisions: decisions.length, preferences: preferences.length,
      weights: learnt?.weights ?? null, agreement: learnt?.agreement ?? null, before: learnt?.before ?? null,
    },
  }
}

/** The weights that a production ranks by: what it learnt where learning is on, else the sliders. */
export function weightsInForce(db: Database, productionId: ProductionId, values: ReadValues): FitWeights {
  const { weights, learning } = keptMatching(db, productionId)
  return learning ? (matchSettingsOf(db, productionId, values).learning.weights ?? houseWeights) : (weights ?? houseWeights)
}
