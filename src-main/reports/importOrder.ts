import type { ShootingOrder } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { SheetFile } from '../documents/sheetFile.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { OrderOfSheet } from './sheetOrder.ts'
import { getOrder, saveOrder } from './shootingOrder.ts'

/** How long the reading of a shooting order may take, in milliseconds. */
const timeLimitMs = 30_000
const longestOrder = 60_000

/** What the import of a shooting order did: what stood there before, how many days there are now, and the rows that are on no day. */
export interface ImportedOrder {
  readonly before: ShootingOrder
  readonly days: number
  readonly left: OrderOfSheet['left']
}

/**
 * Takes a shooting order in from a CSV or TSV file, read in a worker, in place of the one that is there; the rule for drops stays.
 *
 * Nothing is kept where the file cannot be read. Throws NOT_FOUND, FILE_EMPTY, FILE_TOO_LARGE (5 MB), SHEET_UNREADABLE, TIME_LIMIT or CANCELLED.
 */
export async function importOrder(
  { db, pool, now }: { readonly db: Database; readonly pool: WorkerPool; readonly now: () => Date },
  scriptId: ScriptId,
  { name, size, path }: SheetFile,
  signal?: AbortSignal,
): Promise<ImportedOrder> {
  getOrder(db, scriptId)
  const { text, days, left } = await pool.run<OrderOfSheet>('reports/readOrder', { name, size, path }, { signal, timeLimitMs, subject: name })
  if (text.length > longestOrder) throw new CastMatchError('FILE_TOO_LARGE', { subject: name, detail: 'an order of 60,000 letters' })
  return inTransaction(db, () => {
    const before = getOrder(db, scriptId)
    saveOrder(db, scriptId, { ...before, text }, now())
    return { before, days, left }
  })
}
