import type { Candidate, MatchSettings, Ranking, WhyNot } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { getProduction } from '../productions/productionStore.ts'
import { talentModelId } from '../talent/talentRecord.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { readBook } from './book.ts'
import type { MatchTask } from './match.worker.ts'
import { keepMatching, type MatchingChange } from './matchSettings.ts'
import { matchSettingsOf } from './learning.ts'
import { readAsk, readValues, type MatchQuestion } from './prepare.ts'
import { rankBook, sideBySide, whyNot } from './rank.ts'
import { createRoleMeanings, vectorsLearntFrom, type RoleMeanings } from './roleMeanings.ts'
import { dayHere } from './said.ts'

/** What matching needs of the office. */
export interface MatchParts {
  readonly db: Database
  readonly embedder: Embedder
  /** The settings as they stand now. */
  readonly settings: () => Pick<Settings, 'suggestions' | 'glossary'>
  readonly now: () => Date
  /** Where people are judged: a worker on the data folder. Without it they are judged here, in slices between which others have their turn. */
  readonly matcher?: Matcher | undefined
}

/** A thread that judges people, with the book in its memory. */
export interface Matcher {
  readonly folder: string
  /** Its own, of one thread that stays. */
  readonly pool: WorkerPool
  /** The words of roles, remembered; without it they are made vectors at each asking. */
  readonly meanings?: RoleMeanings
}

/**
 * Ranks the talent book beside a role: those past all gates and those whom a gate stops, each best fit first and at most
 * `limit` (50 where it is left out).
 *
 * Where suggestions are off for the role, its production or altogether, nobody is looked at. Throws NOT_FOUND, and CANCELLED
 * where `signal` is aborted.
 */
export async function candidatesFor(
  parts: MatchParts,
  roleId: RoleId,
  { limit = 50, signal }: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<Ranking> {
  const question = await questionOf(parts, roleId, signal)
  if (parts.matcher) return inWorker<Ranking>(parts.matcher, { kind: 'rank', question, limit }, signal)
  return rankBook(parts.db, readBook(parts.db, question.modelId), question, limit, signal)
}

/**
 * Lays some people side by side for a role, in the order asked for; people who are gone are left out.
 *
 * Empty where suggestions are off, since a fit is one. Throws NOT_FOUND where the role is gone, CANCELLED.
 */
export async function compareFor(
  parts: MatchParts,
  roleId: RoleId,
  talentIds: readonly TalentId[],
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const question = await questionOf(parts, roleId, signal)
  if (parts.matcher) return inWorker<Candidate[]>(parts.matcher, { kind: 'compare', question, talentIds }, signal)
  return [...sideBySide(parts.db, question, talentIds)]
}

/** Tells why somebody does not stand at the top for a role, null where suggestions are off. Throws NOT_FOUND, CANCELLED. */
export async function whyNotFor(parts: MatchParts, roleId: RoleId, talentId: TalentId, signal?: AbortSignal): Promise<WhyNot | null> {
  const question = await questionOf(parts, roleId, signal)
  if (parts.matcher) return inWorker<WhyNot | null>(parts.matcher, { kind: 'whyNot', question, talentId }, signal)
  return whyNot(parts.db, readBook(parts.db, question.modelId), question, talentId, signal)
}

/** Reads how a production weighs and what it learnt. Throws NOT_FOUND, CANCELLED. */
export async function matchSettingsFor(parts: MatchParts, productionId: ProductionId, signal?: AbortSignal): Promise<MatchSettings> {
  const { db, embedder, settings, now, matcher } = parts
  getProduction(db, productionId)
  const plain = { settings: pick(settings()), today: dayHere(now()) }
  const question = { ...plain, modelId: talentModelId(embedder), learntFrom: await vectorsLearntFrom({ db, embedder, meanings: meaningsOf(parts) }, productionId, plain, signal) }
  if (matcher) return inWorker<MatchSettings>(matcher, { kind: 'settings', question, productionId }, signal)
  return matchSettingsOf(db, productionId, readValues(db, question))
}

/** Changes how a production weighs and reads it as it then stands. Throws NOT_FOUND, CANCELLED. */
export function changeMatching(parts: MatchParts, productionId: ProductionId, change: MatchingChange, signal?: AbortSignal): Promise<MatchSettings> {
  keepMatching(parts.db, productionId, change)
  return matchSettingsFor(parts, productionId, signal)
}

/** A question about a role, its words made a vector; no vector is made where suggestions are off. Throws NOT_FOUND, CANCELLED. */
async function questionOf(parts: MatchParts, roleId: RoleId, signal: AbortSignal | undefined): Promise<MatchQuestion> {
  const { db, embedder, settings, now } = parts
  const plain = { settings: pick(settings()), today: dayHere(now()) }
  const { ask, suggestions } = readAsk(db, { ...plain, roleId })
  const meanings = meaningsOf(parts)
  const vector = suggestions && ask.text !== '' ? await meanings.of(embedder, ask.text, signal) : null
  const learntFrom = suggestions ? await vectorsLearntFrom({ db, embedder, meanings }, ask.productionId, plain, signal) : new Map<RoleId, Float32Array>()
  return { ...plain, roleId, modelId: talentModelId(embedder), vector, learntFrom }
}

const meaningsOf = ({ matcher }: MatchParts): RoleMeanings => matcher?.meanings ?? createRoleMeanings()

/** Only what the worker needs crosses to it. */
const pick = ({ suggestions, glossary }: MatchQuestion['settings']): MatchQuestion['settings'] => ({ suggestions, glossary })

const inWorker = <Answer>({ pool, folder }: Matcher, task: MatchTask, signal: AbortSignal | undefined): Promise<Answer> =>
  pool.run<Answer>('matching/match', { folder, task }, { signal, subject: 'The ranking' })
