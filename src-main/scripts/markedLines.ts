import type { LineKind, ReadChoices, ScriptWarning } from '../../src-preload/contract/scripts.ts'
import { guidedReading, readLines, type ReadLine } from './guidedReading.ts'
import type { MarkedLine, MarkedPage } from './markedPage.ts'
import type { PlacedLine } from './placedLines.ts'
import type { DraftElement, Words } from './reader.ts'

/** How a reader's paragraphs stand after the user's examples, and the lines that they were made of where somebody asked for them. */
export type Marked<Draft> = { readonly drafts: readonly Draft[]; readonly lines: readonly ReadLine[] | null; readonly warnings: readonly ScriptWarning[] }

/**
 * Reads paragraphs once more with the lines that the user named; without any they are handed on as they are.
 *
 * `place` gives the printed lines of the file, and is asked only where they are needed.
 */
export function withExamples<Draft extends Words>(
  plain: readonly Draft[], place: () => readonly PlacedLine[], { choices, marked = false }: { readonly choices?: ReadChoices; readonly marked?: boolean },
  make: (words: Words, line: PlacedLine) => Draft,
): Marked<Draft> {
  const examples = choices?.lines ?? []
  if (examples.length === 0) return { drafts: plain, lines: marked ? readLines(place(), plain) : null, warnings: [] }
  const { drafts, lines, overruled } = guidedReading(place(), plain, examples, make)
  const warnings = overruled.map(([earlier, later]): ScriptWarning => ({
    code: 'CHOICES_CONTRADICT',
    page: earlier.page,
    message: `"${short(earlier.text)}" was said to be ${withArticle[earlier.kind]}, and later "${short(later.text)}", which stands and looks the same, ${withArticle[later.kind]}. The later counts.`,
  }))
  return { drafts, lines, warnings }
}

const withArticle: Readonly<Record<LineKind, string>> = {
  heading: 'a heading', action: 'action', cue: 'a cue', parenthetical: 'a parenthetical', dialogue: 'a speech', transition: 'a transition', nothing: 'no part of the script',
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text)

/** The lines of a file by its own pages, each of its size in points. */
export function pagesOf(lines: readonly ReadLine[], sizes: readonly { readonly width: number; readonly height: number }[]): MarkedPage[] {
  const byPage = Map.groupBy(lines, ({ page }) => page)
  return sizes.map((size, at) => ({ ...size, lines: (byPage.get(at + 1) ?? []).map(line => markedLine(line, line.page, line.y, true)) }))
}

const [sheetWidth, sheetHeight, topMargin, rowHeight] = [612, 792, 48, 12] as const

/** The most letters in a row of a fixed-pitch sheet, from a line's own edge. */
const rowRoom = 540

/** The lines of a file that has no pages, on those that were estimated for its paragraphs: one printed row below the other. */
export function pagesOfFlow(lines: readonly ReadLine[], elements: readonly DraftElement[], pages: number): MarkedPage[] {
  let page = 1
  const sheets = Array.from({ length: pages }, () => ({ lines: [] as MarkedLine[], row: 0, last: -1, tall: 1 }))
  for (const line of lines) {
    page = Math.min(pages, Math.max(page, Math.floor(elements[line.paragraph]?.at ?? page)))
    const sheet = sheets[page - 1]
    if (!sheet) continue
    if (line.row !== sheet.last) {
      sheet.row += sheet.last < 0 ? 0 : sheet.tall + (Number.isFinite(line.gap) && line.gap > 1.4 ? 1 : 0)
      sheet.tall = 1
    }
    sheet.last = line.row
    const tall = Math.max(1, Math.ceil((line.end - line.x) / Math.max(180, rowRoom - line.x + 36)))
    sheet.tall = Math.max(sheet.tall, tall)
    sheet.lines.push({ ...markedLine(line, page, topMargin + rowHeight * (sheet.row + 1), false), height: rowHeight * tall })
  }
  return sheets.map(({ lines: own, row, tall }) => ({ width: sheetWidth, height: Math.max(sheetHeight, topMargin * 2 + rowHeight * (row + tall)), lines: own }))
}

const markedLine = ({ text, x, end, height, kind, look }: ReadLine, page: number, y: number, isPaper: boolean): MarkedLine => ({
  page, text, x, end, y, height, kind, around: { y: isPaper ? y : null, opens: look.opens, holds: look.holds, beside: look.beside },
})
