import type BetterSqlite from 'better-sqlite3'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { inTransaction } from './inTransaction.ts'

/** A step from one schema version to the next: its version (1, 2, ...), a name for the log, and its statements. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** The schema version of a file; 0 for a new one. */
export const schemaVersion = (db: BetterSqlite.Database): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings a database to the newest schema, one migration a transaction, the version set inside it.
 *
 * Calls `beforeFirst` once before anything changes, with the version found, where the file already holds records and
 * something is to be done. Throws DATABASE_NEWER and leaves the file untouched where its version is past the list.
 */
export function migrate(db: BetterSqlite.Database, list: readonly Migration[], beforeFirst: (version: number) => void = () => {}): void {
  const found = schemaVersion(db)
  const newest = list.at(-1)?.version ?? 0
  if (found > newest) throw new CastMatchError('DATABASE_NEWER', { detail: `its version is ${found}, this one knows ${newest}` })
  const due = list.filter(migration => migration.version > found)
  if (due.length === 0) return
  if (found > 0) beforeFirst(found)
  for (const migration of due) {
    inTransaction(db, () => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    })
  }
}
