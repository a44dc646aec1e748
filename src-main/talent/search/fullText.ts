import type { MarkedPiece } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { Concept } from './concepts.ts'
import { anyOf, phrase } from './matchQuery.ts'
import type { RowScores } from './rank.ts'

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
 * How well each person's texts answer the concepts, by the number of the row, up to `size`; people who answer none have no score.
 *
 * Okapi BM25 with weighted columns for each concept, its own words or, at a discount, the best of what else it is called; the
 * sum over the concepts, so that who answers all stands first.
 */
export function wordScores(db: Database, concepts: readonly Concept[], size: number, isAllowed: (row: number) => boolean): RowScores {
  const find = db.prepare(`SELECT rowid, -bm25(talent_fts, ${textColumns.map(({ weight }) => weight).join(', ')}) FROM talent_fts WHERE talent_fts MATCH ?`).raw()
  const scores = new Float64Array(size)
  const best = new Float64Array(size)
  const rows: number[] = []
  for (const { term, alternatives, weight } of concepts) {
    const touched: number[] = []
    const take = (query: string, factor: number): void => {
      for (const [row, score] of find.all(query) as readonly [number, number][]) {
        if (row >= size || score <= 0 || !isAllowed(row)) continue
        if (best[row] === 0) touched.push(row)
        best[row] = Math.max(best[row] ?? 0, score * factor)
      }
    }
    take(phrase(term), 1)
    if (alternatives.length > 0) take(anyOf(alternatives), alternativeWeight)
    for (const row of touched) {
      if (scores[row] === 0) rows.push(row)
      scores[row] = (scores[row] ?? 0) + (best[row] ?? 0) * weight
      best[row] = 0
    }
  }
  return { scores, rows }
}

/** The rows where any of the terms stands in a text that tells what somebody is or can do; credits and notes are left out. With `beside`, one of those words too. */
export function rowsTelling(db: Database, terms: readonly string[], beside: readonly string[] = []): ReadonlySet<number> {
  const query = `{skills languages training bio city} : ${beside.length > 0 ? `((${anyOf(terms)}) AND (${anyOf(beside)}))` : `(${anyOf(terms)})`}`
  return new Set(db.prepare('SELECT rowid FROM talent_fts WHERE talent_fts MATCH ?').pluck().all(query) as number[])
}

/** For each row, by column label, the words of its texts that answer the concepts, as they are written there. */
export function matchedWords(db: Database, concepts: readonly Concept[], rows: readonly number[]): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> {
  const terms = termsOf(concepts)
  if (terms.length === 0 || rows.length === 0) return new Map()
  const found = db
    .prepare(`SELECT rowid, ${highlighted} FROM talent_fts WHERE talent_fts MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(anyOf(terms), JSON.stringify(rows)) as readonly [number, ...string[]][]
  return new Map(
    found.map(([row, ...texts]) => {
      const byColumn = texts.map((text, column) => [textColumns[column]?.label ?? '', markedIn(text)] as const)
      return [row, new Map(byColumn.filter(([, words]) => words.length > 0))]
    }),
  )
}

/** The texts of one person that answer the concepts, by the name of the field, parted at the words that answer. */
export function markedTexts(db: Database, concepts: readonly Concept[], row: number): readonly { readonly field: string; readonly text: readonly MarkedPiece[] }[] {
  const terms = termsOf(concepts)
  if (terms.length === 0) return []
  const texts = db.prepare(`SELECT ${highlighted} FROM talent_fts WHERE talent_fts MATCH ? AND +rowid = ?`).raw().get(anyOf(terms), row) as readonly string[] | undefined
  return (texts ?? []).flatMap((text, column) => {
    const pieces = text.split('\u0001').flatMap((part, at): MarkedPiece[] => {
      const [first = '', rest = ''] = at === 0 ? ['', part] : part.split('\u0002')
      return [{ text: first, marked: true }, { text: rest, marked: false }].filter(piece => piece.text !== '')
    })
    return pieces.some(({ marked }) => marked) ? [{ field: textColumns[column]?.label ?? '', text: pieces }] : []
  })
}

const termsOf = (concepts: readonly Concept[]): readonly string[] => [...new Set(concepts.flatMap(({ term, alternatives }) => [term, ...alternatives]))]

/** The columns with the words that answer between two marks. */
const highlighted = textColumns.map((_, column) => `highlight(talent_fts, ${column}, char(1), char(2))`).join(', ')

function markedIn(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- the two marks cannot stand in a text that was typed
  const words = [...text.matchAll(/\u0001([^\u0002]*)\u0002/g)].map(match => match[1] ?? '')
  return words.filter((word, at) => words.findIndex(other => other.toLowerCase() === word.toLowerCase()) === at)
}
