import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ScriptWarning } from '../../src-preload/contract/index.ts'
import { wordElements } from './docxElements.ts'
import { learnLayout } from './docxLayout.ts'
import { linesOfWord, type WordLine } from './docxLines.ts'
import { pagesOfWord } from './docxPages.ts'
import { numbersOf, readNumbering } from './docxNumbers.ts'
import { openPackage } from './docxPackage.ts'
import { readParagraphs } from './docxParagraphs.ts'
import { learnRoles } from './docxRoles.ts'
import { readStyles, readTheme } from './docxStyles.ts'
import { splitFront } from './docxTitle.ts'
import { pagesOfFlow, withExamples } from './markedLines.ts'
import { placedWordLines, type PlacedLine } from './placedLines.ts'
import type { DraftScript, ReadOptions, ScriptReader, Words } from './reader.ts'

/** Reads Word documents (Office Open XML, ECMA-376) by their styles and by their layout; the program that wrote them matters not. */
export const docxReader: ScriptReader = {
  format: 'docx',
  name: 'a Word document or another zip archive',
  extensions: ['docx'],
  looksLike: bytes => [0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte),
  read: async (bytes, options) => readDocx(bytes, options),
}

/**
 * Reads a Word script.
 *
 * Throws FILE_UNREADABLE for a damaged, cut or dangerous archive, FILE_KIND_MISMATCH for an archive of another kind, SCRIPT_ENCRYPTED
 * where a part is locked, CANCELLED when the signal aborts between two steps.
 */
export const readDocx = (bytes: Uint8Array, options: ReadOptions): DraftScript => {
  const { fileName: subject, letters, signal, onProgress } = options
  const step = (done: number): void => {
    if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
    onProgress?.({ kind: 'progress', stage: 'Reading the document', done, total: 3 })
  }
  step(0)
  const { main, styles, numbering, theme, title } = openPackage(bytes, subject)
  step(1)
  const body = readParagraphs(main, readStyles(styles), letters && { letters, theme: readTheme(theme) })
  if (body === 'not Word') throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: 'it is a zip archive, not a Word document' })
  if (typeof body === 'string') throw new CastMatchError('FILE_UNREADABLE', { subject, detail: faults[body] })
  step(2)
  const text = linesOfWord(body, numbersOf(body.paragraphs, readNumbering(numbering)))
  const { front, script } = splitFront(text.lines)
  const roles = learnRoles(script)
  const layout = learnLayout({ ...text, lines: script }, roles)
  const blocks = wordElements({ lines: script, layout, roles })
  const plain = blocks.flatMap(block => (block.kind === 'breaks' ? [] : [{ ...block, kind: block.kind }]))
  const place = (): PlacedLine[] => placedWordLines([...front.lines, ...script], front.lines.length)
  const guided = withExamples(plain, place, options, (words, line) => blockAt(words, line.source - front.lines.length, script))
  const { elements, pages } = pagesOfWord(guided.drafts, script, body.isPaged)
  const isPlain = layout.packed && layout.flush && !layout.joint && !layout.inline && ![...roles.values()].includes('dialogue')
  const isGuessed = isPlain && blocks.some(({ kind }) => kind === 'cue')
  const marked = guided.lines && options.marked ? { marked: pagesOfFlow(guided.lines, elements, pages) } : {}
  return { title: front.title ?? title, elements, pages, warnings: [...(isGuessed && !options.choices?.lines.length ? [withoutGaps] : []), ...guided.warnings], draftLines: front.lines.map(({ text }) => text), ...marked }
}

/** A paragraph that begins at a line; a heading takes the number that Word shows before it. */
const blockAt = (words: Words, at: number, lines: readonly WordLine[]): Words & { readonly line: number } => {
  const number = lines[at]?.number
  const heading = words.heading && number !== undefined ? { heading: { ...words.heading, number: words.heading.number ?? number } } : {}
  return { ...words, ...heading, line: Math.max(0, at) }
}

const faults = { damaged: 'its text is cut short', 'too long': 'it is longer than any script' }

const withoutGaps: ScriptWarning = {
  code: 'LAYOUT_WITHOUT_GAPS',
  page: null,
  message: 'Nothing but its words tells speech from action in this document: no indent, style or empty line. Some action may stand as speech.',
}
