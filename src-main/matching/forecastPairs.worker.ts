import { workerTask } from '../workers/workerTask.ts'
import { foresee, learnReads, type PairOutcome, type PairPoint, type RatedPair } from './pairs/chemistryModel.ts'

export default workerTask<{ readonly reads: readonly RatedPair[]; readonly points: readonly PairPoint[] }, readonly PairOutcome[]>(({ reads, points }) => {
  const learnt = learnReads(reads)
  return points.map(point => foresee(learnt, point))
})
