import type { Chip, Facet, FoundTalent } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { conditionsOf, rankTalent } from './rankTalent.ts'
import { countFacets } from './search/facets.ts'
import { matchedWords } from './search/fullText.ts'
import type { Ranked } from './search/rank.ts'
import type { Question, Ranking, SearchParts } from './search/ranking.ts'
import { factsAsked, reasonsFor } from './search/reasons.ts'
import { summariesOf } from './summaries.ts'
import { talentModelId } from './talentRecord.ts'

export type { SearchParts } from './search/ranking.ts'

/** What is searched for, as the contract's `talent.search` takes it; `limit` 1 to 500, `offset` from 0. */
export interface TalentSearch extends Question {
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

/**
 * Finds people by a sentence, by filters, or lists everybody, page by page.
 *
 * The order is that of {@link rankTalent}. Without words the people who pass are listed by name, or by how well the asked age fits.
 * Throws CANCELLED where the signal is aborted.
 */
export async function searchTalent(parts: SearchParts, search: TalentSearch, signal?: AbortSignal): Promise<TalentFound> {
  const ranking = await rankTalent(parts, search, signal)
  const { ranked, byText, read } = ranking
  const isOrdered = search.sort === 'best' && (byText || ranked.some(({ score }) => score !== 1))
  const end = search.offset + search.limit
  const page = isOrdered ? ranked.slice(search.offset, end) : sortRows(parts.db, ranked, search.sort === 'newest' ? 'newest' : 'name', search.sort === 'best').slice(search.offset, end)
  return { understood: read.chips.map(({ chip }) => chip), total: ranked.length, people: describe(parts, ranking, page) }
}

/** Counts the people whom a question finds by their facts, each under all filters but its own. Throws CANCELLED. */
export async function facetsOf(parts: SearchParts, question: Question, signal?: AbortSignal): Promise<Facet[]> {
  const ranking = await rankTalent(parts, question, signal)
  return countFacets({
    columns: ranking.columns,
    filters: question.filters,
    rowsFor: without => (without === null ? ranking.ranked.map(({ row }) => row) : ranking.foundWithout(without)),
  })
}

/** The found in the order of their names or of their coming into the book. */
function sortRows(db: Database, ranked: readonly Ranked[], sort: 'name' | 'newest', keepsAll: boolean): readonly Ranked[] {
  const order = sort === 'name' ? 'name_key, row' : 'created_at DESC, row DESC'
  const known = new Map(ranked.map(person => [person.row, person]))
  // Few rows are looked up, many are read in the order of the index.
  const few = !keepsAll && ranked.length < 500
  const rows = few
    ? db.prepare(`SELECT row FROM talent WHERE row IN (SELECT value FROM json_each(?)) ORDER BY ${order}`).pluck().all(JSON.stringify([...known.keys()]))
    : db.prepare(`SELECT row FROM talent WHERE removed_at IS NULL ORDER BY ${order}`).pluck().all()
  return (rows as number[]).flatMap(row => known.get(row) ?? [])
}

function describe(parts: SearchParts, ranking: Ranking, page: readonly Ranked[]): FoundTalent[] {
  const { db } = parts
  const rows = page.map(({ row }) => row)
  const people = summariesOf(db, rows, parts.embedder ? talentModelId(parts.embedder) : '')
  const matched = matchedWords(db, ranking.concepts, rows)
  const conditions = conditionsOf(ranking)
  const facts = factsAsked(db, conditions, rows)
  return page.flatMap(({ row, score, meaning, byWords }) => {
    const talent = people.get(row)
    if (!talent) return []
    const reasons = reasonsFor(talent, { conditions, facts: facts.get(row), matched: matched.get(row) ?? new Map(), meaning, byWords, byName: ranking.names.has(row), today: parts.today })
    return [{ talent, score: Math.min(1, Math.max(0, Math.round(score * 1000) / 1000)), reasons }]
  })
}
