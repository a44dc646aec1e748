import type { Query } from './searchSets.ts'

/** How well one query was answered: each figure from 0 to 1. */
export interface Scored {
  readonly kind: string
  readonly ndcg: number
  readonly recall: number
  readonly mrr: number
}

/** Scores the people found, best first: nDCG@10 with gain 2^grade - 1, recall@20 of everybody relevant, and one over the place of the first who is good. */
export function scoreFound({ kind, relevant }: Query, found: readonly string[]): Scored {
  const ideal = dcg(Object.values(relevant).toSorted((a, b) => b - a))
  const wanted = Object.keys(relevant).filter(person => (relevant[person] ?? 0) > 0)
  const first = found.findIndex(person => (relevant[person] ?? 0) >= 2)
  return {
    kind,
    ndcg: dcg(found.map(person => relevant[person] ?? 0)) / ideal,
    recall: found.filter(person => wanted.includes(person)).length / Math.min(20, wanted.length),
    mrr: first < 0 ? 0 : 1 / (first + 1),
  }
}

/** What stands above the lines of {@link scoreLines}. */
export const scoreHead = `${'kind'.padEnd(22)}   n   nDCG@10 recall@20       MRR`

/** A line for each kind of query and one for all, each the mean. */
export function scoreLines(scored: readonly Scored[]): readonly string[] {
  const kinds = [...new Set(scored.map(({ kind }) => kind))]
  return [...kinds.map(kind => line(kind, scored.filter(one => one.kind === kind))), line('all', scored)]
}

/** The mean, 0 of nothing. */
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

function line(name: string, scored: readonly Scored[]): string {
  const figures = [scored.map(one => one.ndcg), scored.map(one => one.recall), scored.map(one => one.mrr)]
  return `${name.padEnd(22)}${String(scored.length).padStart(4)}${figures.map(values => mean(values).toFixed(3).padStart(10)).join('')}`
}

const dcg = (grades: readonly number[]): number => grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
