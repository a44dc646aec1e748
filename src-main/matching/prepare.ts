import type { FitWeights } from '../../src-preload/contract/matching.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { TalentId, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { getRole } from '../roles/roleStore.ts'
import { makeGlossary } from '../talent/search/glossary.ts'
import { talentFactsOf } from '../talent/talentFacts.ts'
import { askOf, type Ask } from './ask.ts'
import { barsOf, judge, type Judgement } from './fit.ts'
import { weightsInForce, type ReadValues } from './learning.ts'
import { nearnessOf } from './near.ts'
import { sightingsBeside } from './past.ts'
import type { Sounds } from './sounds.ts'
import { houseWeights } from './weights.ts'

/** What a question about a role needs beside the database; plain values, so that it can be asked in a worker. */
export interface MatchQuestion {
  readonly roleId: RoleId
  readonly modelId: string
  /** The words of the role as a vector of unit length; null where they say nothing. */
  readonly vector: Float32Array | null
  /** The same of every role whose decisions are learnt from; empty where nothing is. */
  readonly learntFrom: ReadonlyMap<RoleId, Float32Array>
  readonly settings: Pick<Settings, 'suggestions' | 'glossary'>
  /** The day it is, YYYY-MM-DD. */
  readonly today: string
}

/** Reads what a role asks, and whether anybody may be suggested for it. Throws NOT_FOUND. */
export function readAsk(db: Database, { roleId, settings, today }: Pick<MatchQuestion, 'roleId' | 'settings' | 'today'>, sounds?: Sounds): { readonly ask: Ask; readonly suggestions: boolean } {
  const role = getRole(db, roleId)
  const production = getProduction(db, role.productionId)
  const ask = askOf(role, production, makeGlossary(settings.glossary), today, sounds)
  return { ask, suggestions: settings.suggestions && production.suggestions && role.suggestions }
}

/** A role, ready for people to be held against it. */
export interface Prepared {
  readonly ask: Ask
  readonly suggestions: boolean
  readonly weights: FitWeights
  readonly hold: (person: TalentRecord) => Judgement
}

/** Reads everything that people are held against; `sounds` are those of the book, `only` narrows what is read of this office's past to some people. */
export function prepare(db: Database, question: MatchQuestion, { sounds, only }: { readonly sounds?: Sounds; readonly only?: readonly TalentId[] } = {}): Prepared {
  const { ask, suggestions } = readAsk(db, question, sounds)
  if (!suggestions) return { ask, suggestions, weights: houseWeights, hold: person => judge(ask, person, { near: null, past: [] }, houseWeights) }
  const weights = weightsInForce(db, ask.productionId, readValues(db, question, sounds))
  const near = nearnessOf(db, question.modelId, question.vector, ask)
  const seen = sightingsBeside(db, ask.roleId, only)
  return { ask, suggestions, weights, hold: person => judge(ask, person, { near: near.get(person.id) ?? null, past: seen.get(person.id) ?? [] }, weights) }
}

/**
 * Reads how people do on each factor of any role, as learning compares them.
 *
 * Nearness in meaning is a number here like any other; of a role whose words are no vector it is not known. The past with this
 * office is left out, since the decisions themselves make it.
 */
export const readValues = (db: Database, { settings, today, modelId, learntFrom }: Pick<MatchQuestion, 'settings' | 'today' | 'modelId' | 'learntFrom'>, sounds?: Sounds): ReadValues =>
  (roleId, talentIds) => {
    const { ask } = readAsk(db, { roleId, settings, today }, sounds)
    const near = nearnessOf(db, modelId, learntFrom.get(roleId) ?? null, ask)
    return new Map(talentFactsOf(db, modelId, talentIds).map(person => {
      const factors = judge(ask, person, { near: near.get(person.id) ?? null, past: [] }, houseWeights).factors.filter(({ factor }) => factor !== 'past')
      return [person.id, Object.fromEntries(barsOf(factors).map(({ factor, value }) => [factor, value]))]
    }))
  }
