import { PDFDocument } from 'pdf-lib'

/** A PDF of so many pages, made of the pages of another, over and over. */
export const repeatPages = async (bytes: Uint8Array, count: number): Promise<Uint8Array> => {
  const source = await PDFDocument.load(bytes)
  const target = await PDFDocument.create()
  const indexes = Array.from({ length: count }, (_, at) => at % source.getPageCount())
  for (const page of await target.copyPages(source, indexes)) target.addPage(page)
  return target.save()
}
