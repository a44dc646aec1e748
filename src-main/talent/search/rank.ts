import type { PlayingRange } from '../../../src-preload/contract/words.ts'

/** How much words and meaning give to a score; measured on a retrieval set, see tools/measureSearch.ts. */
export const shares = { words: 0.6, meaning: 0.4 } as const

/** How many of the best of each side are considered. */
const bestOfEach = 200

/** How much a well-fitting playing range adds, so that of two alike the one in the middle of the asked ages stands first. */
const ageShare = 0.08

/** A person found by words, by meaning or both: the row, the score from 0 to 1, and how near in meaning (0 to 1 among those found). */
export interface Ranked {
  readonly row: number
  readonly score: number
  readonly byWords: boolean
  readonly meaning: number
}

/**
 * Puts the best of both sides into one order: a convex combination of min-max-normalised scores.
 *
 * `ageFit` gives 0 to 1 for a row, or null where no age was asked.
 */
export function fuse(
  words: ReadonlyMap<number, number>,
  meaning: ReadonlyMap<number, number>,
  ageFit: (row: number) => number | null,
): readonly Ranked[] {
  const rows = new Set([...best(words), ...best(meaning)])
  const mostWords = Math.max(0, ...[...rows].map(row => words.get(row) ?? 0))
  const near = [...rows].flatMap(row => meaning.get(row) ?? [])
  const [least, most] = [Math.min(...near), Math.max(...near)]
  return [...rows]
    .map(row => {
      const byWord = mostWords > 0 ? (words.get(row) ?? 0) / mostWords : 0
      const cosine = meaning.get(row)
      const byMeaning = cosine === undefined || most <= least ? 0 : (cosine - least) / (most - least)
      // Where nothing but meaning speaks it has the whole score.
      const fit = mostWords === 0 ? byMeaning : shares.words * byWord + shares.meaning * byMeaning
      const age = ageFit(row)
      return { row, score: age === null ? fit : fit * (1 - ageShare) + age * ageShare, byWords: words.has(row), meaning: byMeaning }
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

const best = (scores: ReadonlyMap<number, number>): readonly number[] =>
  [...scores].sort((a, b) => b[1] - a[1]).slice(0, bestOfEach).map(([row]) => row)
