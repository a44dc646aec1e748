import type { Database } from 'better-sqlite3'

/**
 * Does several writes as one: all of them or, where one throws, none.
 *
 * Takes the write lock before the first statement (BEGIN IMMEDIATE) and so waits its turn while a worker writes; a transaction
 * that begins by reading would fail at its first write without waiting (https://sqlite.org/isolation.html). Inside another
 * transaction it becomes a part of that one.
 */
export const inTransaction = <Result>(db: Database, write: () => Result): Result => db.transaction(write).immediate()
