import type { Chip, Facet, FoundTalent } from '../../src-preload/contract/talent.ts'
import { askTalent, conditionsOf, type Answered } from './askTalent.ts'
import type { Question } from './search/ranking.ts'
import type { SearchParts } from './search/searchParts.ts'
import { factsAsked, reasonsFor } from './search/reasons.ts'
import { summariesOf } from './summaries.ts'
import { talentModelId } from './talentRecord.ts'

export type { SearchParts } from './search/searchParts.ts'

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
 * The order is that of {@link askTalent}. Without words the people who pass are listed by name, or by how well the asked age fits.
 * Throws CANCELLED where the signal is aborted.
 */
export async function searchTalent(parts: SearchParts, search: TalentSearch, signal?: AbortSignal): Promise<TalentFound> {
  const { sort, limit, offset } = search
  const answered = await askTalent(parts, search, 'page', { sort, limit, offset }, signal)
  return { understood: answered.read.chips.map(({ chip }) => chip), total: answered.answer.total, people: describe(parts, answered) }
}

/** Counts the people whom a question finds by their facts, each under all filters but its own. Throws CANCELLED. */
export async function facetsOf(parts: SearchParts, question: Question, signal?: AbortSignal): Promise<Facet[]> {
  return (await askTalent(parts, question, 'facets', {}, signal)).answer
}

function describe(parts: SearchParts, { read, answer }: Answered<'page'>): FoundTalent[] {
  const { db } = parts
  const rows = answer.people.map(({ row }) => row)
  const people = summariesOf(db, rows, parts.embedder ? talentModelId(parts.embedder) : '')
  const conditions = conditionsOf(read)
  const facts = factsAsked(db, conditions, rows)
  return answer.people.flatMap(({ row, score, meaning, byWords, byName, matched }) => {
    const talent = people.get(row)
    if (!talent) return []
    const reasons = reasonsFor(talent, { conditions, facts: facts.get(row), matched, meaning, byWords, byName, today: parts.today })
    return [{ talent, score: Math.min(1, Math.max(0, Math.round(score * 1000) / 1000)), reasons }]
  })
}
