import { paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import type { DraftElement } from './reader.ts'
import { mode } from './statistics.ts'

/** Tells whether a text is written without capitals: a thousand letters that have a case, and hardly any of them large. */
export const lacksCapitals = ({ lines }: PdfBody): boolean => {
  let small = 0
  let large = 0
  for (const { text } of lines.slice(0, 4000)) {
    small += text.match(/\p{Ll}/gu)?.length ?? 0
    large += text.match(/\p{Lu}/gu)?.length ?? 0
  }
  return small > 1000 && large < 0.002 * small
}

/** A body whose cues and headings are in capitals, and the way back to how they are written. */
export type Raised = { readonly body: PdfBody; readonly asWritten: (elements: readonly DraftElement[]) => DraftElement[] }

/**
 * Puts in capitals what stands where cues and headings do: a few words set in further than the lines right below them, and a line at
 * the left edge that begins with INT or EXT, with an empty line on both sides. Short lines between the columns of speeches and cues lost
 * their brackets and are given them for the reading.
 */
export const raiseByPlace = (body: PdfBody): Raised => {
  const written = new Map<string, string>()
  const isAside = asidePlaces(body)
  const lines = body.lines.map((line, at) => {
    if (isAside(at)) return bracketed(written, line)
    if (!isHeadingPlace(body, at) && !isCuePlace(body, at)) return line
    const text = line.text.toUpperCase()
    written.set(text, line.text)
    return { ...line, text, segments: line.segments.map(part => ({ ...part, text: part.text.toUpperCase() })) }
  })
  const asWritten = (elements: readonly DraftElement[]): DraftElement[] =>
    elements.map(element => {
      const text = written.get(element.text)
      if (text === undefined) return element
      const { heading } = element
      return { ...element, text, ...(heading ? { heading: { ...heading, heading: text, place: lower(heading.place), time: lower(heading.time) } } : {}) }
    })
  return { body: { ...body, lines }, asWritten }
}

const bracketed = (written: Map<string, string>, line: BodyLine): BodyLine => {
  const text = `(${line.text})`
  written.set(text, line.text)
  return { ...line, text, segments: [{ text, x: line.x, end: line.end }] }
}

/** Lines right below others that begin between the column of speeches and that of cues, where three or more do. */
const asidePlaces = (body: PdfBody): ((at: number) => boolean) => {
  const cues = body.lines.flatMap((_, at) => (isCuePlace(body, at) ? [at] : []))
  const cue = mode(cues.map(at => body.lines[at]?.x ?? 0), 4)
  const speech = mode(cues.flatMap(at => [body.lines[at + 1]?.x ?? 0, body.lines[at + 2]?.x ?? 0]).filter(x => x > body.left + 30 && x < (cue ?? 0) - 14), 4)
  if (cue === undefined || speech === undefined) return () => false
  const isBetween = (at: number): boolean => {
    const line = body.lines[at]
    return line !== undefined && line.x > speech + 14 && line.x < cue - 14 && !opens(line) && line.text.length < 36 && !/[()]/u.test(line.text)
  }
  const places = new Set(body.lines.flatMap((_, at) => (isBetween(at) ? [at] : [])))
  return at => places.size > 2 && places.has(at)
}

const lower = (text: string | null): string | null => text?.toLowerCase() ?? null

const opens = (line: BodyLine | undefined): boolean => !line || line.gap > paragraphGap

const isHeadingPlace = ({ lines, left }: PdfBody, at: number): boolean => {
  const line = lines[at]
  return line !== undefined && opens(line) && opens(lines[at + 1]) && Math.abs(line.x - left) < 12 && line.text.length < 70 && /^(?:int|ext)(?:erior)?\b/iu.test(line.text)
}

const isCuePlace = ({ lines, left }: PdfBody, at: number): boolean => {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || !opens(line) || opens(next) || next.page !== line.page || line.text.split(' ').length > 4 || line.text.length > 40) return false
  return line.segments.length === 1 && next.x > left + 30 && line.x > next.x + 14
}
