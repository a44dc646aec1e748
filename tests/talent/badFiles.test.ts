import { createReadStream, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import writeExcel from 'write-excel-file/node'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ImportResult } from '../../src-preload/contract/talent.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { SheetFile } from '../../src-main/documents/sheetFile.ts'
import { importSheet } from '../../src-main/talent/importSheet.ts'
import { createTicketKeeper } from '../../src-main/tickets/ticketKeeper.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { newBook, newFolder, now, sheetOf, takeInText } from './book.ts'

afterEach(() => vi.unstubAllEnvs())

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

const workbook = async (): Promise<Uint8Array> => new Uint8Array(await writeExcel([{ sheet: 'People', data: [[{ value: 'Name' }, { value: 'City' }], [{ value: 'Asha' }, { value: 'Pune' }]] }]).toBuffer())
const asWorkbook = (bytes: Uint8Array): SheetFile => sheetOf(bytes, 'people.xlsx')
const inside = async (parts: Readonly<Record<string, Uint8Array>>): Promise<SheetFile> => asWorkbook(zipSync({ ...unzipSync(await workbook()), ...parts }))
const oldContainer = (holds: string): SheetFile => asWorkbook(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000), Buffer.from(holds, 'utf16le'), Buffer.alloc(500)]))

describe('a file that is no sheet of people', () => {
  it.each<readonly [string, () => SheetFile | Promise<SheetFile>, string, RegExp]>([
    ['lacks the name and ten more columns', () => sheetOf('City,Height\nPune,170'), 'SHEET_UNREADABLE', /no column holds the name/],
    ['has two million columns', () => sheetOf(`Name${','.repeat(2_000_000)}\nAsha`), 'SHEET_UNREADABLE', /more than 1,000 columns/],
    ['has 300 MB', large, 'FILE_TOO_LARGE', /larger than 100 MB/],
    ['is a picture called .csv', () => sheetOf(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(5_000)])), 'SHEET_UNREADABLE', /not text/],
    ['is empty', () => sheetOf(''), 'FILE_EMPTY', /is empty/],
    ['is a workbook cut in the midst', async () => { const whole = await workbook(); return asWorkbook(whole.subarray(0, whole.byteLength / 2)) }, 'SHEET_UNREADABLE', /cannot be read/],
    ['is a bomb of zeros', () => inside({ 'xl/worksheets/sheet1.xml': new Uint8Array(90 * 1024 * 1024) }), 'SHEET_UNREADABLE', /packed tighter/],
    ['is a workbook of broken letters', () => inside({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row') }), 'SHEET_UNREADABLE', /cannot be read/],
    ['is a Word document called .xlsx', () => asWorkbook(zipSync({ 'word/document.xml': strToU8('<w:document/>') })), 'SHEET_UNREADABLE', /Word document/],
    ['is a workbook with a password', () => oldContainer('EncryptedPackage'), 'SCRIPT_ENCRYPTED', /locked with a password/],
    ['is a workbook of before 2007', () => oldContainer('Workbook'), 'SHEET_UNREADABLE', /XLS/],
    ['is a PDF called .csv', () => sheetOf('%PDF-1.7\n1 0 obj\n'), 'SHEET_UNREADABLE', /PDF/],
    ['is a damaged workbook', () => sheetOf('PK\u0003\u0004 and no more', 'people.xlsx'), 'SHEET_UNREADABLE', /cannot be read/],
  ])('that %s is refused with a clear sentence and leaves nothing', async (_, file, code, sentence) => {
    const { db, folder } = newBook()
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    await takeInText(db, 'Name,City\nRavi Menon,Kochi')
    const dropped = await file()
    const temporary = newFolder()
    vi.stubEnv('TMPDIR', temporary)
    const before = everything(db, folder)
    const tickets = createTicketKeeper({ folder: join(folder, 'incoming'), now })
    const ticket = dropped.size > 1_000_000 ? tickets.forPath(dropped.path) : await tickets.receive(dropped.name, createReadStream(dropped.path) as AsyncIterable<Uint8Array>)
    const uploads = readdirSync(join(folder, 'incoming'))
    const error = await importSheet({ db, pool, now }, tickets.open(ticket)).next().then(() => null, (thrown: unknown) => thrown)
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) as string })
    expect([readdirSync(join(folder, 'incoming')), readdirSync(temporary)]).toEqual([uploads, []])
    tickets.close()
    expect(everything(db, folder)).toEqual(before)
  })
})

describe('a file that is read in part', () => {
  it.each<readonly [string, string | Uint8Array, number, RegExp | null]>([
    ['ends in the midst of a row', 'Name,City,Notes\nAsha,Pune,ok\nRavi,Ko', 2, null],
    ['ends in the midst of a quote', 'Name,City\nAsha,Pune\n"Ravi,Ko', 1, /never closed/],
    ['ends in the midst of a letter', Buffer.concat([Buffer.from('Name,City\nAsha,Pune\nमीरा,'), Buffer.from('क').subarray(0, 2)]), 2, null],
    ['has rows of many lengths', 'Name,City\nAsha\nRavi,Kochi\nJoy,Pune,,\nMeera,Surat,x,y', 3, /4 cells where the headings are 2/],
    ['is UTF-16 without a mark', Buffer.from('Name,City\nAsha,Pune\n', 'utf16le'), 1, null],
  ])('because it %s keeps the good rows and names the others', async (_, content, added, bad) => {
    const { db } = newBook()
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    const results: ImportResult[] = []
    for await (const event of importSheet({ db, pool, now }, sheetOf(content))) if (event.kind === 'done') results.push(event.result)
    expect(results.map(result => result.added)).toEqual([added])
    const reasons = results.flatMap(({ failed }) => failed.map(({ reason }) => reason))
    expect(reasons.filter(reason => bad?.test(reason))).toEqual(reasons)
    expect(reasons).toHaveLength(bad ? 1 : 0)
    expect(db.prepare('SELECT count(*) FROM talent').pluck().get()).toBe(added)
  })

  it('keeps every formula as the words it is', async () => {
    const { db } = newBook()
    const formulas = ['=HYPERLINK("http://evil.example","Asha")', '+cmd|calc', '-2+3', '@SUM(A1)', '\tTab', '=1+1']
    await takeInText(db, ['Name,Remarks', ...formulas.map((formula, at) => `Asha ${'abcdef'[at]},"${formula.replaceAll('"', '""')}"`)].join('\n'))
    expect(db.prepare('SELECT notes FROM talent ORDER BY row').pluck().all()).toEqual(formulas.map(formula => formula.trim()))
  })
})
