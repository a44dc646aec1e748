import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { BadRow, SheetMapping, SheetPreview } from '../../../src-preload/contract/talent.ts'
import { guessColumns, readsAsHeader } from './guessColumns.ts'
import { inWords, readPerson, type PersonOfSheet } from './readPerson.ts'
import { inspectSheet, readRows, type SheetFile, type SheetRow } from '../../documents/sheetFile.ts'

/** A sheet read: its headings, how its columns were taken, and every row with a person or a problem. */
export interface ReadSheet {
  readonly header: readonly string[]
  readonly guess: SheetMapping
  readonly mapping: SheetMapping
  readonly samples: readonly (readonly string[])[]
  readonly people: readonly { readonly line: number; readonly person: PersonOfSheet }[]
  readonly bad: readonly BadRow[]
}

/** The preview of a sheet but for its ticket, which the caller adds. */
export type PreviewOfSheet = Omit<SheetPreview, 'ticket'>

/** Among how many first rows the headings are looked for: casting sheets often open with a title and a date. */
const headerWithin = 10
const sampleRows = 50
const previewRows = 20
const mostBadRows = 1_000

/**
 * Reads a whole sheet under a mapping, or under the guessed one.
 *
 * `onRow` hears how many rows were read. Throws FILE_EMPTY, FILE_TOO_LARGE, and SHEET_UNREADABLE where no column is the name
 * or the mapping has more columns than the sheet. With `toMap` a sheet of several columns may lack a name: every row is then
 * bad, and the user can say which column it is.
 */
export async function readSheet(file: SheetFile, wanted: SheetMapping | undefined, { onRow = () => {}, toMap = false }: { readonly onRow?: (rows: number) => void; readonly toMap?: boolean } = {}): Promise<ReadSheet> {
  const format = await inspectSheet(file)
  const waiting: SheetRow[] = []
  let start: { header: readonly string[]; guess: SheetMapping; mapping: SheetMapping; samples: readonly (readonly string[])[] } | undefined
  const people: ReadSheet['people'][number][] = []
  const bad: BadRow[] = []
  const take = (row: SheetRow): void => {
    if (!start) return
    const read = readPerson(row, start.mapping, start.header.length)
    if ('problem' in read) bad.push({ line: row.line, reason: read.problem })
    else people.push({ line: row.line, person: read.person })
    onRow(people.length + bad.length)
  }
  const begin = (): void => {
    const at = Math.max(0, waiting.slice(0, headerWithin).findIndex(row => readsAsHeader(row.cells)))
    const header = trimmedHeader(waiting[at]?.cells ?? [])
    const body = waiting.slice(at + 1)
    const samples = body.map(row => row.cells)
    const guess = guessColumns(header, samples)
    start = { header, guess, samples, mapping: checkedMapping(file, header, wanted ?? guess, toMap && header.length > 1) }
    body.forEach(take)
  }
  for await (const row of readRows(file, format)) {
    if (start) take(row)
    else if (waiting.push(row) === headerWithin + sampleRows) begin()
  }
  if (!start) begin()
  if (!start) throw new CastMatchError('FILE_EMPTY', { subject: file.name })
  return { ...start, people, bad }
}

/** What the user is shown of a sheet before it is imported: columns, the first rows as they are read, all that would be left out. */
export async function previewOf(file: SheetFile, wanted: SheetMapping | undefined): Promise<PreviewOfSheet> {
  const sheet = await readSheet(file, wanted, { toMap: true })
  const shown = [
    ...sheet.people.slice(0, previewRows).map(({ line, person }) => ({ line, read: inWords(person), problem: null })),
    ...sheet.bad.slice(0, previewRows).map(({ line, reason }) => ({ line, read: {}, problem: reason })),
  ]
  return {
    fileName: file.name,
    columns: sheet.header.map((header, column) => ({
      header,
      guess: sheet.guess[column] ?? null,
      samples: [...new Set(sheet.samples.map(row => (row[column] ?? '').trim()).filter(cell => cell !== ''))].slice(0, 3).map(cell => cell.slice(0, 200)),
    })),
    mapping: sheet.mapping,
    rows: shown.sort((a, b) => a.line - b.line).slice(0, previewRows),
    total: sheet.people.length + sheet.bad.length,
    bad: sheet.bad.slice(0, mostBadRows),
  }
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
