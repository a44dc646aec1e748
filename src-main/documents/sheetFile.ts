import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { parse, CsvError, type Info } from 'csv-parse'
import { withoutGuard } from '../../src-preload/contract/csv.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** A sheet on the disk: its name in the user's words, its size in bytes, its path. */
export interface SheetFile {
  readonly name: string
  readonly size: number
  readonly path: string
}

/** How the bytes of a sheet are read. */
export interface SheetFormat {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: string
}

/** One row as it stands: its first line in the file (1-based) and its cells; `problem` where it cannot be parted into cells. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly problem?: string
}

/** The largest sheet that is taken, in bytes. */
export const largestSheet = 100 * 1024 * 1024

/** The most columns that a sheet may have. */
export const mostColumns = 1_000

const headBytes = 64 * 1024
const longestRow = 1_000_000
const brokenQuotes = 200

/**
 * Looks at a sheet and tells its encoding and what parts its cells.
 *
 * UTF-8 with or without a mark, UTF-16 in both orders, else Windows-1252 as Excel writes it; comma, semicolon, tab or bar.
 * Throws FILE_EMPTY, FILE_TOO_LARGE (100 MB), or SHEET_UNREADABLE for what is no text.
 */
export async function inspectSheet(file: SheetFile): Promise<SheetFormat> {
  if (file.size === 0) throw new CastMatchError('FILE_EMPTY', { subject: file.name })
  if (file.size > largestSheet) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name, detail: '100 MB' })
  const head = await readHead(file.path)
  const encoding = await encodingOf(file, head)
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  if (text.replace(/[\s,;|]/g, '') === '' && file.size <= headBytes) throw new CastMatchError('FILE_EMPTY', { subject: file.name })
  if (text.includes('\0')) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'it is not text' })
  const delimiter = delimiterOf(text)
  if (widestOf(text, delimiter) > mostColumns) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: `it has more than ${mostColumns.toLocaleString('en')} columns` })
  return { encoding, delimiter }
}

/** How many cells the widest of the first lines has, cells in quotes counted as one. */
const widestOf = (text: string, delimiter: string): number =>
  text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/).reduce((most, line) => Math.max(most, line.split(delimiter).length), 0)

/**
 * The rows of a sheet in order, blank rows left out, read as a stream.
 *
 * Line breaks inside quotes count as lines. An apostrophe that keeps a cell from being a formula is no part of it. A quote that is never closed makes its row a problem and reading goes on with
 * the next line. Throws SHEET_UNREADABLE past 200 such rows.
 */
export async function* readRows(file: SheetFile, format: SheetFormat): AsyncGenerator<SheetRow, void, undefined> {
  let from = 1
  for (let broken = 0; broken <= brokenQuotes; broken++) {
    const parser = parse({
      delimiter: format.delimiter, record_delimiter: '\n', info: true, relax_column_count: true, relax_quotes: true, max_record_size: longestRow,
    })
    // A failure of the disk reaches the loop below through the parser.
    pipeline(Readable.from(linesFrom(file.path, format, from)), parser, () => {})
    let line = from
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
        if (record.some(cell => cell.trim() !== '')) yield { line, cells: record.map(withoutGuard) }
        line = from + info.lines
      }
      return
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      yield { line, cells: [], problem: error.code === 'CSV_MAX_RECORD_SIZE' ? 'a quote is opened in this row and never closed, or it is longer than a million letters' : 'a quote is opened in this row and never closed' }
      from = line + 1
    }
  }
  throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'its quotes do not pair' })
}

/** The first 64 KB of a file, or as much as there is. */
export async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function encodingOf(file: SheetFile, head: Uint8Array): Promise<SheetFormat['encoding']> {
  const starts = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte)
  if (starts(0xff, 0xfe)) return 'utf-16le'
  if (starts(0xfe, 0xff)) return 'utf-16be'
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'it is an Excel workbook, not CSV' })
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'it is a PDF' })
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Latin text in UTF-16 without a mark has a zero in every second byte.
  if (odd > head.length / 4 && even === 0) return 'utf-16le'
  if (even > head.length / 4 && odd === 0) return 'utf-16be'
  return (await isUtf8(file.path)) ? 'utf-8' : 'windows-1252'
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path)) decoder.decode(piece as Uint8Array, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function delimiterOf(text: string): string {
  const said = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  if (said?.[1]) return said[1]
  const lines = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/).filter(line => line.trim() !== '').slice(0, 30)
  const scores = [',', ';', '\t', '|'].map(sign => {
    const counts = lines.map(line => line.split(sign).length - 1)
    const most = Math.max(...counts, 0)
    // Rows that agree with the commonest count speak for a sign; a comma inside a list of skills varies from row to row.
    const agreeing = Math.max(...counts.map(count => (count === 0 ? 0 : counts.filter(other => other === count).length)), 0)
    return { sign, score: most === 0 ? 0 : agreeing + (counts[0] ?? 0) / 100 }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best), { sign: ',', score: 0 }).sign
}

/** The text of a file from a line on, in pieces, every line break one `\n`, the mark at the start and `sep=` taken off. */
async function* linesFrom(path: string, { encoding }: SheetFormat, from: number): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding)
  let line = 1
  let carry = ''
  let first = true
  const cut = (piece: string): string => {
    let at = 0
    while (line < from) {
      const next = piece.indexOf('\n', at)
      if (next < 0) return ''
      at = next + 1
      line++
    }
    return piece.slice(at)
  }
  const tidy = (text: string): string => {
    const whole = first ? text.replace(/^sep=.(?=\r?\n)/, '') : text
    first = false
    return cut(whole.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
  }
  for await (const bytes of createReadStream(path)) {
    const text = carry + decoder.decode(bytes as Uint8Array, { stream: true })
    carry = text.endsWith('\r') ? '\r' : ''
    const piece = tidy(carry === '' ? text : text.slice(0, -1))
    if (piece !== '') yield piece
  }
  const rest = tidy(carry + decoder.decode())
  if (rest !== '') yield rest
}
