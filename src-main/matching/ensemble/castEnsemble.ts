import type { Cast, Ensemble, EnsembleWish } from '../../../src-preload/contract/ensemble.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { Progress, WorkEvent } from '../../../src-preload/contract/words.ts'
import { streamWork } from '../../workers/stream.ts'
import { blockedInWords } from './blockedInWords.ts'
import type { EnsembleParts } from './ensembleParts.ts'
import type { EnsembleProblem, SolvedEnsemble } from './problem.ts'
import { readEnsemble, type ReadEnsemble } from './readEnsemble.ts'
import { shownCast } from './shownCast.ts'

/**
 * Finds the best cast for several roles, and casts that differ from it, reporting how far it is.
 *
 * Throws NOT_FOUND, INVALID_INPUT where suggestions are off or a role stands twice, WORK_BROKE_OFF, CANCELLED, TIME_LIMIT.
 */
export const castEnsemble = (parts: EnsembleParts, wish: EnsembleWish, signal?: AbortSignal): AsyncGenerator<WorkEvent<Ensemble>, void> =>
  streamWork(signal, async (report, stop) => {
    const read = await readEnsemble(parts, wish, report, stop)
    const solved = await solveInWorker(parts, read.problem, report, stop)
    const casts: Cast[] = []
    for (const cast of solved.casts) casts.push(await shownCast(parts, read, cast, solved.casts[0] ?? cast, stop))
    return { state: solved.state, casts, blockedBy: [...blockedInWords(read, solved)], considered: [...read.considered], pairs: namedPairs(read) }
  })

/** Beyond the seconds of each cast: for the bound, and for the reasons where there is none. */
const slackSeconds = 20

function solveInWorker({ pool }: EnsembleParts, problem: EnsembleProblem, report: (progress: Progress) => void, signal: AbortSignal): Promise<SolvedEnsemble> {
  report({ kind: 'progress', stage: 'Looking for the best cast', done: 0, total: problem.alternatives + 1 })
  // A cast that is not proven in its seconds may take as many again until there is any.
  const timeLimitMs = ((problem.alternatives + 2) * 2 * problem.seconds + slackSeconds) * 1000
  return pool.run('matching/solveEnsemble', { problem }, { signal, timeLimitMs, subject: 'The cast', onProgress: report })
}

function namedPairs({ roles, pairs }: ReadEnsemble): Ensemble['pairs'] {
  return pairs.flatMap(({ roles: [one, other], weight }) => {
    const [a, b] = [roles[one], roles[other]]
    return a && b ? [{ roleIds: [a.id, b.id] as [RoleId, RoleId], names: [a.name, b.name] as [string, string], weight }] : []
  })
}
