import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { DateOrder, SheetMapping, SheetPreview } from '../../../src-preload/contract/talent.ts'
import type { BadRowKept } from '../imports/importRecord.ts'
import { couldBeBoth, dateQuestion, dateWatch } from './dateOrder.ts'
import { guessColumns, readsAsHeader } from './guessColumns.ts'
import { isOldFontHindi } from './oldFontHindi.ts'
import { readBirthDay } from './readDay.ts'
import { inWords, readPerson, type PersonOfSheet } from './readPerson.ts'
import type { SheetFile, SheetRow } from '../../documents/sheetFile.ts'
import { openSheet } from '../../documents/sheetSource.ts'
import type { WorkbookSheet } from '../../documents/workbook.ts'

/** A sheet read: its headings, how its columns were taken, and every row with a person or a problem. */
export interface ReadSheet {
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
  readonly people: readonly { readonly line: number; readonly person: PersonOfSheet }[]
  readonly bad: readonly BadRowKept[]
}

/** The preview of a sheet but for its ticket, which the caller adds. */
export type PreviewOfSheet = Omit<SheetPreview, 'ticket'>

/** Among how many first rows the headings are looked for: casting sheets often open with a title and a date. */
const headerWithin = 10
const sampleRows = 50
const previewRows = 20
const mostBadRows = 1_000

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

/**
 * Reads a whole sheet, CSV, TSV or of an Excel workbook, under a mapping or the guessed one.
 *
 * Throws FILE_EMPTY, FILE_TOO_LARGE, SCRIPT_ENCRYPTED, and SHEET_UNREADABLE where no column is the name or the mapping has more columns than
 * the sheet.
 */
export async function readSheet(file: SheetFile, { mapping: wanted, dates, sheet, onRow = () => {}, toMap = false, saved = () => undefined }: ReadOptions = {}): Promise<ReadSheet> {
  const source = await openSheet(file, likeliestSheet, sheet)
  const waiting: SheetRow[] = []
  let start: (Pick<ReadSheet, 'header' | 'guess' | 'mapping' | 'mappedAs' | 'samples'> & { readonly savedDates: DateOrder | null; readonly born: number }) | undefined
  const people: ReadSheet['people'][number][] = []
  const bad: BadRowKept[] = []
  const watch = dateWatch()
  const inDoubt: { readonly row: { person: PersonOfSheet }; readonly cell: string }[] = []
  const take = (row: SheetRow): void => {
    if (!start) return
    const born = row.cells[start.born] ?? ''
    watch.see(born)
    const read = readPerson(row, start.mapping, start.header.length)
    if ('problem' in read) bad.push({ line: row.line, reason: read.problem, cells: row.cells })
    else {
      const taken = { line: row.line, person: read.person }
      people.push(taken)
      if (born !== '' && couldBeBoth(born)) inDoubt.push({ row: taken, cell: born })
    }
    onRow(people.length + bad.length)
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
  if ((found.decided ?? order) === 'monthFirst') {
    for (const { row, cell } of inDoubt) row.person = { ...row.person, born: readBirthDay(cell, 'monthFirst') }
  }
  return { ...about, sheets, sheet: read, hidden, dates: dateQuestion(about.header[born] ?? '', found, order), people, bad }
}

/** What the user is shown of a sheet before it is imported: columns, the first rows as they are read, all that would be left out. */
export async function previewOf(file: SheetFile, options: Pick<ReadOptions, 'mapping' | 'dates' | 'sheet' | 'saved'> = {}, foretell: (person: PersonOfSheet) => string = () => 'new'): Promise<PreviewOfSheet> {
  const sheet = await readSheet(file, { ...options, toMap: true })
  const shown = [
    ...sheet.people.slice(0, previewRows).map(({ line, person }) => ({ line, read: inWords(person), problem: null, outcome: foretell(person) })),
    ...sheet.bad.slice(0, previewRows).map(({ line, reason }) => ({ line, read: {}, problem: reason, outcome: '' })),
  ]
  return {
    fileName: file.name,
    sheets: [...sheet.sheets],
    sheet: sheet.sheet,
    columns: sheet.header.map((header, column) => ({
      header,
      guess: sheet.guess[column] ?? null,
      hidden: sheet.hidden.includes(column),
      samples: [...new Set(sheet.samples.map(row => (row[column] ?? '').trim()).filter(cell => cell !== ''))].slice(0, 3).map(cell => cell.slice(0, 200)),
    })),
    mapping: sheet.mapping,
    mappedAs: sheet.mappedAs,
    rows: shown.sort((a, b) => a.line - b.line).slice(0, previewRows),
    dates: sheet.dates,
    total: sheet.people.length + sheet.bad.length,
    warnings: [...warningsOf(sheet)],
    bad: sheet.bad.slice(0, mostBadRows).map(({ line, reason }) => ({ line, reason })),
  }
}

/** Hindi typed in a font of before Unicode reads as gibberish anywhere else: it is said, since no later search would find such a name. */
function warningsOf({ header, samples }: ReadSheet): readonly string[] {
  const old = header.filter((heading, column) => isOldFontHindi(heading, samples.map(row => row[column] ?? '')))
  return old.length === 0 ? [] : [`Hindi in ${old.map(heading => `"${heading.slice(0, 60)}"`).join(', ')} is typed in an old font such as Kruti Dev, and would come in as it stands, unreadable. Convert it to Unicode first.`]
}

/** The sheet of a workbook that reads most as people: it has headings with a name among its first rows, and most rows. */
function likeliestSheet(sheets: readonly WorkbookSheet[]): WorkbookSheet | undefined {
  const withRows = sheets.filter(({ rows }) => rows.length > 0)
  const named = withRows.filter(({ rows }) => rows.slice(0, headerWithin).some(({ cells }) => readsAsHeader(cells)))
  return (named.length > 0 ? named : withRows).toSorted((a, b) => b.rows.length - a.rows.length)[0]
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
