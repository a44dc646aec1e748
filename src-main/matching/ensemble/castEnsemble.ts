import type { Cast, Ensemble, EnsembleWish, Money } from '../../../src-preload/contract/ensemble.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Progress, WorkEvent } from '../../../src-preload/contract/words.ts'
import { streamWork } from '../../workers/stream.ts'
import type { PairParts } from '../pairs/pairParts.ts'
import type { EnsembleProblem, SolvedCast, SolvedEnsemble } from './problem.ts'
import { readEnsemble, type ReadEnsemble } from './readEnsemble.ts'
import { blockedInWords } from './blockedInWords.ts'

/**
 * Finds the best cast for several roles, and casts that differ from it, reporting how far it is.
 *
 * Throws NOT_FOUND, INVALID_INPUT where suggestions are off or a role stands twice, CANCELLED, TIME_LIMIT.
 */
export const castEnsemble = (parts: PairParts, wish: EnsembleWish, signal?: AbortSignal): AsyncGenerator<WorkEvent<Ensemble>, void> =>
  streamWork(signal, async (report, stop) => {
    const read = await readEnsemble(parts, wish, report, stop)
    const solved = await solveInWorker(parts, read.problem, report, stop)
    return {
      state: solved.state,
      casts: solved.casts.map(cast => shownCast(read, cast, solved.casts[0] ?? cast)),
      blockedBy: [...blockedInWords(read, solved)],
      considered: [...read.considered],
      pairs: read.pairs.map(({ roleIds, names, weight }) => ({ roleIds, names, weight })),
    }
  })

function solveInWorker({ pool }: PairParts, problem: EnsembleProblem, report: (progress: Progress) => void, signal: AbortSignal): Promise<SolvedEnsemble> {
  report({ kind: 'progress', stage: 'Looking for the best cast', done: 0, total: problem.alternatives + 1 })
  // Each cast has its own seconds; what is left over is for reading the book and for the reasons where there is none.
  const timeLimitMs = (problem.alternatives + 4) * problem.seconds * 1000 + 20_000
  return pool.run('matching/solveEnsemble', { problem }, { signal, timeLimitMs, subject: 'The cast', onProgress: report })
}

function shownCast({ problem, roles, people, fees, currency }: ReadEnsemble, { chosen, worth, proven, gap }: SolvedCast, best: SolvedCast): Cast {
  const money = (amount: number): Money => ({ amount, currency })
  const cast = roles.map(({ id, name }, role) => {
    const candidate = problem.roles[role]?.[chosen[role] ?? -1]
    if (!candidate) throw new CastMatchError('NOT_FOUND', { subject: name })
    const fee = fees.get(candidate.person) ?? null
    const talentId = people.get(candidate.person)
    if (!talentId) throw new CastMatchError('NOT_FOUND', { subject: name })
    return { roleId: id, roleName: name, talentId: talentId.id, talentName: talentId.name, fit: Math.round(candidate.worth * 100), fee: fee === null ? null : money(fee) }
  })
  const known = cast.flatMap(({ fee }) => (fee ? [fee.amount] : []))
  return {
    roles: cast,
    worth: worth * 100,
    fit: cast.reduce((sum, { fit }) => sum + fit, 0) / cast.length,
    chemistry: chemistryOf(problem, chosen),
    fee: known.length === 0 ? null : money(known.reduce((sum, amount) => sum + amount, 0)),
    feesUnknown: cast.length - known.length,
    differs: chosen.filter((at, role) => at !== best.chosen[role]).length,
    proven,
    gap,
  }
}

/** The mean predicted rating of the pairs, 1 to 5. */
function chemistryOf({ pairs }: EnsembleProblem, chosen: readonly number[]): number | null {
  const weights = pairs.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return null
  const worth = pairs.reduce((sum, { roles: [one, other], weight, worth: cells }) => sum + weight * (cells[chosen[one] ?? -1]?.[chosen[other] ?? -1] ?? 0), 0)
  return 1 + (4 * worth) / weights
}
