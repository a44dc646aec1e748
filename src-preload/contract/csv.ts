/** A cell of a sheet. */
export type SheetCell = string | number

/** The mark at the front of a CSV file that tells Excel that it is UTF-8. */
export const csvMark = '\uFEFF'

/**
 * Rows as CSV with lines ended as spreadsheets expect (RFC 4180). The page and the office both write by it.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection), and so does one that begins with
 * such an apostrophe itself: {@link withoutGuard} takes off exactly one.
 */
export const csvOf = (rows: readonly (readonly SheetCell[])[]): string => rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')

/** A cell of CSV without the apostrophe that keeps it from being a formula. */
export const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const cellOf = (cell: SheetCell): string => {
  if (typeof cell === 'number') return `${cell}`
  const text = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
