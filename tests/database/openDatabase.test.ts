import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { schemaVersion, type Migration } from '../../src-main/database/migrate.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import { databaseVersions, joinDatabase, openDatabase } from '../../src-main/database/openDatabase.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-03-01T10:00:00Z')
const one: Migration = { version: 1, name: 'one', sql: `CREATE TABLE person (name TEXT NOT NULL) STRICT; INSERT INTO person VALUES ('Meera')` }
const two: Migration = { version: 2, name: 'two', sql: `ALTER TABLE person ADD COLUMN city TEXT` }
const broken: Migration = { version: 2, name: 'broken', sql: `ALTER TABLE person ADD COLUMN city TEXT; INSERT INTO nowhere VALUES (1)` }

describe('the one file', () => {
  it('opens a new folder with WAL, foreign keys, full text and sqlite-vec', () => {
    const db = openDatabase({ folder: join(temporaryFolder(), 'new', 'folder'), now })
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(databaseVersions(db)).toMatchObject({ sqlite: expect.stringMatching(/^3\./), sqliteVec: expect.stringMatching(/^v0\.1/), schema: migrations.length })
    const near = db.prepare(`SELECT vec_distance_cosine(vec_f32('[1,0]'), vec_f32('[0,1]')) AS d`).get() as { d: number }
    expect(near.d).toBeCloseTo(1)
    db.close()
  })

  it('makes every table of ours STRICT', () => {
    const db = openDatabase({ folder: temporaryFolder(), now })
    const loose = db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).all()
    expect(loose).toEqual([])
    db.close()
  })

  it('lists migrations 1, 2, 3 without a gap', () => {
    expect(migrations.map(migration => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('keeps a copy of the file before it migrates records, and none for a new file', () => {
    const folder = temporaryFolder()
    openDatabase({ folder, now, list: [one] }).close()
    expect(readdirSync(folder)).not.toContain('backups')
    const db = openDatabase({ folder, now, list: [one, two] })
    expect(schemaVersion(db)).toBe(2)
    db.close()
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies).toEqual(['before-1-2026-03-01T10-00-00.000Z.db'])
    const copy = new BetterSqlite(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
    expect(schemaVersion(copy)).toBe(1)
    expect(copy.prepare('SELECT name FROM person').all()).toEqual([{ name: 'Meera' }])
    copy.close()
  })

  it('leaves the records and the version as they were where a migration fails', () => {
    const folder = temporaryFolder()
    openDatabase({ folder, now, list: [one] }).close()
    expect(() => openDatabase({ folder, now, list: [one, broken] })).toThrow(/nowhere/)
    const db = openDatabase({ folder, now, list: [one] })
    expect(schemaVersion(db)).toBe(1)
    expect(db.prepare('SELECT * FROM person').all()).toEqual([{ name: 'Meera' }])
    db.close()
  })

  it('refuses a file of a newer CastMatch and leaves every byte of it', () => {
    const folder = temporaryFolder()
    openDatabase({ folder, now, list: [one, two] }).close()
    const before = readFileSync(join(folder, 'castmatch.db'))
    expect(() => openDatabase({ folder, now, list: [one] })).toThrow(expect.objectContaining({ code: 'DATABASE_NEWER' }))
    expect(readFileSync(join(folder, 'castmatch.db')).equals(before)).toBe(true)
  })

  it('says that a file is no database instead of writing over it', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'castmatch.db'), 'these are my shopping notes, not a database, and they matter to me')
    expect(() => openDatabase({ folder, now })).toThrow('file is not a database')
    expect(readFileSync(join(folder, 'castmatch.db'), 'utf8')).toMatch(/^these are my shopping notes/)
  })

  it('lets a worker read beside the office', () => {
    const folder = temporaryFolder()
    const db = openDatabase({ folder, now })
    const reader = joinDatabase(folder, { readonly: true })
    expect(reader.prepare('SELECT count(*) AS n FROM talent').get()).toEqual({ n: 0 })
    expect(() => reader.exec('DELETE FROM talent')).toThrow(/readonly/)
    reader.close()
    db.close()
  })

  it('holds a worker off between the first reading and the writing of a transaction', () => {
    const folder = temporaryFolder()
    const db = openDatabase({ folder, now })
    const worker = joinDatabase(folder)
    worker.pragma('busy_timeout = 0')
    db.exec('CREATE TABLE note (text TEXT) STRICT')
    const write = (of: typeof db, text: string) => of.prepare('INSERT INTO note (text) VALUES (?)').run(text)
    inTransaction(db, () => {
      expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0)
      expect(() => write(worker, 'in between')).toThrow('database is locked')
      write(db, 'mine')
    })
    expect(() => inTransaction(db, () => {
      write(db, 'half')
      throw new Error('no')
    })).toThrow('no')
    write(worker, 'after')
    expect(db.prepare('SELECT text FROM note').pluck().all()).toEqual(['mine', 'after'])
    worker.close()
    db.close()
  })
})
