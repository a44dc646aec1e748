import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { meaningByRow } from '../talent/meaningScores.ts'
import { anyOf } from '../talent/search/matchQuery.ts'
import { between } from './factor.ts'
import type { Ask } from './ask.ts'
import { cosineScale, wordLift } from './weights.ts'

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
 * How near in meaning everybody of the book is to a role, 0 to 1: the cosine to the vector of its words, and the words they share.
 *
 * People whose vector is not made yet are missing; everybody is where the role has no words and so no vector.
 */
export function nearnessOf(db: Database, modelId: string, vector: Float32Array | null, ask: Ask): ReadonlyMap<TalentId, number> {
  if (vector === null) return new Map()
  const cosines = meaningByRow(db, modelId, vector)
  const { none, full } = scaleOf([...cosines.values()])
  const shared = sharedWords(db, [...ask.telling, ...ask.kin])
  const ids = db.prepare('SELECT row, id FROM talent WHERE removed_at IS NULL').raw().all() as readonly [number, TalentId][]
  return new Map(ids.flatMap(([row, id]) => {
    const cosine = cosines.get(row)
    if (cosine === undefined) return []
    return [[id, 1 - (1 - between((cosine - none) / (full - none))) * (1 - wordLift * (shared.get(row) ?? 0))]]
  }))
}

/** How much each profile shares of some words, weighed by their rareness (BM25), as a part of the best in the book; by the number of the row. */
function sharedWords(db: Database, words: readonly string[]): ReadonlyMap<number, number> {
  if (words.length === 0) return new Map()
  const rows = db
    .prepare(
      `SELECT f.rowid, -f.score FROM (
         SELECT rowid, bm25(talent_fts) AS score FROM talent_fts WHERE talent_fts MATCH ?
       ) f JOIN talent t ON t.row = f.rowid WHERE t.removed_at IS NULL`,
    )
    .raw()
    .all(`{skills training credits bio} : (${anyOf([...new Set(words)])})`) as readonly [number, number][]
  const best = rows.reduce((most, [, score]) => Math.max(most, score), 0)
  return best <= 0 ? new Map() : new Map(rows.map(([row, score]) => [row, between(score / best)]))
}
