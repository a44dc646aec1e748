import { isUpper } from './cues.ts'
import { isSceneNumber, parseHeading } from './headings.ts'
import type { Line, Segment } from './pdfLines.ts'
import type { TextPage, TextRow } from './txtPages.ts'

/** A column and a row of typewritten text in points: 12-point Courier has ten characters to the inch and six lines. */
const columnWidth = 7.2
const rowHeight = 12
const topMargin = 36

/** Puts the rows of a page where a printer would, in points, so that what reads PDF reads them too; `shift` is in columns. */
export const linesOfPage = ({ rows, number }: TextPage, shift: number): Line[] =>
  rows.flatMap(row => {
    const segments = segmentsOf(row, shift)
    const first = segments[0]
    const last = segments.at(-1)
    if (!first || !last) return []
    const text = segments.length === 1 ? first.text : segments.map(part => part.text).join(' ')
    return [{ page: number, text, x: first.x, end: last.end, y: topMargin + rowHeight * row.at, height: rowHeight - 2, segments }]
  })

/** Three spaces part a line in two, or two behind a scene number. */
const segmentsOf = (row: TextRow, shift: number): Segment[] => {
  const plain = /\s\s|\P{ASCII}/u.test(row.text) ? null : row.text
  if (plain !== null) return [{ text: plain, x: (row.indent + shift) * columnWidth, end: (row.indent + shift + plain.length) * columnWidth }]
  const numbered = /^\S{1,6}(?:\s\S{1,2})?(?=\s{2,}\S)/u.exec(row.text.slice(0, 40))?.[0]
  const parts: Segment[] = []
  let column = row.indent + shift
  const add = (text: string): void => {
    const tidy = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const wide = text.length - text.replace(/\p{M}/gu, '').length
    const from = column + text.length - text.trimStart().length
    column += text.length - wide
    if (tidy) parts.push({ text: tidy, x: from * columnWidth, end: column * columnWidth })
  }
  const head = numbered !== undefined && isSceneNumber(numbered) ? numbered : ''
  add(head)
  for (const part of row.text.slice(head.length).split(/(\s{3,})/u)) {
    if (part.trim() === '') column += part.length
    else add(part)
  }
  return parts
}

/** How many rows begin at a column: twice the column, one more for rows that can be cues. */
type Marks = ReadonlyMap<number, number>

/**
 * How many columns to move each page to the right so that one indent means one thing on all of them.
 *
 * A program that lays a page out anew begins at the leftmost ink of that page, so a page without scene numbers sits further left than
 * its neighbours. Cues and other rows are told apart, and each page goes where both fall in with the rest.
 */
export const alignPages = (pages: readonly TextPage[]): readonly number[] => {
  const marks = pages.map(marksOf)
  const lefts = pages.map(leftOf)
  const base = lefts.reduce((most, left) => Math.max(most, left), 0)
  let shifts: readonly number[] = lefts.map(left => base - left)
  for (let round = 0; round < 2; round++) {
    const whole = gathered(marks, shifts)
    const tops = commonest(whole, 8)
    shifts = marks.map((own, at) => bestShift(own, whole, tops, shifts[at] ?? 0))
  }
  const least = shifts.reduce((lowest, shift) => Math.min(lowest, shift), 0)
  return shifts.map(shift => shift - least)
}

const marksOf = ({ rows }: TextPage): Marks => {
  const counts = new Map<number, number>()
  rows.forEach((row, at) => {
    const below = rows[at + 1]
    const isCue = row.text.length < 40 && isUpper(row.text) && below && below.indent < row.indent && below.at - row.at < 3 && !parseHeading(row.text)
    const mark = 2 * bareIndent(row) + (isCue ? 1 : 0)
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  })
  return counts
}

/** Where a row begins behind its scene number. */
const bareIndent = ({ text, indent }: TextRow): number => {
  const match = /^(\S{1,6}(?:\s\S{1,2})?)\s{2,}(?=\S)/u.exec(text.slice(0, 40))
  return match && isSceneNumber(match[1] ?? '') ? indent + match[0].length : indent
}

/** The leftmost column where two long rows or headings begin, else where one does, else the leftmost of all. */
const leftOf = ({ rows }: TextPage): number => {
  const counts = new Map<number, number>()
  let least = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const indent = bareIndent(row)
    least = Math.min(least, indent)
    if (row.text.length > 45 || (parseHeading(row.text) && isUpper(row.text))) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  }
  const columns = [...counts.keys()].sort((a, b) => a - b)
  const left = columns.find(column => (counts.get(column) ?? 0) > 1) ?? columns[0] ?? least
  return Number.isFinite(left) ? left : 0
}

const gathered = (marks: readonly Marks[], shifts: readonly number[]): Marks => {
  const whole = new Map<number, number>()
  marks.forEach((own, at) => {
    for (const [mark, count] of own) {
      const key = mark + 2 * (shifts[at] ?? 0)
      whole.set(key, (whole.get(key) ?? 0) + count)
    }
  })
  return whole
}

const commonest = (marks: Marks, count: number): readonly number[] => [...marks].toSorted((a, b) => b[1] - a[1]).slice(0, count).map(([mark]) => mark)

/** The shift under which the rows of a page are likeliest, of those that bring one of its own columns onto a common one. */
const bestShift = (own: Marks, whole: Marks, tops: readonly number[], usual: number): number => {
  const shifts = commonest(own, 6).flatMap(mark => tops.map(top => (top - mark) / 2).filter(Number.isInteger))
  const likely = (shift: number): number => [...own].reduce((sum, [mark, count]) => sum + count * Math.log((whole.get(mark + 2 * shift) ?? 0) + 0.5), 0)
  let best = usual
  let most = likely(usual) + 0.01
  for (const shift of new Set(shifts)) {
    const sum = likely(shift)
    if (sum > most) [best, most] = [shift, sum]
  }
  return best
}
