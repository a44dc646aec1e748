import type { Chip, FoundTalent, TalentFilters } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import type { PlayingRange } from '../../src-preload/contract/words.ts'
import { meaningByRow, meaningOf } from './meaningScores.ts'
import { conceptsOf, type Concept } from './search/concepts.ts'
import { conditionFilters, handFilters, rowsExcluded, rowsPassing, whereOf, type Filter } from './search/filterRows.ts'
import { matchedWords, wordScores } from './search/fullText.ts'
import { makeGlossary, type GlossaryEntry } from './search/glossary.ts'
import { nameScores } from './search/nameScores.ts'
import { fuse, rangeFit, type Ranked } from './search/rank.ts'
import { isTelling, readSentence, type Condition, type Understanding } from './search/readSentence.ts'
import { reasonsFor } from './search/reasons.ts'
import { summariesOf } from './summaries.ts'
import { talentModelId } from './talentRecord.ts'

/** What is searched for, as the contract's `talent.search` takes it; `limit` 1 to 500, `offset` from 0. */
export interface TalentSearch {
  readonly text: string
  readonly without: readonly string[]
  readonly filters: TalentFilters
  readonly sort: 'best' | 'name' | 'newest'
  readonly limit: number
  readonly offset: number
}

/** What was found: the conditions understood, how many people in all, and those of this page. */
export interface TalentFound {
  understood: Chip[]
  total: number
  people: FoundTalent[]
}

/** What a search needs; without an embedder it goes by words alone. */
export interface SearchParts {
  readonly db: Database
  readonly embedder: Embedder | null
  /** The office's own words, from the settings. */
  readonly glossary: readonly GlossaryEntry[]
}

/**
 * Finds people by a sentence, by filters, or lists everybody.
 *
 * Conditions that the sentence states for certain become chips and filter; the words are looked for in all texts (BM25), the meaning
 * is compared with the vectors that are there, and both make one order. A misspelt name is found by its letters. Without words the
 * people who pass are listed by name (or by how well the asked age fits). Throws CANCELLED where the signal is aborted.
 */
export async function searchTalent(parts: SearchParts, search: TalentSearch, signal?: AbortSignal): Promise<TalentFound> {
  const { db } = parts
  const read = readSentence(search.text, { isLanguage: wordTest(db, 'language'), isCity: wordTest(db, 'city') }, search.without)
  const conditions = read.chips.map(({ condition }) => condition)
  const understood = read.chips.map(({ chip }) => chip)
  const filters = [...handFilters(search.filters), ...conditionFilters(conditions)]
  const glossary = makeGlossary(parts.glossary)
  const excluded = rowsExcluded(db, conditions, glossary)
  if (!read.words.some(word => word.split(' ').some(isTelling))) return { understood, ...listPeople(search, conditions, filters, excluded, parts) }
  const passing = rowsPassing(db, filters)
  const isAllowed = (row: number): boolean => passing.has(row) && !excluded.has(row)
  const concepts = conceptsOf(db, read.words, glossary)
  const names = nameScores(db, read.words)
  const ranked = withNames(await rankByText(parts, read, concepts, isAllowed, signal), names, isAllowed)
  const ordered = search.sort === 'best' ? ranked : sortRows(db, ranked, search.sort)
  const page = ordered.slice(search.offset, search.offset + search.limit)
  return { understood, total: ranked.length, people: describe(page, { concepts, conditions, names, parts }) }
}

async function rankByText(
  { db, embedder }: SearchParts,
  read: Understanding,
  concepts: readonly Concept[],
  isAllowed: (row: number) => boolean,
  signal: AbortSignal | undefined,
): Promise<readonly Ranked[]> {
  const words = wordScores(db, concepts, isAllowed)
  const vector = embedder && read.meaning !== '' ? await meaningOf(embedder, read.meaning, signal) : null
  const meaning = embedder && vector ? new Map([...meaningByRow(db, embedder, vector)].filter(([row]) => isAllowed(row))) : new Map<number, number>()
  return fuse(words, meaning, ageFitter(db, read.ages))
}

/** Whoever is named stands above all others, the best spelt first. */
function withNames(ranked: readonly Ranked[], names: ReadonlyMap<number, number>, isAllowed: (row: number) => boolean): readonly Ranked[] {
  const named = [...names].filter(([row]) => isAllowed(row)).sort((a, b) => b[1] - a[1])
  if (named.length === 0) return ranked
  const known = new Map(ranked.map(person => [person.row, person]))
  const first = named.map(([row, likeness]) => ({ ...(known.get(row) ?? { row, byWords: false, meaning: 0 }), score: 0.9 + likeness / 10 }))
  return [...first, ...ranked.filter(({ row }) => !names.has(row)).map(person => ({ ...person, score: person.score * 0.9 }))]
}

function listPeople(
  search: TalentSearch,
  conditions: readonly Condition[],
  filters: readonly Filter[],
  excluded: ReadonlySet<number>,
  parts: SearchParts,
): Omit<TalentFound, 'understood'> {
  const { db } = parts
  const named = { concepts: [], conditions, names: new Map<number, number>(), parts }
  const found = (row: number, score = 1): Ranked => ({ row, score, byWords: false, meaning: 0 })
  const order = search.sort === 'newest' ? 't.created_at DESC, t.row DESC' : 't.name_key, t.row'
  const { sql, values } = whereOf(filters)
  const asked = search.sort === 'best' ? conditions.find(condition => condition.kind === 'playingRange') : undefined
  if (!asked && excluded.size === 0) {
    const total = Number(db.prepare(`SELECT count(*) FROM talent t WHERE ${sql}`).pluck().get(...values))
    const rows = db.prepare(`SELECT t.row FROM talent t WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`).pluck().all(...values, search.limit, search.offset)
    return { total, people: describe((rows as number[]).map(row => found(row)), named) }
  }
  const rows = (db.prepare(`SELECT t.row FROM talent t WHERE ${sql} ORDER BY ${order}`).pluck().all(...values) as number[]).filter(row => !excluded.has(row))
  const fit = ageFitter(db, asked?.range ?? null)
  const ranked = rows.map(row => found(row, fit(row) ?? 1)).sort((a, b) => b.score - a.score)
  return { total: rows.length, people: describe(ranked.slice(search.offset, search.offset + search.limit), named) }
}

/** How well the playing range of a row fits the asked one; a range that is not known fits half. */
function ageFitter(db: Database, asked: PlayingRange | null): (row: number) => number | null {
  if (!asked) return () => null
  const ranges = db.prepare('SELECT playing_from AS a, playing_to AS b FROM talent WHERE row = ?')
  return row => {
    const { a, b } = ranges.get(row) as { a: number | null; b: number | null }
    return a === null || b === null ? 0.5 : rangeFit(asked, a, b)
  }
}

function sortRows(db: Database, ranked: readonly Ranked[], sort: 'name' | 'newest'): readonly Ranked[] {
  const order = sort === 'name' ? 'name_key, row' : 'created_at DESC, row DESC'
  const rows = db.prepare(`SELECT row FROM talent WHERE row IN (SELECT value FROM json_each(?)) ORDER BY ${order}`).pluck()
  const known = new Map(ranked.map(person => [person.row, person]))
  return (rows.all(JSON.stringify([...known.keys()])) as number[]).flatMap(row => known.get(row) ?? [])
}

interface FoundBy {
  readonly concepts: readonly Concept[]
  readonly conditions: readonly Condition[]
  readonly names: ReadonlyMap<number, number>
  readonly parts: SearchParts
}

function describe(page: readonly Ranked[], { concepts, conditions, names, parts }: FoundBy): FoundTalent[] {
  const { db } = parts
  const rows = page.map(({ row }) => row)
  const people = summariesOf(db, rows, parts.embedder ? talentModelId(parts.embedder) : '')
  const matched = matchedWords(db, concepts, rows)
  return page.flatMap(({ row, score, meaning, byWords }) => {
    const talent = people.get(row)
    if (!talent) return []
    const reasons = reasonsFor(talent, { conditions, matched: matched.get(row) ?? new Map(), meaning, byWords, byName: names.has(row) })
    return [{ talent, score: Math.min(1, Math.max(0, Math.round(score * 1000) / 1000)), reasons }]
  })
}

const wordTest = (db: Database, kind: 'language' | 'city'): ((word: string) => boolean) => {
  const find = db.prepare('SELECT 1 FROM talent_word WHERE kind = ? AND word = ? LIMIT 1')
  return word => find.get(kind, word) !== undefined
}
