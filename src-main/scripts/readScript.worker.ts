import type { ReadChoices } from '../../src-preload/contract/scripts.ts'
import { workerTask } from '../workers/workerTask.ts'
import { readScript } from './readScript.ts'
import type { ReadScript } from './readScript.ts'

/** What the worker is given: the bytes of a script, the name of its file, and how the user wants it read. */
export type ReadScriptTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly choices: ReadChoices }

export default workerTask<ReadScriptTask, ReadScript>(({ bytes, fileName, choices }, report) => readScript(bytes, fileName, { choices, onProgress: report }))
