import type { Database } from '../../database/openDatabase.ts'
import type { Concept } from './concepts.ts'
import { anyOf, phrase } from './matchQuery.ts'

/** The columns of the full-text index in their order, with what they weigh and what the user calls them. */
export const textColumns = [
  { name: 'name', weight: 0.5, label: 'name' },
  { name: 'skills', weight: 2, label: 'skills' },
  { name: 'languages', weight: 2.5, label: 'languages' },
  { name: 'training', weight: 1, label: 'training' },
  { name: 'credits', weight: 1, label: 'credits' },
  { name: 'bio', weight: 1, label: 'biography' },
  { name: 'city', weight: 1, label: 'city' },
  { name: 'notes', weight: 1, label: 'notes' },
] as const

/** What another word counts beside the one that was asked for. */
const alternativeWeight = 0.4

/**
 * How well each person's texts answer the concepts, by the number of the row; people who answer none are missing.
 *
 * Okapi BM25 with weighted columns for each concept, its own words or, at a discount, the best of what else it is called; the
 * sum over the concepts, so that who answers all stands first.
 */
export function wordScores(db: Database, concepts: readonly Concept[], isAllowed: (row: number) => boolean): ReadonlyMap<number, number> {
  const find = db.prepare(`SELECT rowid, -bm25(talent_fts, ${textColumns.map(({ weight }) => weight).join(', ')}) FROM talent_fts WHERE talent_fts MATCH ?`).raw()
  const total = new Map<number, number>()
  for (const { term, alternatives, weight } of concepts) {
    const best = new Map<number, number>()
    const take = (query: string, factor: number): void => {
      for (const [row, score] of find.all(query) as readonly [number, number][]) {
        if (isAllowed(row)) best.set(row, Math.max(best.get(row) ?? 0, score * factor))
      }
    }
    take(phrase(term), 1)
    if (alternatives.length > 0) take(anyOf(alternatives), alternativeWeight)
    for (const [row, score] of best) total.set(row, (total.get(row) ?? 0) + score * weight)
  }
  return total
}

/** The rows where any of the terms stands in a text that tells what somebody is or can do; credits and notes are left out. */
export function rowsTelling(db: Database, terms: readonly string[]): ReadonlySet<number> {
  const query = `{skills languages training bio city} : (${anyOf(terms)})`
  return new Set(db.prepare('SELECT rowid FROM talent_fts WHERE talent_fts MATCH ?').pluck().all(query) as number[])
}

/** For each row, by column label, the words of its texts that answer the concepts, as they are written there. */
export function matchedWords(db: Database, concepts: readonly Concept[], rows: readonly number[]): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> {
  const terms = [...new Set(concepts.flatMap(({ term, alternatives }) => [term, ...alternatives]))]
  if (terms.length === 0 || rows.length === 0) return new Map()
  const marked = textColumns.map((_, column) => `highlight(talent_fts, ${column}, char(1), char(2))`).join(', ')
  const found = db
    .prepare(`SELECT rowid, ${marked} FROM talent_fts WHERE talent_fts MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(anyOf(terms), JSON.stringify(rows)) as readonly [number, ...string[]][]
  return new Map(
    found.map(([row, ...texts]) => {
      const byColumn = texts.map((text, column) => [textColumns[column]?.label ?? '', markedIn(text)] as const)
      return [row, new Map(byColumn.filter(([, words]) => words.length > 0))]
    }),
  )
}

function markedIn(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- the two marks cannot stand in a text that was typed
  const words = [...text.matchAll(/\u0001([^\u0002]*)\u0002/g)].map(match => match[1] ?? '')
  return words.filter((word, at) => words.findIndex(other => other.toLowerCase() === word.toLowerCase()) === at)
}
