import type { MarkedPiece } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { openScratch } from '../../database/openScratch.ts'
import type { Concept } from './concepts.ts'
import { openMarks, wordMarks } from './marks.ts'
import { anyOf } from './matchQuery.ts'
import { textColumns } from './textColumns.ts'
import { tokenizers } from './tokens.ts'

/** A text of a person with the words that answer marked. */
export interface MarkedText {
  readonly field: string
  readonly text: readonly MarkedPiece[]
}

/** Shows which words of some people answer a search. */
export interface Marker {
  /** For each row, by the name of the field, the words of its texts that answer the concepts, as they are written there. */
  matched(concepts: readonly Concept[], rows: readonly number[]): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>
  /** The texts of one person that answer the concepts, by the name of the field, parted at the words that answer. */
  marked(concepts: readonly Concept[], row: number): readonly MarkedText[]
}

const names = textColumns.map(({ name }) => name).join(', ')

/**
 * Opens what marks the words of a page of people.
 *
 * Their texts are cut into words as FTS5 cuts them. Where what answers lies in a piece of other letters than ASCII, of which only FTS5 knows
 * where each word ends, the texts of that person alone are put into an index in memory for it.
 */
export function openMarker(db: Database): Marker {
  const read = db.prepare<[string], [number, ...string[]]>(`SELECT rowid, ${names} FROM talent_fts WHERE rowid IN (SELECT value FROM json_each(?))`).raw()
  const mark = openMarks()
  const highlight = openHighlighter()
  const highlighted = (concepts: readonly Concept[], rows: readonly number[]): ReadonlyMap<number, readonly string[]> => {
    const terms = [...new Set(concepts.flatMap(({ term, alternatives }) => [term, ...alternatives]))]
    if (terms.length === 0 || rows.length === 0) return new Map()
    const texts = read.all(JSON.stringify(rows))
    const found = mark(terms, texts.map(([, ...own]) => own))
    const hard = texts.filter((_, at) => found[at] === null)
    const others = hard.length > 0 ? highlight(terms, hard) : new Map<number, readonly string[]>()
    return new Map(texts.flatMap(([row], at) => {
      const own = found[at] ?? others.get(row)
      return own?.some(text => text.includes(wordMarks.before)) ? [[row, own]] : []
    }))
  }
  return {
    matched: (concepts, rows) => new Map([...highlighted(concepts, rows)].map(([row, own]) => {
      const byField = own.map((text, column) => [textColumns[column]?.label ?? '', markedIn(text)] as const)
      return [row, new Map(byField.filter(([, words]) => words.length > 0))]
    })),
    marked: (concepts, row) => (highlighted(concepts, [row]).get(row) ?? []).flatMap((text, column) => {
      const pieces = text.split(wordMarks.before).flatMap((part, at): MarkedPiece[] => {
        const [first = '', rest = ''] = at === 0 ? ['', part] : part.split(wordMarks.after)
        return [{ text: first, marked: true }, { text: rest, marked: false }].filter(piece => piece.text !== '')
      })
      return pieces.some(({ marked }) => marked) ? [{ field: textColumns[column]?.label ?? '', text: pieces }] : []
    }),
  }
}

/** Gives what has FTS5 mark the texts of some people, those in which something answers. */
function openHighlighter(): (terms: readonly string[], texts: readonly (readonly [row: number, ...own: string[]])[]) => ReadonlyMap<number, readonly string[]> {
  const scratch = openScratch(`CREATE VIRTUAL TABLE page USING fts5(${names}, tokenize = '${tokenizers.texts}')`)
  const add = scratch.prepare(`INSERT INTO page (rowid, ${names}) VALUES (?, ${textColumns.map(() => '?').join(', ')})`)
  const find = scratch.prepare<[string], [number, ...string[]]>(`SELECT rowid, ${textColumns.map((_, column) => `highlight(page, ${column}, char(1), char(2))`).join(', ')} FROM page WHERE page MATCH ?`).raw()
  const clear = scratch.prepare('DELETE FROM page')
  return (terms, texts) => inTransaction(scratch, () => {
    for (const text of texts) add.run(...text)
    const found = find.all(anyOf(terms))
    clear.run()
    return new Map(found.map(([row, ...own]) => [row, own]))
  })
}

function markedIn(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- the two marks cannot stand in a text that was typed
  const words = [...text.matchAll(/\u0001([^\u0002]*)\u0002/g)].map(match => match[1] ?? '')
  return words.filter((word, at) => words.findIndex(other => other.toLowerCase() === word.toLowerCase()) === at)
}
