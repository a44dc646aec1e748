import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { workerTask } from '../workers/workerTask.ts'
import { pagePng } from './pagePng.ts'
import { openPdf } from './pdfium.ts'

/** What the worker is given: the bytes of a PDF, the name of its file, a page from 1 and the width of its picture in pixels. */
export type PagePictureTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly page: number; readonly width: number }

export default workerTask<PagePictureTask, Uint8Array>(async ({ bytes, fileName, page, width }) => {
  const document = await openPdf(bytes, fileName)
  try {
    if (page > document.pageCount) throw new CastMatchError('NOT_FOUND', { subject: `Page ${page}` })
    return pagePng(document.picture(page - 1, width))
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw new CastMatchError('FILE_UNREADABLE', { subject: fileName, page }, { cause: error })
    throw error
  } finally {
    document.close()
  }
})
