import { parseCue } from './cues.ts'
import { parseHeading, parseSlug } from './headings.ts'
import { isTransition, looksLikeCue, paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { PdfWriter } from './pdfWriter.ts'
import type { DraftElement } from './reader.ts'

/**
 * The layout in which the speaker stands in a left column, not in capitals, and the speech beside it behind a tab, under headings such
 * as `Sc # 5   Night, Ext / Interiors`; common in Indian scripts from Word.
 */
type Tabs = { readonly columns: readonly number[]; readonly names: ReadonlySet<string> }

/** Tells whether a body is laid out with speakers in a left column: many such lines, and more of them than cues of the usual kind. */
export const isTabbed = (body: PdfBody): boolean => {
  const tabbed = body.lines.filter(line => speakerPart(body, line) !== null).length
  const cues = body.lines.filter((line, at) => line.x > body.left + 60 && line.gap > paragraphGap && looksLikeCue(line.text) && (body.lines[at + 1]?.gap ?? 9) < paragraphGap).length
  return tabbed >= 15 && tabbed > 2 * cues
}

/** Reads a body whose speakers stand in a left column. */
export const tabbedElements = (body: PdfBody): DraftElement[] => {
  const tabs = learnTabs(body)
  const writer = new PdfWriter(body)
  for (let at = 0; at < body.lines.length; ) at += takeLine(body, tabs, writer, at)
  return writer.finish()
}

/** The first part of a line where it can name a speaker: at the left edge, a few words, a gap behind it. */
const speakerPart = ({ left }: PdfBody, line: BodyLine): string | null => {
  const [first, second] = line.segments
  if (!first || !second || Math.abs(first.x - left) > 6 || first.text.length > 40 || second.x - left < 30 || second.x - left > 220) return null
  return /^\p{L}/u.test(first.text) && !parseSlug(line.text) && !/[.!?]$/u.test(first.text) ? first.text : null
}

const learnTabs = (body: PdfBody): Tabs => {
  const counts = new Map<number, number>()
  const names = new Map<string, number>()
  for (const line of body.lines) {
    const speaker = speakerPart(body, line)
    const column = line.segments[1]?.x
    if (speaker === null || column === undefined) continue
    counts.set(Math.round(column / 4), (counts.get(Math.round(column / 4)) ?? 0) + 1)
    const { name } = parseCue(speaker)
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const columns = [...counts].filter(([, count]) => count >= 3).map(([key]) => key * 4)
  const bare = [...names.keys()].map(name => name.replace(/\s*\d+$/u, ''))
  return { columns, names: new Set([...names.keys(), ...bare].filter(name => name !== '')) }
}

const takeLine = (body: PdfBody, tabs: Tabs, writer: PdfWriter, at: number): number => {
  const line = body.lines[at]
  if (!line) return 1
  const heading = slugAt(body, at)
  if (heading) {
    writer.heading(line, heading.parts)
    return heading.taken
  }
  const opens = line.gap > paragraphGap
  const speech = opens || (!writer.speaking && speakerPart(body, line) !== null) ? speechAt(body, tabs, at) : null
  if (speech) {
    writer.cue({ ...line, text: speech.cue })
    const [, aside, said] = /^(\([^)]{1,60}\))\s*(.*)$/u.exec(speech.said) ?? ['', '', speech.said]
    if (aside) writer.speak({ ...line, text: aside })
    if (said) writer.speak({ ...line, text: said })
  } else if (line.x > body.left + 0.7 * (body.right - body.left)) writer.add('transition', line)
  else if (writer.speaking && goesOn(body, tabs, line)) writer.speak(line)
  else if (/^[([{][^)\]}]*[)\]}]$/u.test(line.text) && line.text.length < 24) writer.add('centered', line)
  else if (isTransition(line.text)) writer.add('transition', line)
  else writer.action(line)
  return 1
}

/** A speech goes on in a line right below, or in one that hangs in a column at the top of the next page. */
const goesOn = ({ left }: PdfBody, { columns }: Tabs, line: BodyLine): boolean =>
  line.gap < paragraphGap || (line.gap === Number.POSITIVE_INFINITY && line.x > left + 40 && columns.some(column => Math.abs(line.x - column) < 5))

/** A slug and, in the next line, the place it names in a column of its own. */
const slugAt = ({ lines, left }: PdfBody, at: number): { parts: NonNullable<ReturnType<typeof parseSlug>>; taken: number } | null => {
  const line = lines[at]
  if (!line) return null
  const bare = line.gap > paragraphGap || line.gap === Number.POSITIVE_INFINITY ? parseHeading(line.text) : null
  const parts = parseSlug(line.text) ?? bare
  if (!parts) return null
  const next = lines[at + 1]
  const column = line.segments.at(-1)?.x ?? line.x
  const isPlace = next && line.segments.length > 1 && next.x > left + 60 && Math.abs(next.x - column) < 12 && (next.page !== line.page || next.gap < paragraphGap)
  return isPlace ? { parts: parseSlug(line.text, next.text) ?? parts, taken: 2 } : { parts, taken: 1 }
}

/** Who speaks at a line that begins a paragraph, and the words beside the name; null where it is action. */
const speechAt = (body: PdfBody, { columns, names }: Tabs, at: number): { readonly cue: string; readonly said: string } | null => {
  const line = body.lines[at]
  if (!line || Math.abs(line.x - body.left) > 6) return null
  const speaker = speakerPart(body, line)
  const second = line.segments[1]?.x ?? 0
  if (speaker && columns.some(column => Math.abs(second - column) < 6)) return { cue: speaker, said: rest(line.text, speaker) }
  const known = knownName(line.text, names)
  if (known) return { cue: known, said: rest(line.text, known) }
  const aside = /^((?:\p{Lu}[\p{L}\p{N}.'’]*\s){1,3}\([^)]{1,40}\))\s+\S/u.exec(line.text)?.[1]
  if (aside) return { cue: aside, said: rest(line.text, aside) }
  const next = body.lines[at + 1]
  const hangs = next && next.gap < paragraphGap && columns.some(column => Math.abs(next.x - column) < 5) && next.x > body.left + 40
  const first = /^\p{Lu}[\p{L}\p{N}.'’]*/u.exec(line.text)?.[0]
  return hangs && first ? { cue: first, said: rest(line.text, first) } : null
}

/** The longest known name that a line begins with, with what stands in brackets behind it. */
const knownName = (text: string, names: ReadonlySet<string>): string | null => {
  const words = text.split(' ')
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const start = words.slice(0, count).join(' ')
    if (!names.has(parseCue(start).name) || start.includes('(')) continue
    const aside = /^\s*\((?:OC|VO|OS|O\.C\.|V\.O\.|O\.S\.)[^)]{0,20}\)/iu.exec(text.slice(start.length))?.[0] ?? ''
    return /\p{Lu}/u.test(start) ? start + aside : null
  }
  return null
}

const rest = (text: string, start: string): string => text.slice(start.length).trim()
