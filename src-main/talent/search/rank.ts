import type { PlayingRange } from '../../../src-preload/contract/words.ts'
import type { Nearness } from '../nearPeople.ts'
import { topAllowed, topOf } from './topOf.ts'

/** How much words and meaning give to a score; measured on a retrieval set, see tools/measureSearch.ts. */
export const shares = { words: 0.6, meaning: 0.4 } as const

/** How many of the best of each side are considered. */
const bestOfEach = 200

/** How many of those who seem nearest are looked at closely: the true nearest are surely among them. */
const lookedAt = 260

/** How much a well-fitting playing range adds, so that of two alike the one in the middle of the asked ages stands first. */
const ageShare = 0.08

/** A person found by words, by meaning or both: the row, the score from 0 to 1, and how near in meaning (0 to 1 among those found). */
export interface Ranked {
  readonly row: number
  readonly score: number
  readonly byWords: boolean
  readonly meaning: number
}

/** A score for some rows of the book: where nothing is said of a row it is 0. */
export interface RowScores {
  /** By the number of the row. */
  readonly scores: Float64Array
  /** The rows that have one, each once. */
  readonly rows: readonly number[]
}

/**
 * Puts the best of both sides into one order: a convex combination of min-max-normalised scores.
 *
 * `meaning` is null where nothing is compared. `ageFit` gives 0 to 1 for a row, or null where no age was asked. Who has no 1 in `allowed` is
 * left out before the best are taken.
 */
export function fuse(words: RowScores, meaning: Nearness | null, allowed: Uint8Array, ageFit: (row: number) => number | null): readonly Ranked[] {
  const byWords = topAllowed(words.scores, allowed, bestOfEach, words.rows)
  const cosines = nearest(meaning, byWords, allowed)
  const rows = new Set([...byWords, ...topOf(cosines.keys(), row => cosines.get(row) ?? 0, bestOfEach)])
  let [mostWords, least, most] = [0, Infinity, -Infinity]
  for (const row of rows) {
    mostWords = Math.max(mostWords, words.scores[row] ?? 0)
    const cosine = cosines.get(row)
    if (cosine === undefined) continue
    least = Math.min(least, cosine)
    most = Math.max(most, cosine)
  }
  return [...rows]
    .map(row => {
      const own = words.scores[row] ?? 0
      const byWord = mostWords > 0 ? own / mostWords : 0
      const cosine = cosines.get(row)
      const byMeaning = cosine === undefined || most <= least ? 0 : (cosine - least) / (most - least)
      // Where nothing but meaning speaks it has the whole score.
      const fit = mostWords === 0 ? byMeaning : shares.words * byWord + shares.meaning * byMeaning
      const age = ageFit(row)
      return { row, score: age === null ? fit : fit * (1 - ageShare) + age * ageShare, byWords: own > 0, meaning: byMeaning }
    })
    .sort((a, b) => b.score - a.score || a.row - b.row)
}

/** How well a playing range fits the asked one: the years both share, of the shorter, 0 to 1; halved in part by how far the middles lie apart. */
export function rangeFit(asked: PlayingRange, from: number, to: number): number {
  const shared = Math.min(asked.to, to) - Math.max(asked.from, from) + 1
  if (shared <= 0) return 0
  const coverage = shared / Math.min(asked.to - asked.from + 1, to - from + 1)
  // An open end ("over sixty") has no middle worth aiming at.
  const apart = asked.to >= 110 || asked.from === 0 ? 0 : Math.abs((asked.from + asked.to - from - to) / 2)
  return 0.5 * coverage + 0.5 / (1 + apart / 5)
}

/** The true cosines of those who seem nearest, and of whoever is found by words. */
function nearest(meaning: Nearness | null, byWords: readonly number[], allowed: Uint8Array): ReadonlyMap<number, number> {
  if (!meaning) return new Map()
  const seeming = topAllowed(meaning.about, allowed, lookedAt)
  return meaning.exactly([...new Set([...seeming, ...byWords])])
}
