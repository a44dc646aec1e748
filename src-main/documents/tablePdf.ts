import { columnsOn, markOf, paperText, type PrintedTable, type TableColumn, type TableMark } from './table.ts'
import { openPaper, type Face, type Paper } from './typefaces.ts'

/** A4 in points, and what is set on it. */
const sheet = { short: 595.28, long: 841.89, margin: 34 } as const
const type = { title: 13, sub: 8, text: 8, head: 7.5, turned: 7.5, foot: 7 } as const
const lead = 10
const pad = { x: 4, y: 1.75 } as const
/** The head of a page, down to the first line of the table, and its foot. */
const topHeight = 34
const footHeight = 24
const groupHeight = 16
/** How far a turned head may reach up, and a text column may shrink before the table goes on beside the page. */
const tallest = 90
const narrowest = 64
/** So that a text that sets the width of its column is not broken by a sum of fractions. */
const roundingRoom = 0.5
const ink = { line: '#9a9a9a', faint: '#cccccc', strong: '#d6d6d6', soft: '#eeeeee', group: '#e4e4e4', quiet: '#5a5a5a', black: '#000000' } as const

interface Column {
  readonly column: TableColumn
  readonly at: number
  readonly width: number
}

/** A row, or a part of one that is taller than a page: the lines of each cell. */
interface Row {
  readonly group: string | null
  readonly lines: ReadonlyMap<number, readonly string[]>
  readonly marks: ReadonlyMap<number, TableMark>
  readonly height: number
}

interface Frame {
  readonly width: number
  readonly height: number
}

/**
 * Writes a table as a PDF on A4: upright where it fits, else across.
 *
 * A table that is wider still is cut into column pages, each with the columns that name the row; the pages of one go down all rows before
 * the next begins. Every page has the title, the heads of its columns, the legend and its number. Black on white, with greys that print.
 */
export async function tablePdf(table: PrintedTable): Promise<Uint8Array> {
  const opened = (landscape: boolean): Paper => openPaper({ size: 'A4', landscape, title: `${table.title}, ${table.sub}`, created: table.made })
  const across = opened(true)
  const natural = columnsOn(table, 'paper').map(({ column, at }) => ({ column, at, width: naturalWidth(across, table, column, at) }))
  const landscape = sum(natural) > sheet.short - 2 * sheet.margin
  const paper = landscape ? across : opened(false)
  const [width, height] = landscape ? [sheet.long, sheet.short] : [sheet.short, sheet.long]
  const columns = fitted(natural, width - 2 * sheet.margin)
  const pages = columnPages(columns, width - 2 * sheet.margin)
  const body = height - 2 * sheet.margin - topHeight - footHeight - Math.max(...columns.map(column => headHeightOf(paper, column)))
  const frame: Frame = { width, height }
  const rows = table.rows.flatMap(row => rowsOf(paper, columns, row, body - groupHeight))
  const blocks = rowPages(rows, body)

  let left = 0
  for (const [part, shown] of pages.entries()) {
    for (const [down, block] of blocks.entries()) {
      if (part + down > 0) paper.doc.addPage()
      setTop(paper, table, frame, pages.length > 1 ? `Part ${part + 1} of ${pages.length} across` : '')
      left = setBlock(paper, shown, block)
    }
  }
  setNotes(paper, table, frame, left)
  setFeet(paper, table, frame)
  return paper.end()
}

const sum = (columns: readonly { readonly width: number }[]): number => columns.reduce((all, { width }) => all + width, 0)
const faceOf = ({ tone }: TableMark, column: TableColumn): Face => (tone === 'strong' || (column.rowHead && column.kind === 'text') ? 'sansBold' : 'sans')

function naturalWidth(paper: Paper, table: PrintedTable, column: TableColumn, at: number): number {
  const texts = new Map(table.rows.map(({ cells }) => [paperText(cells[at]), faceOf(markOf(cells[at]), column)]))
  const widest = Math.max(0, ...[...texts].map(([text, face]) => (text === '' ? 0 : Math.max(...text.split('\n').map(line => paper.widthOf(line, face, type.text))))))
  // A head is broken into lines, but no word of it is.
  const head = Math.max(...column.head.split(' ').map(word => paper.widthOf(word, 'sansBold', type.head)))
  return Math.max(head, Math.min(widest, column.widest ?? 160), column.turned === undefined ? 0 : 12) + 2 * pad.x + roundingRoom
}

/** Shrinks text columns where that saves cutting the table, or gives them what is left over. */
function fitted(columns: readonly Column[], room: number): readonly Column[] {
  const over = sum(columns) - room
  const bends = columns.filter(({ column, width }) => column.kind === 'text' && !column.rowHead && width > narrowest)
  const slack = sum(bends) - bends.length * narrowest
  if (over > 0 && over <= slack) return columns.map(one => (bends.includes(one) ? { ...one, width: one.width - (over * (one.width - narrowest)) / slack } : one))
  if (over > 0) return columns
  const texts = columns.filter(({ column }) => column.kind === 'text')
  return columns.map(one => (texts.includes(one) ? { ...one, width: one.width + Math.min(-over / texts.length, 0.6 * one.width) } : one))
}

/** Cuts the columns into as few pages as there must be, about equally wide. */
function columnPages(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const least = packed(columns, room)
  const heads = sum(columns.filter(({ column }) => column.rowHead))
  let limit = heads + (sum(columns) - heads) / least.length
  while (limit < room && packed(columns, limit).length > least.length) limit += 4
  return packed(columns, Math.min(limit, room))
}

function packed(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const heads = columns.filter(({ column }) => column.rowHead)
  const pages: Column[][] = [[...heads]]
  for (const column of columns.filter(one => !one.column.rowHead)) {
    const page = pages.at(-1)
    if (page && (page.length === heads.length || sum(page) + column.width <= room)) page.push(column)
    else pages.push([...heads, column])
  }
  return pages
}

const headLines = (paper: Paper, { column, width }: Column): readonly string[] => paper.wrap(column.head, 'sansBold', type.head, width - 2 * pad.x)

function headHeightOf(paper: Paper, column: Column): number {
  const upright = headLines(paper, column).length * (type.head + 2)
  const turned = column.column.turned === undefined ? 0 : Math.min(tallest, paper.widthOf(column.column.turned, 'sans', type.turned)) + 6
  return upright + turned + 2 * pad.y
}

/** Sets the lines of a row; one that is taller than a page becomes several. */
function rowsOf(paper: Paper, columns: readonly Column[], { cells, group }: PrintedTable['rows'][number], room: number): readonly Row[] {
  const marks = new Map(columns.map(({ at }) => [at, markOf(cells[at])]))
  const lines = new Map(columns.map(({ column, at, width }) => {
    const text = paperText(cells[at])
    return [at, text === '' ? [] : column.kind === 'text' ? paper.wrap(text, faceOf(markOf(cells[at]), column), type.text, width - 2 * pad.x) : [text]]
  }))
  const most = Math.max(1, ...[...lines.values()].map(({ length }) => length))
  const step = Math.max(1, Math.floor((room - 2 * pad.y) / lead))
  return Array.from({ length: Math.ceil(most / step) }, (_, part) => ({
    group: group ?? null, marks,
    lines: new Map([...lines].map(([at, all]) => [at, all.slice(part * step, (part + 1) * step)])),
    height: Math.min(step, most - part * step) * lead + 2 * pad.y,
  }))
}

/** Parts the rows into pages; the name of a group is never the last line of one. */
function rowPages(rows: readonly Row[], body: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]]
  let filled = 0
  let group: string | null = null
  for (const row of rows) {
    const above = row.group !== null && row.group !== group ? groupHeight : 0
    if (filled > 0 && filled + above + row.height > body) {
      pages.push([])
      filled = 0
    }
    pages.at(-1)?.push(row)
    filled += row.height + (filled === 0 && row.group !== null ? groupHeight : above)
    group = row.group
  }
  return pages
}

function setTop(paper: Paper, table: PrintedTable, { width }: Frame, part: string): void {
  paper.line(table.title, { x: sheet.margin, y: sheet.margin + 11, face: 'sansBold', size: type.title })
  const partWidth = paper.widthOf(part, 'sans', type.sub)
  paper.line(clipped(paper, table.sub, 'sans', type.sub, width - 2 * sheet.margin - partWidth - 12), { x: sheet.margin, y: sheet.margin + 25, face: 'sans', size: type.sub, color: ink.quiet })
  if (part !== '') paper.line(part, { x: width - sheet.margin - partWidth, y: sheet.margin + 25, face: 'sans', size: type.sub, color: ink.quiet })
}

/** Sets the heads and the rows of one page; gives where the last row ends. */
function setBlock(paper: Paper, columns: readonly Column[], rows: readonly Row[]): number {
  const headHeight = Math.max(...columns.map(column => headHeightOf(paper, column)))
  const top = sheet.margin + topHeight
  const right = sheet.margin + sum(columns)
  const places = columns.map((column, index) => ({ ...column, x: sheet.margin + sum(columns.slice(0, index)) }))
  for (const place of places) setHead(paper, place, top + headHeight)
  rule(paper, top + headHeight, sheet.margin, right, ink.black, 0.8)
  let y = top + headHeight
  let group: string | null = null
  for (const row of rows) {
    if (row.group !== null && row.group !== group) {
      paper.doc.rect(sheet.margin, y, right - sheet.margin, groupHeight).fill(ink.group)
      paper.line(row.group, { x: sheet.margin + pad.x, y: y + 11.5, face: 'sansBold', size: type.head + 0.5 })
      y += groupHeight
      rule(paper, y, sheet.margin, right, ink.line, 0.4)
    }
    group = row.group
    for (const place of places) setCell(paper, place, row, y)
    y += row.height
    rule(paper, y, sheet.margin, right, ink.line, 0.4)
  }
  for (const { column, x, width } of places) if (column.kind === 'mark') for (const edge of [x, x + width]) paper.doc.moveTo(edge, top + headHeight).lineTo(edge, y).lineWidth(0.25).stroke(ink.faint)
  return y
}

type Place = Column & { readonly x: number }

function setHead(paper: Paper, place: Place, bottom: number): void {
  const { column, x, width } = place
  const lines = headLines(paper, place)
  for (const [index, line] of lines.entries()) {
    const y = bottom - pad.y - 1 - (lines.length - 1 - index) * (type.head + 2)
    paper.line(line, { x: alignedAt(paper, line, place, 'sansBold', type.head), y, face: 'sansBold', size: type.head })
  }
  if (column.turned === undefined) return
  const from = bottom - pad.y - lines.length * (type.head + 2) - 3
  const at = x + width / 2 + type.turned * 0.36
  paper.doc.save().rotate(-90, { origin: [at, from] })
  paper.line(clipped(paper, column.turned, 'sans', type.turned, tallest), { x: at, y: from, face: 'sans', size: type.turned })
  paper.doc.restore()
}

function setCell(paper: Paper, place: Place, row: Row, y: number): void {
  const mark = row.marks.get(place.at) ?? { value: null }
  const lines = row.lines.get(place.at) ?? []
  if (mark.tone === 'strong' || mark.tone === 'soft') paper.doc.rect(place.x + 0.5, y + 0.5, place.width - 1, row.height - 1).fill(ink[mark.tone])
  const face = faceOf(mark, place.column)
  for (const [index, line] of lines.entries()) {
    paper.line(line, { x: alignedAt(paper, line, place, face, type.text), y: y + pad.y + 7.6 + index * lead, face, size: type.text, color: mark.tone === 'quiet' ? ink.quiet : ink.black })
  }
}

function alignedAt(paper: Paper, line: string, { column, x, width }: Place, face: Face, size: number): number {
  if (column.kind === 'text') return x + pad.x
  const room = width - paper.widthOf(line, face, size)
  return column.kind === 'mark' ? x + room / 2 : x + room - pad.x
}

/** Sets the notes after the last row, on new pages where there is no room left. */
function setNotes(paper: Paper, table: PrintedTable, frame: Frame, from: number): void {
  const lines = table.notes.flatMap(note => paper.wrap(note, 'sans', type.sub, frame.width - 2 * sheet.margin))
  const bottom = frame.height - sheet.margin - footHeight
  let y = from + 18
  for (const line of lines) {
    if (y > bottom) {
      paper.doc.addPage()
      setTop(paper, table, frame, '')
      y = sheet.margin + topHeight + lead
    }
    paper.line(line, { x: sheet.margin, y, face: 'sans', size: type.sub })
    y += lead
  }
}

function setFeet(paper: Paper, table: PrintedTable, { width, height }: Frame): void {
  const { count } = paper.doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    paper.doc.switchToPage(page)
    const words = `Page ${page + 1} of ${count}`
    const wordsWidth = paper.widthOf(words, 'sans', type.foot)
    const y = height - sheet.margin
    paper.line(words, { x: width - sheet.margin - wordsWidth, y, face: 'sans', size: type.foot })
    const [first = '', second = ''] = paper.wrap(table.legend, 'sans', type.foot, width - 2 * sheet.margin - wordsWidth - 16)
    if (second === '') paper.line(first, { x: sheet.margin, y, face: 'sans', size: type.foot })
    else {
      paper.line(first, { x: sheet.margin, y: y - 10, face: 'sans', size: type.foot })
      paper.line(second, { x: sheet.margin, y, face: 'sans', size: type.foot })
    }
  }
}

function clipped(paper: Paper, text: string, face: Face, size: number, room: number): string {
  if (paper.widthOf(text, face, size) <= room) return text
  const [line = ''] = paper.wrap(text.replaceAll(' ', '\u00a0'), face, size, room - paper.widthOf('…', face, size))
  return `${line.replaceAll('\u00a0', ' ').trimEnd()}…`
}

const rule = (paper: Paper, y: number, from: number, to: number, color: string, width: number): void => {
  paper.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke(color)
}
