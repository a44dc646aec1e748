import type { Database } from 'better-sqlite3'
import { inTransaction } from './inTransaction.ts'
import { untilBeat, type OfficeBeat } from './officeBeat.ts'

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
 * SQLite asks for a lock that is taken again after 1, 3, 8, 18, 33, 53 and 78 ms (`sqliteDefaultBusyCallback` in its main.c). Held for some
 * 50 ms and free for 25, whoever waits finds it free by the seventh time they ask.
 */
const defaults: PieceLimits = { longestMs: 45, most: 500, pauseMs: 25 }

/** Where the office beats, every how manieth pause is a whole one nevertheless, for other threads and processes that wait. */
const wholePauseEvery = 8

/** How pieces are written. */
export interface PieceOptions {
  /** Called inside each transaction after its last entry, with how many entries are written in all. */
  readonly onPiece?: (done: number) => void
  readonly limits?: PieceLimits
  /** By this it is seen that the office does not wait: pauses then end with its next beat. */
  readonly office?: OfficeBeat | undefined
}

/**
 * Writes many entries in short transactions one after the other, so that nobody else who writes waits long.
 *
 * For worker threads: between two transactions the thread sleeps. Entries are asked for one by one, so they need not all be at hand. `write` takes one entry and its place. What is written stays where a later
 * entry throws: the caller keeps a state by which it is finished or taken back.
 */
export function inPieces<Entry>(db: Database, entries: Iterable<Entry> & { readonly length: number }, write: (entry: Entry, at: number) => void, { onPiece = () => {}, limits = defaults, office }: PieceOptions = {}): void {
  const nobody = new SharedArrayBuffer(4)
  const each = entries[Symbol.iterator]()
  let pieces = 0
  for (let at = 0; at < entries.length; pieces++) {
    if (at > 0) untilBeat(pieces % wholePauseEvery === 0 ? nobody : (office ?? nobody), limits.pauseMs)
    at = inTransaction(db, () => {
      const until = performance.now() + limits.longestMs
      let next = at
      do {
        const entry = each.next()
        if (entry.done === true) return entries.length
        write(entry.value, next)
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
