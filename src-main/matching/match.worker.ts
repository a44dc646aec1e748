import type { Candidate, MatchSettings, Ranking, WhyNot } from '../../src-preload/contract/matching.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { keepOpen } from '../database/keepOpen.ts'
import { workerTask } from '../workers/workerTask.ts'
import { keepBook } from './book.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { matchSettingsOf } from './learning.ts'
import { readValues, type MatchQuestion } from './prepare.ts'
import { rankBook, sideBySide, whyNot } from './rank.ts'

/** What the worker is asked: to rank the book beside a role, to lay some people side by side for it, to say why not, or to learn. */
export type MatchTask =
  | { readonly kind: 'rank'; readonly question: MatchQuestion; readonly limit: number }
  | { readonly kind: 'compare'; readonly question: MatchQuestion; readonly talentIds: readonly TalentId[] }
  | { readonly kind: 'whyNot'; readonly question: MatchQuestion; readonly talentId: TalentId }
  | { readonly kind: 'settings'; readonly question: Omit<MatchQuestion, 'roleId' | 'vector'>; readonly productionId: ProductionId }

/** One book as long as the thread lives; that of another folder or model takes its place. */
const theBook = keepOpen((db, _folder: string, modelId: string) => ({ db, book: keepBook(db, modelId) }))

export default workerTask(async ({ folder, task }: { readonly folder: string; readonly task: MatchTask }): Promise<Ranking | readonly Candidate[] | WhyNot | MatchSettings | null> => {
  const { db, book } = theBook(folder, task.question.modelId)
  if (task.kind === 'compare') return sideBySide(db, task.question, task.talentIds)
  if (task.kind === 'whyNot') return whyNot(db, book, task.question, task.talentId)
  if (task.kind === 'settings') return matchSettingsOf(db, task.productionId, readValues(db, task.question, book.sounds))
  return rankBook(db, book, task.question, task.limit)
})
