import { workerTask } from '../workers/workerTask.ts'
import { readScript } from './readScript.ts'
import type { ReadScript } from './readScript.ts'

/** What the worker is given: the bytes of a script and the name of its file. */
export type ReadScriptTask = { readonly bytes: Uint8Array; readonly fileName: string }

export default workerTask<ReadScriptTask, ReadScript>(({ bytes, fileName }, report) => readScript(bytes, fileName, { onProgress: report }))
