import { readFile } from 'node:fs/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { mostColumns, type SheetFile, type SheetRow } from './sheetFile.ts'
import { readDayStyles, readIndex, readSharedStrings, type PartPieces } from './workbookParts.ts'
import { mergedDown, sheetRows, type CellWords, type MergedDown } from './workbookRows.ts'
import { BrokenXml } from './xmlScanner.ts'
import { entryPieces, openZip, type ZipArchive } from './zipArchive.ts'

/** One sheet of a workbook, looked through: how many rows have something in them, the first of those, and the columns that are hidden. */
export interface WorkbookSheet {
  readonly name: string
  readonly count: number
  readonly first: readonly SheetRow[]
  readonly hidden: readonly number[]
  /** Its rows as text in order, blank ones left out, read anew each time. */
  readonly rows: () => AsyncIterable<SheetRow>
}

/** The largest workbook that is taken, in bytes as it lies on the disk. */
const largestWorkbook = 50 * 1024 * 1024

/** Of a workbook only a piece is held at a time, so that its sheets may be larger than what is unpacked whole. */
const unpacked = { entry: 512 * 1024 * 1024, total: 768 * 1024 * 1024 }

/** Bounds that no sheet of people comes near; a workbook past them is refused. */
const most = { columns: mostColumns, rows: 1_048_576, cells: 5_000_000, shared: 100 * 1024 * 1024 }

/** How many rows of a sheet are shown before it is chosen. */
const firstRows = 10

/** Whether the first bytes of a file are those of a workbook: a zip, or the older container that also holds locked workbooks. */
export const isWorkbook = (head: Uint8Array): boolean => begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0xd0, 0xcf, 0x11, 0xe0])

const begins = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte)

/**
 * Looks through all sheets of an Excel workbook (XLSX) without building any of them up.
 *
 * What is merged downwards stands in each of its rows. Throws FILE_TOO_LARGE (50 MB), SCRIPT_ENCRYPTED for one with a password, and
 * SHEET_UNREADABLE with a clause for what is no such workbook, is damaged, or would be too large unpacked.
 */
export async function readWorkbook(file: SheetFile): Promise<readonly WorkbookSheet[]> {
  if (file.size > largestWorkbook) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name, detail: '50 MB' })
  const bytes = await readFile(file.path)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw olderContainer(file, bytes)
  return said(file, async () => {
    const archive = openZip(bytes, file.name, unpacked)
    const part = (name: string): PartPieces => textOf(entryPieces(bytes, archive, name, file.name))
    refuseOther(file, archive)
    const { sheets, from1904 } = await readIndex(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'))
    const words = { strings: await readSharedStrings(part('xl/sharedStrings.xml')), styles: await readDayStyles(part('xl/styles.xml')), from1904 }
    const found: WorkbookSheet[] = []
    for (const { name, part: of } of sheets) found.push(await lookedThrough(file, name, () => part(of), words))
    return found
  })
}

async function lookedThrough(file: SheetFile, name: string, part: () => PartPieces, words: CellWords): Promise<WorkbookSheet> {
  const hidden = new Set<number>()
  const merged: MergedDown[] = []
  const first: SheetRow[] = []
  let [cells, count] = [0, 0]
  const onCell = (column: number, row: number): void => {
    cells++
    if (column >= most.columns) throw unreadable(file, `it has more than ${most.columns.toLocaleString('en')} columns`)
    if (row > most.rows || cells > most.cells) throw unreadable(file, 'it has more cells than a sheet of people can have')
  }
  const onHidden = (from: number, to: number): void => {
    // Excel hides "all the rest" up to its last column.
    for (let column = Math.max(0, from); column <= Math.min(to, most.columns - 1); column++) hidden.add(column)
  }
  for await (const row of sheetRows(part(), words, { onCell, onHidden, onMerged: one => void merged.push(one) })) {
    count++
    if (first.length < firstRows) first.push(row)
  }
  return { name, count, first, hidden: [...hidden], rows: () => saidRows(file, mergedDown(sheetRows(part(), words), merged)) }
}

async function* textOf(pieces: AsyncIterable<Uint8Array>): PartPieces {
  const decoder = new TextDecoder()
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
}

/** Refuses an archive that is no workbook, or whose cells share more text than is held. */
function refuseOther(file: SheetFile, archive: ZipArchive): void {
  if (!archive.has('xl/workbook.xml')) throw unreadable(file, archive.has('word/document.xml') ? 'it is a Word document' : 'it is no Excel workbook')
  if ((archive.get('xl/sharedstrings.xml')?.size ?? 0) > most.shared) throw unreadable(file, 'unpacked it would be too large')
}

/** Says what fails in reading as a sheet that cannot be read. */
async function said<Result>(file: SheetFile, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw asUnreadable(file, error)
  }
}

async function* saidRows(file: SheetFile, rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow, void, undefined> {
  try {
    yield* rows
  } catch (error) {
    throw asUnreadable(file, error)
  }
}

function asUnreadable(file: SheetFile, error: unknown): unknown {
  if (error instanceof BrokenXml) return unreadable(file, 'Excel would not open it either, or a cell in it is broken', error)
  return error instanceof CastMatchError && error.code === 'FILE_UNREADABLE' ? unreadable(file, error.data.detail ?? 'it is damaged', error) : error
}

/** A workbook of before 2007, or one with a password, which Excel puts into the same container. */
function olderContainer(file: SheetFile, bytes: Buffer): CastMatchError {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new CastMatchError('SCRIPT_ENCRYPTED', { subject: file.name })
  return unreadable(file, 'it is a workbook of the older kind (XLS)')
}

const unreadable = (file: SheetFile, detail: string, cause?: unknown): CastMatchError => new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail }, { cause })
