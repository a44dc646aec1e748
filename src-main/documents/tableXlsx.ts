import writeExcel, { type Cell, type Image, type Sheet } from 'write-excel-file/node'
import { columnsOn, markOf, paperText, sheetHead, type PrintedTable, type TableColumn, type TableMark } from './table.ts'

/** How wide a column may be, in characters. */
const widths = { least: 5, most: 60, turned: 6 } as const

const align = { text: 'left', number: 'right', day: 'right', mark: 'center' } as const
const fills = { strong: '#d6d6d6', soft: '#eeeeee' } as const

/**
 * Writes a table as an Excel workbook: the table on one sheet, what it is on another.
 *
 * The head and the columns that name the row are frozen; numbers are numbers, days are dates. A text stays a text whatever it begins with:
 * no cell is a formula.
 */
export async function tableXlsx(table: PrintedTable): Promise<Uint8Array> {
  const columns = columnsOn(table, 'sheet')
  const head = columns.map(({ column }): Cell => ({
    value: sheetHead(column), type: String, fontWeight: 'bold', backgroundColor: '#eeeeee', bottomBorderStyle: 'thin', bottomBorderColor: '#888888', alignVertical: 'bottom', align: align[column.kind],
    ...(column.turned !== undefined ? { textRotation: 90, height: 150, align: 'center' as const } : { wrap: true }),
  }))
  const rows = table.rows.map(({ cells }) => columns.map(({ column, at }) => cellOf(markOf(cells[at]), column)))
  const sheet: Sheet<Image['content']> = {
    sheet: sheetName(table.sheet),
    data: [head, ...rows],
    columns: columns.map(({ column, at }) => ({ width: widthOf(column, table.rows.map(({ cells }) => paperText(cells[at]))) })),
    stickyRowsCount: 1,
    stickyColumnsCount: Math.max(1, columns.filter(({ column }) => column.rowHead).length),
    orientation: 'landscape',
  }
  const about = [table.title, table.sub, table.legend, ...table.notes].filter(line => line !== '')
  const told: Sheet<Image['content']> = {
    sheet: 'About', columns: [{ width: 100 }],
    data: about.map((line, index): Cell[] => [{ value: line, type: String, wrap: true, ...(index === 0 && { fontWeight: 'bold' as const }) }]),
  }
  return new Uint8Array(await writeExcel([sheet, told], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer())
}

function cellOf({ value, tone }: TableMark, column: TableColumn): Cell {
  if (value === null || value === '') return null
  const style = {
    align: align[column.kind], alignVertical: 'top' as const, ...(column.kind === 'text' && { wrap: true }),
    ...(tone === 'strong' && { fontWeight: 'bold' as const, backgroundColor: fills.strong }),
    ...(tone === 'soft' && { backgroundColor: fills.soft }),
    ...(tone === 'quiet' && { textColor: '#666666' }),
  }
  if (typeof value === 'number') return { value, type: Number, ...style, ...(column.format !== undefined && { format: column.format }) }
  if (column.kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd mmm yyyy', ...style }
  return { value: writable(value), type: String, ...style }
}

/** A text without what XML cannot hold, cut where Excel's own limit of 32,767 characters lies. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const writable = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed().slice(0, 32_767)

function widthOf(column: TableColumn, texts: readonly string[]): number {
  if (column.turned !== undefined) return Math.max(widths.turned, ...texts.map(text => text.length + 1))
  return Math.min(widths.most, Math.max(widths.least, column.head.length + 2, ...texts.map(text => text.length + 2)))
}

/** Excel takes at most 31 characters and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31).trim() || 'Report'
