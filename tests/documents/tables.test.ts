import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { PrintedTable } from '../../src-main/documents/table.ts'
import { tableCsv } from '../../src-main/documents/tableCsv.ts'
import { tablePdf } from '../../src-main/documents/tablePdf.ts'
import { tableXlsx } from '../../src-main/documents/tableXlsx.ts'
import { openPdf } from '../../src-main/scripts/pdfium.ts'

const tableOf = (columns: number, rows: number, notes: readonly string[] = []): PrintedTable => ({
  title: 'Scenes and roles', sub: 'Masoom', sheet: 'Grid', made: new Date('2026-11-21T00:00:00Z'), legend: 'N is named only', notes,
  columns: [{ head: 'Role', kind: 'text', rowHead: true }, ...Array.from({ length: columns }, (_, at) => ({ head: `s${at + 1}z`, turned: 'INT. HUT', kind: 'mark' as const }))],
  rows: Array.from({ length: rows }, (_, at) => ({ group: at < rows / 2 ? 'Leads' : 'Others', cells: [`Role${at + 1}x`, ...Array.from({ length: columns }, () => 'W')] })),
})

/** The words of each page, each line of a page as one string, top down. */
const pagesOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const pdf = await openPdf(bytes, 'table.pdf')
  const pages = Array.from({ length: pdf.pageCount }, (_, index) => {
    const lines = new Map<number, { readonly x: number; readonly text: string }[]>()
    for (const { text, x, y } of pdf.page(index).glyphs) lines.set(Math.round(y), [...(lines.get(Math.round(y)) ?? []), { x, text }])
    return [...lines].sort(([a], [b]) => a - b).map(([, glyphs]) => glyphs.sort((a, b) => a.x - b.x).map(({ text }) => text).join(''))
  })
  pdf.close()
  return pages
}
const count = (lines: readonly string[], word: string): number => lines.join('\n').split(word).length - 1

describe('a table as PDF', () => {
  it('stands upright on one page where it fits, with its title, legend and page number', async () => {
    const [page, ...more] = await pagesOf(await tablePdf(tableOf(3, 5)))
    expect(more).toEqual([])
    expect(page?.[0]).toBe('Scenes and roles')
    expect(page?.at(-1)).toMatch(/N is named only.*Page 1 of 1/)
    expect(page?.filter(line => line === 'Leads' || line === 'Others')).toEqual(['Leads', 'Others'])
  })

  it('has every row and every column exactly once, the row heads on each column page and the heads on every page', async () => {
    const table = tableOf(70, 40)
    const pages = await pagesOf(await tablePdf(table))
    const across = Math.max(...pages.map(lines => Number(/Part (\d+) of/.exec(lines.join(' '))?.[1] ?? 1)))
    const down = pages.length / across
    expect(across).toBeGreaterThan(1)
    expect(down).toBeGreaterThan(1)
    for (let at = 1; at <= 40; at++) expect(pages.filter(lines => count(lines, `Role${at}x`) === 1), `row ${at}`).toHaveLength(across)
    for (let at = 1; at <= 70; at++) expect(pages.filter(lines => count(lines, `s${at}z`) === 1), `column ${at}`).toHaveLength(down)
    expect(pages.every((lines, index) => lines.join(' ').includes(`Page ${index + 1} of ${pages.length}`) && lines[0] === 'Scenes and roles')).toBe(true)
    expect(pages.reduce((sum, lines) => sum + lines.filter(line => /^Role\d+x/.test(line)).reduce((marks, line) => marks + count([line], 'W'), 0), 0)).toBe(70 * 40)
  })

  it('never ends a page with the name of a group', async () => {
    for (const rows of [54, 57, 60]) {
      for (const lines of await pagesOf(await tablePdf(tableOf(3, rows * 2)))) expect(lines.at(-2)).not.toMatch(/^(Leads|Others)$/)
    }
  })

  it('breaks a text into lines, a row that is taller than a page into parts, and loses no word', async () => {
    const words = Array.from({ length: 1_500 }, (_, at) => `w${at}q`)
    const table: PrintedTable = { ...tableOf(0, 0), columns: [{ head: 'Role', kind: 'text', rowHead: true }, { head: 'Skills', kind: 'text', widest: 120 }], rows: [{ cells: ['MEERA', words.join(' ')] }] }
    const pages = await pagesOf(await tablePdf(table))
    expect(pages.length).toBeGreaterThan(1)
    const text = pages.flat().join(' ')
    expect(words.filter(word => !text.includes(word))).toEqual([])
  })

  it('sets names in Devanagari, and notes after the rows', async () => {
    const table: PrintedTable = { ...tableOf(1, 0, ['Under 18: पिंकी.']), rows: [{ cells: ['मीरा देवी', null] }] }
    const [page] = await pagesOf(await tablePdf(table))
    expect(page?.some(line => line.includes('म') && line.includes('व'))).toBe(true)
    expect(page?.some(line => line.startsWith('Under 18'))).toBe(true)
  })

  it('is a page also without a row', async () => {
    expect(await pagesOf(await tablePdf(tableOf(2, 0)))).toHaveLength(1)
  })
})

const sheetsOf = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const text = (name: string): string => new TextDecoder().decode(files[name])
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>.*?<\/si>/gs)].map(([, words]) => words ?? '')
  const sheet = text('xl/worksheets/sheet1.xml')
  const cell = (place: string) => {
    const found = new RegExp(`<c r="${place}"([^>]*?)(?:/>|>(.*?)</c>)`, 's').exec(sheet)
    const value = /<v>([^<]*)<\/v>/.exec(found?.[2] ?? '')?.[1] ?? /<t[^>]*>([^<]*)<\/t>/.exec(found?.[2] ?? '')?.[1]
    const isText = /t="(s|inlineStr)"/.exec(found?.[1] ?? '')?.[1]
    return { text: isText !== undefined, value: isText === 's' ? shared[Number(value)] : value }
  }
  return { sheet, cell, workbook: text('xl/workbook.xml'), styles: text('xl/styles.xml') }
}

const mixed: PrintedTable = {
  title: 'Cast list', sub: 'Masoom', sheet: 'Cast: list/1', made: new Date('2026-11-21T00:00:00Z'), legend: '', notes: [],
  columns: [
    { head: 'No', kind: 'number', rowHead: true }, { head: 'Role', kind: 'text', rowHead: true }, { head: 'Pages', kind: 'number', format: '# ?/8' }, { head: 'Start', kind: 'day' },
    { head: 'Paper', kind: 'text', only: 'paper' }, { head: 'Size', kind: 'text', only: 'sheet' },
  ],
  rows: [
    { cells: [1, '=HYPERLINK("http://evil","x")', { value: 2.375, text: '2 3/8' }, { value: '2027-01-12', text: '12 Jan 2027' }, 'for paper', 'Lead'] },
    { cells: [2, 'मीरा & <b>', null, null, 'for paper', '+91 98'] },
    { cells: [3, 'bell\u0007 \ud800', 0, null, null, '-'] },
  ],
}

describe('a table as Excel', () => {
  it('has numbers as numbers, days as days, and texts as texts whatever they begin with', async () => {
    const { cell, sheet, styles } = sheetsOf(await tableXlsx(mixed))
    expect([cell('A2'), cell('C2'), cell('C4')]).toEqual([{ text: false, value: '1' }, { text: false, value: '2.375' }, { text: false, value: '0' }])
    expect(cell('D2')).toEqual({ text: false, value: '46399' })
    expect(cell('B2')).toEqual({ text: true, value: '=HYPERLINK("http://evil","x")' })
    expect(cell('E3')).toEqual({ text: true, value: '+91 98' })
    expect(cell('B3').value).toBe('मीरा &amp; &lt;b&gt;')
    expect(cell('B4').value).toBe('bell ')
    expect(sheet).not.toContain('<f')
    expect(styles).toContain('# ?/8')
  })

  it('freezes its head and the columns that name the row, and has a name that Excel takes', async () => {
    const { sheet, workbook, cell } = sheetsOf(await tableXlsx(mixed))
    expect(sheet).toMatch(/<pane [^>]*xSplit="2"[^>]*>/)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"|<pane [^>]*state="frozen"[^>]*ySplit="1"/)
    expect(workbook).toContain('name="Cast  list 1"')
    expect([cell('A1'), cell('E1')]).toEqual([{ text: true, value: 'No' }, { text: true, value: 'Size' }])
  })
})

describe('a table as CSV', () => {
  it('has the columns of a sheet, plain numbers and days, and no formula', () => {
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableCsv(mixed)).split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['\uFEFFNo,Role,Pages,Start,Size', `1,"'=HYPERLINK(""http://evil"",""x"")",2.375,2027-01-12,Lead`, `2,मीरा & <b>,,,'+91 98`])
  })
})
