import { csvMark, csvOf, type SheetCell } from '../../src-preload/contract/csv.ts'
import { saveFile } from './saveFile.ts'

/** Saves rows as a CSV file under a name, as a download of the window. */
export function downloadCsv(name: string, rows: readonly (readonly SheetCell[])[]): void {
  saveFile(new File([csvMark, csvOf(rows)], name, { type: 'text/csv;charset=utf-8' }))
}
