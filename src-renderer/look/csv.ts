import { saveFile } from './saveFile.ts'

/** A cell of a sheet. */
export type SheetCell = string | number

/**
 * Rows as CSV with lines ended as spreadsheets expect (RFC 4180).
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export const csvOf = (rows: readonly (readonly SheetCell[])[]): string => rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')

const cellOf = (cell: SheetCell): string => {
  if (typeof cell === 'number') return `${cell}`
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Saves rows as a CSV file under a name, as a download of the window. */
export function downloadCsv(name: string, rows: readonly (readonly SheetCell[])[]): void {
  // The mark at the front tells Excel that it is UTF-8.
  saveFile(new File(['\uFEFF', csvOf(rows)], name, { type: 'text/csv;charset=utf-8' }))
}
