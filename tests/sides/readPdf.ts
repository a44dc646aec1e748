import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

/** A page of a PDF as read back: all of its text, what stands askew (a watermark), and the letters set in a bold face. */
export interface ReadPage {
  readonly text: string
  readonly askew: string
  readonly bold: string
}

/** Reads a PDF with PDFium itself, watermarks included, which the reader of scripts leaves out. */
export async function readPdf(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const engine = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  engine.PDFiumExt_Init()
  const { wasmExports } = engine.pdfium
  const memory = () => (engine.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8
  const file = wasmExports.malloc(bytes.byteLength)
  memory().set(bytes, file)
  const document = engine.FPDF_LoadMemDocument(file, bytes.byteLength, '')
  const scratch = wasmExports.malloc(256)
  const pages = Array.from({ length: engine.FPDF_GetPageCount(document) }, (_, index): ReadPage => {
    const page = engine.FPDF_LoadPage(document, index)
    const text = engine.FPDFText_LoadPage(page)
    const found = { text: '', askew: '', bold: '' }
    for (let at = 0; at < engine.FPDFText_CountChars(text); at++) {
      const letter = String.fromCharCode(engine.FPDFText_GetUnicode(text, at))
      found.text += letter
      const quarters = engine.FPDFText_GetCharAngle(text, at) / (Math.PI / 2)
      if (Math.abs(quarters - Math.round(quarters)) > 0.1) found.askew += letter
      const length = engine.FPDFText_GetFontInfo(text, at, scratch, 256, 0)
      if (new TextDecoder().decode(memory().slice(scratch, scratch + Math.max(0, length - 1))).includes('Bold')) found.bold += letter
    }
    engine.FPDFText_ClosePage(text)
    engine.FPDF_ClosePage(page)
    return found
  })
  engine.FPDF_CloseDocument(document)
  wasmExports.free(scratch)
  wasmExports.free(file)
  return pages
}

/** A text without spaces, for comparing what a PDF parts otherwise. */
export const letters = (text: string): string => text.replaceAll(/\s/gu, '')
