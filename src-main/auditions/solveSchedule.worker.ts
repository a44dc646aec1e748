import { workerTask } from '../workers/workerTask.ts'
import type { ScheduleProblem } from './schedule/problem.ts'
import { solveSchedule, type Schedule } from './schedule/solveSchedule.ts'

export default workerTask<{ readonly problem: ScheduleProblem }, Schedule>(({ problem }) => solveSchedule(problem))
