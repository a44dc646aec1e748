import { dirname } from 'node:path'
import type { ReportFormat, ReportKind } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import type { WorkerPool } from '../workers/workerPool.ts'

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

/** Makes a report of a script as a file, in a worker. Throws NOT_FOUND, TIME_LIMIT (60 s) or CANCELLED. */
export async function makeReport({ db, pool, now }: { readonly db: Database; readonly pool: WorkerPool; readonly now: () => Date }, wanted: WantedReport, signal?: AbortSignal): Promise<File> {
  const { report, scriptId, format } = wanted
  const work: ReportWork = { report, scriptId, format, folder: dirname(db.name), at: now().toISOString() }
  const { name, bytes } = await pool.run<MadeReport>('reports/makeReport', work, { signal, timeLimitMs, subject: 'The report' })
  return new File([bytes], name, { type: mediaTypes[format] })
}
