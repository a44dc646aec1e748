import { importSheet } from '../src-main/talent/importSheet.ts'
import type { Database } from '../src-main/database/openDatabase.ts'
import type { SheetFile } from '../src-main/documents/sheetFile.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'

/** What taking a sheet in cost, before search by meaning learns anybody. */
export interface ImportMeasure {
  readonly people: number
  readonly seconds: number
  /** Processor seconds of the whole process, which a busy machine does not stretch. */
  readonly processorSeconds: number
  /** How often something else was written meanwhile, and the longest and the 95th percentile that this waited, in milliseconds. */
  readonly writes: number
  readonly longestWaitMs: number
  readonly p95WaitMs: number
}

/** Milliseconds between two writes of the office while the import runs. */
const writeEvery = 100

/** Takes a sheet into a book as the application does, in a worker, while the office goes on writing something small on its own connection. */
export async function measureImport(db: Database, file: SheetFile): Promise<ImportMeasure> {
  const pool = createWorkerPool({ threads: 1 })
  db.exec('CREATE TABLE IF NOT EXISTS measured_write (at REAL NOT NULL) STRICT')
  const write = db.prepare('INSERT INTO measured_write (at) VALUES (?)')
  const waits: number[] = []
  const writing = setInterval(() => {
    const begun = performance.now()
    write.run(begun)
    waits.push(performance.now() - begun)
  }, writeEvery)
  const [begun, processor] = [performance.now(), process.cpuUsage()]
  let people = 0
  try {
    for await (const event of importSheet({ db, pool, now: () => new Date() }, file)) {
      if (event.kind === 'done') people = event.result.added + event.result.updated + event.result.unchanged
    }
  } finally {
    clearInterval(writing)
    await pool.close()
    db.exec('DROP TABLE measured_write')
  }
  const spent = process.cpuUsage(processor)
  const sorted = waits.toSorted((a, b) => a - b)
  return {
    people,
    seconds: (performance.now() - begun) / 1_000,
    processorSeconds: (spent.user + spent.system) / 1e6,
    writes: waits.length,
    longestWaitMs: sorted.at(-1) ?? 0,
    p95WaitMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  }
}
