import { workerTask } from '../workers/workerTask.ts'
import { readFacts, type FactsInput, type RoleFacts } from './breakdownFacts.ts'

export default workerTask<FactsInput, readonly RoleFacts[]>(input => readFacts(input))
