import type { WordBody, WordCell, WordParagraph } from './docxParagraphs.ts'
import { parseHeading } from './headings.ts'
import { quantile } from './statistics.ts'

/**
 * A line as the writer of a Word document ended it: a paragraph, or a part of one up to a line break.
 *
 * `text` is tidy but for tabs inside. `x` is where it begins in points from the left margin, tabs and spaces before it
 * counted. `gap` says that empty space sets it apart from the line before, `opens` that it
 * begins a paragraph; `above` counts the empty lines before it. `size` is that of its letters in points, `number` the one that Word
 * shows before it.
 */
export type WordLine = {
  readonly text: string
  readonly style: string
  readonly x: number
  readonly align: 'left' | 'centre' | 'right'
  readonly gap: boolean
  readonly opens: boolean
  readonly above: number
  readonly size: number
  readonly page: number
  readonly turns: boolean
  readonly cell: WordCell | null
  readonly number?: string
}

/** The lines of a document and the width of its text in points. */
export type WordText = { readonly lines: readonly WordLine[]; readonly width: number }

/** An empty line in points, for space that paragraphs keep. */
const emptyLine = 12

/**
 * Cuts paragraphs at line breaks, gives them the `numbers` that Word counts for them, and tells real gaps from the space that every
 * paragraph of the file keeps.
 */
export const linesOfWord = ({ paragraphs, width }: WordBody, numbers: readonly (string | null)[] = []): WordText => {
  const distances = paragraphs.map(({ blanks, space }) => blanks + space / emptyLine)
  const usual = quantile(distances.slice(1), 0.1) ?? 0
  const lines = paragraphs.flatMap((paragraph, at) =>
    numbered(numbers[at] ?? null, cut(paragraph, width, distances[at] ?? 0, at === 0 || (distances[at] ?? 0) > usual + 0.4)),
  )
  return { lines: unwrapped(lines), width }
}

const numbered = (number: string | null, lines: readonly WordLine[]): readonly WordLine[] =>
  number === null ? lines : lines.map((line, at) => (at ? line : { ...line, number }))

const cut = ({ text, look, style, page, turns, cell }: WordParagraph, width: number, above: number, isApart: boolean): WordLine[] => {
  const lines: WordLine[] = []
  let gap = isApart
  for (const row of text.split('\n')) {
    const tidy = row.replace(/[^\S\t]+/gu, ' ').replace(/ ?\t+ ?/gu, '\t').trim()
    if (tidy === '') {
      gap ||= lines.length > 0
      continue
    }
    const size = Math.min(72, Math.max(6, look.size ?? 12))
    const opens = lines.length === 0
    const place = placeOf(row, tidy.length * size * 0.55, look, size, width)
    lines.push({ text: tidy, style, ...place, gap, opens, above: opens ? above : 0, size, page, turns: turns && opens, cell })
    gap = false
  }
  return lines
}

/** Where a line begins; a short lead-in is a first line set in and moves nothing, a long one stands for an indent. */
const placeOf = (row: string, ink: number, look: WordParagraph['look'], size: number, width: number): Pick<WordLine, 'x' | 'align'> => {
  const { left = 0, right = 0, first = 0, align = 'left', stops = [] } = look
  const room = width - left - right
  if (align === 'centre') return { x: left + Math.max(0, (room - ink) / 2), align }
  if (align === 'right') return { x: left + Math.max(0, room - ink), align }
  let at = left + first
  for (const letter of /^\s*/u.exec(row)?.[0] ?? '') at = letter === '\t' ? nextStop(stops, left, at) : at + size * 0.6
  return { x: at - left >= leadIn ? at : Math.max(0, left + Math.min(0, first)), align }
}

const leadIn = 70

/** The next tab stop: one that was set, the left indent, or every half inch. */
const nextStop = (stops: readonly number[], left: number, at: number): number => {
  const ahead = [...stops, left].filter(stop => stop > at + 0.5)
  return ahead.length ? Math.min(...ahead) : (Math.floor((at + 0.5) / 36) + 1) * 36
}

/** The narrowest and widest column, in letters, that text was broken to by hand. */
const [narrowest, widest] = [25, 75]

/**
 * Joins lines that were broken by hand or by another program to fill a column, as in text pasted from a PDF.
 *
 * Each indent has its own column width; a line goes on where the first word of the next did not fit any more.
 */
const unwrapped = (lines: readonly WordLine[]): WordLine[] => {
  const columns = columnWidths(lines)
  const joined: WordLine[] = []
  let last = 0
  for (const line of lines) {
    const above = joined.at(-1)
    const column = columns.get(columnOf(line))
    const isFull = column !== undefined && last + 1 + firstWord(line).length > column
    const goesOn = above && isFull && isSame(above, line) && !line.gap && !parseHeading(line.text)
    if (goesOn) joined[joined.length - 1] = { ...above, text: `${above.text} ${line.text}` }
    else joined.push(line)
    last = line.text.length
  }
  return joined
}

const firstWord = ({ text }: WordLine): string => /^\S*/u.exec(text)?.[0] ?? ''
const columnOf = ({ x, style, align }: WordLine): string => `${Math.round(x / 6)} ${align} ${style}`
const isSame = (above: WordLine, line: WordLine): boolean => columnOf(above) === columnOf(line) && above.cell === null && line.cell === null

/**
 * How wide the columns are that lines were broken to; none where lines end as sentences do, for those are short paragraphs.
 *
 * A line counts as broken when it nearly fills its column, ends in no sentence and the next goes on at the same place.
 */
const columnWidths = (lines: readonly WordLine[]): ReadonlyMap<string, number> => {
  const columns = new Map<string, WordLine[]>()
  const ofBody = lines.filter(({ align, cell }) => align === 'left' && cell === null)
  for (const line of ofBody) {
    const all = columns.get(columnOf(line))
    if (all) all.push(line)
    else columns.set(columnOf(line), [line])
  }
  const widths = new Map<string, number>()
  for (const [column, all] of columns) {
    const width = all.reduce((most, { text }) => Math.max(most, text.length), 0)
    if (all.length < 8 || width < narrowest || width > widest) continue
    const followed = all.filter((line, at) => line.text.length > width - 12 && all[at + 1]?.gap === false)
    const broken = followed.filter(({ text }) => !/[.!?:…।)"”]$/u.test(text))
    if (followed.length >= 0.15 * all.length && broken.length > 0.6 * followed.length) widths.set(column, width)
  }
  return widths
}
