import type { PlayingRange } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { meaningOf } from './meaningScores.ts'
import { nearnessByScan, type Nearness } from './nearPeople.ts'
import { likenessOf, personNamed, type Likeness } from './search/alike.ts'
import { openBookView, type BookColumns } from './search/bookColumns.ts'
import { conceptsOf } from './search/concepts.ts'
import type { Condition } from './search/conditions.ts'
import { rowsExcluded } from './search/excluded.ts'
import { wordScores } from './search/fullText.ts'
import { makeGlossary } from './search/glossary.ts'
import { nameScores } from './search/nameScores.ts'
import { conditionTests, filterTests, rowsPassing, type FilterKey, type Test } from './search/passing.ts'
import { fuse, rangeFit, type Ranked } from './search/rank.ts'
import { isTelling, readSentence, type Understanding } from './search/readSentence.ts'
import type { Question, Ranking, SearchParts } from './search/ranking.ts'
import { rankingKey } from './search/searchShelf.ts'
import { talentModelId } from './talentRecord.ts'

/** The conditions of a ranking, in the order of their chips. */
export const conditionsOf = ({ read }: Ranking): readonly Condition[] => read.chips.map(({ condition }) => condition)

/**
 * Understands a question and puts the people who answer it in order.
 *
 * Conditions that the sentence states for certain become chips and filter; the words are looked for in all texts (BM25), the meaning is
 * compared with the vectors that are there, and both make one order. A misspelt name is found by its letters. "Like" somebody adds the
 * words and the vector of their record. The last ranking stays on the shelf for its next page. Throws CANCELLED.
 */
export async function rankTalent(parts: SearchParts, question: Question, signal?: AbortSignal): Promise<Ranking> {
  const { db, shelf } = parts
  const key = rankingKey(db, question, parts)
  const kept = shelf?.ranking(key)
  if (kept) return kept
  const columns = await (shelf?.view ?? openBookView(db)).fresh()
  const ranking = await rankAnew(parts, question, columns, signal)
  shelf?.keep(key, ranking)
  return ranking
}

async function rankAnew(parts: SearchParts, question: Question, columns: BookColumns, signal: AbortSignal | undefined): Promise<Ranking> {
  const { db, today } = parts
  const like = question.like ? personNamed(db, question.like) : null
  const known = { isLanguage: wordTest(db, 'language'), isCity: wordTest(db, 'city'), isTag: wordTest(db, 'tag'), named: (words: readonly string[]) => personNamed(db, words), today }
  const read = readSentence(question.text, known, question.without, like)
  const conditions = read.chips.map(({ condition }) => condition)
  const glossary = makeGlossary(parts.glossary)
  const excluded = rowsExcluded(db, conditions, glossary)
  const stated: readonly Test[] = [...(excluded.size > 0 ? [(row: number) => !excluded.has(row)] : []), ...conditionTests({ db, columns, today }, conditions)]
  const byHand = filterTests(columns, question.filters)
  const passing = rowsPassing(columns, stated)
  const passingWithout = (filter: FilterKey | null): Uint8Array => withTests(passing, [...byHand].filter(([key]) => key !== filter).map(([, test]) => test))
  const likeness = likenessOf(db, parts.embedder, conditions)
  const ageFit = ageFitter(columns, read.ages)
  const byText = likeness !== null || read.words.some(word => word.split(' ').some(isTelling))
  if (!byText) {
    const listed = (filter: FilterKey | null): number[] => rowsOf(passingWithout(filter))
    return { columns, read, concepts: [], names: new Map(), byText, ranked: byAge(listed(null), ageFit), foundWithout: listed }
  }
  const own = conceptsOf(db, read.words, glossary)
  const concepts = likeness ? [...own.map(concept => ({ ...concept, weight: concept.weight * ownWeight })), ...likeness.concepts] : own
  const names = likeness ? new Map<number, number>() : nameScores(db, read.words)
  const words = wordScores(db, concepts, columns.size, row => passing[row] === 1)
  const meaning = await meaningFor(parts, read, likeness, signal)
  const onlyStated = likeness === null && saysOnly(read.words, conditions)
  const rank = (filter: FilterKey | null): readonly Ranked[] => {
    const allowed = passingWithout(filter)
    const ranked = withNames(fuse(words, meaning, row => allowed[row] === 1, ageFit), names, row => allowed[row] === 1)
    return onlyStated ? withTheUnknown(ranked, allowed) : ranked
  }
  return { columns, read, concepts, names, byText, ranked: rank(null), foundWithout: filter => rank(filter).map(({ row }) => row) }
}

/** Beside "like somebody" the words that are said count more than those of the record. */
const ownWeight = 2

/** How much of the vector of the record stays where words are said beside it. */
const recordShare = 0.6

async function meaningFor({ db, embedder, near }: SearchParts, { meaning }: Understanding, likeness: Likeness | null, signal: AbortSignal | undefined): Promise<Nearness | null> {
  if (!embedder) return null
  const said = meaning !== '' ? await meaningOf(embedder, meaning, signal) : null
  const vector = likeness?.vector ? mixed(likeness.vector, said) : said
  const modelId = talentModelId(embedder)
  return vector && (near?.near(modelId, vector) ?? nearnessByScan(db, modelId, vector))
}

function mixed(record: Float32Array, said: Float32Array | null): Float32Array {
  if (!said || said.length !== record.length) return record
  const sum = record.map((value, at) => recordShare * value + (1 - recordShare) * (said[at] ?? 0))
  const length = Math.hypot(...sum)
  return length === 0 ? record : sum.map(value => value / length)
}

/** Whoever is named stands above all others, the best spelt first. */
function withNames(ranked: readonly Ranked[], names: ReadonlyMap<number, number>, isAllowed: (row: number) => boolean): readonly Ranked[] {
  const named = [...names].filter(([row]) => isAllowed(row)).sort((a, b) => b[1] - a[1])
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

/** An unknown fact never excludes: whoever passes the conditions and is found by no word stands after those who are. */
function withTheUnknown(ranked: readonly Ranked[], allowed: Uint8Array): readonly Ranked[] {
  const found = new Set(ranked.map(({ row }) => row))
  return [...ranked, ...rowsOf(allowed).filter(row => !found.has(row)).map(row => ({ row, score: 0, byWords: false, meaning: 0 }))]
}

/** Everybody who passes, the best fitting age first; those who fit alike keep their order. */
function byAge(rows: readonly number[], ageFit: (row: number) => number | null): readonly Ranked[] {
  const listed = rows.map(row => ({ row, score: ageFit(row) ?? 1, byWords: false, meaning: 0 }))
  const fits = Map.groupBy(listed, ({ score }) => score)
  return fits.size < 2 ? listed : [...fits].sort(([a], [b]) => b - a).flatMap(([, people]) => people)
}

/** How well the playing range of a row fits the asked one; a range that is not known fits half. */
function ageFitter({ from, to }: BookColumns, asked: PlayingRange | null): (row: number) => number | null {
  if (!asked) return () => null
  return row => (from[row] === -1 ? 0.5 : rangeFit(asked, from[row] ?? 0, to[row] ?? 0))
}

function withTests(passing: Uint8Array, tests: readonly Test[]): Uint8Array {
  if (tests.length === 0) return passing
  const allowed = passing.slice()
  for (const test of tests) for (let row = 0; row < allowed.length; row++) if (allowed[row] === 1 && !test(row)) allowed[row] = 0
  return allowed
}

function rowsOf(passing: Uint8Array): number[] {
  const rows: number[] = []
  for (let row = 0; row < passing.length; row++) if (passing[row] === 1) rows.push(row)
  return rows
}

const wordTest = (db: Database, kind: 'language' | 'city' | 'tag'): ((word: string) => boolean) => {
  const find = db.prepare('SELECT 1 FROM talent_word WHERE kind = ? AND word = ? LIMIT 1')
  return word => find.get(kind, word) !== undefined
}
