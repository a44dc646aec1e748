import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import { decodeText, looksLikeText } from '../../scripts/decodeText.ts'
import { linesOfWord, type WordLine } from '../../scripts/docxLines.ts'
import { numbersOf, readNumbering } from '../../scripts/docxNumbers.ts'
import { openPackage } from '../../scripts/docxPackage.ts'
import { readParagraphs } from '../../scripts/docxParagraphs.ts'
import { readStyles } from '../../scripts/docxStyles.ts'
import { openPdf } from '../../scripts/pdfium.ts'
import { linesOf } from '../../scripts/pdfLines.ts'

/** The most pages that a résumé has here; a script of 120 pages is none. */
export const mostPages = 40
/** The most letters that are read of one résumé. */
export const mostLetters = 200_000
/** The largest résumé, in bytes: photos make them large. */
export const largestResume = 50 * 1024 * 1024

/**
 * The text of a résumé, line by line, columns parted by tabs, pages by an empty line.
 *
 * Reads PDF, Word and plain text, told by their first bytes. Throws FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE, SCRIPT_ENCRYPTED
 * where a password is needed, and PROFILE_UNREADABLE for pages that are pictures, too many of them, or a kind that is no résumé.
 */
export async function resumeText(bytes: Uint8Array, subject: string): Promise<string> {
  if (bytes.byteLength === 0) throw new CastMatchError('FILE_EMPTY', { subject })
  if (bytes.byteLength > largestResume) throw new CastMatchError('FILE_TOO_LARGE', { subject, detail: '50 MB' })
  const text = await textOf(bytes, subject)
  if (text.trim() === '') throw new CastMatchError('FILE_EMPTY', { subject })
  if (text.length > mostLetters) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is longer than any résumé' })
  return text
}

async function textOf(bytes: Uint8Array, subject: string): Promise<string> {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return pdfText(bytes, subject)
  if ([0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte)) return wordText(bytes, subject)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw olderContainer(bytes, subject)
  if (looksLikeText(bytes)) return decodeText(bytes).text
  throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is no PDF, no Word document and no text' })
}

/** A Word document of before 2007, or one with a password, which Word puts into the same container. */
function olderContainer(bytes: Uint8Array, subject: string): CastMatchError {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new CastMatchError('SCRIPT_ENCRYPTED', { subject })
  return new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is an old Word document (DOC); save it as DOCX or PDF' })
}

async function pdfText(bytes: Uint8Array, subject: string): Promise<string> {
  try {
    const document = await openPdf(bytes, subject)
    try {
      if (document.pageCount > mostPages) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: `it has ${document.pageCount} pages` })
      const pages: string[] = []
      for (let index = 0; index < document.pageCount; index++) {
        const drawn = document.page(index)
        if (drawn.glyphs.length > mostLetters) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is longer than any résumé' })
        pages.push(linesOf(drawn, index + 1).map(({ segments, text }) => (segments.length > 1 ? segments.map(segment => segment.text).join('\t') : text)).join('\n'))
      }
      const text = pages.join('\n\n')
      if (text.replace(/\s/gu, '').length < 20 * document.pageCount) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'its pages are pictures without text' })
      return text
    } finally {
      document.close()
    }
  } catch (error) {
    // A damaged file can trap the engine; it is thrown away with this reading, and nothing else shares it.
    if (error instanceof WebAssembly.RuntimeError) throw new CastMatchError('FILE_UNREADABLE', { subject }, { cause: error })
    throw error
  }
}

function wordText(bytes: Uint8Array, subject: string): string {
  const { main, styles, numbering } = openPackage(bytes, subject)
  const body = readParagraphs(main, readStyles(styles))
  if (body === 'not Word') throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: 'it is a zip archive, not a Word document' })
  if (body === 'too long') throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is longer than any résumé' })
  if (typeof body === 'string') throw new CastMatchError('FILE_UNREADABLE', { subject })
  return rowsOf(linesOfWord(body, numbersOf(body.paragraphs, readNumbering(numbering))).lines).join('\n')
}

/** The lines of a document, the cells of one row of a table on one line. */
function rowsOf(lines: readonly WordLine[]): readonly string[] {
  const rows: string[] = []
  let before: WordLine['cell'] = null
  for (const { text, cell, gap } of lines) {
    const beside = cell !== null && before !== null && cell.table === before.table && cell.row === before.row ? (cell.column === before.column ? ' ' : '\t') : null
    if (beside !== null) rows[rows.length - 1] = `${rows.at(-1) ?? ''}${beside}${text}`
    else rows.push(...(gap ? [''] : []), text)
    before = cell
  }
  return rows
}
