import { readFileSync } from 'node:fs'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { pagePng } from '../scripts/pagePng.ts'
import { openPdf, type PdfDocument } from '../scripts/pdfium.ts'
import { workerTask } from '../workers/workerTask.ts'

/** A paper to be looked at: where it lies, its name, and which page is drawn how many pixels wide; null only counts the pages. */
export interface PaperWork {
  readonly path: string
  readonly fileName: string
  readonly draw: { readonly page: number; readonly width: number } | null
}

/** What was seen of a paper; `png` is null where no page was asked for. */
export interface SeenPaper {
  readonly pages: number
  readonly png: Uint8Array | null
}

export default workerTask<PaperWork, SeenPaper>(async ({ path, fileName, draw }) => {
  try {
    const document = await openPdf(readFileSync(path), fileName)
    try {
      return { pages: document.pageCount, png: draw && drawPage(document, draw) }
    } finally {
      document.close()
    }
  } catch (error) {
    // A damaged file can trap the engine; it is thrown away with this reading, and nothing else shares it.
    if (error instanceof WebAssembly.RuntimeError) throw new CastMatchError('FILE_UNREADABLE', { subject: fileName }, { cause: error })
    throw error
  }
})

function drawPage(document: PdfDocument, { page, width }: NonNullable<PaperWork['draw']>): Uint8Array {
  if (page > document.pageCount) throw new CastMatchError('NOT_FOUND', { subject: `Page ${page}` })
  return pagePng(document.picture(page - 1, width))
}
