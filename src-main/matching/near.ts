import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { meaningByRow } from '../talent/meaningScores.ts'
import { anyOf } from '../talent/search/matchQuery.ts'
import { textColumns } from '../talent/search/textColumns.ts'
import { between } from './factor.ts'
import type { Ask } from './ask.ts'
import type { RoleConcept } from './roleConcepts.ts'
import { cosineScale, nearShares } from './weights.ts'

/** The ends between which the cosines of a book are read: at `none` or under there is no nearness, at `full` or over all. */
export interface Scale {
  readonly none: number
  readonly full: number
}

/** Reads the scale off a book's own cosines where it is large enough, see {@link cosineScale}. */
export function scaleOf(cosines: readonly number[]): Scale {
  if (cosines.length < cosineScale.fromPeople) return { none: cosineScale.none, full: cosineScale.full }
  const sorted = Float64Array.from(cosines).sort()
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0
  const none = at(cosineScale.lowest)
  return { none, full: Math.max(at(cosineScale.nearest), none + cosineScale.span) }
}

/**
 * How near everybody of the book is to what a role says, 0 to 1: the cosine to the vector of its words, and the words that answer them.
 *
 * Both as search weighs them (see `nearShares`), so that the best of the book stands near 1. People whose vector is not made yet are
 * missing; everybody is where the role has no words and so no vector.
 */
export function nearnessOf(db: Database, modelId: string, vector: Float32Array | null, ask: Ask): ReadonlyMap<TalentId, number> {
  if (vector === null) return new Map()
  const cosines = meaningByRow(db, modelId, vector)
  const { none, full } = scaleOf([...cosines.values()])
  const words = wordScores(db, ask.concepts)
  const most = [...words.values()].reduce((best, score) => Math.max(best, score), 0)
  const ids = db.prepare('SELECT row, id FROM talent WHERE removed_at IS NULL').raw().all() as readonly [number, TalentId][]
  return new Map(ids.flatMap(([row, id]) => {
    const cosine = cosines.get(row)
    if (cosine === undefined) return []
    const byMeaning = between((cosine - none) / (full - none))
    return [[id, most === 0 ? byMeaning : nearShares.meaning * byMeaning + nearShares.words * ((words.get(row) ?? 0) / most)]]
  }))
}

/** What another word counts beside the one that the role says. */
const alternativeWeight = 0.4

/** How well profiles answer the concepts of a role, by the number of the row: BM25 of its own words or, at a discount, of what else they are called, summed. */
function wordScores(db: Database, concepts: readonly RoleConcept[]): ReadonlyMap<number, number> {
  const find = db.prepare<[string], [row: number, score: number]>(
    `SELECT rowid, -bm25(talent_fts, ${textColumns.map(({ weight }) => weight).join(', ')}) FROM talent_fts WHERE talent_fts MATCH ?`,
  ).raw()
  const scores = new Map<number, number>()
  for (const { term, alternatives } of concepts) {
    const best = new Map<number, number>()
    const take = (terms: readonly string[], weight: number): void => {
      for (const [row, score] of find.all(`{skills languages training credits bio city} : (${anyOf(terms)})`)) best.set(row, Math.max(best.get(row) ?? 0, score * weight))
    }
    take([term], 1)
    if (alternatives.length > 0) take(alternatives, alternativeWeight)
    for (const [row, score] of best) scores.set(row, (scores.get(row) ?? 0) + score)
  }
  return scores
}
