import type { RoleId } from '../../src-preload/contract/roles.ts'
import { workerTask } from '../workers/workerTask.ts'
import { batchesOf, type Batch } from './breakdownByClaude.ts'
import type { FactsInput } from './breakdownFacts.ts'

/** What the worker is given: the scripts of a production and the roles to be drafted. */
export type BatchesTask = FactsInput & { readonly wanted: readonly RoleId[] }

export default workerTask<BatchesTask, readonly Batch[]>(({ wanted, ...input }) => batchesOf(input, wanted))
