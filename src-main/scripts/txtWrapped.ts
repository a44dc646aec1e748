import { isCaseless, isUpper, parseCue } from './cues.ts'
import { forcedHeading, isSceneNumber, namesTime, parseHeading, tidyNumber } from './headings.ts'
import type { HeadingParts } from './headings.ts'
import { isTransition, looksLikeCue, paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { PdfWriter } from './pdfWriter.ts'
import type { DraftElement } from './reader.ts'
import { quantile } from './statistics.ts'
import { stageHeading } from './txtStage.ts'

/**
 * What a text without indents says of itself: which rows are cues, and how many letters its speeches and its action are wide.
 *
 * `narrow` is null where speeches are not narrower than action; `gaps` tells whether empty lines part the paragraphs, `tight` whether
 * speeches begin right below their cues.
 */
type Wrapping = {
  readonly cues: ReadonlySet<number>
  readonly headings: ReadonlyMap<number, Found>
  readonly wide: number
  readonly narrow: number | null
  readonly gaps: boolean
  readonly tight: boolean
}

type Found = { readonly parts: HeadingParts; readonly taken: number }

/**
 * Reads a body without indents in which a printed line is a line, whether or not empty lines part a cue from its speech.
 *
 * Cues are known by their capitals and by coming again. A speech ends where its last line had room for the first word of the next one,
 * by the width that speeches have in this file, or at a line too wide for it. A cue with no words below whose line was put before it
 * (as text copied out of a PDF has it) is given that line.
 */
export const wrappedElements = (body: PdfBody): DraftElement[] => {
  const wrapping = learnWrapping(body)
  const writer = new PdfWriter(body)
  for (let at = 0; at < body.lines.length; ) at += takeLine(body, wrapping, writer, at)
  return writer.finish()
}

const learnWrapping = (body: PdfBody): Wrapping => {
  const { lines } = body
  const headings = new Map<number, Found>()
  for (let at = 0; at < lines.length; ) {
    const found = headingAt(lines, at)
    if (found) headings.set(at, found)
    at += found?.taken ?? 1
  }
  const wide = quantile(lines.map(({ text }) => text.length), 0.95) ?? 0
  const { again, once } = learnCues(lines, headings)
  const said = [...again].flatMap(at => (lines[at + 1] && !again.has(at + 1) ? [lines[at + 1]?.text.length ?? 0] : []))
  const most = quantile(said, 0.95) ?? 0
  const narrow = said.length > 2 && most < 0.75 * wide ? most : null
  // Who speaks once is told from a shot in capitals by the width of the words below.
  const cues = new Set([...again, ...once.filter(at => narrow === null || (lines[at + 1]?.text.length ?? 0) <= narrow + 3 || opensParagraph(lines[at + 1]))])
  const opening = lines.filter(line => line.gap > paragraphGap).length
  const close = [...cues].filter(at => (lines[at + 1]?.gap ?? 0) <= paragraphGap).length
  const gaps = opening > 0.2 * lines.length && opening < 0.9 * lines.length
  return { cues, headings, wide, gaps, tight: close > 0.6 * cues.size, narrow }
}

/** Rows in capitals that name somebody: names that come `again`, and those that stand `once` in a place where cues stand. */
const learnCues = (lines: readonly BodyLine[], headings: ReadonlyMap<number, Found>): { readonly again: ReadonlySet<number>; readonly once: readonly number[] } => {
  const counts = new Map<string, number>()
  const found: { readonly at: number; readonly name: string }[] = []
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? parseCue(text).name
    names.set(text, name)
    return name
  }
  lines.forEach((line, at) => {
    if (headings.has(at) || !looksLikeCue(line.text) || isSceneNumber(line.text) || line.text.split(' ').length > 6) return
    if (!isUpper(line.text) && !(isCaseless(line.text) && hasWordsBelow(lines, at))) return
    const name = nameOf(line.text)
    if (!name || framed.test(name)) return
    found.push({ at, name })
    counts.set(name, (counts.get(name) ?? 0) + 1)
  })
  // Letters without case look like action as well; such a name comes three times, or is short beside others that do.
  const isAgain = (name: string): boolean => (counts.get(name) ?? 0) > (isCaseless(name) ? 2 : 1)
  const hasCaseless = found.some(({ name }) => isCaseless(name) && isAgain(name))
  const isOnce = (at: number, name: string): boolean => (isCaseless(name) ? hasCaseless && name.split(' ').length <= 2 : isLonely(lines, headings, at, name))
  return {
    again: new Set(found.filter(({ name }) => isAgain(name)).map(({ at }) => at)),
    once: found.filter(({ at, name }) => !isAgain(name) && isOnce(at, name)).map(({ at }) => at),
  }
}

/** A row with an empty line before it and none behind it. */
const hasWordsBelow = (lines: readonly BodyLine[], at: number): boolean => (lines[at]?.gap ?? 0) > paragraphGap && (lines[at + 1]?.gap ?? 9) <= paragraphGap

const framing = /^(?:MONTAGE|INTERCUT|FLASH|SUPER|INSERT|BACK TO|LATER|TITLE|ON |CLOSE|ANGLE|ACT|CHAPTER|PART|SCENE|EPISODE|CONTINUED|SERIES OF|TEXT|OMITTED)/u
const framed = /^(?:THE END|END|CREDITS|TITLES?)\b|\b(?:POV|VIEW|SHOTS?|SCREEN|BEGINS?|ENDS?|CONTINUES|ROLLS?|APPEARS?)$/u

/** A name that speaks once: short, no framing of a shot, and right above words that are not in capitals, or alone below a short line. */
const isLonely = (lines: readonly BodyLine[], headings: ReadonlyMap<number, Found>, at: number, name: string): boolean => {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || headings.has(at + 1) || isTransition(next.text)) return false
  if (/\((?:V\.?\s?O|O\.?\s?[SC]|CONT)/iu.test(line.text) || next.text.startsWith('(')) return true
  const above = lines[at - 1]
  const standsApart = opensParagraph(line) && opensParagraph(next) && above !== undefined && above.text.length < 36 && !headings.has(at - 1) && !isUpper(above.text)
  return name.split(' ').length <= 3 && !framing.test(name) && !namesTime(name) && !isUpper(next.text) && (next.gap <= paragraphGap || standsApart)
}

/** A heading of one line, or of two in capitals where the first is nearly as wide as any; its number may stand in a line before it. */
const headingAt = (lines: readonly BodyLine[], at: number): Found | null => {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line && next && next.text.length > 8 && line.text.length <= 8 && isSceneNumber(line.text)) {
    const below = bareHeadingAt(lines, at + 1)
    return below && below.parts.number === null ? { parts: { ...below.parts, number: tidyNumber(line.text) }, taken: below.taken + 1 } : null
  }
  return bareHeadingAt(lines, at)
}

const bareHeadingAt = (lines: readonly BodyLine[], at: number): Found | null => {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line) return null
  const parsed = parseHeading(line.text) ?? (isUpper(line.text) ? stageHeading(line.text) : null)
  if (!parsed || (!isUpper(line.text) && line.gap <= paragraphGap && !/^(?:INT|EXT|I\/E|E\/I)/u.test(parsed.heading))) return null
  const number = line.number ?? parsed.number
  const runsOn = next && line.text.length > 48 && next.gap <= paragraphGap && next.text.length < line.text.length && isUpper(line.text) && isUpper(next.text)
  if (!runsOn || parseHeading(next.text) || isTransition(next.text) || (lines[at + 2]?.gap ?? 9) <= paragraphGap) return { parts: { ...parsed, number }, taken: 1 }
  return { parts: { ...forcedHeading(`${parsed.heading} ${next.text}`), number }, taken: 2 }
}

const takeLine = (body: PdfBody, wrapping: Wrapping, writer: PdfWriter, at: number): number => {
  const { lines } = body
  const { cues, headings } = wrapping
  const line = lines[at]
  if (!line) return 1
  const heading = headings.get(at)
  if (heading) {
    writer.heading(line, heading.parts)
    return heading.taken
  }
  if (cues.has(at)) {
    const taken = speechLength(lines, wrapping, at + 1)
    if (taken === 0) {
      writer.action(line)
      return 1
    }
    writer.cue(line)
    for (let said = at + 1; said <= at + taken; said++) {
      const words = lines[said]
      if (words) writer.speak(words)
    }
    return taken + 1
  }
  const turned = turnedAt(lines, wrapping, at)
  for (let pair = at; pair < at + turned; pair++) {
    const [words, cue] = [lines[pair], lines[pair + turned]]
    if (!words || !cue) continue
    writer.cue({ ...cue, y: words.y, gap: words.gap })
    writer.speak(words)
  }
  if (turned) return 2 * turned
  if (isTransition(line.text)) writer.add('transition', line)
  else writer.action(line)
  return 1
}

/** How many rows from an index on are spoken. */
const speechLength = (lines: readonly BodyLine[], wrapping: Wrapping, from: number): number => {
  let taken = 0
  let depth = 0
  for (let line = lines[from]; line; line = lines[from + taken]) {
    if (wrapping.cues.has(from + taken) || wrapping.headings.has(from + taken) || isTransition(line.text)) break
    const above = taken > 0 ? lines[from + taken - 1] : undefined
    if (above && depth <= 0 && !goesOn(wrapping, above, line)) break
    // A line put before its cue is not the end of the speech above it.
    if (above && depth <= 0 && turnedAt(lines, wrapping, from + taken)) break
    if (!above && wrapping.tight && opensParagraph(line)) break
    depth = Math.max(0, depth + line.text.split('(').length - line.text.split(')').length)
    if (taken > 400) depth = 0
    taken++
  }
  return taken
}

/** Whether a row belongs to the speech of the row above it. */
const goesOn = ({ wide, narrow, gaps, tight }: Wrapping, above: BodyLine, line: BodyLine): boolean => {
  const opens = opensParagraph(line)
  if (/\)[.,]?$/u.test(above.text) && above.text.length < 40 && /^\(|^[^(]*\)/u.test(above.text)) return !opens || !tight
  if (opens) return false
  if (narrow === null && gaps) return true
  const width = narrow ?? wide
  if (line.text.length > width + 3) return false
  if (line.text.startsWith('(')) return true
  const [word = ''] = line.text.split(' ', 1)
  return above.text.length + 1 + word.length > width - 1
}

/** Whether a row stands apart from the one above it on the same page. */
const opensParagraph = (line: BodyLine | undefined): boolean => line !== undefined && line.gap > paragraphGap && line.gap !== Number.POSITIVE_INFINITY

/** How many speeches (0 to 2) stand before their cues at a row: short rows, an empty line, as many cues and no words below the last. */
const turnedAt = (lines: readonly BodyLine[], wrapping: Wrapping, at: number): number => {
  if (wrapping.narrow === null || !wrapping.tight) return 0
  return [2, 1].find(count => isTurned(lines, wrapping, at, count)) ?? 0
}

const isTurned = (lines: readonly BodyLine[], { cues, headings, narrow }: Wrapping, at: number, count: number): boolean => {
  const words = lines.slice(at, at + count)
  const names = lines.slice(at + count, at + 2 * count)
  const next = lines[at + 2 * count]
  if (names.length < count || !names.every((name, index) => cues.has(at + count + index) && opensParagraph(name) === (index === 0))) return false
  if (words.some((line, index) => line.text.length > (narrow ?? 0) || cues.has(at + index) || headings.has(at + index) || line.text.startsWith('(') || isTransition(line.text))) return false
  if (words.slice(1).some(line => line.gap > paragraphGap)) return false
  return !next || cues.has(at + 2 * count) || headings.has(at + 2 * count) || isTransition(next.text) || opensParagraph(next)
}
