import { csvMark, csvOf } from '../../src-preload/contract/csv.ts'
import { columnsOn, markOf, sheetHead, type PrintedTable } from './table.ts'

/** Writes a table as CSV: one row of heads, numbers as numbers, days as `YYYY-MM-DD`; UTF-8 with the mark that Excel looks for. */
export function tableCsv(table: PrintedTable): Uint8Array {
  const columns = columnsOn(table, 'sheet')
  const rows = table.rows.map(({ cells }) => columns.map(({ at }) => markOf(cells[at]).value ?? ''))
  return new TextEncoder().encode(csvMark + csvOf([columns.map(({ column }) => sheetHead(column)), ...rows]))
}
