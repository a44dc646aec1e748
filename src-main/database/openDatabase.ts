import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { getLoadablePath } from 'sqlite-vec'
import { migrate, schemaVersion, type Migration } from './migrate.ts'
import { migrations } from './migrations/list.ts'

/** An open database of one CastMatch; handed to every function that reads or writes records. */
export type Database = BetterSqlite.Database

/** What to open and how. */
export interface OpenOptions {
  /** The data folder; the file in it is `castmatch.db`, its copies lie in `backups/`. */
  readonly folder: string
  readonly now: () => Date
  /** The migrations to bring the file to; all of them where it is left out. */
  readonly list?: readonly Migration[]
}

/** How many of the copies that are made before migrations are kept. */
const keptBackups = 5

/**
 * Opens the one file of a data folder, with sqlite-vec loaded, brought to the newest schema.
 *
 * Before the first migration of a file that holds records, a copy is written to `backups/before-<version>-<moment>.db`.
 * Throws DATABASE_NEWER where a newer CastMatch wrote the file; it is then left untouched.
 */
export function openDatabase({ folder, now, list = migrations }: OpenOptions): Database {
  mkdirSync(folder, { recursive: true })
  const db = new BetterSqlite(join(folder, 'castmatch.db'))
  try {
    // A large sheet is taken in by a worker in one transaction of several seconds: a change made meanwhile waits, and is not lost.
    db.pragma('busy_timeout = 30000')
    db.loadExtension(vecPath())
    migrate(db, list, version => backUpBeforeMigration(db, folder, version, now()))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a second connection on the file of a data folder for a worker thread; the schema is taken as it is.
 *
 * `readonly` connections may read while another connection writes (WAL).
 */
export function joinDatabase(folder: string, { readonly = false } = {}): Database {
  const db = new BetterSqlite(join(folder, 'castmatch.db'), { readonly, fileMustExist: true })
  db.pragma('busy_timeout = 10000')
  // A statement that fires a trigger keeps what it changes in a journal of its own, which else becomes a file past 64 KB.
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  db.loadExtension(vecPath())
  return db
}

/** The versions of what lies under the records. */
export function databaseVersions(db: Database): { readonly sqlite: string; readonly sqliteVec: string; readonly schema: number } {
  const row = db.prepare('SELECT sqlite_version() AS sqlite, vec_version() AS vec').get() as { sqlite: string; vec: string }
  return { sqlite: row.sqlite, sqliteVec: row.vec, schema: schemaVersion(db) }
}

/** Inside a packaged desktop application the extension lies beside the archive, not in it. */
const vecPath = (): string => getLoadablePath().replace(/app\.asar(?!\.unpacked)/, 'app.asar.unpacked')

function backUpBeforeMigration(db: Database, folder: string, version: number, at: Date): void {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const target = join(backups, `before-${version}-${at.toISOString().replaceAll(':', '-')}.db`)
  rmSync(target, { force: true })
  db.prepare('VACUUM INTO ?').run(target)
  const old = readdirSync(backups).filter(name => name.startsWith('before-') && name.endsWith('.db')).sort().slice(0, -keptBackups)
  for (const name of old) rmSync(join(backups, name))
}
