import BetterSqlite from 'better-sqlite3'
import type { Database } from './openDatabase.ts'

/** Opens an empty database in memory, for work with SQLite that keeps nothing; it is gone when it is closed or forgotten. */
export function openScratch(schema: string): Database {
  const db = new BetterSqlite(':memory:')
  db.exec(schema)
  return db
}
