import { readdirSync } from 'node:fs'
import { truncateSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { SheetFile } from '../../src-main/documents/sheetFile.ts'
import { importSheet } from '../../src-main/talent/importSheet.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { newBook, now, sheetOf, takeInText } from './book.ts'

/** What is in the book: how many rows each table has, and the files of the data folder. */
const everything = (db: Database, folder: string) => ({
  rows: (db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[]).map(table => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
  files: readdirSync(folder, { recursive: true }).map(String).filter(name => !/-(?:wal|shm)$/.test(name)).sort(),
})

function large(): SheetFile {
  const file = sheetOf('Name,City\nAsha,Pune\n')
  truncateSync(file.path, 300 * 1024 * 1024)
  return { ...file, size: 300 * 1024 * 1024 }
}

describe('a file that is no sheet of people', () => {
  it.each<readonly [string, () => SheetFile, string, RegExp]>([
    ['lacks the name and ten more columns', () => sheetOf('City,Height\nPune,170'), 'SHEET_UNREADABLE', /no column holds the name/],
    ['has two million columns', () => sheetOf(`Name${','.repeat(2_000_000)}\nAsha`), 'SHEET_UNREADABLE', /more than 1,000 columns/],
    ['has 300 MB', large, 'FILE_TOO_LARGE', /larger than 100 MB/],
    ['is a picture called .csv', () => sheetOf(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(5_000)])), 'SHEET_UNREADABLE', /not text/],
    ['is empty', () => sheetOf(''), 'FILE_EMPTY', /is empty/],
    ['is a damaged workbook', () => sheetOf('PK\u0003\u0004 and no more', 'people.xlsx'), 'SHEET_UNREADABLE', /cannot be read/],
  ])('that %s is refused with a clear sentence and leaves nothing', async (_, file, code, sentence) => {
    const { db, folder } = newBook()
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    await takeInText(db, 'Name,City\nRavi Menon,Kochi')
    const before = everything(db, folder)
    const error = await importSheet({ db, pool, now }, file()).next().then(() => null, (thrown: unknown) => thrown)
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) as string })
    expect(everything(db, folder)).toEqual(before)
  })
})
