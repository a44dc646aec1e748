import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { DateOrder, SheetMapping, SheetPreview } from '../../../src-preload/contract/talent.ts'
import type { BadRowKept } from '../imports/importRecord.ts'
import { couldBeBoth, dateQuestion, dateWatch } from './dateOrder.ts'
import { guessColumns, readsAsHeader } from './guessColumns.ts'
import { readBirthDay } from './readDay.ts'
import { readPerson, type PersonOfSheet } from './readPerson.ts'
import type { SheetFile, SheetRow } from '../../documents/sheetFile.ts'
import { openSheet } from '../../documents/sheetSource.ts'
import type { WorkbookSheet } from '../../documents/workbook.ts'

/** A sheet gone through: its headings, how its columns were taken, and how many rows stand under them. */
export interface SheetAbout {
  /** The sheets of the workbook, and the one that was read; none and empty for a file of one sheet. */
  readonly sheets: readonly string[]
  readonly sheet: string
  /** The places of columns that are hidden in it. */
  readonly hidden: readonly number[]
  readonly header: readonly string[]
  readonly guess: SheetMapping
  readonly mapping: SheetMapping
  /** The name of the saved mapping that it was read by. */
  readonly mappedAs: string | null
  readonly samples: readonly (readonly string[])[]
  /** What is to be asked of its dates, null where they leave no doubt. */
  readonly dates: SheetPreview['dates']
  /** The order in which its dates were written, or are taken to be. */
  readonly order: DateOrder
  readonly total: number
}

/** A person read from a row; `eitherDay` is a birthday that could be two days, whose order is known once all rows are: see {@link bornUnder}. */
export interface PersonRead {
  readonly line: number
  readonly person: PersonOfSheet
  readonly eitherDay: string | null
}

/** Among how many first rows the headings are looked for: casting sheets often open with a title and a date. */
const headerWithin = 10
const sampleRows = 50

/** How a sheet is read: what each column is, else guessed; which sheet of a workbook, else the one that reads most as people. */
export interface ReadOptions {
  readonly mapping?: SheetMapping | undefined
  readonly sheet?: string | undefined
  /** The order of its dates, where none of them decides it; else as saved with the mapping, else day first. */
  readonly dates?: DateOrder | undefined
  /** Hears how many rows were read. */
  readonly onRow?: (rows: number) => void
  /** A sheet of several columns may lack a name: every row is then bad, and the user can say which column it is. */
  readonly toMap?: boolean
  /** The mapping that was saved for a sheet with these headings; it goes before the guess. */
  readonly saved?: (headings: readonly string[]) => { readonly name: string; readonly mapping: SheetMapping; readonly dates?: DateOrder | null } | undefined
}

/** Hears what each row of a sheet gave, in order. */
export interface SheetHears {
  readonly onPerson: (read: PersonRead) => void
  readonly onBad: (row: BadRowKept) => void
}

/**
 * Goes through a whole sheet, CSV, TSV or of an Excel workbook, row by row, under a mapping or the guessed one; no more than some first rows
 * are held.
 *
 * Throws FILE_EMPTY, FILE_TOO_LARGE, SCRIPT_ENCRYPTED, and SHEET_UNREADABLE where no column is the name or the mapping has more columns than
 * the sheet.
 */
export async function goThroughSheet(file: SheetFile, { onPerson, onBad }: SheetHears, { mapping: wanted, dates, sheet, onRow = () => {}, toMap = false, saved = () => undefined }: ReadOptions = {}): Promise<SheetAbout> {
  const source = await openSheet(file, likeliestSheet, sheet)
  const waiting: SheetRow[] = []
  let start: (Pick<SheetAbout, 'header' | 'guess' | 'mapping' | 'mappedAs' | 'samples'> & { readonly savedDates: DateOrder | null; readonly born: number }) | undefined
  const watch = dateWatch()
  let total = 0
  const take = (row: SheetRow): void => {
    if (!start) return
    const born = row.cells[start.born] ?? ''
    watch.see(born)
    const read = readPerson(row, start.mapping, start.header.length)
    if ('problem' in read) onBad({ line: row.line, reason: read.problem, cells: row.cells })
    else onPerson({ line: row.line, person: read.person, eitherDay: born !== '' && couldBeBoth(born) ? born : null })
    onRow(++total)
  }
  const begin = (): void => {
    const at = Math.max(0, waiting.slice(0, headerWithin).findIndex(row => readsAsHeader(row.cells)))
    const header = trimmedHeader(waiting[at]?.cells ?? [])
    const body = waiting.slice(at + 1)
    const samples = body.map(row => row.cells)
    const guess = guessColumns(header, samples).map((field, column) => (source.hidden.includes(column) ? null : field))
    const kept = saved(header)
    const known = wanted === undefined ? kept : undefined
    const mapping = checkedMapping(file, header, wanted ?? known?.mapping ?? guess, toMap && header.length > 1)
    start = { header, guess, samples, mappedAs: known?.name ?? null, mapping, savedDates: kept?.dates ?? null, born: mapping.indexOf('born') }
    body.forEach(take)
  }
  for await (const row of source.rows) {
    if (start) take(row)
    else if (waiting.push(row) === headerWithin + sampleRows) begin()
  }
  if (!start) begin()
  if (!start) throw new CastMatchError('FILE_EMPTY', { subject: file.name })
  const { sheets, sheet: read, hidden } = source
  const { savedDates, born, ...about } = start
  const found = watch.found()
  const order = dates ?? savedDates
  return { ...about, sheets, sheet: read, hidden, total, dates: dateQuestion(about.header[born] ?? '', found, order), order: found.decided ?? order ?? 'dayFirst' }
}

/** A person as they are under the order that the dates of the sheet turned out to have. */
export const bornUnder = ({ line, person, eitherDay }: PersonRead, order: DateOrder): { readonly line: number; readonly person: PersonOfSheet } =>
  ({ line, person: eitherDay !== null && order === 'monthFirst' ? { ...person, born: readBirthDay(eitherDay, 'monthFirst') } : person })

/** The sheet of a workbook that reads most as people: it has headings with a name among its first rows, and most rows. */
function likeliestSheet(sheets: readonly WorkbookSheet[]): WorkbookSheet | undefined {
  const withRows = sheets.filter(({ count }) => count > 0)
  const named = withRows.filter(({ first }) => first.some(({ cells }) => readsAsHeader(cells)))
  return (named.length > 0 ? named : withRows).toSorted((a, b) => b.count - a.count)[0]
}

function checkedMapping(file: SheetFile, header: readonly string[], mapping: SheetMapping, nameLater: boolean): SheetMapping {
  if (mapping.length > header.length) {
    throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: `the mapping has ${mapping.length} columns, the sheet ${header.length}` })
  }
  if (!mapping.includes('name') && !nameLater) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'no column holds the name' })
  return mapping
}

function trimmedHeader(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex(cell => cell.trim() !== '')
  return cells.slice(0, last + 1).map(cell => cell.trim())
}
