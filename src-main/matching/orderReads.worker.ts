import { workerTask } from '../workers/workerTask.ts'
import { orderReads, type OrderedReads, type ReadToOrder } from './pairs/orderReads.ts'

export default workerTask<{ readonly reads: readonly ReadToOrder[] }, OrderedReads>(({ reads }) => orderReads(reads))
