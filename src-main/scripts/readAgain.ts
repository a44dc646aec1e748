import type { ReadChoices, Script, ScriptId, TriedReading } from '../../src-preload/contract/scripts.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { MediaFolder } from '../media/mediaFolder.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { readInWorker } from './importScript.ts'
import { keepChoices } from './readChoices.ts'
import type { ReadScript } from './readScript.ts'
import { getScript, replaceReading } from './scriptStore.ts'

/** What reading a kept script again needs of the office; `onReplaced` runs inside the transaction, so that its roles follow or nothing does. */
export interface ReadAgainParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly media: MediaFolder
  readonly now: () => Date
  readonly onReplaced: (before: Script, read: ReadScript) => void
}

/**
 * Reads a kept script with other choices and shows what comes of it, keeping nothing.
 *
 * Throws NOT_FOUND, ORIGINAL_MISSING, CANCELLED, TIME_LIMIT and the codes of the readers.
 */
export const tryReading = (parts: ReadAgainParts, id: ScriptId, choices: ReadChoices, signal?: AbortSignal): AsyncGenerator<WorkEvent<TriedReading>> =>
  streamWork(signal, async (report, stop) => {
    const { fileName, sha256 } = getScript(parts.db, id)
    const bytes = await parts.media.read(sha256, fileName)
    const { reading, elements } = await readInWorker(parts.pool, { bytes, fileName, choices }, report, stop)
    return { reading, elements: [...elements] }
  })

/**
 * Reads a kept script again with other choices, keeps what comes of it in place of the earlier reading, and remembers the choices for
 * its production.
 *
 * Whole or not at all. Throws as {@link tryReading} does.
 */
export const readAgain = (parts: ReadAgainParts, id: ScriptId, choices: ReadChoices, signal?: AbortSignal): AsyncGenerator<WorkEvent<{ readonly scriptId: ScriptId }>> =>
  streamWork(signal, async (report, stop) => {
    const { db, pool, media, now, onReplaced } = parts
    const before = getScript(db, id)
    const { fileName, sha256, productionId } = before
    const bytes = await media.read(sha256, fileName)
    const read = await readInWorker(pool, { bytes, fileName, choices }, report, stop)
    report({ kind: 'progress', stage: 'Saving scenes and roles', done: 0, total: 0 })
    return inTransaction(db, () => {
      replaceReading(db, id, read.reading, read.elements, now())
      onReplaced(before, read)
      keepChoices(db, productionId, choices, now())
      return { scriptId: id }
    })
  })
