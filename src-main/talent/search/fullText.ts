import type { BookTexts } from './bookTexts.ts'
import type { Concept } from './concepts.ts'
import type { RowScores } from './rank.ts'

/** What another word counts beside the one that was asked for. */
const alternativeWeight = 0.4

/**
 * How well each person's texts answer the concepts, by the number of the row, of the rows with a 1 in `allowed`; people who answer none have no score.
 *
 * Okapi BM25 with weighted columns for each concept, its own words or, at a discount, the best of what else it is called; the
 * sum over the concepts, so that who answers all stands first.
 */
export function wordScores(texts: BookTexts, concepts: readonly Concept[], allowed: Uint8Array): RowScores {
  const scores = new Float64Array(allowed.length)
  const best = new Float64Array(allowed.length)
  const rows: number[] = []
  for (const { term, alternatives, weight } of concepts) {
    const touched: number[] = []
    const take = (phrases: readonly string[], factor: number): void => texts.score(phrases, allowed, (row, score) => {
      const before = best[row] ?? 0
      if (before === 0) touched.push(row)
      if (score * factor > before) best[row] = score * factor
    })
    take([term], 1)
    if (alternatives.length > 0) take(alternatives, alternativeWeight)
    for (const row of touched) {
      if (scores[row] === 0) rows.push(row)
      scores[row] = (scores[row] ?? 0) + (best[row] ?? 0) * weight
      best[row] = 0
    }
  }
  return { scores, rows }
}
