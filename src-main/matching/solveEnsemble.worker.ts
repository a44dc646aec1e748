import { workerTask } from '../workers/workerTask.ts'
import type { EnsembleProblem, SolvedEnsemble } from './ensemble/problem.ts'
import { solveEnsemble } from './ensemble/solveEnsemble.ts'

export default workerTask<{ readonly problem: EnsembleProblem }, SolvedEnsemble>(({ problem }, report) =>
  solveEnsemble(problem, { onCast: found => report({ kind: 'progress', stage: 'Casts found', done: found, total: problem.alternatives + 1 }) }),
)
