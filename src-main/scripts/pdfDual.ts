import { looksLikeCue, paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import type { Segment } from './pdfLines.ts'
import type { PdfWriter } from './pdfWriter.ts'

/**
 * Takes two speeches printed side by side, where a line holds two cues and nothing else; returns how many lines they took, 0 where
 * there are none. Each part of the lines below goes to the column whose cue is nearer. The left speech comes first.
 */
export const takeDual = (body: PdfBody, writer: PdfWriter, at: number): number => {
  const cues = body.lines[at]
  const [left, right] = cues?.segments ?? []
  const below = body.lines[at + 1]
  if (!cues || !left || !right || cues.segments.length !== 2 || !below || below.page !== cues.page || below.gap > paragraphGap) return 0
  if (![left, right].every(part => looksLikeCue(part.text) && part.x > body.left + 10) || cues.gap < paragraphGap) return 0
  const said: { readonly left: BodyLine[]; readonly right: BodyLine[] } = { left: [], right: [] }
  const columns = columnsOf(body.lines, at, right)
  let taken = 1
  for (let line = body.lines[at + taken]; line && line.page === cues.page && line.gap < paragraphGap; line = body.lines[at + taken]) {
    if (line.segments.length === 1 && !isInColumn(line, said.left, said.right)) break
    for (const part of line.segments) said[part.x >= columns ? 'right' : 'left'].push(asLine(line, part))
    taken++
  }
  if (!said.left.length || !said.right.length) return 0
  for (const side of ['left', 'right'] as const) {
    writer.cue(asLine(cues, side === 'left' ? left : right), side)
    for (const line of said[side]) writer.speak(line, side)
  }
  return taken
}

/** A line of one part goes on in a column where an earlier part of it began, or in brackets; else it stands below the pair. */
const isInColumn = (line: BodyLine, left: readonly BodyLine[], right: readonly BodyLine[]): boolean =>
  (!left.length && !right.length) || line.text.startsWith('(') || [left, right].some(parts => parts.some(part => Math.abs(part.x - line.x) < 6))

/** Where the right column begins: the leftmost second part of the lines below the cues. */
const columnsOf = (lines: readonly BodyLine[], at: number, rightCue: Segment): number => {
  let edge = rightCue.x
  for (let next = at + 1; next < lines.length && next < at + 60; next++) {
    const line = lines[next]
    if (!line || line.page !== lines[at]?.page || line.gap > paragraphGap) break
    const second = line.segments[1]
    if (second) edge = Math.min(edge, second.x)
  }
  return edge - 6
}

const asLine = (line: BodyLine, part: Segment): BodyLine => ({ ...line, ...part, segments: [part], number: null })
