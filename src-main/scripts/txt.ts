import type { ScriptWarning } from '../../src-preload/contract/index.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { isUpper, parseCue } from './cues.ts'
import { decodeText, looksLikeText } from './decodeText.ts'
import { readFountain } from './fountain.ts'
import { hideKrutiDev } from './legacyFontText.ts'
import { pagesOf, pagesOfFlow, withExamples } from './markedLines.ts'
import { layOnPages } from './pageLayout.ts'
import { parseHeading } from './headings.ts'
import { isTransition, learnBands, looksLikeCue, paragraphGap } from './pdfBands.ts'
import type { Bands } from './pdfBands.ts'
import { pdfElements } from './pdfElements.ts'
import { flowElements } from './pdfFlow.ts'
import { measuredBody } from './pdfFurniture.ts'
import type { BodyLine, LinePage, PdfBody } from './pdfFurniture.ts'
import { isTabbed, tabbedElements } from './pdfTabbed.ts'
import { byline, splitTitlePages, titleOf } from './pdfTitle.ts'
import { pagePosition, PdfWriter } from './pdfWriter.ts'
import { placedLines, type PlacedLine } from './placedLines.ts'
import type { DraftElement, DraftScript, ReadOptions, ScriptReader, Words } from './reader.ts'
import { alignPages, linesOfPage } from './txtLines.ts'
import { textPages } from './txtPages.ts'
import { lacksCapitals, raiseByPlace } from './txtSmall.ts'
import { stageElements } from './txtStage.ts'
import { wrappedElements } from './txtWrapped.ts'

/**
 * Reads plain text: laid out by columns, one printed line to a line without indents, Fountain-like, or stage text (`NAME: words`).
 *
 * Which of these it is, and where cues and speeches stand, is learnt from the file. Pages come from form feeds, else from page numbers
 * that run in order, else they are estimated. Throws NOT_A_SCREENPLAY over 400,000 lines and
 * for text without headings in which no name comes again, CANCELLED when stopped.
 */
export const txtReader: ScriptReader = {
  format: 'txt',
  name: 'plain text',
  extensions: ['txt', 'text'],
  looksLike: looksLikeText,
  read: async (bytes, options) => readTxt(bytes, options),
}

const readTxt = (bytes: Uint8Array, options: ReadOptions): DraftScript => {
  const { fileName: subject, letters, signal } = options
  const { text: written, guessed } = decodeText(bytes, true)
  if (hasMoreLines(written, mostLines)) throw new CastMatchError('NOT_A_SCREENPLAY', { subject, detail: tooLong })
  if (isFountain(written)) return readFountain(bytes, letters)
  const text = hideKrutiDev(written, letters)
  const { pages, printed } = textPages(text)
  if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
  const shifts = printed ? alignPages(pages) : []
  const drawn = pages.map((page, at): LinePage => ({ lines: linesOfPage(page, shifts[at] ?? 0), height: 792 }))
  const { titlePages, scriptPages } = printed ? splitTitlePages(drawn) : { titlePages: [], scriptPages: drawn }
  const body = measuredBody(scriptPages.map(({ lines }) => lines))
  if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
  const small = lacksCapitals(body)
  const title = titleOf(asPrinted(titlePages))
  const front = title === null ? frontOf(body) : null
  const script = front ? { ...body, lines: body.lines.slice(front.length) } : body
  const read = small ? { elements: raisedElements(script), isWrapped: false } : elementsOf(script)
  const place = (): PlacedLine[] => placedLines(drawn, new Set(titlePages.flatMap(({ lines }) => lines[0]?.page ?? [])))
  const make = (words: Words, line: PlacedLine): DraftElement => ({ ...words, at: pagePosition(body, line) })
  const { drafts: elements, lines, warnings } = withExamples([...(front?.elements ?? []), ...read.elements], place, options, make)
  if (!namesComeAgain(elements)) throw new CastMatchError('NOT_A_SCREENPLAY', { subject, detail: noNames })
  const laid = printed ? { elements, pages: Math.max(1, pages.at(-1)?.number ?? 1) } : layOnPages(elements.map(element => ({ ...element, line: 0 })))
  const size = { width: 612, height: 792 }
  const marked = lines && options.marked ? (printed ? pagesOf(lines, Array.from({ length: laid.pages }, () => size)) : pagesOfFlow(lines, laid.elements, laid.pages)) : null
  const draftLines = titlePages.flatMap(({ lines: own }) => own.map(({ text: words }) => words))
  return { title: title ?? front?.title ?? null, ...laid, warnings: [...warningsOf(guessed, small, read.isWrapped), ...warnings], draftLines, ...(marked ? { marked } : {}) }
}

/** Text without a heading has chapters and clauses in capitals rather than cues where hardly any of them comes again. */
const namesComeAgain = (elements: readonly DraftElement[]): boolean => {
  const counts = new Map<string, number>()
  for (const { kind, text } of elements) {
    if (kind === 'heading') return true
    const { name } = kind === 'cue' ? parseCue(text) : { name: '' }
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const all = [...counts.values()].reduce((sum, cues) => sum + cues, 0)
  return all === 0 || all - [...counts.values()].filter(cues => cues === 1).length >= 0.5 * all
}

/** The most lines that are read; a long film has some 7,000. */
const mostLines = 400_000
const tooLong = `it has more than ${mostLines.toLocaleString('en')} lines`
const noNames = 'it has no scene headings, and what stands in capitals names nobody who speaks twice'

const hasMoreLines = (text: string, most: number): boolean => {
  let at = -1
  for (let lines = 0; lines <= most; lines++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return false
  }
  return true
}

const encodingWarning: ScriptWarning = {
  code: 'ENCODING_GUESSED',
  page: null,
  message: 'The file is not in Unicode, so letters with accents may be wrong. Save it as UTF-8 if names look odd.',
}

const smallWarning: ScriptWarning = {
  code: 'TEXT_WITHOUT_CAPITALS',
  page: null,
  message: 'The text has no capitals, so headings and cues were told by their indents alone. Check the scenes and names, or import the original.',
}

const wrappedWarning: ScriptWarning = {
  code: 'TEXT_WITHOUT_INDENTS',
  page: null,
  message: 'Nothing in the text sets speeches apart, so where one ends was told by the length of its lines. Check the longest, or import the PDF.',
}

const warningsOf = (guessed: boolean, small: boolean, isWrapped: boolean): readonly ScriptWarning[] => [
  ...(guessed ? [encodingWarning] : []),
  ...(small ? [smallWarning] : []),
  ...(isWrapped ? [wrappedWarning] : []),
]

/** Marks that only Fountain has, on lines of their own: a title page, notes, boneyards, forced headings and cues, scene numbers in #. */
const fountainMark = /^(?:\s*@\p{L}|\.(?:\p{Lu}{2,}|\p{Lu}\p{L}+ )|#{1,6} \p{L}|=\s\p{L}|>.*<$|\[\[|\/\*|~\p{L}|(?:INT|EXT)\b.*#[\w.-]{1,10}#$)/u

/** Tells whether a plain text is Fountain by another name: a title page, or three marks of Fountain and no indents or pages. */
const isFountain = (text: string): boolean => {
  if (text.includes('\f')) return false
  let marks = 0
  let set = 0
  let rows = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    rows++
    if (/^\s{4,}\S/u.test(line.slice(0, 200))) set++
    else if (fountainMark.test(line.slice(0, 300))) marks++
  }
  const hasTitle = /^\s*(?:Title|Credit|Author|Authors|Draft date):[^\n]*\n(?:\s+\S[^\n]*\n|(?:Title|Credit|Authors?|Source|Draft date|Date|Contact|Copyright|Notes?|Revision|Format):)/u.test(text.slice(0, 2000))
  return set < 0.2 * rows && (hasTitle || marks >= 3)
}

/** A text without capitals is read by its places alone. */
const raisedElements = (body: PdfBody): readonly DraftElement[] => {
  const { body: raised, asWritten } = raiseByPlace(body)
  return asWritten(bandedElements(raised))
}

/** Paragraphs, and whether the ends of speeches were told by the length of their lines. */
type Way = { readonly elements: readonly DraftElement[]; readonly isWrapped: boolean }

/** Reads a body in each way that can be its own and keeps the first that finds nearly as many speeches as any. */
const elementsOf = (body: PdfBody): Way => {
  const indented = body.lines.filter(line => line.x > body.left + 20).length / Math.max(1, body.lines.length)
  const banded = indented < 0.02 ? [] : isTabbed(body) ? tabbedElements(body) : bandedElements(body)
  const cues = count(banded, 'cue')
  const stage = stageElements(body)
  if (stage && count(stage, 'cue') > 2 * cues) return { elements: stage, isWrapped: false }
  if (cues > 0 && indented > 0.3) return { elements: banded, isWrapped: false }
  const flow = withTransitions(flowElements(body))
  // Where nearly every line that can be a cue is one already, another reading finds no more.
  const isFull = count(flow, 'cue') > 0.8 * body.lines.filter(({ text }) => looksLikeCue(text)).length
  const wrapped = isFull ? [] : wrappedElements(body)
  const best = [banded, flow, wrapped].reduce((most, elements) => Math.max(most, count(elements, 'cue')), 0)
  if (best === 0) return { elements: bandedElements(body), isWrapped: false }
  const elements = [banded, flow].find(way => count(way, 'cue') >= 0.8 * best)
  return { elements: elements ?? wrapped, isWrapped: !elements }
}

/** Fountain knows a transition by TO: alone; printed scripts have FADE IN: and the like. */
const withTransitions = (elements: readonly DraftElement[]): readonly DraftElement[] =>
  elements.map(element => (element.kind === 'action' && isTransition(element.text) ? { ...element, kind: 'transition' } : element))

const bandedElements = (body: PdfBody): readonly DraftElement[] => {
  const bands = learnBands(paged(body))
  const layout = { body: withStraightCues(body, bands), bands, numbersAreHeadings: false }
  const elements = pdfElements(layout)
  const numbered = body.lines.filter(({ number }) => number !== null).length
  return numbered > 5 && numbered > 3 * count(elements, 'heading') ? pdfElements({ ...layout, numbersAreHeadings: true }) : elements
}

/** Cues a few columns beside the edge that cues share are put onto it: programs that lay text out by columns push short ones aside. */
const withStraightCues = (body: PdfBody, { edge }: Bands): PdfBody => {
  if (edge === null) return body
  const isAside = (line: BodyLine): boolean => Math.abs(line.x - edge) <= 33 && line.segments.length === 1 && line.gap > paragraphGap && looksLikeCue(line.text)
  return { ...body, lines: body.lines.map(line => (isAside(line) ? { ...line, x: edge, end: line.end - line.x + edge } : line)) }
}

/** A body that is all one page is learnt from as if it had pages of 55 lines, because what is learnt counts by the page. */
const paged = (body: PdfBody): PdfBody => {
  const first = body.lines[0]?.page
  if (first === undefined || body.lines.at(-1)?.page !== first || body.lines.length < 110) return body
  return { ...body, lines: body.lines.map(line => ({ ...line, page: 1 + Math.floor((line.y - body.top) / (55 * body.pitch)) })) }
}

const count = (elements: readonly DraftElement[], wanted: DraftElement['kind']): number => elements.filter(({ kind }) => kind === wanted).length

/** Text has one size: its first row, and the next right below it where both are in capitals, stand for what is printed large. */
const asPrinted = (pages: readonly LinePage[]): readonly LinePage[] =>
  pages.map(page => {
    const [first, second] = page.lines
    const isLong = first && second && isUpper(first.text) && isUpper(second.text) && second.y - first.y < 13 && !byline.test(second.text)
    return { ...page, lines: page.lines.map((line, at) => (at === 0 || (at === 1 && isLong) ? { ...line, height: 2 * line.height } : line)) }
  })

/** The lines that a title and its byline take at the start of a text without a title page, and both as paragraphs of their own. */
type Front = { readonly title: string | null; readonly length: number; readonly elements: readonly DraftElement[] }

/** Finds a title above a byline in the first rows of a text, and the name below the byline; null where there is none. */
const frontOf = (body: PdfBody): Front | null => {
  const lines = body.lines.slice(0, 8)
  const [first] = lines
  const by = lines.findLastIndex(line => byline.test(line.text) && line.text.length < 80)
  if (!first || by < 1 || first.text.length > 60 || /[.,;:]$/u.test(first.text)) return null
  if (lines.slice(0, by + 1).some(line => parseHeading(line.text) || isTransition(line.text))) return null
  const next = body.lines[by + 1]
  const isOpen = /(?:\bby|:)$/iu.test(lines[by]?.text ?? '') && next && next.text.length < 60 && !parseHeading(next.text)
  const length = by + (isOpen ? 2 : 1)
  const writer = new PdfWriter(body)
  const own = body.lines.slice(0, length)
  for (const line of own) writer.add('centered', line)
  return { title: titleOf(asPrinted([{ lines: own, height: 792 }])), length, elements: writer.finish() }
}
