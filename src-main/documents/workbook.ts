import { readFile } from 'node:fs/promises'
import readExcelFile, { type CellValue } from 'read-excel-file/node'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { mostColumns, type SheetFile, type SheetRow } from './sheetFile.ts'
import { layoutOf, type SheetLayout } from './workbookLayout.ts'
import { openZip, readEntry, type ZipArchive } from './zipArchive.ts'

/** One sheet of a workbook: its rows as text, blank ones left out, and the places of the columns that are hidden in it. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly hidden: readonly number[]
}

/** The largest workbook that is taken, in bytes as it lies on the disk. */
const largestWorkbook = 50 * 1024 * 1024

/** Bounds that no sheet of people comes near; a workbook past them is refused before it is unpacked or built up. */
const most = { columns: mostColumns, rows: 1_048_576, cells: 5_000_000 }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Whether the first bytes of a file are those of a workbook: a zip, or the older container that also holds locked workbooks. */
export const isWorkbook = (head: Uint8Array): boolean => begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0xd0, 0xcf, 0x11, 0xe0])

const begins = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte)

/**
 * Reads all sheets of an Excel workbook (XLSX).
 *
 * A formula gives the value that was last worked out, a date is written `8-Dec-2026`, a number with all its digits. What is merged downwards
 * stands in each of its rows. Throws FILE_TOO_LARGE (50 MB), SCRIPT_ENCRYPTED for one with a password, and SHEET_UNREADABLE with a clause
 * for what is no such workbook, is damaged, or would be too large unpacked.
 */
export async function readWorkbook(file: SheetFile): Promise<readonly WorkbookSheet[]> {
  if (file.size > largestWorkbook) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name, detail: '50 MB' })
  const bytes = await readFile(file.path)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw olderContainer(file, bytes)
  const layouts = layoutsOf(file, bytes)
  const sheets = await readExcelFile(bytes, { parseNumber: wholeNumber, trim: false }).catch((error: unknown) => {
    throw unreadable(file, 'Excel would not open it either, or a cell in it is broken', error)
  })
  return sheets.map(({ sheet, data }, at) => sheetOf(sheet, data as readonly (readonly Value[])[], layouts[at]))
}

type Value = CellValue<string> | Date | null

function sheetOf(name: string, data: readonly (readonly Value[])[], layout: SheetLayout | undefined): WorkbookSheet {
  const cells = data.map(row => row.map(textOf))
  for (const { column, from, to } of layout?.merged ?? []) {
    const value = cells[from]?.[column]
    for (let row = from + 1; value !== undefined && row <= Math.min(to, cells.length - 1); row++) {
      const below = cells[row]
      if (below && (below[column] ?? '') === '') below[column] = value
    }
  }
  const rows = cells.flatMap((row, at) => (row.some(cell => cell.trim() !== '') ? [{ line: at + 1, cells: row }] : []))
  return { name, rows, hidden: layout?.hidden ?? [] }
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? '' : `${value.getUTCDate()}-${months[value.getUTCMonth()] ?? ''}-${value.getUTCFullYear()}`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** A number as it is said: phone numbers with all their digits (`9.198E11` is written out), 5.7 without the noise of the machine (`5.7000000000000002`). */
const wholeNumber = (text: string): string => {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

/** Looks through the archive without building anything up: what it holds, how large its sheets are, and what lies where. */
function layoutsOf(file: SheetFile, bytes: Uint8Array): readonly SheetLayout[] {
  try {
    const archive = openZip(bytes, file.name)
    const read = (name: string): string | null => textIn(bytes, archive, name, file.name)
    const book = read('xl/workbook.xml')
    if (book === null) throw unreadable(file, archive.has('word/document.xml') ? 'it is a Word document' : 'it is no Excel workbook')
    const relations = read('xl/_rels/workbook.xml.rels') ?? ''
    const layouts = layoutOf(book, relations, read)
    for (const { columns, rows, cells } of layouts) {
      if (columns > most.columns) throw unreadable(file, `it has more than ${most.columns.toLocaleString('en')} columns`)
      if (rows > most.rows || cells > most.cells) throw unreadable(file, 'it has more cells than a sheet of people can have')
    }
    return layouts
  } catch (error) {
    if (error instanceof CastMatchError && error.code === 'FILE_UNREADABLE') throw unreadable(file, error.data.detail ?? 'it is damaged', error)
    throw error
  }
}

function textIn(bytes: Uint8Array, archive: ZipArchive, name: string, subject: string): string | null {
  const entry = readEntry(bytes, archive, name, subject)
  return entry && new TextDecoder().decode(entry)
}

/** A workbook of before 2007, or one with a password, which Excel puts into the same container. */
function olderContainer(file: SheetFile, bytes: Buffer): CastMatchError {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new CastMatchError('SCRIPT_ENCRYPTED', { subject: file.name })
  return unreadable(file, 'it is a workbook of the older kind (XLS)')
}

const unreadable = (file: SheetFile, detail: string, cause?: unknown): CastMatchError => new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail }, { cause })
