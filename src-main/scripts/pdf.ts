import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ScriptWarning } from '../../src-preload/contract/index.ts'
import { pagesOf, withExamples } from './markedLines.ts'
import { learnBands } from './pdfBands.ts'
import { pdfElements } from './pdfElements.ts'
import { flowElements } from './pdfFlow.ts'
import { bodyOf } from './pdfFurniture.ts'
import type { LinePage, PdfBody } from './pdfFurniture.ts'
import { openPdf } from './pdfium.ts'
import type { PdfDocument } from './pdfium.ts'
import { linesOf } from './pdfLines.ts'
import { isTabbed, tabbedElements } from './pdfTabbed.ts'
import { splitTitlePages, titleOf } from './pdfTitle.ts'
import { pagePosition } from './pdfWriter.ts'
import { withPictures } from './pictureElements.ts'
import { placedLines, type PlacedLine } from './placedLines.ts'
import type { DraftElement, DraftScript, ReadOptions, ScriptReader, Words } from './reader.ts'

/** Reads PDF by the positions of its characters, through PDFium; nothing is known of the program that wrote it. */
export const pdfReader: ScriptReader = {
  format: 'pdf',
  name: 'a PDF',
  extensions: ['pdf'],
  // The header may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
  looksLike: bytes => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: (bytes, options) => readPdf(bytes, options),
}

const readPdf = async (bytes: Uint8Array, options: ReadOptions): Promise<DraftScript> => {
  try {
    return await readOpened(bytes, options)
  } catch (error) {
    // A damaged file can trap the engine; it is thrown away with this reading, and nothing else shares it.
    if (error instanceof WebAssembly.RuntimeError) throw new CastMatchError('FILE_UNREADABLE', { subject: options.fileName }, { cause: error })
    throw error
  }
}

const readOpened = async (bytes: Uint8Array, options: ReadOptions): Promise<DraftScript> => {
  const document = await openPdf(bytes, options.fileName, options.letters?.hide)
  try {
    const { pages, sizes, warnings } = readPages(document, options)
    const { titlePages, scriptPages } = splitTitlePages(pages)
    const place = (): PlacedLine[] => placedLines(pages, new Set(titlePages.map((_, at) => at + 1)))
    const { drafts, lines, warnings: overruled } = withExamples(elementsOf(scriptPages), place, options, placeOn(scriptPages))
    const all = [...(document.mayExtract ? [] : [extractionWarning]), ...warnings, ...overruled]
    return {
      title: titleOf(titlePages) ?? metadataTitle(document.title),
      pages: document.pageCount,
      ...withPictures(drafts, all, options.pictures ?? []),
      ...(lines && options.marked ? { marked: pagesOf(lines, sizes) } : {}),
      draftLines: draftLinesOf(titlePages, scriptPages),
    }
  } finally {
    document.close()
  }
}

/** The lines of the title page, and the two nearest to the head and the foot of each page. */
const draftLinesOf = (titlePages: readonly LinePage[], scriptPages: readonly LinePage[]): readonly string[] => {
  const edges = scriptPages.flatMap(({ lines, height }) =>
    [...lines.slice(0, 2), ...lines.slice(-2)].filter(({ y }) => y < 0.12 * height || y > 0.88 * height).flatMap(line => [line.text, ...line.segments.map(({ text }) => text)]),
  )
  return [...new Set([...titlePages.flatMap(({ lines }) => lines.map(({ text }) => text)), ...edges])]
}

/** Places paragraphs on the pages of a script; it is measured once, when the first is placed. */
const placeOn = (pages: readonly LinePage[]): ((words: Words, line: PlacedLine) => DraftElement) => {
  let body: Pick<PdfBody, 'top' | 'bottom'> | null = null
  return (words, line) => {
    body ??= bodyOf(pages)
    return { ...words, at: pagePosition(body, line) }
  }
}

const extractionWarning: ScriptWarning = {
  code: 'EXTRACTION_NOT_ALLOWED',
  page: null,
  message: 'Whoever made this PDF asked that its text not be copied. It was read on this laptop only; mind that before sending parts of it on.',
}

type PageSize = { readonly width: number; readonly height: number }

const readPages = (document: PdfDocument, { fileName: subject, letters, asPictures = false, signal, onProgress }: ReadOptions): { pages: readonly LinePage[]; sizes: readonly PageSize[]; warnings: readonly ScriptWarning[] } => {
  const pages: LinePage[] = []
  const sizes: PageSize[] = []
  const warnings: ScriptWarning[] = []
  let glyphCount = 0
  let unmapped = 0
  for (let index = 0; index < document.pageCount; index++) {
    if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
    onProgress?.({ kind: 'progress', stage: 'Reading pages', done: index, total: document.pageCount })
    const drawn = document.page(index)
    const lines = linesOf(drawn, index + 1, letters?.settle)
    const warning = pageWarning(index + 1, lines.length, drawn.unmapped > 0.3 * drawn.glyphs.length)
    if (warning) warnings.push(warning)
    glyphCount += lines.length ? drawn.glyphs.length : 0
    unmapped += drawn.unmapped
    pages.push({ lines, height: drawn.height })
    sizes.push({ width: drawn.width, height: drawn.height })
  }
  if (!document.pageCount) throw new CastMatchError('FILE_UNREADABLE', { subject })
  // A stamp, a running head or a page number on each picture does not make a text.
  if (!asPictures && glyphCount < 40 * document.pageCount && warnings.length > 0.8 * document.pageCount) throw new CastMatchError('SCRIPT_SCANNED', { subject })
  if (unmapped > 0.6 * glyphCount) throw new CastMatchError('NOT_A_SCREENPLAY', { subject, detail: 'its fonts do not say which letters they draw' })
  return { pages, sizes, warnings }
}

const pageWarning = (page: number, lines: number, garbled: boolean): ScriptWarning | null => {
  if (lines < 1) return { code: 'PAGE_WITHOUT_TEXT', page, message: `Page ${page} is a picture without text; what stands on it was not read.` }
  return garbled ? { code: 'PAGE_TEXT_GARBLED', page, message: `On page ${page} the font does not say which letters it draws; the text may be wrong.` } : null
}

const elementsOf = (pages: readonly LinePage[]): readonly DraftElement[] => {
  const body = bodyOf(pages)
  if (isTabbed(body)) return tabbedElements(body)
  const layout = { body, bands: learnBands(body), numbersAreHeadings: false }
  const elements = pdfElements(layout)
  const numbered = body.lines.filter(({ number }) => number !== null).length
  if (numbered > 5 && numbered > 3 * count(elements, 'heading')) return pdfElements({ ...layout, numbersAreHeadings: true })
  if (count(elements, 'cue') > 0.5 * pages.length) return elements
  const flow = flowElements(body)
  return count(flow, 'cue') > 5 + 3 * count(elements, 'cue') ? flow : elements
}

const count = (elements: readonly DraftElement[], wanted: DraftElement['kind']): number => elements.filter(({ kind }) => kind === wanted).length

/** A title from the document's properties, where a writing program put a real one. */
const metadataTitle = (title: string): string | null => {
  const bare = title.replace(/^Microsoft Word - /iu, '').replace(/\.(?:fdr|fdx|docx?|pdf|odt|txt|fountain|highland|celtx)$/iu, '').replace(/_+/gu, ' ').trim()
  return bare.length < 2 || /^\(?(?:anonymous|untitled|unknown|working title|document\d*)\)?$/iu.test(bare) ? null : bare
}
