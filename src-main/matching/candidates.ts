import { setImmediate } from 'node:timers/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Candidate, Ranking } from '../../src-preload/contract/matching.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { getProduction } from '../productions/productionStore.ts'
import { getRole } from '../roles/roleStore.ts'
import { makeGlossary } from '../talent/search/glossary.ts'
import { talentFactsOf } from '../talent/talentFacts.ts'
import { talentModelId } from '../talent/talentRecord.ts'
import { askOf, type Ask } from './ask.ts'
import { byFit, inWords, judge, type Judgement } from './fit.ts'
import { gatesOf } from './gates.ts'
import { nearnessOf } from './near.ts'

/** What matching needs of the office. */
export interface MatchParts {
  readonly db: Database
  readonly embedder: Embedder
  /** The settings as they stand now. */
  readonly settings: () => Pick<Settings, 'suggestions' | 'glossary'>
}

/** How many people are judged before the main thread may do something else; some 8 ms of work. */
const atOnce = 250

/**
 * Ranks the talent book beside a role: those past all gates and those whom a gate stops, each best fit first and at most
 * `limit` (50 where it is left out).
 *
 * Where suggestions are off for the role, its production or altogether, nobody is looked at. The book is judged in slices, so
 * that other calls are answered in between. Throws NOT_FOUND, and CANCELLED where `signal` is aborted.
 */
export async function candidatesFor(
  parts: MatchParts,
  roleId: RoleId,
  { limit = 50, signal }: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<Ranking> {
  const { ask, suggestions } = readAsk(parts, roleId)
  const gates = gatesOf(ask)
  if (!suggestions) return { roleId, suggestions, asksFor: ask.text, gates, candidates: [], stopped: [], considered: 0, notIndexed: 0 }
  const near = await nearnessOf(parts.db, parts.embedder, ask, signal)
  const ids = parts.db.prepare<[], TalentId>('SELECT id FROM talent WHERE removed_at IS NULL ORDER BY row').pluck().all()
  const modelId = talentModelId(parts.embedder)
  let passed: Judgement[] = []
  let stopped: Judgement[] = []
  let considered = 0
  let notIndexed = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject: 'The ranking' })
    for (const person of talentFactsOf(parts.db, modelId, ids.slice(from, from + atOnce))) {
      const judged = judge(ask, person, near.get(person.id) ?? null)
      considered++
      if (!person.indexed) notIndexed++
      ;(judged.gates.stops.length === 0 ? passed : stopped).push(judged)
    }
    passed = best(passed, limit)
    stopped = best(stopped, limit)
    await setImmediate()
  }
  const lists = { candidates: passed.map(inWords), stopped: stopped.map(inWords) }
  return { roleId, suggestions, asksFor: ask.text, gates, ...lists, considered, notIndexed }
}

const best = (judged: Judgement[], limit: number): Judgement[] => judged.sort(byFit).slice(0, limit)

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
  const { ask, suggestions } = readAsk(parts, roleId)
  if (!suggestions) return []
  const near = await nearnessOf(parts.db, parts.embedder, ask, signal)
  const people = talentFactsOf(parts.db, talentModelId(parts.embedder), talentIds)
  return people.map(person => inWords(judge(ask, person, near.get(person.id) ?? null)))
}

function readAsk({ db, settings }: MatchParts, roleId: RoleId): { readonly ask: Ask; readonly suggestions: boolean } {
  const role = getRole(db, roleId)
  const production = getProduction(db, role.productionId)
  const { suggestions, glossary } = settings()
  const ask = askOf(role, production.shoot, makeGlossary(glossary))
  return { ask, suggestions: suggestions && production.suggestions && role.suggestions }
}
