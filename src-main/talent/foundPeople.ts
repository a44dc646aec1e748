import type { TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'
import { askTalent } from './askTalent.ts'
import type { SearchParts } from './search/searchParts.ts'

/** Everybody whom a question finds, best first. Throws CANCELLED. */
export async function foundPeople(parts: SearchParts, question: TalentQuestion, signal?: AbortSignal): Promise<readonly TalentId[]> {
  const { answer } = await askTalent(parts, question, 'found', { first: 0 }, signal)
  const idOf = parts.db.prepare('SELECT id FROM talent WHERE row = ?').pluck()
  return [...answer.rows].map(row => idOf.get(row) as TalentId)
}
