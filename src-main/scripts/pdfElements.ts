import { isNamelessCue, isUpper, parseCue } from './cues.ts'
import { forcedHeading, parseHeading } from './headings.ts'
import type { HeadingParts } from './headings.ts'
import { isBelowCue, isTransition, looksLikeCue, looksLikeName, middle, paragraphGap } from './pdfBands.ts'
import type { Bands } from './pdfBands.ts'
import { takeDual } from './pdfDual.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { PdfWriter } from './pdfWriter.ts'
import type { DraftElement } from './reader.ts'

/** A body with its bands, and whether numbered lines in capitals are headings even without INT or EXT. */
export type PdfLayout = { readonly body: PdfBody; readonly bands: Bands; readonly numbersAreHeadings: boolean }

/**
 * Turns the lines of a PDF into paragraphs by the bands of the file.
 *
 * A cue is a line in the cue band with a speech below it; a speech runs until a line at the action's edge, a heading, a transition or
 * another cue, also over a page. A heading in capitals that goes on in the next line is one.
 */
export const pdfElements = (layout: PdfLayout): DraftElement[] => {
  const { body } = layout
  const writer = new PdfWriter(body)
  for (let at = 0; at < body.lines.length; ) at += takeLine(layout, writer, at)
  return writer.finish()
}

/** Reads the line at an index and, where it has such, its continuation; returns how many lines it took. */
const takeLine = (layout: PdfLayout, writer: PdfWriter, at: number): number => {
  const { lines } = layout.body
  const line = lines[at]
  if (!line) return 1
  const heading = headingAt(layout, at)
  if (heading) {
    if (!isRepeated(writer, line, heading.parts)) writer.heading(line, heading.parts)
    return heading.taken
  }
  const dual = takeDual(layout.body, writer, at)
  if (dual) return dual
  if (isTransition(line.text) && !(writer.speaking && isInCueBand(layout.bands, line))) {
    writer.add('transition', line)
    return 1
  }
  if (isCue(layout, writer, at)) return takeCue(layout, writer, at)
  if (writer.speaking && isSpoken(layout, line)) writer.speak(line)
  else if (isFarRight(layout, line)) writer.add('transition', line)
  else if (isShot(layout, at)) writer.add('shot', line)
  else if (line.x >= layout.bands.inset && isCentred(layout, line)) writer.add('centered', line)
  else writer.action(line)
  return 1
}

/** The heading that begins at a line: one line, or two where it runs on in capitals right below. */
export const headingAt = ({ body, bands, numbersAreHeadings }: PdfLayout, at: number): { parts: HeadingParts; taken: number } | null => {
  const line = body.lines[at]
  if (!line || line.x > Math.max(bands.inset, body.left + 12)) return null
  const parsed = parseHeading(line.text) ?? (numbersAreHeadings && line.number && isUpper(line.text) ? forcedHeading(line.text) : null)
  if (!parsed) return null
  const runsOn = line.gap < paragraphGap && !isUpper(line.text) && !isTransition(body.lines[at - 1]?.text ?? '')
  if (runsOn && !/^(?:INT|EXT|I\/E|E\/I)/u.test(parsed.heading)) return null
  const number = line.number ?? parsed.number
  let taken = 1
  while (taken < 8 && headingRunsOn(body, bands, at + taken)) taken++
  if (taken === 1) return { parts: { ...parsed, number }, taken }
  const whole = [parsed.heading, ...body.lines.slice(at + 1, at + taken).map(({ text }) => text)].join(' ')
  return { parts: { ...forcedHeading(whole), number }, taken }
}

/** A line in capitals right below a heading line that nearly fills the width is part of the same heading. */
const headingRunsOn = ({ lines, left, right }: PdfBody, bands: Bands, at: number): boolean => {
  const [above, line] = [lines[at - 1], lines[at]]
  if (!above || !line || line.page !== above.page || line.gap > paragraphGap || line.number || !isUpper(line.text) || !isUpper(above.text)) return false
  if (/[!?]$/u.test(above.text) || above.end < left + 0.6 * (right - left) || Math.abs(line.x - above.x) > 90) return false
  return line.x < Math.max(bands.inset, above.x + 90) && !parseHeading(line.text) && !isTransition(line.text)
}

/** A heading printed again at the top of a page with (CONTINUED) or with the same number is the same scene. */
const isRepeated = (writer: PdfWriter, line: BodyLine, parts: HeadingParts): boolean => {
  const last = writer.lastHeading
  if (!last || line.gap !== Number.POSITIVE_INFINITY) return false
  const bare = (text: string): string => text.replace(/[\s\-–—.(]*CONT(?:INUED|[’']?D)[).:]*\s*$/iu, '').toUpperCase()
  return bare(parts.heading) === bare(last.heading) && (bare(parts.heading) !== parts.heading.toUpperCase() || (parts.number !== null && parts.number === last.number))
}

const isInCueBand = (bands: Bands, line: BodyLine): boolean => isAtEdge(bands, line) || isAtCentre(bands, line)

const isAtEdge = ({ edge }: Bands, line: BodyLine): boolean => edge !== null && Math.abs(line.x - edge) <= 9

const isAtCentre = ({ centre }: Bands, line: BodyLine): boolean => centre !== null && Math.abs(middle(line) - centre) <= 30

const isSpoken = ({ body, bands }: PdfLayout, line: BodyLine): boolean => {
  if (bands.flush) return line.gap < paragraphGap
  return line.x >= bands.inset && line.x < body.left + 0.8 * (body.right - body.left)
}

const isCue = (layout: PdfLayout, writer: PdfWriter, at: number): boolean => {
  const { body, bands } = layout
  const line = body.lines[at]
  const next = body.lines[at + 1]
  if (!line || !next || line.segments.length > 2 || !isInCueBand(bands, line) || !isSpoken(layout, { ...next, gap: next.page === line.page ? next.gap : 1 })) return false
  if (line.more || headingAt(layout, at + 1)) return false
  const opens = line.gap > paragraphGap
  if (isAtEdge(bands, line) && opens && isNamelessCue(line.text)) return true
  if (isAtEdge(bands, line) && (looksLikeCue(line.text) || (opens && looksLikeName(line.text)))) return true
  // Where cues are centred so are speeches, and only the gap above tells a cue from a line in capitals.
  if (!isAtCentre(bands, line) || !(opens || !writer.speaking) || (next.page === line.page && !isBelowCue(next))) return false
  return looksLikeCue(line.text) || (looksLikeName(line.text) && (bands.mixed || writer.knows(parseCue(line.text).name)))
}

const takeCue = ({ body }: PdfLayout, writer: PdfWriter, at: number): number => {
  const line = body.lines[at]
  const next = body.lines[at + 1]
  if (!line) return 1
  const isOpen = /\([^)]*$/u.test(line.text) && next && /^[^(]{0,30}\)$/u.test(next.text)
  writer.cue(isOpen ? { ...line, text: `${line.text} ${next.text}` } : line)
  return isOpen ? 2 : 1
}

const isFarRight = ({ body }: PdfLayout, line: BodyLine): boolean =>
  line.x > body.left + 0.55 * (body.right - body.left) && line.end > body.right - 60 && isUpper(line.text) && line.text.length < 40

const shotPattern =
  /^(?:(?:BACK TO|INTERCUT|INTER-CUT|MONTAGE|SERIES OF SHOTS|CLOSE(?: ON|-?UP|R)?|CU|ECU|OTS|ANGLE(?: ON)?|ANOTHER ANGLE|WIDE(?:R| SHOT| ON)?|ON|AT|IN|INSIDE|OUTSIDE|FROM|UNDER|BACK|INSERT|FLASHBACK|FLASH ?CUTS?|END (?:OF )?(?:MONTAGE|FLASHBACK|INTERCUT)|DREAM|SUPER|TITLES?|LATER|MOMENTS LATER|CREDITS)\b|.*\b(?:POV|P\.O\.V\.?|PERSPECTIVE)\b)/u

/** A line in capitals of its own that directs the camera or frames what follows. */
const isShot = ({ body }: PdfLayout, at: number): boolean => {
  const line = body.lines[at]
  const next = body.lines[at + 1]
  if (!line || line.gap < paragraphGap || line.text.length > 70 || !isUpper(line.text)) return false
  return (!next || next.page !== line.page || next.gap > paragraphGap || line.number !== null) && (line.number !== null || shotPattern.test(line.text))
}

const isCentred = ({ body }: PdfLayout, line: BodyLine): boolean =>
  Math.abs(middle(line) - (body.left + body.right) / 2) < 25 && line.end < body.right - 20
