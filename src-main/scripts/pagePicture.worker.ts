import { encode } from 'fast-png'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { workerTask } from '../workers/workerTask.ts'
import { openPdf, type PagePixels } from './pdfium.ts'

/** What the worker is given: the bytes of a PDF, the name of its file, a page from 1 and the width of its picture in pixels. */
export type PagePictureTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly page: number; readonly width: number }

export default workerTask<PagePictureTask, Uint8Array>(async ({ bytes, fileName, page, width }) => {
  const document = await openPdf(bytes, fileName)
  try {
    if (page > document.pageCount) throw new CastMatchError('NOT_FOUND', { subject: `Page ${page}` })
    return png(document.picture(page - 1, width))
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw new CastMatchError('FILE_UNREADABLE', { subject: fileName, page }, { cause: error })
    throw error
  } finally {
    document.close()
  }
})

/** Print is grey on most pages, and then takes a third of the room. */
function png({ width, height, pixels }: PagePixels): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3
  const data = new Uint8Array(width * height * channels)
  for (let at = 0, to = 0; at < pixels.length; at += 4) for (let part = 0; part < channels; part++) data[to++] = pixels[at + part] ?? 255
  return encode({ width, height, data, channels, depth: 8 }, { zlib: { level: 3 } })
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels[at] ?? 0
    if (Math.abs(red - (pixels[at + 1] ?? 0)) > 2 || Math.abs(red - (pixels[at + 2] ?? 0)) > 2) return false
  }
  return true
}
