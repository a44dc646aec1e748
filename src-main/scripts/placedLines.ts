import { isCaseless, isUpper } from './cues.ts'
import { inlineSpeech } from './docxLayout.ts'
import type { WordLine } from './docxLines.ts'
import { namesTime, parseHeading } from './headings.ts'
import { paragraphGap } from './pdfBands.ts'
import type { LinePage } from './pdfFurniture.ts'
import { mode } from './statistics.ts'

/**
 * A part of a printed line that stands by itself, where it stands; all in points.
 *
 * `row` counts the printed lines of the file, and parts of one line share it; `gap` is the distance to the line above in the file's usual
 * distances, Infinity for the first of a page; `y` is its baseline from the top of the page. `source` is the index of the line in the
 * file, for formats that count so; `apart` says that it belongs to a title page.
 */
export type PlacedLine = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly height: number
  readonly row: number
  readonly gap: number
  readonly source: number
  readonly apart: boolean
}

/** Where a part stands among those of its printed line. */
export type Beside = 'alone' | 'first' | 'later'

/**
 * What can be seen of a line beside its place.
 *
 * `letters` are capitals, a name (each word begins with one), other words, or letters without case. `opens` says that a gap stands above
 * it, `holds` that a line stands right below or beside it; `inline` that a name and its words share it.
 */
export type Look = {
  readonly letters: 'capitals' | 'name' | 'words' | 'caseless'
  readonly colon: boolean
  readonly bracketed: boolean
  readonly numbered: boolean
  readonly setting: boolean
  readonly time: boolean
  readonly closed: boolean
  readonly inline: boolean
  readonly opens: boolean
  readonly holds: boolean
  readonly beside: Beside
}

/** Puts the parts of printed lines in a row; pages named in `apart` are title pages. */
export function placedLines(pages: readonly LinePage[], apart: ReadonlySet<number> = new Set()): PlacedLine[] {
  const steps = pages.flatMap(({ lines }) => lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0))).filter(step => step > 4 && step < 40)
  const pitch = smallestCommon(steps)
  let row = -1
  return pages.flatMap(({ lines }) =>
    lines.flatMap((line, at) => {
      row++
      const above = lines[at - 1]
      const gap = above ? (line.y - above.y) / pitch : Number.POSITIVE_INFINITY
      const parts = line.segments.length ? line.segments : [line]
      return parts.map(({ text, x, end }) => ({ page: line.page, text, x, end, y: line.y, height: line.height, row, gap, source: row, apart: apart.has(line.page) }))
    }),
  )
}

/** The smallest step between lines that is common: where short speeches abound, the most frequent one is that of an empty line. */
function smallestCommon(steps: readonly number[]): number {
  const usual = mode(steps, 0.5) ?? 12
  const half = mode(steps.filter(step => step < usual / 1.65), 0.5)
  return half !== undefined && steps.filter(step => Math.abs(step - half) < 0.75).length > 0.15 * steps.length ? half : usual
}

const [leftMargin, columnOffset, letterWidth, rowHeight] = [72, 260, 7.2, 12] as const

/** Puts the lines of a Word document in a row; it says where they begin, not where they stand on paper. */
export function placedWordLines(lines: readonly WordLine[], apart: number): PlacedLine[] {
  let row = -1
  return lines.map((line, at) => {
    const above = lines[at - 1]
    const isBeside = line.cell !== null && above?.cell?.table === line.cell.table && above.cell.row === line.cell.row && above.cell.column < line.cell.column
    if (!isBeside) row++
    const x = leftMargin + line.x + (line.cell?.column ?? 0) * columnOffset
    const gap = at === 0 || line.turns ? Number.POSITIVE_INFINITY : line.gap ? 2 : 1
    const text = line.text.replace(/\t/gu, '  ')
    return { page: line.page, text, x, end: x + text.length * letterWidth, y: row * rowHeight, height: rowHeight, row, gap, source: at, apart: at < apart }
  })
}

/** A line and what can be seen of it. */
export type SeenLine = PlacedLine & { readonly look: Look }

/** Looks at every line of a file. */
export const seeLines = (lines: readonly PlacedLine[]): SeenLine[] => lines.map((line, at) => ({ ...line, look: lookOf(lines, line, at) }))

function lookOf(lines: readonly PlacedLine[], line: PlacedLine, at: number): Look {
  const [above, below] = [lines[at - 1], lines[at + 1]]
  const shares = (other: PlacedLine | undefined) => other !== undefined && other.row === line.row
  const next = lines.slice(at + 1, at + 6).find(({ row }) => row !== line.row)
  return {
    ...wordsLook(line.text),
    opens: line.gap > paragraphGap,
    holds: shares(below) || (next !== undefined && (next.page === line.page ? next.gap <= paragraphGap : false)),
    beside: shares(above) ? 'later' : shares(below) ? 'first' : 'alone',
  }
}

/** What the words of a line show, wherever they stand. */
export function wordsLook(text: string): Omit<Look, 'opens' | 'holds' | 'beside'> {
  const bare = text.replace(/\([^)]*(?:\)|$)/gu, '').trim()
  const words = bare.split(/\s+/u).filter(word => /\p{L}/u.test(word))
  const letters = isCaseless(bare) ? 'caseless' : isUpper(bare) ? 'capitals' : words.length > 0 && words.every(word => /^[^\p{L}]*\p{Lu}/u.test(word)) ? 'name' : 'words'
  const speech = inlineSpeech(text)
  return {
    letters,
    colon: /[:：]\s*$/u.test(text),
    bracketed: /^\s*[([].*[)\]]?[.,]?\s*$/u.test(text) && /^\s*[([]/u.test(text),
    numbered: /^\W*\d/u.test(text),
    setting: parseHeading(text) !== null,
    time: namesTime(text),
    closed: /[.?!…।,;]["”’']?$/u.test(bare) && !/\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|No)\.$/u.test(bare),
    inline: speech !== null && speech.said !== '',
  }
}
