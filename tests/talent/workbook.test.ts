import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import writeExcel from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { previewOf } from '../../src-main/talent/sheet/readSheet.ts'
import { readAll, sheetOf } from './book.ts'

type Grid = readonly (readonly (string | number | Date | null)[])[]
const cells = (grid: Grid) => grid.map(row => row.map(value => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value === null ? null : { value })))
const workbookOf = async (sheets: Readonly<Record<string, Grid>>) =>
  new Uint8Array(await writeExcel(Object.entries(sheets).map(([sheet, grid]) => ({ sheet, data: cells(grid) }))).toBuffer())
const xlsx = (bytes: Uint8Array, name = 'people.xlsx') => sheetOf(bytes, name)

/** The workbook with the text of one of its parts changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files[part] ?? new Uint8Array())
  const next = change(xml)
  expect(next).not.toBe(xml)
  return zipSync({ ...files, [part]: strToU8(next) })
}
const first = 'xl/worksheets/sheet1.xml'

describe('a workbook of Excel', () => {
  it('is read as the same people as its CSV', async () => {
    const grid = [['Artist Name', 'Gender', 'Playing Age', 'Ht', 'Mobile', 'Budget'], ['Asha Rane', 'F', '25-30', 5.7, 919_820_000_001, '25k'], ['Ravi Menon', 'M', 45, '170 cm', '98200 00002', 50_000]] as const
    const fromBook = await readAll(xlsx(await workbookOf({ People: grid })))
    const fromText = await readAll(sheetOf(grid.map(row => row.join(',')).join('\n')))
    expect(fromBook.people).toEqual(fromText.people)
    expect(fromBook.people.map(({ person }) => [person.name, person.heightCm, person.phone])).toEqual([['Asha Rane', 170, '919820000001'], ['Ravi Menon', 170, '98200 00002']])
  })

  it('gives the day of a date, and an age that Excel took for a date', async () => {
    const book = await workbookOf({ People: [['Name', 'Playing age', 'Remarks'], ['Asha', new Date('2026-12-08T00:00:00Z'), new Date('1996-03-12T00:00:00Z')]] })
    expect((await readAll(xlsx(book))).people[0]?.person).toMatchObject({ playingRange: { from: 8, to: 12 }, notes: '12-Mar-1996' })
  })

  it('proposes the sheet that reads as people, and lets another be chosen', async () => {
    const file = xlsx(await workbookOf({ Budget: [['Head', 'Amount'], ['Travel', 4], ['Food', 3], ['Stay', 2]], 'Boys & girls': [['Name', 'City'], ['Asha', 'Pune']], Old: [['Name'], ['Ravi'], ['Joy']] }))
    const preview = await previewOf(file)
    expect([preview.sheets, preview.sheet, preview.total]).toEqual([['Budget', 'Boys & girls', 'Old'], 'Old', 2])
    expect((await previewOf(file, { sheet: 'Boys & girls' })).rows).toMatchObject([{ line: 2, read: { name: 'Asha', city: 'Pune' } }])
  })

  it('leaves a hidden column out until it is chosen', async () => {
    const book = changed(await workbookOf({ People: [['Name', 'Budget', 'City'], ['Asha', '50k', 'Pune']] }), first, xml => xml.replace('<sheetData>', '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>'))
    const preview = await previewOf(xlsx(book))
    expect([preview.mapping, preview.columns.map(({ hidden }) => hidden)]).toEqual([['name', null, 'city'], [false, true, false]])
    expect((await previewOf(xlsx(book), { mapping: ['name', 'fee', 'city'] })).rows[0]?.read).toMatchObject({ fee: '₹50,000 a day' })
  })

  it('reads what is merged downwards in each of its rows', async () => {
    const book = changed(await workbookOf({ People: [['Name', 'City'], ['Asha', 'Pune'], ['Ravi', null], ['Joy', null]] }), first, xml => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'))
    expect((await readAll(xlsx(book))).people.map(({ person }) => person.city)).toEqual(['Pune', 'Pune', undefined])
  })

  it('gives the value of a formula, never the formula', async () => {
    const book = changed(await workbookOf({ People: [['Name', 'City'], ['Asha', 'Pune']] }), first, xml =>
      xml.replace(/(<c r="B2")[^>]*>.*?<\/c>/, '$1 t="str"><f>HYPERLINK("http://example.org","Nashik")</f><v>Nashik</v></c>'))
    expect((await readAll(xlsx(book))).people[0]?.person).toMatchObject({ name: 'Asha', city: 'Nashik' })
  })

  it('is known by its first bytes, whatever it is called', async () =>
    expect((await readAll(xlsx(await workbookOf({ People: [['Name'], ['Asha']] }), 'people.csv'))).people).toHaveLength(1))
})

describe('a workbook that cannot be taken', () => {
  const plain = () => workbookOf({ People: [['Name', 'City'], ['Asha', 'Pune']] })
  const refusal = async (bytes: Uint8Array) => readAll(xlsx(bytes)).then(() => 'nothing', (error: unknown) => error)

  it('is one with a password', async () => {
    const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])
    expect(await refusal(locked)).toMatchObject({ code: 'SCRIPT_ENCRYPTED', message: 'people.xlsx is locked with a password. Nothing was imported. Save a copy without a password and drop that.' })
  })

  it('is one of before 2007', async () =>
    expect(await refusal(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(3_000)]))).toMatchObject({ code: 'SHEET_UNREADABLE', data: { detail: expect.stringContaining('XLS') as string } }))

  it('is a bomb of zeros, refused before it is unpacked', async () => {
    const bomb = zipSync({ ...unzipSync(await plain()), 'xl/worksheets/sheet1.xml': new Uint8Array(90 * 1024 * 1024) })
    expect(bomb.byteLength).toBeLessThan(1024 * 1024)
    expect(await refusal(bomb)).toMatchObject({ code: 'SHEET_UNREADABLE', data: { detail: 'it is packed tighter than any text' } })
  })

  it('is one with a cell in its last column', async () =>
    expect(await refusal(changed(await plain(), first, xml => xml.replace('r="B2"', 'r="XFD2"')))).toMatchObject({ code: 'SHEET_UNREADABLE', data: { detail: 'it has more than 1,000 columns' } }))

  it('is another kind of zip, or one that is cut short', async () => {
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))).toMatchObject({ code: 'SHEET_UNREADABLE', data: { detail: 'it is a Word document' } })
    const whole = await plain()
    expect(await refusal(whole.subarray(0, whole.byteLength - 200))).toMatchObject({ code: 'SHEET_UNREADABLE' })
    expect(await refusal(changed(whole, first, xml => xml.slice(0, xml.length / 2)))).toMatchObject({ code: 'SHEET_UNREADABLE' })
  })

  it('is one past 50 MB', async () => expect(await readAll({ ...xlsx(await plain()), size: 50 * 1024 * 1024 + 1 }).catch((error: unknown) => error)).toMatchObject({ code: 'FILE_TOO_LARGE', data: { detail: '50 MB' } }))
})
