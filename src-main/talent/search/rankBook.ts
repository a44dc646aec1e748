import type { TalentFilters } from '../../../src-preload/contract/talent.ts'
import type { PlayingRange } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { likenessOf, personNamed } from './alike.ts'
import type { BookColumns } from './bookColumns.ts'
import type { BookTexts } from './bookTexts.ts'
import { conceptsOf, type Concept } from './concepts.ts'
import type { Condition } from './conditions.ts'
import { rowsExcluded } from './excluded.ts'
import { wordScores } from './fullText.ts'
import { makeGlossary, type GlossaryEntry } from './glossary.ts'
import { scoresOfNames } from './nameScores.ts'
import type { Nearness } from '../nearPeople.ts'
import { conditionTests, filterTests, rowsPassing, type FilterKey, type Test } from './passing.ts'
import { fuse, rangeFit, type Ranked } from './rank.ts'
import { isTelling, readSentence, type Understanding } from './readSentence.ts'
import type { Question, RankedRows, Ranking } from './ranking.ts'

/** A book as it is searched: the records, the columns that filters ask, and the texts. */
export interface OpenBook {
  readonly db: Database
  readonly columns: BookColumns
  readonly texts: BookTexts
}

/** A sentence read, and the vector of the record that the others are to be like, null where there is none. */
export interface ReadQuestion {
  readonly read: Understanding
  readonly record: Float32Array | null
}

/** A question that was read: what a ranking is made from, beside the filters set by hand. */
export interface Asked {
  readonly read: Understanding
  readonly glossary: readonly GlossaryEntry[]
  readonly today: string | undefined
}

/** Understands a question: what is certain becomes conditions. `modelId` is whose vector of a record is looked up. */
export function readQuestion({ db, texts }: Pick<OpenBook, 'db' | 'texts'>, question: Pick<Question, 'text' | 'without' | 'like'>, modelId: string | null, today: string | undefined): ReadQuestion {
  const like = question.like ? personNamed(db, texts, question.like) : null
  const known = {
    isLanguage: wordTest(db, 'language'), isCity: wordTest(db, 'city'), isTag: wordTest(db, 'tag'),
    named: (words: readonly string[]) => personNamed(db, texts, words), today,
  }
  const read = readSentence(question.text, known, question.without, like)
  return { read, record: likenessOf(db, modelId, read.chips.map(({ condition }) => condition))?.vector ?? null }
}

/** Puts the people who answer a question in order, under any filters set by hand. */
export type Rank = (filters: TalentFilters) => Ranking

/**
 * Looks for what a question says, once for all filters: what each person answers it by does not depend on them.
 *
 * `nearness` is how near people lie in meaning, null where that is not compared.
 */
export function rankBook({ db, columns, texts }: OpenBook, { read, glossary: entries, today }: Asked, nearness: Nearness | null): Rank {
  const conditions = read.chips.map(({ condition }) => condition)
  const glossary = makeGlossary(entries)
  const excluded = rowsExcluded(db, texts, conditions, glossary)
  const stated: readonly Test[] = [...(excluded.size > 0 ? [(row: number) => !excluded.has(row)] : []), ...conditionTests({ db, texts, columns, today }, conditions)]
  const passing = rowsPassing(columns, stated)
  const likeness = likenessOf(db, null, conditions)
  const ageFit = ageFitter(columns, read.ages)
  const byText = likeness !== null || read.words.some(word => word.split(' ').some(isTelling))
  const under = (concepts: readonly Concept[], names: ReadonlyMap<number, number>, rank: (allowed: Uint8Array) => RankedRows): Rank => filters => {
    const allowedWithout = filtered(columns, passing, filters)
    return { columns, concepts, names, byText, ranked: rank(allowedWithout(null)), foundWithout: filter => rank(allowedWithout(filter)).rows }
  }
  if (!byText) return under([], new Map(), allowed => byAge(rowsOf(allowed), read.ages === null ? null : ageFit))
  const own = conceptsOf(db, texts, read.words, glossary)
  const concepts = likeness ? [...own.map(concept => ({ ...concept, weight: concept.weight * ownWeight })), ...likeness.concepts] : own
  const names = likeness ? new Map<number, number>() : scoresOfNames(texts, read.words)
  const words = wordScores(texts, concepts, passing)
  const onlyStated = likeness === null && saysOnly(read.words, conditions)
  return under(concepts, names, allowed => inOrder(withNames(fuse(words, nearness, allowed, ageFit), names, allowed), onlyStated ? rowsOf(allowed) : noRows))
}

/** Who passes the filters set by hand too, with or without one of them. */
function filtered(columns: BookColumns, passing: Uint8Array, filters: TalentFilters): (without: FilterKey | null) => Uint8Array {
  const byHand = [...filterTests(columns, filters)].map(([key, test]) => ({ key, rows: passed(passing, test) }))
  return without => allOf(passing, byHand.filter(({ key }) => key !== without).map(({ rows }) => rows))
}

/** Beside "like somebody" the words that are said count more than those of the record. */
const ownWeight = 2

/** Whoever is named stands above all others, the best spelt first. */
function withNames(ranked: readonly Ranked[], names: ReadonlyMap<number, number>, allowed: Uint8Array): readonly Ranked[] {
  const named = [...names].filter(([row]) => allowed[row] === 1).sort((a, b) => b[1] - a[1])
  if (named.length === 0) return ranked
  const known = new Map(ranked.map(person => [person.row, person]))
  const first = named.map(([row, likeness]) => ({ ...(known.get(row) ?? { row, byWords: false, meaning: 0 }), score: 0.9 + likeness / 10 }))
  return [...first, ...ranked.filter(({ row }) => !names.has(row)).map(person => ({ ...person, score: person.score * 0.9 }))]
}

/** Whether a sentence says nothing to look for but languages that are conditions already. */
function saysOnly(words: readonly string[], conditions: readonly Condition[]): boolean {
  const stated = new Set(conditions.flatMap(condition => (condition.kind === 'language' ? condition.word.split(' ') : [])))
  return words.every(word => word.split(' ').every(part => !isTelling(part) || stated.has(part)))
}

const noRows = new Int32Array()

/** The found in order, then the rows of `others` that are not among them: an unknown fact never excludes. */
function inOrder(ranked: readonly Ranked[], others: Int32Array): RankedRows {
  const found = new Map(ranked.map(person => [person.row, person]))
  const rest = others.filter(row => !found.has(row))
  const rows = new Int32Array(ranked.length + rest.length)
  rows.set(ranked.map(({ row }) => row))
  rows.set(rest, ranked.length)
  return { rows, at: row => found.get(row) ?? { row, score: 0, byWords: false, meaning: 0 }, isOrdered: true }
}

/** Everybody who passes, the best fitting age first; those who fit alike keep their order. */
function byAge(rows: Int32Array<ArrayBuffer>, ageFit: ((row: number) => number | null) | null): RankedRows {
  const at = (row: number): Ranked => ({ row, score: ageFit?.(row) ?? 1, byWords: false, meaning: 0 })
  if (!ageFit) return { rows, at, isOrdered: false }
  const fits = Float64Array.from(rows, row => ageFit(row) ?? 1)
  if (fits.every(fit => fit === 1)) return { rows, at, isOrdered: false }
  const places = Uint32Array.from(rows.keys()).sort((a, b) => (fits[b] ?? 0) - (fits[a] ?? 0) || a - b)
  return { rows: Int32Array.from(places, place => rows[place] ?? 0), at, isOrdered: true }
}

/** How well the playing range of a row fits the asked one; a range that is not known fits half. */
function ageFitter({ from, to }: BookColumns, asked: PlayingRange | null): (row: number) => number | null {
  if (!asked) return () => null
  return row => (from[row] === -1 ? 0.5 : rangeFit(asked, from[row] ?? 0, to[row] ?? 0))
}

function passed(passing: Uint8Array, test: Test): Uint8Array {
  const rows = new Uint8Array(passing.length)
  for (let row = 0; row < rows.length; row++) if (passing[row] === 1 && test(row)) rows[row] = 1
  return rows
}

function allOf(passing: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  if (others.length === 0) return passing
  const allowed = passing.slice()
  for (const rows of others) for (let row = 0; row < allowed.length; row++) if (rows[row] === 0) allowed[row] = 0
  return allowed
}

function rowsOf(passing: Uint8Array): Int32Array<ArrayBuffer> {
  const rows = new Int32Array(passing.length)
  let count = 0
  for (let row = 0; row < passing.length; row++) if (passing[row] === 1) rows[count++] = row
  return rows.slice(0, count)
}

const wordTest = (db: Database, kind: 'language' | 'city' | 'tag'): ((word: string) => boolean) => {
  const find = db.prepare('SELECT 1 FROM talent_word WHERE kind = ? AND word = ? LIMIT 1')
  return word => find.get(kind, word) !== undefined
}
