import { dirname } from 'node:path'
import type { ReportFormat, ReportKind } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import type { PrintedTable } from '../documents/table.ts'
import { tableCsv } from '../documents/tableCsv.ts'
import { tablePdf } from '../documents/tablePdf.ts'
import { tableXlsx } from '../documents/tableXlsx.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { readCast, type Cast } from './cast.ts'
import { castListOf } from './castList.ts'
import { castTable } from './castTable.ts'
import { readDays } from './days.ts'
import { daysTable } from './daysTable.ts'
import { gridTable, pairsTable, rolesTable } from './gridTables.ts'

/** What report of which script, and as what. */
export interface WantedReport {
  readonly report: ReportKind
  readonly scriptId: ScriptId
  readonly format: ReportFormat
}

/** A report as it leaves the worker: the name of its file and its bytes. */
export interface MadeReport {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the report worker is given: the wish, the data folder to read in, and the moment in UTC. */
export interface ReportWork extends WantedReport {
  readonly folder: string
  readonly at: string
}

/** How long a report may take, in milliseconds. */
const timeLimitMs = 60_000

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8',
}

const tables: Readonly<Record<ReportKind, (db: Database, cast: Cast, made: Date) => PrintedTable>> = {
  grid: (_db, cast, made) => gridTable(cast, made),
  pairs: (_db, cast, made) => pairsTable(cast, made),
  roles: (_db, cast, made) => rolesTable(cast, made),
  castList: (db, cast, made) => castTable(cast, castListOf(db, cast), made),
  days: (db, cast, made) => daysTable(cast, readDays(db, cast), made),
}

const writers: Readonly<Record<ReportFormat, (table: PrintedTable) => Uint8Array | Promise<Uint8Array>>> = { pdf: tablePdf, xlsx: tableXlsx, csv: tableCsv }

/** The table of a report, as every format has it. Throws NOT_FOUND. */
export const reportTable = (db: Database, { report, scriptId }: Pick<WantedReport, 'report' | 'scriptId'>, made: Date): PrintedTable => tables[report](db, readCast(db, scriptId), made)

/** Makes a report where it stands; {@link makeReport} does so in a worker. Throws NOT_FOUND. */
export async function writeReport(db: Database, wanted: WantedReport, made: Date): Promise<MadeReport> {
  const cast = readCast(db, wanted.scriptId)
  const table = tables[wanted.report](db, cast, made)
  return { name: fileName(`${cast.script.title} ${table.title.toLowerCase()}`, wanted.format), bytes: new Uint8Array(await writers[wanted.format](table)) }
}

/** Makes a report of a script as a file, in a worker. Throws NOT_FOUND, TIME_LIMIT (60 s) or CANCELLED. */
export async function makeReport({ db, pool, now }: { readonly db: Database; readonly pool: WorkerPool; readonly now: () => Date }, wanted: WantedReport, signal?: AbortSignal): Promise<File> {
  const { report, scriptId, format } = wanted
  const work: ReportWork = { report, scriptId, format, folder: dirname(db.name), at: now().toISOString() }
  const { name, bytes } = await pool.run<MadeReport>('reports/makeReport', work, { signal, timeLimitMs, subject: 'The report' })
  return new File([bytes], name, { type: mediaTypes[format] })
}

/** A name that every system takes: without what Windows forbids, at most 120 characters. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const fileName = (words: string, ending: string): string => `${words.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 120)}.${ending}`
