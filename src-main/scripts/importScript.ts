import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ReadChoices, ScriptId, ScriptReading } from '../../src-preload/contract/scripts.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Progress, WorkEvent } from '../../src-preload/contract/words.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { createProduction } from '../productions/productionStore.ts'
import type { MediaFolder } from '../media/mediaFolder.ts'
import type { OfficeFile } from '../tickets/ticketKeeper.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { largestScript } from './readers.ts'
import { choicesOf, noChoices } from './readChoices.ts'
import type { ReadScript } from './readScript.ts'
import type { ReadScriptTask } from './readScript.worker.ts'
import { findScriptByHash, insertScript, restoreScript } from './scriptStore.ts'

/** How long a script may take to be read, in milliseconds. */
const scriptTimeLimit = 60_000

/** Called inside the transaction that keeps a new script, so that its roles are kept with it or not at all; gives the draft that it replaces, null for none. */
export type OnScriptKept = (productionId: ProductionId, scriptId: ScriptId, read: ReadScript) => ScriptId | null

/** What the import of scripts needs of the office. */
export interface ScriptImportParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly media: MediaFolder
  readonly now: () => Date
  readonly onKept: OnScriptKept
}

/** Where a script that came in is to be found. */
export interface KeptScript {
  readonly scriptId: ScriptId
  readonly productionId: ProductionId
  readonly alreadyThere: boolean
  readonly draftOf: ScriptId | null
}

/**
 * Reads a screenplay in a worker without keeping it, streaming its progress.
 *
 * Throws the codes of the readers, FILE_TOO_LARGE, TIME_LIMIT and CANCELLED.
 */
export const analyzeScript = (pool: WorkerPool, file: OfficeFile, signal?: AbortSignal): AsyncGenerator<WorkEvent<ScriptReading>> =>
  streamWork(signal, async (report, stop) => (await readFileInWorker(pool, file, noChoices, report, stop)).reading)

/**
 * Takes a screenplay in: reads it in a worker and keeps it with its roles in one transaction.
 *
 * A file that the office knows (by SHA-256) opens its entry instead; one that was removed comes back. Without a
 * production one is begun, named after the script; with one, it is read as she chose for that production, where that helps. The file itself is kept, so
 * that it can be looked at and read again. A PDF of nothing but pictures is refused with SCRIPT_SCANNED, or kept `asPictures`. Nothing is kept where the reading fails or is cancelled.
 */
export const importScript = (
  parts: ScriptImportParts,
  file: OfficeFile,
  productionId: ProductionId | null,
  signal?: AbortSignal,
  asPictures = false,
): AsyncGenerator<WorkEvent<KeptScript>> =>
  streamWork(signal, async (report, stop) => {
    const { db, pool, media, now, onKept } = parts
    assertSize(file)
    report({ kind: 'progress', stage: 'Looking whether it is known', done: 0, total: 0 })
    const sha256 = await hashFile(file.path)
    const known = openKnown(db, sha256, productionId)
    if (known) {
      await media.keep(file.path, sha256)
      return known
    }
    const read = await readFileInWorker(pool, file, productionId === null ? noChoices : choicesOf(db, productionId), report, stop, asPictures)
    await media.keep(file.path, sha256)
    if (stop.aborted) throw new CastMatchError('CANCELLED', { subject: file.name })
    report({ kind: 'progress', stage: 'Saving scenes and roles', done: 0, total: 0 })
    return inTransaction(db, () => {
      const meanwhile = openKnown(db, sha256, productionId)
      if (meanwhile) return meanwhile
      const home = productionId ?? createProduction(db, { title: read.reading.title, kind: 'film', brief: '' }, now()).id
      const scriptId = insertScript(db, { productionId: home, fileName: file.name, sha256 }, read.reading, read.elements, now())
      const draftOf = onKept(home, scriptId, read)
      return { scriptId, productionId: home, alreadyThere: false, draftOf }
    })
  })

function openKnown(db: Database, sha256: string, productionId: ProductionId | null): KeptScript | null {
  const known = findScriptByHash(db, sha256, productionId)
  if (!known) return null
  restoreScript(db, known.id)
  return { scriptId: known.id, productionId: known.productionId, alreadyThere: true, draftOf: null }
}

function assertSize(file: OfficeFile): void {
  if (file.size > largestScript) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name, detail: '50 MB' })
}

async function readFileInWorker(
  pool: WorkerPool, file: OfficeFile, choices: ReadChoices, report: (progress: Progress) => void, signal: AbortSignal, asPictures = false,
): Promise<ReadScript> {
  assertSize(file)
  return readInWorker(pool, { bytes: new Uint8Array(await readFile(file.path)), fileName: file.name, choices, ifBetter: true, asPictures }, report, signal)
}

/** Reads the bytes of a script in a worker; they are handed over. Throws the codes of the readers, TIME_LIMIT and CANCELLED. */
export const readInWorker = (pool: WorkerPool, task: ReadScriptTask, report: (progress: Progress) => void, signal: AbortSignal): Promise<ReadScript> =>
  pool.run<ReadScript>('scripts/readScript', task, {
    signal, subject: task.fileName, timeLimitMs: scriptTimeLimit, onProgress: report, transfer: [task.bytes.buffer as ArrayBuffer],
  })

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
