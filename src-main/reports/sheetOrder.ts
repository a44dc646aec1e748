import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { inspectSheet, readRows, type SheetFile, type SheetRow } from '../documents/sheetFile.ts'
import { readDate, type WrittenDate } from './orderDates.ts'
import { readHead } from './orderHead.ts'

/** A shooting order as a sheet has it, written the way it is typed, and the rows that name scenes but no day. */
export interface OrderOfSheet {
  readonly text: string
  readonly days: number
  readonly left: readonly { readonly line: number; readonly reason: string }[]
}

type Field = 'day' | 'date' | 'scenes'
type Columns = Readonly<Partial<Record<Field, number>>>

/** A day as its rows tell it. */
interface SheetDay {
  readonly key: string
  readonly number: string | null
  date: WrittenDate | null
  kind: 'shoot' | 'off' | 'travel'
  readonly scenes: string[]
}

const largest = 5 * 1024 * 1024
const headerWithin = 15
const plainHead = (cell: string): string => cell.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}#]+/gu, ' ').trim()

// Day/night, script day and story day are of the story, not of the shoot.
const heads: Readonly<Record<Field, RegExp>> = {
  scenes: /^(?:sc|scs|scenes?|script scenes?)(?: ?(?:#|nos?|nums?|numbers?|ids?))?s?$/,
  date: /^(?:(?:shoot(?:ing)?|calendar|prod(?:uction)?) )?dates?(?: of shoot(?:ing)?)?$/,
  day: /^(?:(?:shoot(?:ing)?|prod(?:uction)?|camera|work) ?)?days?(?: ?(?:#|nos?|nums?|numbers?|of shoot(?:ing)?))?$|^(?:shoot|sd)$/,
}
const dayEnds = /\bend\s+(?:of\s+)?(?:shoot(?:ing)?\s+)?day\s*(?:no\.?\s*)?#?\s*(\d{1,3}[a-z]?)?/i

/**
 * Reads a shooting order out of a CSV or TSV file, as stripboards export it.
 *
 * Columns are known by their heads (Shoot Day, Date, Scene No and the like; Day/Night and Script Day are left alone), or by what is in them
 * where there is no head. A row may have one scene or several in a cell; a day may go on over many rows, and rows may come in script
 * order: days are put in the order of their dates or, without, of their numbers, else as they come. A row "End of Day 3 - Tue 12 Jan"
 * closes the day of the rows above it, a row "Day 3" without a scene opens one for those below. Dates with the month first are known by
 * one that can be no other. Throws FILE_EMPTY, FILE_TOO_LARGE (5 MB), SHEET_UNREADABLE.
 */
export async function readSheetOrder(file: SheetFile): Promise<OrderOfSheet> {
  if (file.size > largest) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name, detail: '5 MB' })
  const rows: SheetRow[] = []
  for await (const row of readRows(file, await inspectSheet(file))) rows.push(row)
  const { columns, body } = columnsOf(rows)
  if (columns.scenes === undefined) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'no column holds the scenes; name it "Scene"' })
  const monthFirst = writtenMonthFirst(body.map(({ cells }) => cells[columns.date ?? -1] ?? ''))
  const { days, left } = daysOf(body, columns, monthFirst)
  if (days.length === 0) throw new CastMatchError('SHEET_UNREADABLE', { subject: file.name, detail: 'no column holds the day or the date; name it "Day" or "Date"' })
  return { text: inOrder(days).map(lineOf).join('\n'), days: days.length, left }
}

function columnsOf(rows: readonly SheetRow[]): { readonly columns: Columns; readonly body: readonly SheetRow[] } {
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const known = cells.map(plainHead)
    const find = (field: Field): number | undefined => {
      const found = known.findIndex(head => heads[field].test(head))
      return found < 0 ? undefined : found
    }
    const columns = { scenes: find('scenes'), day: find('day'), date: find('date') }
    if (columns.scenes !== undefined) return { columns, body: rows.slice(at + 1) }
  }
  return { columns: guessed(rows), body: rows }
}

/** Columns by what is in them: dates, "Day 3" or the first of two with numbers, and the scenes behind. */
function guessed(rows: readonly SheetRow[]): Columns {
  const wide = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const share = (column: number, holds: (cell: string) => boolean): number => {
    const filled = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter(cell => cell !== '')
    return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length
  }
  const all = Array.from({ length: wide }, (_, column) => column)
  const date = all.find(column => share(column, cell => readDate(cell)?.rest.trim() === '') > 0.6)
  const counted = all.filter(column => column !== date && share(column, cell => /\d/.test(cell)) > 0.5)
  const day = counted.find(column => share(column, cell => readHead(cell).number !== null) > 0.6) ?? (counted.length > 1 ? counted[0] : undefined)
  const scenes = counted.find(column => column !== day)
  return { day, date, scenes }
}

/** Tells whether dates such as 01/25/2027 have the month first: one of them says so, and none says the contrary. */
function writtenMonthFirst(cells: readonly string[]): boolean {
  const parts = cells.flatMap(cell => {
    const found = /(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cell)
    return found ? [[Number(found[1]), Number(found[2])] as const] : []
  })
  return parts.some(([, second]) => second > 12) && parts.every(([first]) => first <= 12)
}

function daysOf(rows: readonly SheetRow[], columns: Columns, monthFirst: boolean): { readonly days: readonly SheetDay[]; readonly left: OrderOfSheet['left'] } {
  const days = new Map<string, SheetDay>()
  let waiting: { readonly line: number; readonly scenes: string }[] = []
  let open: SheetDay | undefined
  const dayFor = (number: string | null, date: WrittenDate | null): SheetDay => {
    const key = number ?? (date ? `${date.year ?? ''}-${date.month}-${date.day}` : '')
    const known = days.get(key) ?? { key, number, date, kind: 'shoot', scenes: [] }
    known.date ??= date
    days.set(key, known)
    return known
  }
  const inCell = ({ cells }: SheetRow, field: Field): string => (columns[field] === undefined ? '' : (cells[columns[field]] ?? '').trim())
  const told = rows.map(row => ({ number: numberIn(inCell(row, 'day')), date: readDate(inCell(row, 'date'), { monthFirst }) }))
  const goesOn = saidOnce(told.map(({ number, date }) => number ?? (date ? `${date.month}-${date.day}` : '')))
  for (const [at, row] of rows.entries()) {
    const scenes = inCell(row, 'scenes')
    const whole = row.cells.map(one => one.trim()).filter(one => one !== '').join(' ')
    const ends = dayEnds.exec(whole)
    const { number = null, date = null } = told[at] ?? {}
    if (ends) {
      const day = dayFor(ends[1] ?? `${days.size + 1}`, readDate(whole.slice(ends.index + ends[0].length).replace(/^[\s\-–—:,]+/, ''), { monthFirst }))
      day.scenes.push(...waiting.map(one => one.scenes))
      waiting = []
      open = undefined
    } else if (number !== null || date !== null) {
      const day = dayFor(number, date)
      const kind = kindOf(row)
      if (kind !== null) day.kind = kind
      else if (scenes !== '') day.scenes.push(scenes)
      open = goesOn ? day : undefined
    } else {
      const banner = readHead(whole)
      const opens = (banner.number !== null || banner.date !== null) && (scenes === '' || readHead(scenes).number !== null)
      if (opens) open = dayFor(banner.number, banner.date)
      if (opens && open && banner.kind !== 'shoot') open.kind = banner.kind
      else if (!opens && open && scenes !== '') open.scenes.push(scenes)
      else if (!opens && scenes !== '') waiting.push({ line: row.line, scenes })
    }
  }
  const left = waiting.map(({ line, scenes }) => ({ line, reason: `"${scenes.slice(0, 60)}" is on no day` }))
  return { days: [...days.values()], left }
}

/** Tells whether each day stands on its first row alone, as merged cells come out, so that a row without one goes on with it. */
const saidOnce = (days: readonly string[]): boolean => {
  const said = days.filter(day => day !== '')
  return said.length < days.length && new Set(said).size === said.length
}

/** Off or travel, where a cell of the row says so and nothing else. */
const kindOf = ({ cells }: SheetRow): 'off' | 'travel' | null => {
  for (const cell of cells) {
    const { kind, rest } = readHead(cell)
    if (kind !== 'shoot' && rest === '') return kind
  }
  return null
}

/** The number of a cell such as "3", "Day 3", "D3" or "3 of 40". */
const numberIn = (cell: string): string | null => (/^#?\s*(\d{1,3}[a-z]?)(?:\s*(?:of|\/)\s*\d+)?$/i.exec(cell)?.[1] ?? readHead(cell).number)?.toUpperCase() ?? null

function inOrder(days: readonly SheetDay[]): readonly SheetDay[] {
  const dates = days.map(({ date }) => (date ? (date.year ?? 0) * 372 + date.month * 31 + date.day : null))
  const years = days.every(({ date }) => date !== null && date.year !== null)
  const numbers = days.map(({ number }) => (number === null ? null : Number.parseInt(number, 10)))
  const by = years ? dates : numbers.every(number => number !== null) ? numbers : null
  return by === null ? days : days.map((day, at) => ({ day, by: by[at] ?? 0 })).sort((a, b) => a.by - b.by || (a.day.number ?? '').localeCompare(b.day.number ?? '')).map(({ day }) => day)
}

const monthWords = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A day as it is typed: "Day 1 (12 Jan 2027): 1, 4, 5A-7". */
function lineOf({ number, date, kind, scenes }: SheetDay): string {
  const on = date ? [date.day, monthWords[date.month - 1], date.year].filter(part => part !== null).join(' ') : ''
  const head = number === null ? on : on === '' ? `Day ${number}` : `Day ${number} (${on})`
  if (kind !== 'shoot') return `${head} - ${kind === 'off' ? 'OFF' : 'Travel'}`
  return `${head}: ${scenes.map(list => list.replaceAll(/\s*[\r\n;]+\s*/g, ', ')).join(', ')}`
}
