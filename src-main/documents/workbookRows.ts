import type { SheetRow } from './sheetFile.ts'
import { withoutEscapes, type PartPieces } from './workbookParts.ts'
import { attribute, xmlScanner } from './xmlScanner.ts'

/** What the cells of a workbook refer to: the texts that they share, which styles show days, and from which day it counts. */
export interface CellWords {
  readonly strings: readonly string[]
  readonly styles: readonly ('day' | 'time' | null)[]
  readonly from1904: boolean
}

/** What is merged over several rows: the column where it stands, its first and last row, columns from 0 and rows from 1. */
export interface MergedDown {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** What a sheet says besides its rows. */
export interface SheetHears {
  /** Hears each cell by its column and row, from 0 and 1, whatever is in it. */
  readonly onCell?: (column: number, row: number) => void
  /** Hears which columns are hidden, from and to, from 0. */
  readonly onHidden?: (from: number, to: number) => void
  readonly onMerged?: (merged: MergedDown) => void
}

interface Cell {
  readonly column: number
  readonly kind: string
  readonly style: number
  words: string
}

/**
 * The rows of a sheet of a workbook in order, blank ones left out, read as a stream (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4).
 *
 * A formula gives the value that was last worked out, an error nothing, a date is written `8-Dec-2026`, a number with all its digits. What
 * is merged downwards is for {@link mergedDown}. Throws BrokenXml.
 */
export async function* sheetRows(part: PartPieces, words: CellWords, { onCell = () => {}, onHidden = () => {}, onMerged = () => {} }: SheetHears = {}): AsyncGenerator<SheetRow, void, undefined> {
  const ready: SheetRow[] = []
  let line = 0
  let column = -1
  let cells: string[] = []
  let cell: Cell | null = null
  let reads = false
  const scanner = xmlScanner({
    open(name, tag) {
      if (name === 'c') {
        column = columnAt(attribute(tag, 'r')) ?? column + 1
        onCell(column, line)
        cell = { column, kind: attribute(tag, 't'), style: Number(attribute(tag, 's') || -1), words: '' }
      } else if (name === 'v' || name === 't') reads = cell !== null
      else if (name === 'row') {
        line = Number(attribute(tag, 'r')) || line + 1
        column = -1
        cells = []
        onCell(-1, line)
      } else if (name === 'col' && /^(?:1|true)$/.test(attribute(tag, 'hidden'))) onHidden(Number(attribute(tag, 'min')) - 1, Number(attribute(tag, 'max')) - 1)
      else if (name === 'mergeCell') {
        const merged = mergedIn(attribute(tag, 'ref'))
        if (merged) onMerged(merged)
      }
    },
    close(name) {
      if (name === 'v' || name === 't') reads = false
      else if (name === 'c' && cell) {
        const value = valueOf(cell, words)
        if (value !== '') {
          while (cells.length < cell.column) cells.push('')
          cells[cell.column] = value
        }
        cell = null
      } else if (name === 'row' && cells.some(value => value.trim() !== '')) ready.push({ line, cells })
    },
    text(text) {
      if (reads && cell) cell.words += text
    },
  })
  for await (const piece of part) {
    scanner.push(piece)
    yield* ready
    ready.length = 0
  }
  scanner.end()
  yield* ready
}

/** Puts what is merged downwards into each of the rows that it reaches over, where their own cell is empty. */
export async function* mergedDown(rows: AsyncIterable<SheetRow>, merged: readonly MergedDown[]): AsyncGenerator<SheetRow, void, undefined> {
  const starts = merged.toSorted((a, b) => a.from - b.from)
  const reaching = new Map<number, { readonly to: number; readonly value: string }>()
  let next = 0
  for await (const { line, cells } of rows) {
    const filled = [...cells]
    for (const [column, { to, value }] of reaching) {
      if (line > to) reaching.delete(column)
      else if ((filled[column] ?? '') === '') {
        while (filled.length < column) filled.push('')
        filled[column] = value
      }
    }
    for (let start = starts[next]; start && start.from <= line; start = starts[++next]) {
      const value = start.from === line ? cells[start.column] ?? '' : ''
      if (value !== '') reaching.set(start.column, { to: start.to, value })
    }
    yield { line, cells: filled }
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

function valueOf({ kind, style, words }: Cell, { strings, styles, from1904 }: CellWords): string {
  if (kind === 's') return strings[Number(words)] ?? ''
  if (kind === 'str' || kind === 'inlineStr') return withoutEscapes(words)
  if (kind === 'b') return words === '1' ? 'yes' : words === '0' ? 'no' : ''
  if (kind === 'e' || words === '') return ''
  if (kind === 'd') return dayOf(Date.parse(words))
  const shown = styles[style] ?? null
  return shown === null ? wholeNumber(words) : shown === 'day' ? dayOf(millisecondsAt(Number(words), from1904)) : timeOf(Number(words))
}

/** The moment of a day by its number in Excel, for which 1900 was a leap year (ECMA-376 part 1, 18.17.4.1). */
const millisecondsAt = (serial: number, from1904: boolean): number => (serial + (from1904 ? 1_462 : serial < 60 ? 1 : 0) - 25_569) * 86_400_000

function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.valueOf()) ? '' : `${date.getUTCDate()}-${months[date.getUTCMonth()] ?? ''}-${date.getUTCFullYear()}`
}

function timeOf(part: number): string {
  const minutes = Math.round(part * 1_440)
  return Number.isFinite(minutes) ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : ''
}

/** A number as it is said: phone numbers with all their digits (`9.198E11` is written out), 5.7 without the noise of the machine (`5.7000000000000002`). */
function wholeNumber(text: string): string {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

const mergedIn = (reference: string): MergedDown | null => {
  const [, column = '', from = '', to = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?[A-Za-z]{1,3}\$?(\d{1,7})$/.exec(reference) ?? []
  const at = columnAt(column)
  return at !== null && Number(to) > Number(from) ? { column: at, from: Number(from), to: Number(to) } : null
}

/** The place of a column by its letters, whatever row follows, from 0: A is 0, AA is 26; null where there are none, or more than four. */
function columnAt(reference: string): number | null {
  let place = 0
  let letters = 0
  for (; letters < reference.length; letters++) {
    const code = reference.charCodeAt(letters) & ~32
    if (code < 65 || code > 90) break
    place = place * 26 + code - 64
  }
  return letters === 0 || letters > 4 ? null : place - 1
}
