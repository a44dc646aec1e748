import { unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeReport } from '../../src-main/reports/makeReport.ts'
import { reportTable, writeReport } from '../../src-main/reports/writeReport.ts'
import { paperText } from '../../src-main/documents/table.ts'
import { saveOrder } from '../../src-main/reports/shootingOrder.ts'
import { openPdf } from '../../src-main/scripts/pdfium.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import type { ReportKind } from '../../src-preload/contract/reports.ts'
import { ReportFormat } from '../../src-preload/contract/reports.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from '../roles/screenplay.ts'

const film = `Title: Nadi

INT. BOAT - DAY

@मीरा
Pull harder.

GOPAL
Main?

EXT. BANK - NIGHT

@मीरा
Chalo.

EXT. RIVER - DAWN

GOPAL
Ruko. Gopal waits.
`

const kept = async () => {
  const db = testDatabase()
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const script = await keepScript(db, film)
  saveOrder(db, script.scriptId, { text: 'Day 1 (12 Jan 2027): 1, 99\n13 Jan: OFF\nDay 2: 2', dropAfter: null }, noon)
  return { ...script, db, parts: { db, pool, now: () => noon } }
}
const rowsOf = (table: ReturnType<typeof reportTable>) => table.rows.map(({ cells }) => cells.map(paperText).join('|'))
const headsOf = (table: ReturnType<typeof reportTable>) => table.columns.map(({ head }) => head).join('|')

describe('a report of a script', () => {
  it.each<[ReportKind, string, readonly string[]]>([
    ['grid', 'No|Role|Size|Scenes|Speeches|Words|Pages|1|2|3', ['2|मीरा|Lead|2|2|3|', '1|GOPAL|Lead|2|2|4|']],
    ['pairs', 'Role|With|Scenes together|Both speak|Pages|Which scenes', []],
    ['days', 'No|Role|Size|1|Off|2|Work|Hold|Travel|Total|Start|Finish', ['2|मीरा|Lead|SW|/|WF|2|0|0|2|12 Jan 2027|Day 2']],
    ['castList', 'No|Role|Size|Plays|Minor|Gender|Languages|Skills|Scenes|Speeches|Words|Pages|First page|Last page|Days', ['2|मीरा|Lead||||||2|2|3|']],
    ['roles', 'No|Role|Size|Scenes|Silent in|Speeches|Share of speeches|Words|Words a speech|Pages|Eighths|First page|Last page', ['2|मीरा|Lead|2|0|2|']],
  ])('of kind %s has its columns and rows', async (report, heads, begins) => {
    const { db, scriptId } = await kept()
    const table = reportTable(db, { report, scriptId }, noon)
    const rows = rowsOf(table)
    expect(headsOf(table)).toBe(heads)
    for (const begin of begins) expect(rows.some(row => row.startsWith(begin)), `${begin} in ${rows.join(' / ')}`).toBe(true)
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true)
  })

  it('says on the day-out-of-days what was not read and which scenes are on no day', async () => {
    const { db, scriptId } = await kept()
    expect(reportTable(db, { report: 'days', scriptId }, noon).notes).toEqual(expect.arrayContaining(['Scenes on no day: 3.', 'Not read: Day 1: there is no scene 99.']))
  })

  it('is made in a worker in each format, with the name of the script', async () => {
    const { parts, scriptId } = await kept()
    const made = await Promise.all(ReportFormat.options.map(format => makeReport(parts, { report: 'castList', scriptId, format })))
    expect(made.map(({ name, type }) => [name, type])).toEqual([
      ['Nadi cast list.pdf', 'application/pdf'], ['Nadi cast list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['Nadi cast list.csv', 'text/csv;charset=utf-8'],
    ])
    const [pdf, xlsx, csv] = await Promise.all(made.map(async file => new Uint8Array(await file.arrayBuffer())))
    const opened = await openPdf(pdf ?? new Uint8Array(), 'cast.pdf')
    expect(opened.title).toMatch(/^Cast list, Test/)
    expect(opened.page(0).unmapped).toBe(0)
    opened.close()
    expect(Object.keys(unzipSync(xlsx ?? new Uint8Array()))).toContain('xl/worksheets/sheet2.xml')
    expect(new TextDecoder().decode(csv)).toContain('मीरा,Lead')
  })

  it('is not made of a script that is gone', async () => {
    const { parts, db } = await kept()
    await expect(makeReport(parts, { report: 'grid', scriptId: 'nowhere' as never, format: 'pdf' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(writeReport(db, { report: 'grid', scriptId: 'nowhere' as never, format: 'csv' }, noon)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
