import type { ReadChoices, Script, ScriptId, TriedReading } from '../../src-preload/contract/scripts.ts'
import type { Progress, WorkEvent } from '../../src-preload/contract/words.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { MediaFolder } from '../media/mediaFolder.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { readInWorker } from './importScript.ts'
import type { PageShelf } from './pageShelf.ts'
import { picturesOf, type PicturePage } from './pictureStore.ts'
import { choicesOf, keepChoices } from './readChoices.ts'
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
export const tryReading = (shelf: PageShelf, id: ScriptId, choices: ReadChoices, signal?: AbortSignal): AsyncGenerator<WorkEvent<TriedReading>> =>
  streamWork(signal, async (report, stop) => {
    const { reading, elements } = await shelf.read(id, choices, report, stop)
    return { reading, elements: [...elements] }
  })

/** Reads the kept file of a script with what was read from its pictures. Throws as {@link tryReading} does. */
export async function readKept(
  { db, pool, media }: ReadAgainParts, id: ScriptId, choices: ReadChoices, report: (progress: Progress) => void, signal: AbortSignal,
  pictures: readonly PicturePage[] = picturesOf(db, id),
): Promise<ReadScript> {
  const { fileName, sha256, pages, warnings } = getScript(db, id)
  // What was kept as pictures stays so, whatever was read from them since.
  const asPictures = warnings.filter(({ code }) => code === 'PAGE_WITHOUT_TEXT' || code === 'PAGE_READ_BY_CLAUDE').length > 0.8 * pages
  return readInWorker(pool, { bytes: await media.read(sha256, fileName), fileName, choices, pictures, asPictures }, report, signal)
}

/**
 * Reads a kept script again with other choices, keeps what comes of it in place of the earlier reading, and remembers the choices for
 * its production, and of which script its lines were named.
 *
 * Whole or not at all. Throws as {@link tryReading} does.
 */
export const readAgain = (parts: ReadAgainParts, id: ScriptId, choices: ReadChoices, signal?: AbortSignal): AsyncGenerator<WorkEvent<{ readonly scriptId: ScriptId }>> =>
  streamWork(signal, async (report, stop) => {
    const { db, now, onReplaced } = parts
    const before = getScript(db, id)
    const read = await readKept(parts, id, choices, report, stop)
    report({ kind: 'progress', stage: 'Saving scenes and roles', done: 0, total: 0 })
    return inTransaction(db, () => {
      replaceReading(db, id, read.reading, read.elements, now())
      onReplaced(before, read)
      keepChoices(db, before.productionId, withSource(choices, choicesOf(db, before.productionId), before), now())
      return { scriptId: id }
    })
  })

/** Lines that were kept before stay those of the script that they were named of. */
function withSource({ lines, letters }: ReadChoices, kept: ReadChoices, { fileName, format }: Script): ReadChoices {
  if (lines.length === 0) return { lines, letters }
  const isSame = JSON.stringify(lines) === JSON.stringify(kept.lines)
  return { lines, letters, saidOf: (isSame ? kept.saidOf : undefined) ?? { fileName, format } }
}
