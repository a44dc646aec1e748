import type { Database } from '../../database/openDatabase.ts'
import { anyOf, phrase } from './matchQuery.ts'
import { textColumns } from './textColumns.ts'

/** What a search asks of the texts and names of the book, whichever way it is answered. */
export interface BookTexts {
  /** Whether a word stands in any text, or in any name. */
  isKnown(word: string): boolean
  isName(word: string): boolean
  /** Hands over each row with a 1 in `allowed` (null allows all) that has one of some phrases, with its score: Okapi BM25 with weighted columns. */
  score(phrases: readonly string[], allowed: Uint8Array | null, take: (row: number, score: number) => void): void
  /** The rows where any of the terms stands in a text that tells what somebody is or can do; credits and notes are left out. With `beside`, one of those words too. */
  rowsTelling(terms: readonly string[], beside?: readonly string[]): ReadonlySet<number>
  /** The rows that have a phrase in any text. */
  rowsSaying(phrase: string): ReadonlySet<number>
  /** The rows and names that share most of some trigrams, best first; of two alike the earlier row. */
  likeNames(trigrams: readonly string[], most: number): readonly (readonly [row: number, name: string])[]
}

/** The columns that tell what somebody is or can do. */
export const telling = ['skills', 'languages', 'training', 'bio', 'city'] as const satisfies readonly (typeof textColumns)[number]['name'][]

/** Answers from the tables of full text: nothing is kept in memory, and nothing is waited for. */
export function textsOfTables(db: Database): BookTexts {
  const one = db.prepare('SELECT 1 FROM talent_fts WHERE talent_fts MATCH ? LIMIT 1')
  const rows = db.prepare('SELECT rowid FROM talent_fts WHERE talent_fts MATCH ?').pluck()
  return {
    isKnown: word => one.get(phrase(word)) !== undefined,
    isName: word => one.get(`name : ${phrase(word)}`) !== undefined,
    score(phrases, allowed, take) {
      const find = db.prepare<[string], [row: number, score: number]>(`SELECT rowid, -bm25(talent_fts, ${textColumns.map(({ weight }) => weight).join(', ')}) FROM talent_fts WHERE talent_fts MATCH ?`).raw()
      for (const [row, score] of find.iterate(anyOf(phrases))) if (allowed === null || allowed[row] === 1) take(row, score)
    },
    rowsTelling: (terms, beside = []) =>
      new Set(rows.all(`{${telling.join(' ')}} : ${beside.length > 0 ? `((${anyOf(terms)}) AND (${anyOf(beside)}))` : `(${anyOf(terms)})`}`) as number[]),
    rowsSaying: said => new Set(rows.all(phrase(said)) as number[]),
    likeNames: (trigrams, most) =>
      db.prepare('SELECT rowid, name FROM talent_name_fts WHERE talent_name_fts MATCH ? ORDER BY rank, rowid LIMIT ?').raw().all(anyOf(trigrams), most) as [number, string][],
  }
}
