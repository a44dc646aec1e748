/** A column of a printed table. */
export interface TableColumn {
  readonly head: string
  /** Said above the head, turned to run upwards, where the column is narrow; long ones are cut. In a sheet it follows the head. */
  readonly turned?: string
  /** Text stands left, numbers and days right, marks in the middle. */
  readonly kind: 'text' | 'number' | 'day' | 'mark'
  /** Repeated where the table goes on beside the page; those columns come first. */
  readonly rowHead?: boolean
  /** Only for paper or only for sheets; for both where it is left out. */
  readonly only?: 'paper' | 'sheet'
  /** The most points that a text may take on paper before it is broken into lines; 160 where it is left out. */
  readonly widest?: number
  /** How a sheet shows the number, such as `# ?/8`. */
  readonly format?: string
}

/** What stands in a cell: `value` is what a sheet gets (a day as `YYYY-MM-DD`), `text` what paper shows where that is another. */
export interface TableMark {
  readonly value: string | number | null
  readonly text?: string
  /** Strong is drawn on grey in bold, soft on a lighter grey, quiet in grey letters. */
  readonly tone?: 'strong' | 'soft' | 'quiet'
}

/** A cell; null is empty. */
export type TableCell = string | number | null | TableMark

/** A row; on paper a line with the name of its group stands above the first of each. */
export interface TableRow {
  readonly cells: readonly TableCell[]
  readonly group?: string
}

/** A table to be printed or exported: what every report is before it becomes a file. */
export interface PrintedTable {
  readonly title: string
  /** What stands under the title: production, draft, date. */
  readonly sub: string
  /** The name of the sheet in a workbook. */
  readonly sheet: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** What the marks mean, at the foot of every page. */
  readonly legend: string
  /** Sentences after the last row. */
  readonly notes: readonly string[]
  /** When it is made. */
  readonly made: Date
}

/** A cell with all that it may say. */
export const markOf = (cell: TableCell | undefined): TableMark => (cell === null || cell === undefined ? { value: null } : typeof cell === 'object' ? cell : { value: cell })

/** What a cell shows on paper. */
export const paperText = (cell: TableCell | undefined): string => {
  const { value, text } = markOf(cell)
  return text ?? (value === null ? '' : `${value}`)
}

/** The columns that paper or a sheet has, and for each its place among all. */
export const columnsOn = (table: PrintedTable, medium: 'paper' | 'sheet'): readonly { readonly column: TableColumn; readonly at: number }[] =>
  table.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.only === undefined || column.only === medium)

/** The head of a column in a sheet: with what is turned above it on paper. */
export const sheetHead = ({ head, turned }: TableColumn): string => [head, turned].filter(Boolean).join(' ')
