import type { ReportFormat, ReportKind } from '../../src-preload/contract/reports.ts'
import type { Database } from '../database/openDatabase.ts'
import { safeFileName } from '../documents/fileNames.ts'
import type { PrintedTable } from '../documents/table.ts'
import { tableCsv } from '../documents/tableCsv.ts'
import { tablePdf } from '../documents/tablePdf.ts'
import { tableXlsx } from '../documents/tableXlsx.ts'
import { readCast, type Cast } from './cast.ts'
import { castListOf } from './castList.ts'
import { castTable } from './castTable.ts'
import { readDays } from './days.ts'
import { daysTable } from './daysTable.ts'
import { gridTable, pairsTable, rolesTable } from './gridTables.ts'
import type { MadeReport, WantedReport } from './makeReport.ts'

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

/** Makes a report where it stands; makeReport.ts has it made in a worker. Throws NOT_FOUND. */
export async function writeReport(db: Database, wanted: WantedReport, made: Date): Promise<MadeReport> {
  const cast = readCast(db, wanted.scriptId)
  const table = tables[wanted.report](db, cast, made)
  return { name: safeFileName([`${cast.script.title} ${table.title.toLowerCase()}`], `.${wanted.format}`), bytes: new Uint8Array(await writers[wanted.format](table)) }
}
