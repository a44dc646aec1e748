import { dirname } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { DateOrder, ImportId, ImportResult, SheetMapping } from '../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { beatingFor } from '../database/officeBeat.ts'
import type { Database } from '../database/openDatabase.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { badRowsFile, type BadRowsOfSheet } from './imports/badRowsFile.ts'
import { orNothing } from './imports/imports.ts'
import type { SheetWork } from './importSheet.worker.ts'
import type { PreviewOfSheet } from './sheet/readSheet.ts'
import type { SheetFile } from '../documents/sheetFile.ts'

/** How long a sheet may be looked at, in milliseconds: 100 MB of it take about one minute. */
const timeLimitMs = 180_000

/** How long it may be taken in, which goes on as long as there are people, is shown and can be cancelled: 100,000 take some two minutes. */
const takingLimitMs = 3_600_000

/** What the user chose: what each column is, in which order its dates are, and which sheet of a workbook. */
export interface SheetChoice {
  readonly mapping?: SheetMapping | undefined
  readonly dates?: DateOrder | undefined
  readonly sheet?: string | undefined
}

/**
 * Looks at a talent sheet as it will be read, in a worker; the caller adds the ticket.
 *
 * Throws FILE_EMPTY, FILE_TOO_LARGE (100 MB, a workbook 50 MB), SCRIPT_ENCRYPTED, SHEET_UNREADABLE, TIME_LIMIT or CANCELLED.
 */
export async function previewSheet({ db, pool }: { readonly db: Database; readonly pool: WorkerPool }, file: SheetFile, { mapping, dates, sheet }: SheetChoice = {}, signal?: AbortSignal): Promise<PreviewOfSheet> {
  const work: SheetWork = { kind: 'preview', file: plainFile(file), mapping, dates, sheet, folder: dirname(db.name) }
  return pool.run<PreviewOfSheet>('talent/importSheet', work, { signal, timeLimitMs, subject: file.name })
}

/** The rows of a sheet that would be left out, whole, as {@link badRowsFile} writes them. Throws as {@link previewSheet} does. */
export async function badRowsOfSheet({ db, pool }: { readonly db: Database; readonly pool: WorkerPool }, file: SheetFile, { mapping, dates, sheet }: SheetChoice = {}, signal?: AbortSignal): Promise<File> {
  const work: SheetWork = { kind: 'badRows', file: plainFile(file), mapping, dates, sheet, folder: dirname(db.name) }
  return badRowsFile(await pool.run<BadRowsOfSheet>('talent/importSheet', work, { signal, timeLimitMs, subject: file.name }))
}

/**
 * Takes a talent sheet in, in a worker: cancelled or crashed, it leaves nothing behind.
 *
 * Streams its progress and ends with what it did; the caller wakes the indexer then. Throws as {@link previewSheet} does, and
 * SHEET_UNREADABLE where no column is the name.
 */
export function importSheet(
  { db, pool, now }: { readonly db: Database; readonly pool: WorkerPool; readonly now: () => Date },
  file: SheetFile,
  { mapping, dates, sheet }: SheetChoice = {},
  signal?: AbortSignal,
): AsyncGenerator<WorkEvent<ImportResult>, void, undefined> {
  const importId = uuidV7() as ImportId
  const work = { kind: 'import', file: plainFile(file), mapping, dates, sheet, folder: dirname(db.name), at: now().toISOString(), importId } as const
  return streamWork(signal, (onProgress, stop) =>
    orNothing({ db, pool, now }, importId, beatingFor(office =>
      pool.run<ImportResult>('talent/importSheet', { ...work, office } satisfies SheetWork, { signal: stop, timeLimitMs: takingLimitMs, subject: file.name, onProgress }))),
  )
}

const plainFile = ({ name, size, path }: SheetFile): SheetFile => ({ name, size, path })
