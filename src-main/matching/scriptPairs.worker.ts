import type { ScriptPair } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { keepOpen } from '../database/keepOpen.ts'
import { workerTask } from '../workers/workerTask.ts'
import { readScriptPairs } from './pairs/scriptPairs.ts'

/** One connection as long as the thread lives; that of another folder takes its place. */
const theFile = keepOpen((db, _folder: string) => db)

export default workerTask<{ readonly folder: string; readonly productionId: ProductionId }, readonly ScriptPair[]>(({ folder, productionId }) => readScriptPairs(theFile(folder), productionId))
