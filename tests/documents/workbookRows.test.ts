import fc from 'fast-check'
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src-main/documents/workbook.ts'
import { BrokenXml, xmlScanner } from '../../src-main/documents/xmlScanner.ts'
import { sheetOf } from '../talent/book.ts'

type Value = string | number | boolean | Date | null

const workbookOf = async (grid: readonly (readonly Value[])[]): Promise<Buffer> =>
  await writeExcel([{ sheet: 'People', data: grid.map(row => row.map(value => (value === null ? null : value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value }))) }]).toBuffer()

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for (const sheet of await readWorkbook(sheetOf(bytes, 'people.xlsx'))) for await (const { cells } of sheet.rows()) rows.push(cells)
  return rows
}

/** The workbook with the text of its sheet changed. */
function changed(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(change(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))) })
}

const inWords = (value: unknown): string =>
  value instanceof Date ? `${value.getUTCDate()}-${value.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' }).slice(0, 3)}-${value.getUTCFullYear()}`
  : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? '' : String(value)

describe('a workbook read as a stream', () => {
  // The writer of the test keeps texts as keys of an object, where those of every object have no place.
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('=1+1', ' Asha ', 'a<b & "c"', 'रेखा', '_x000D_', 'Rane\nAsha')).filter(value => !/[\p{Cc}\ufffe\uffff]/u.test(value.replace('\n', '')) && !(value in {}))
  const day = fc.date({ min: new Date('1931-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true }).map(date => new Date(date.toISOString().slice(0, 10)))
  const value: fc.Arbitrary<Value> = fc.oneof(text, fc.integer(), fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }), fc.boolean(), day, fc.constant(null))

  it('gives the same cells as a reader that builds it up whole', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), async grid => {
      const bytes = await workbookOf(grid)
      const [sheet] = await readExcelFile(bytes, { trim: false })
      const whole = (sheet?.data ?? []).map(row => row.map(inWords).join('|').replace(/\|+$/, '')).filter(row => row.replaceAll('|', '').trim() !== '')
      expect((await rowsOf(bytes)).map(row => row.join('|'))).toEqual(whole)
    }), { numRuns: 40 })
  })

  it('passes by what is merged over rows that hold nothing else, and by errors of formulas', async () => {
    const book = changed(await workbookOf([['Name', 'City', 'Age'], ['Asha', 'Pune', 3], ['Ravi', null, 4], [null, null, null], ['Joy', null, 5]]), xml =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>').replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="e"><v>#N/A</v></c>'))
    expect(await rowsOf(book)).toEqual([['Name', 'City', 'Age'], ['Asha', 'Pune'], ['Ravi', 'Pune', '4'], ['Joy', '', '5']])
  })

  it('reads texts with a pronunciation and of several fonts as the words they are', async () => {
    const book = changed(await workbookOf([['Name'], ['x']]), xml =>
      xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<x:c r="A2" t="inlineStr"><x:is><x:r><x:t>Asha </x:t></x:r><x:r><x:t>R&amp;ne&#x21;</x:t></x:r></x:is></x:c>'))
    expect(await rowsOf(book)).toEqual([['Name'], ['Asha R&ne!']])
  })
})

describe('XML in pieces', () => {
  const heard = (pieces: readonly string[]): string => {
    const said: string[] = []
    const scanner = xmlScanner({ open: (name, tag) => void said.push(`<${name} ${tag.length}>`), close: name => void said.push(`</${name}>`), text: text => void said.push(text) })
    for (const piece of pieces) scanner.push(piece)
    scanner.end()
    return said.join('')
  }

  it('is heard the same wherever it is cut', () => {
    const xml = '<?xml version="1.0"?><!-- a > b --><a x="1>2" y=\'"\'><p:b/>t &lt; u<![CDATA[<raw>]]>&#2352;</a>\n'
    const whole = heard([xml])
    expect(whole).toContain('t < u<raw>र')
    for (let at = 1; at < xml.length; at++) expect([at, heard([xml.slice(0, at), xml.slice(at)])]).toEqual([at, whole])
    expect(heard([...xml])).toBe(whole)
  })

  it.each(['<a>', '<a></b>', '</a>', '<a', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<a><b></a></b>', '<a>'.repeat(100), '< >'])('is refused where it is broken: %s', xml => {
    expect(() => heard([xml])).toThrow(BrokenXml)
  })
})
