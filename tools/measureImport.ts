/**
 * Measures how much memory taking a sheet in needs: `node tools/measureImport.ts [ROWS]` (100,000 where none are named).
 *
 * Each file goes into a book of its own, in a process of its own, in a worker as in the application; printed are what came of it, the time of
 * the clock and of the processor, and the most memory that the process held (`maxRSS`), beside that of a process that took in ten rows.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { inspectSheet, readRows, type SheetFile } from '../src-main/documents/sheetFile.ts'
import { tableXlsx } from '../src-main/documents/tableXlsx.ts'
import { previewSheet } from '../src-main/talent/importSheet.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { writeSheet } from './benchBook.ts'
import { measureImport } from './importCost.ts'

interface Cost {
  readonly came: string
  readonly seconds: number
  readonly processorSeconds: number
  readonly megabytes: number
  /** What stayed in the folder of the book beside its file. */
  readonly left: readonly string[]
}

const [, , first, path] = process.argv
if (first === '--one' && path !== undefined) process.stdout.write(JSON.stringify(await costOf({ name: basename(path), path, size: statSync(path).size }, process.argv[4] === 'look')))
else await printAll(Number(first) > 0 ? Number(first) : 100_000)

async function printAll(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-import-'))
  const at = (name: string): string => join(folder, name)
  const say = (name: string, what: string, look: boolean): void => {
    const { came, seconds, processorSeconds, megabytes, left } = JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', at(name), look ? 'look' : 'take'], { encoding: 'utf8' })) as Cost
    process.stdout.write(`${what}, ${(statSync(at(name)).size / 1024 / 1024).toFixed(1)} MB, ${look ? 'looked at' : 'taken in'}: ${came}; ${seconds.toFixed(1)} s, processor ${processorSeconds.toFixed(1)} s; ${megabytes.toFixed(0)} MB at most; ${left.length === 0 ? 'nothing left' : `LEFT ${left.join(', ')}`}\n`)
  }
  try {
    await writeSheet(at('ten.csv'), 10)
    await writeSheet(at('rows.csv'), rows)
    writeFileSync(at('rows.xlsx'), await asWorkbook(at('rows.csv')))
    writeFileSync(at('large.csv'), 'Name,City\nAsha,Pune\n')
    truncateSync(at('large.csv'), 300 * 1024 * 1024)
    writeFileSync(at('wide.csv'), `Name${','.repeat(2_000_000)}\nAsha\n`)
    writeFileSync(at('bomb.xlsx'), zipSync({ 'xl/workbook.xml': new Uint8Array(), 'xl/worksheets/sheet1.xml': new Uint8Array(90 * 1024 * 1024) }))
    say('ten.csv', '10 rows', false)
    for (const name of ['rows.csv', 'rows.xlsx']) for (const look of [true, false]) say(name, `${rows.toLocaleString('en')} rows of ${name.slice(5).toUpperCase()}`, look)
    for (const name of ['large.csv', 'wide.csv', 'bomb.xlsx']) say(name, name, false)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The rows of a CSV as a workbook. */
async function asWorkbook(path: string): Promise<Uint8Array> {
  const file = { name: 'rows.csv', path, size: statSync(path).size }
  const rows: (readonly string[])[] = []
  for await (const { cells } of readRows(file, await inspectSheet(file))) rows.push(cells)
  const [heads = [], ...people] = rows
  return tableXlsx({
    title: 'Talent', sub: '', sheet: 'Talent', columns: heads.map(head => ({ head, kind: 'text' })), rows: people.map(cells => ({ cells })), legend: '', notes: [], made: new Date(),
  })
}

/** Takes a file in, or looks at it, and tells what this process needed for it. */
async function costOf(file: SheetFile, look: boolean): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-import-'))
  const db = openDatabase({ folder, now: () => new Date() })
  const [begun, processor] = [performance.now(), process.cpuUsage()]
  try {
    const came = await (look ? lookedAt(file) : measureImport(db, file).then(({ people }) => `${people.toLocaleString('en')} people`)).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    const spent = process.cpuUsage(processor)
    return {
      came, seconds: (performance.now() - begun) / 1_000, processorSeconds: (spent.user + spent.system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024,
      left: readdirSync(folder, { recursive: true }).map(String).filter(name => !/^castmatch\.db|^backups/.test(name)),
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async function lookedAt(sheet: SheetFile): Promise<string> {
    const pool = createWorkerPool({ threads: 1 })
    try {
      return `${(await previewSheet({ db, pool }, sheet)).total.toLocaleString('en')} rows`
    } finally {
      await pool.close()
    }
  }
}
