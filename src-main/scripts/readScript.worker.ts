import type { ReadChoices } from '../../src-preload/contract/scripts.ts'
import { workerTask } from '../workers/workerTask.ts'
import type { PicturePage } from './pictureStore.ts'
import { readAsSaid } from './readAsSaid.ts'
import { readScript } from './readScript.ts'
import type { ReadScript } from './readScript.ts'

/**
 * What the worker is given: the bytes of a script, the name of its file, and how the user wants it read.
 *
 * `marked` asks for its lines, `pictures` is what was read from pages that are pictures; `ifBetter` takes what she said of the lines only
 * where it helps; `asPictures` takes a PDF of nothing but pictures instead of refusing it.
 */
export type ReadScriptTask = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly choices: ReadChoices
  readonly marked?: boolean
  readonly pictures?: readonly PicturePage[]
  readonly ifBetter?: boolean
  readonly asPictures?: boolean
}

export default workerTask<ReadScriptTask, ReadScript>(({ bytes, fileName, choices, marked = false, pictures = [], ifBetter = false, asPictures = false }, report) =>
  ifBetter
    ? readAsSaid(bytes, fileName, choices, { asPictures, onProgress: report })
    : readScript(bytes, fileName, { choices, marked, pictures, asPictures, onProgress: report }))
