import type { Database } from '../../database/openDatabase.ts'
import { telling, type BookTexts } from './bookTexts.ts'
import { textColumns } from './textColumns.ts'
import { topOf } from './topOf.ts'
import { openWordIndex, type WordIndex } from './wordIndex.ts'

/** The full text and the names of a book in memory, made from the tables, which stay the truth, and kept in step with them. */
export interface BookIndex {
  /** Reads one more piece of the book, or of what changed; true once it is in step. */
  grow(): boolean
  /** Whether it is in step with the tables; a few changed people are read at once. */
  isReady(): boolean
  /** Answers as {@link textsOfTables} would, while it is ready. */
  readonly texts: BookTexts
  /** How much memory the postings take, in bytes. */
  readonly bytes: () => number
}

/** How many people are read in one piece: some 20 ms. */
const piece = 400

/** So many changed people are read before a search rather than left for later. */
const fewChanged = 100

/** Once so many texts are forgotten, and more than a quarter of all, the index is made anew. */
const mostForgotten = 1_000

interface Indexes {
  readonly texts: WordIndex
  readonly names: WordIndex
}

const openIndexes = (): Indexes => ({ texts: openWordIndex('texts', textColumns.map(({ weight }) => weight)), names: openWordIndex('names', [1]) })

/** Opens the index of a book; nothing is read before the first {@link BookIndex.grow}. */
export function openBookIndex(db: Database): BookIndex {
  const newest = db.prepare<[], number>('SELECT coalesce(max(at), 0) FROM talent_change').pluck()
  const changed = db.prepare<[number], number>('SELECT talent_row FROM talent_change WHERE at > ? ORDER BY talent_row').pluck()
  const countChanged = db.prepare<[number, number], number>('SELECT count(*) FROM (SELECT 1 FROM talent_change WHERE at > ? LIMIT ?)').pluck()
  const read = pieceReader(db)
  let indexes = openIndexes()
  let revision = -1
  let due: readonly number[] = []
  let target = -1
  const grow = (): boolean => {
    const { texts } = indexes
    if (due.length === 0) {
      if (texts.forgotten() > Math.max(mostForgotten, texts.rows() / 4)) {
        indexes = openIndexes()
        revision = -1
      }
      // Whoever changes while this is read has a higher number, and is read the next time.
      target = newest.get() ?? 0
      due = changed.all(revision)
    }
    read(indexes, due.slice(0, piece))
    due = due.slice(piece)
    if (due.length === 0) revision = target
    return revision === newest.get()
  }
  return {
    grow,
    isReady() {
      if (revision === newest.get()) return true
      return revision !== -1 && due.length === 0 && (countChanged.get(revision, fewChanged + 1) ?? 0) <= fewChanged && grow()
    },
    texts: textsOf(db, () => indexes),
    bytes: () => indexes.texts.bytes() + indexes.names.bytes(),
  }
}

/** Gives what reads some rows from the tables; a row that is not there any more is forgotten. */
function pieceReader(db: Database): (indexes: Indexes, rows: readonly number[]) => void {
  const texts = db.prepare<[string], [number, ...string[]]>(`SELECT rowid, ${textColumns.map(({ name }) => name).join(', ')} FROM talent_fts WHERE rowid IN (SELECT value FROM json_each(?))`).raw()
  const names = db.prepare<[string], [number, string]>('SELECT rowid, name FROM talent_name_fts WHERE rowid IN (SELECT value FROM json_each(?))').raw()
  return (indexes, rows) => {
    const asked = JSON.stringify(rows)
    const inBook = new Map(texts.all(asked).map(([row, ...own]) => [row, own]))
    const named = new Map(names.all(asked).map(([row, name]) => [row, [name]]))
    indexes.texts.put(rows.map(row => [row, inBook.get(row) ?? null]))
    indexes.names.put(rows.map(row => [row, named.get(row) ?? null]))
  }
}

const tellingColumns: ReadonlySet<number> = new Set(telling.map(name => textColumns.findIndex(column => column.name === name)))
const nameColumn: ReadonlySet<number> = new Set([textColumns.findIndex(({ name }) => name === 'name')])

function textsOf(db: Database, now: () => Indexes): BookTexts {
  const names = db.prepare<[string], [row: number, name: string]>('SELECT rowid, name FROM talent_name_fts WHERE rowid IN (SELECT value FROM json_each(?))').raw()
  return {
    isKnown: word => now().texts.has(word),
    isName: word => now().texts.has(word, nameColumn),
    score: (phrases, allowed, take) => now().texts.score(phrases, allowed, take),
    rowsTelling(terms, beside = []) {
      const rows = now().texts.rowsWith(terms, tellingColumns)
      const others = beside.length === 0 ? rows : now().texts.rowsWith(beside, tellingColumns)
      return new Set([...rows].filter(row => others.has(row)))
    },
    rowsSaying: said => now().texts.rowsWith([said]),
    likeNames(trigrams, most) {
      const scores = new Float64Array(now().names.lastRow() + 1)
      const found: number[] = []
      now().names.score(trigrams, null, (row, score) => {
        scores[row] = score
        found.push(row)
      })
      const best = topOf(found, row => scores[row] ?? 0, most)
      const nameOf = new Map(names.all(JSON.stringify(best)))
      return best
        .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .flatMap(row => {
          const name = nameOf.get(row)
          return name === undefined ? [] : [[row, name] as const]
        })
    },
  }
}
