import type { Facet, TalentFilters } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { nearnessOf } from '../nearPeople.ts'
import { openBookView } from './bookColumns.ts'
import type { BookTexts } from './bookTexts.ts'
import { countFacets } from './facets.ts'
import { openMarker, type MarkedText, type Marker } from './marking.ts'
import type { Ranked } from './rank.ts'
import { rankBook, readQuestion, type Asked, type Rank, type ReadQuestion } from './rankBook.ts'
import type { Question, Ranking } from './ranking.ts'

/** A vector that people are compared with, and about how near each lies where a worker told it. */
export interface AskedMeaning {
  readonly modelId: string
  readonly vector: Float32Array
  readonly about: Float32Array | null
}

/** A question ready to be ranked, but for the filters set by hand; `key` is another one as soon as anything in the database was written. */
export interface Ready {
  readonly key: string
  readonly asked: Asked
  readonly meaning: AskedMeaning | null
}

/** The same under filters set by hand. */
export interface Narrowed extends Ready {
  readonly filters: TalentFilters
}

/** Somebody on a page of the found. */
export interface Placed extends Ranked {
  /** Whether the name is spelt like the words asked for. */
  readonly byName: boolean
}

/** What can be asked of a book; the same names stand in {@link BookAnswers}. All of it is plain data, so that a worker can be asked. */
export interface BookQuestions {
  /** What a question says. */
  readonly read: { readonly question: Pick<Question, 'text' | 'without' | 'like'>; readonly modelId: string | null; readonly today: string | undefined }
  /** A page of the found, best first or in another order. */
  readonly page: Narrowed & { readonly sort: 'best' | 'name' | 'newest'; readonly offset: number; readonly limit: number }
  readonly facets: Narrowed
  /** Everybody found, in order, with the first so many told closely. */
  readonly found: Narrowed & { readonly first: number }
  /** How somebody answers, by the number of the row. */
  readonly person: Narrowed & { readonly row: number }
}

/** What is answered. */
export interface BookAnswers {
  readonly read: ReadQuestion
  readonly page: { readonly total: number; readonly people: readonly (Placed & { readonly matched: ReadonlyMap<string, readonly string[]> })[] }
  readonly facets: Facet[]
  readonly found: { readonly rows: Int32Array; readonly byText: boolean; readonly first: readonly Placed[] }
  readonly person: Placed & { readonly texts: readonly MarkedText[] }
}

/** Answers questions of one book, and remembers the last rankings for the next page and the counts. */
export interface BookReader {
  answer<Kind extends keyof BookQuestions>(kind: Kind, question: BookQuestions[Kind], texts: BookTexts): Promise<BookAnswers[Kind]>
  /** Reads the columns of the book, so that the first question need not wait. */
  warmUp(): Promise<void>
}

/** How many questions are kept as they were ranked: that of a page and its counts, and the search of a conversation beside it. */
const mostQuestions = 3

/** Under how many filters each: as they were, and as they are. */
const mostNarrowings = 2

interface KeptQuestion {
  readonly rank: Rank
  readonly rankings: Map<string, Ranking>
}

/** Opens the reader of a book over a connection of its own or of the office. */
export function openBookReader(db: Database): BookReader {
  const view = openBookView(db)
  const orders = openOrders(db)
  const kept = new Map<string, KeptQuestion>()
  let marker: Marker | undefined
  const ask = async ({ key, asked, meaning }: Ready, texts: BookTexts): Promise<KeptQuestion> => {
    const known = kept.get(key)
    if (known) return known
    const columns = await view.fresh()
    const rank = rankBook({ db, columns, texts }, asked, meaning && nearnessOf(db, meaning.modelId, meaning.vector, meaning.about))
    return keepFew(kept, key, { rank, rankings: new Map() }, mostQuestions)
  }
  const rank = async (question: Narrowed, texts: BookTexts): Promise<Ranking> => {
    const { rank: under, rankings } = await ask(question, texts)
    const key = JSON.stringify(question.filters)
    return rankings.get(key) ?? keepFew(rankings, key, under(question.filters), mostNarrowings)
  }
  const placed = ({ ranked, names }: Ranking, row: number): Placed => ({ ...ranked.at(row), byName: names.has(row) })
  const answers: { readonly [Kind in keyof BookQuestions]: (question: BookQuestions[Kind], texts: BookTexts) => Promise<BookAnswers[Kind]> } = {
    read: async ({ question, modelId, today }, texts) => readQuestion({ db, texts }, question, modelId, today),
    async page(question, texts) {
      const ranking = await rank(question, texts)
      const { sort, offset, limit } = question
      const { rows, isOrdered } = ranking.ranked
      const page = [...(sort === 'best' && isOrdered ? rows.subarray(offset, offset + limit) : orders.part(ranking, sort === 'newest' ? 'newest' : 'name', offset, limit))]
      marker ??= openMarker(db)
      const matched = marker.matched(ranking.concepts, page)
      return { total: rows.length, people: page.map(row => ({ ...placed(ranking, row), matched: matched.get(row) ?? new Map() })) }
    },
    async facets(question, texts) {
      const { columns, ranked, foundWithout } = await rank(question, texts)
      return countFacets({ columns, filters: question.filters, rowsFor: without => (without === null ? ranked.rows : foundWithout(without)) })
    },
    async found(question, texts) {
      const ranking = await rank(question, texts)
      const { rows } = ranking.ranked
      return { rows, byText: ranking.byText, first: [...rows.subarray(0, question.first)].map(row => placed(ranking, row)) }
    },
    async person(question, texts) {
      const ranking = await rank(question, texts)
      marker ??= openMarker(db)
      return { ...placed(ranking, question.row), texts: marker.marked(ranking.concepts, question.row) }
    },
  }
  return {
    answer: (kind, question, texts) => answers[kind](question, texts),
    warmUp: async () => void (await view.fresh()),
  }
}

/** Keeps a value and forgets the oldest where there are more than `most`. */
function keepFew<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): Value {
  kept.set(key, value)
  const oldest = kept.keys().next()
  if (kept.size > most && !oldest.done) kept.delete(oldest.value)
  return value
}

/** Up to so many found are looked up for their order; of more the order of the whole book is read, once a revision. */
const fewFound = 500

/** Keeps the order of the whole book by name and by coming, as numbers of rows. */
function openOrders(db: Database): { part(ranking: Ranking, sort: 'name' | 'newest', offset: number, limit: number): Int32Array } {
  const by = { name: 'name_key, row', newest: 'created_at DESC, row DESC' } as const
  const kept = new Map<'name' | 'newest', { readonly revision: number; readonly rows: Int32Array }>()
  const whole = (sort: 'name' | 'newest', revision: number): Int32Array => {
    const known = kept.get(sort)
    if (known?.revision === revision) return known.rows
    const rows = Int32Array.from(db.prepare(`SELECT row FROM talent WHERE removed_at IS NULL ORDER BY ${by[sort]}`).pluck().all() as number[])
    kept.set(sort, { revision, rows })
    return rows
  }
  return {
    part({ columns, ranked: { rows } }, sort, offset, limit) {
      if (rows.length <= fewFound) {
        const ordered = db.prepare(`SELECT row FROM talent WHERE row IN (SELECT value FROM json_each(?)) ORDER BY ${by[sort]} LIMIT ? OFFSET ?`).pluck()
        return Int32Array.from(ordered.all(JSON.stringify([...rows]), limit, offset) as number[])
      }
      const isFound = new Uint8Array(columns.size)
      for (const row of rows) isFound[row] = 1
      const part: number[] = []
      let passed = 0
      for (const row of whole(sort, columns.revision)) {
        if (isFound[row] !== 1 || passed++ < offset) continue
        if (part.push(row) === limit) break
      }
      return Int32Array.from(part)
    },
  }
}
