import type { Database } from 'better-sqlite3'
import { inTransaction } from './inTransaction.ts'

/** How much is written at one go, and how long others are let in between. */
export interface PieceLimits {
  /** Milliseconds after which a transaction is ended with what it has. */
  readonly longestMs: number
  /** Entries after which a transaction is ended. */
  readonly most: number
  /** Milliseconds in which the lock is free between two transactions. */
  readonly pauseMs: number
}

/**
 * SQLite asks for a lock that is taken again after 1, 3, 8, 18, 33 and 53 ms (`sqliteDefaultBusyCallback` in its main.c). Held for 45 ms and
 * free for 20, whoever waits finds it free by the sixth time they ask.
 */
const defaults: PieceLimits = { longestMs: 45, most: 500, pauseMs: 20 }

/**
 * Writes many entries in short transactions one after the other, so that nobody else who writes waits long.
 *
 * For worker threads: between two transactions the thread sleeps. `write` takes one entry and its place; `onPiece` is called inside each
 * transaction after its last entry, with how many entries are written in all. What is written stays where a later entry throws: the
 * caller keeps a state by which it is finished or taken back.
 */
export function inPieces<Entry>(
  db: Database,
  entries: readonly Entry[],
  write: (entry: Entry, at: number) => void,
  { onPiece = () => {}, limits = defaults }: { readonly onPiece?: (done: number) => void; readonly limits?: PieceLimits } = {},
): void {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let at = 0; at < entries.length; ) {
    if (at > 0) Atomics.wait(clock, 0, 0, limits.pauseMs)
    at = inTransaction(db, () => {
      const until = performance.now() + limits.longestMs
      let next = at
      do {
        write(entries[next] as Entry, next)
        next++
      } while (next < entries.length && next - at < limits.most && performance.now() < until)
      onPiece(next)
      return next
    })
  }
}

/**
 * Brings what a worker has written safely onto the disk before it is said to be done: a worker's own transactions survive a crash of the
 * application, but not of the machine, until the log is synced (https://sqlite.org/pragma.html#pragma_synchronous). Nobody waits for it.
 */
export const settleOnDisk = (db: Database): void => void db.pragma('wal_checkpoint(PASSIVE)')
