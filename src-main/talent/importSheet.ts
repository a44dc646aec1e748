import { dirname } from 'node:path'
import type { ImportResult, SheetMapping } from '../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { SheetWork } from './importSheet.worker.ts'
import type { PreviewOfSheet } from './sheet/readSheet.ts'
import type { SheetFile } from '../documents/sheetFile.ts'

/** How long a sheet may be read, in milliseconds: 100 MB of it take about one minute. */
const timeLimitMs = 180_000

/**
 * Looks at a talent sheet as it will be read, in a worker; the caller adds the ticket.
 *
 * Throws FILE_EMPTY, FILE_TOO_LARGE (100 MB), SHEET_UNREADABLE, TIME_LIMIT or CANCELLED.
 */
export async function previewSheet(pool: WorkerPool, file: SheetFile, mapping?: SheetMapping, signal?: AbortSignal): Promise<PreviewOfSheet> {
  const work: SheetWork = { kind: 'preview', file: plainFile(file), mapping }
  return pool.run<PreviewOfSheet>('talent/importSheet', work, { signal, timeLimitMs, subject: file.name })
}

/**
 * Takes a talent sheet in, in a worker and one transaction: cancelled or crashed, it leaves nothing behind.
 *
 * Streams its progress and ends with what it did; the caller wakes the indexer then. Throws as {@link previewSheet} does, and
 * SHEET_UNREADABLE where no column is the name.
 */
export function importSheet(
  { db, pool, now }: { readonly db: Database; readonly pool: WorkerPool; readonly now: () => Date },
  file: SheetFile,
  mapping?: SheetMapping,
  signal?: AbortSignal,
): AsyncGenerator<WorkEvent<ImportResult>, void, undefined> {
  const work: SheetWork = { kind: 'import', file: plainFile(file), mapping, folder: dirname(db.name), at: now().toISOString() }
  return streamWork(signal, (onProgress, stop) =>
    pool.run<ImportResult>('talent/importSheet', work, { signal: stop, timeLimitMs, subject: file.name, onProgress }),
  )
}

const plainFile = ({ name, size, path }: SheetFile): SheetFile => ({ name, size, path })
