import { dirname } from 'node:path'
import type { Progress, WorkEvent } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { streamWork } from '../../workers/stream.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { DuplicateWork } from '../duplicates.worker.ts'
import type { Renewed } from './renewPairs.ts'

/** Looks for duplicates among those who were added or changed, in the background. */
export interface DuplicateFinder {
  /** Says that people were added or changed; the work begins where it rests. */
  wake(): void
  /** Compares at once, streaming how far it is; aborting it leaves the suggestions as they were. */
  find(all: boolean, signal?: AbortSignal): AsyncGenerator<WorkEvent<Renewed>, void, undefined>
  /** Stops; what is not compared yet is taken up at the next start. */
  close(): Promise<void>
}

/** How long a whole book may take, in milliseconds: 100,000 people take most of a minute. */
const timeLimitMs = 600_000

/** Starts the finder; `onError` hears of a failure, work then rests until the next wake. One comparison runs at a time. */
export function startDuplicateFinder({ db, pool, now, onError }: {
  readonly db: Database
  readonly pool: WorkerPool
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}): DuplicateFinder {
  const closed = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let isAsked = false

  const afterTheLast = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  const isDue = (): boolean => db.prepare('SELECT 1 FROM duplicate_due LIMIT 1').get() !== undefined
  const run = (all: boolean, signal: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Renewed> => {
    const work: DuplicateWork = { folder: dirname(db.name), at: now().toISOString(), all }
    return pool.run<Renewed>('talent/duplicates', work, { signal, timeLimitMs, subject: 'The search for duplicates', ...(onProgress && { onProgress }) })
  }
  return {
    wake() {
      if (isAsked || closed.signal.aborted) return
      isAsked = true
      afterTheLast(async () => {
        isAsked = false
        if (!closed.signal.aborted && isDue()) await run(false, closed.signal)
      }).catch((error: unknown) => {
        if (!closed.signal.aborted) onError(error)
      })
    },
    find: (all, signal) =>
      streamWork(signal ? AbortSignal.any([signal, closed.signal]) : closed.signal, (report, stop) => afterTheLast(() => run(all, stop, report))),
    async close() {
      closed.abort()
      await last
    },
  }
}
