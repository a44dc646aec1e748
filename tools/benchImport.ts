/**
 * Times taking a sheet in, before search by meaning learns anybody: `npm run bench:import -- [ROWS ...]` (1,000, 10,000 and 30,000 where none
 * are named).
 *
 * Each size goes into a book of its own, in a worker as in the application, while the office writes something small ten times a second;
 * prints what that waited, and how the processor time grows as an exponent of the rows.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { writeSheet } from './benchBook.ts'
import { measureImport, type ImportMeasure } from './importCost.ts'

const limits: Readonly<Record<number, number>> = { 10_000: 8 }
const named = process.argv.slice(2).map(Number).filter(rows => rows > 0)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const measured: (ImportMeasure & { readonly rows: number })[] = []
// The first one is not counted: it reads the program in.
await measure(500)
for (const rows of named.length > 0 ? named : [1_000, 10_000, 30_000]) {
  const found = await measure(rows)
  measured.push({ ...found, rows })
  const limit = limits[rows]
  const verdict = limit === undefined ? '' : ` (${limit} s: ${found.seconds <= limit ? 'kept' : found.processorSeconds <= limit ? 'kept on the processor' : 'PAST'})`
  say(`${rows} rows: ${found.seconds.toFixed(1)} s, processor ${found.processorSeconds.toFixed(1)} s${verdict}; ${found.writes} writes of the office waited ${found.p95WaitMs.toFixed(0)} ms (95th percentile), ${found.longestWaitMs.toFixed(0)} ms at most`)
}
const [first, last] = [measured[0], measured.at(-1)]
if (first && last && first !== last) {
  const slope = Math.log(last.processorSeconds / first.processorSeconds) / Math.log(last.rows / first.rows)
  say(`grows as rows to the power of ${slope.toFixed(2)}`)
}

async function measure(rows: number): Promise<ImportMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-import-'))
  const db = openDatabase({ folder, now: () => new Date() })
  try {
    const path = join(folder, 'people.csv')
    await writeSheet(path, rows)
    return await measureImport(db, { name: 'people.csv', size: statSync(path).size, path })
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
