import type { WordLine } from './docxLines.ts'
import { roleByName } from './docxRoles.ts'
import { parseHeading, parseSlug } from './headings.ts'
import { isTransition } from './pdfBands.ts'
import type { LinePage } from './pdfFurniture.ts'
import { splitTitlePages, titleOf } from './pdfTitle.ts'

/** The lines before the script, taken for a title page, with the title printed there, and the lines of the script itself. */
export type Front = { readonly front: { readonly title: string | null; readonly lines: readonly WordLine[] }; readonly script: readonly WordLine[] }

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const dateLine = new RegExp(String.raw`^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${months})\p{L}*\.?\s*(?:\d{1,2},?\s*)?\d{4}$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$`,
  'iu')
/** What a title page says beside the title, so that a motto before the first scene is none. */
const authorLine = /\b(?:by|draft|revision|copyright|screenplay|teleplay|registered|contact)\b|©|लेखक|автор/iu
const mostFrontLines = 30

/**
 * Sets the title page apart: what stands before the first page break, heading or FADE IN, where it reads as one.
 *
 * A document has no positions, so lines are set as far down as empty paragraphs push them and judged as the first page of a PDF is.
 */
export const splitFront = (lines: readonly WordLine[]): Front => {
  const end = lines.slice(0, mostFrontLines + 1).findIndex((line, at) => (at > 0 && line.turns) || isScript(line))
  const front = lines.slice(0, Math.max(0, end))
  if (!front.length) return { front: { title: null, lines: [] }, script: lines }
  const page = asPage(front.filter(({ text }) => !dateLine.test(text)))
  const named = front.find(({ style }) => /^title$/iu.test(style) && roleByName(style) === 'title')
  const speaks = lines[end]?.turns || front.some(({ text }) => text.length < 80 && authorLine.test(text))
  const isFront = speaks && splitTitlePages([page, page]).titlePages.length > 0
  if (!isFront && !named) return { front: { title: null, lines: [] }, script: lines }
  return { front: { title: named?.text ?? titleOf([page]), lines: front }, script: lines.slice(end) }
}

const isScript = ({ text, style, turns }: WordLine): boolean => {
  const role = roleByName(style)
  return turns || parseHeading(text) !== null || parseSlug(text) !== null || isTransition(text) || role === 'cue' || role === 'dialogue' || role === 'heading'
}

const pitch = 14

const asPage = (lines: readonly WordLine[]): LinePage => {
  let y = 72
  const set = lines.map(({ text, x, size, above }) => {
    y += pitch * (1 + above)
    return { page: 1, text, x, end: x + text.length * size * 0.55, y, height: size, segments: [] }
  })
  return { lines: set, height: 792 }
}
