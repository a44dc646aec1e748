import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/**
 * One character of a page, in the frame in which its text stands upright.
 *
 * `x` is where the pen starts, `end` where its advance ends, `y` the baseline measured downwards from the top of the page, `height`
 * the height of its line box (about 1.1 to 1.5 times the font size); all in points (1/72 inch).
 */
export type Glyph = { readonly text: string; readonly x: number; readonly end: number; readonly y: number; readonly height: number }

/** A page as drawn: glyphs in the order of the file, the size in points of the upright page, and how many characters have no Unicode. */
export type GlyphPage = { readonly glyphs: readonly Glyph[]; readonly width: number; readonly height: number; readonly unmapped: number }

/** An open PDF; `page` takes an index from 0, `close` gives its memory back and must be called once. */
export type PdfDocument = {
  readonly pageCount: number
  readonly mayExtract: boolean
  readonly title: string
  readonly page: (index: number) => GlyphPage
  /** Draws a page upright, so many pixels wide, white where nothing stands. */
  readonly picture: (index: number, width: number) => PagePixels
  readonly close: () => void
}

/** A drawn page: four bytes a pixel (red, green, blue, unused), row by row. */
export type PagePixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

type Engine = WrappedPdfiumModule

/** The engine's memory; the views are new ones each time it grows, so they are asked for and never kept. */
type Memory = { readonly HEAPU8: Uint8Array; readonly HEAPF32: Float32Array; readonly HEAPF64: Float64Array }

// The package's own types leave these out: they lean on @types/emscripten, which it does not bring.
const memoryOf = (engine: Engine): Memory => engine.pdfium as unknown as Memory

/**
 * The functions that are called for each character, taken from the WebAssembly module itself: the package's wrappers build closures
 * on every call (measured on 122 pages: 384 ms of processor time against 132). Arguments and results are plain numbers.
 */
type GlyphCalls = Readonly<
  Record<
    'FPDFText_GetUnicode' | 'FPDFText_GetTextObject' | 'FPDFText_GetCharAngle' | 'FPDFText_HasUnicodeMapError' | 'FPDFText_GetLooseCharBox' | 'FPDFText_GetCharOrigin',
    (text: number, at: number, ...places: readonly number[]) => number
  >
>

const glyphCalls = (engine: Engine): GlyphCalls => engine.pdfium.wasmExports as unknown as GlyphCalls

/** What is to stand for the letters that a font draws, by the font's name: they themselves for all but legacy fonts. */
export type HideLetters = (text: string, fontName: string) => string

type Handles = { readonly engine: Engine; readonly document: number; readonly scratch: number; readonly subject: string; readonly hide: HideLetters | undefined }

/** FPDF_GetLastError of fpdfview.h: 4 is a missing or wrong password, 5 an unknown security handler. */
const lockedErrors: readonly number[] = [4, 5]
/** Table 22 of ISO 32000-1: bit 5 allows copying text. */
const extractPermission = 0x10

/**
 * Opens a PDF with PDFium, compiled to WebAssembly and read from its package; nothing is fetched.
 *
 * A file that opens without a password is opened even where its owner forbids copying text (`mayExtract` false): the reading stays
 * on the user's own disk. Throws SCRIPT_ENCRYPTED where a password is needed, FILE_UNREADABLE where the file is damaged or cut short.
 */
export const openPdf = async (bytes: Uint8Array, subject: string, hide?: HideLetters): Promise<PdfDocument> => {
  const engine = await startEngine()
  const { wasmExports } = engine.pdfium
  const file = wasmExports.malloc(bytes.byteLength)
  memoryOf(engine).HEAPU8.set(bytes, file)
  const document = engine.FPDF_LoadMemDocument(file, bytes.byteLength, '')
  if (!document) {
    const locked = lockedErrors.includes(engine.FPDF_GetLastError())
    throw new CastMatchError(locked ? 'SCRIPT_ENCRYPTED' : 'FILE_UNREADABLE', { subject })
  }
  const scratch = wasmExports.malloc(64)
  const handles: Handles = { engine, document, scratch, subject, hide }
  return {
    pageCount: engine.FPDF_GetPageCount(document),
    mayExtract: (engine.FPDF_GetDocUserPermissions(document) & extractPermission) !== 0,
    title: readTitle(handles),
    page: index => readPage(handles, index),
    picture: (index, width) => drawPage(handles, index, width),
    close: () => {
      engine.FPDF_CloseDocument(document)
      wasmExports.free(file)
      wasmExports.free(scratch)
    },
  }
}

const startEngine = async (): Promise<Engine> => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const wasmBinary = new Uint8Array(wasm).buffer
  const engine = await init({ wasmBinary })
  engine.PDFiumExt_Init()
  return engine
}

const readTitle = ({ engine, document }: Handles): string => {
  const size = engine.FPDF_GetMetaText(document, 'Title', 0, 0)
  if (size <= 2) return ''
  const place = engine.pdfium.wasmExports.malloc(size)
  engine.FPDF_GetMetaText(document, 'Title', place, size)
  const text = new TextDecoder('utf-16le').decode(memoryOf(engine).HEAPU8.slice(place, place + size - 2))
  engine.pdfium.wasmExports.free(place)
  return text.trim()
}

const readPage = (handles: Handles, index: number): GlyphPage => {
  const { engine, document, subject } = handles
  const page = engine.FPDF_LoadPage(document, index)
  if (!page) throw new CastMatchError('FILE_UNREADABLE', { subject, page: index + 1 })
  const text = engine.FPDFText_LoadPage(page)
  try {
    return uprightPage(handles, page, text)
  } finally {
    if (text) engine.FPDFText_ClosePage(text)
    engine.FPDF_ClosePage(page)
  }
}

/**
 * Reads the glyphs of a page and turns them upright.
 *
 * A page is turned by the direction of most of its characters, so that the page's own /Rotate entry, which changes only how it is
 * shown, does not matter; characters that run otherwise (a watermark across the page) are left out.
 */
const uprightPage = (handles: Handles, page: number, text: number): GlyphPage => {
  const { engine, scratch } = handles
  const memory = memoryOf(engine)
  const count = text ? Math.max(0, engine.FPDFText_CountChars(text)) : 0
  const calls = glyphCalls(engine)
  const turn = mainTurn(calls, text, count)
  const [right, down] = frames[turn] ?? frames[0]
  const box = pageBox({ engine, scratch }, page)
  const corners = [[box.left, box.bottom], [box.right, box.top]] as const
  const left = Math.min(...corners.map(([x, y]) => x * right[0] + y * right[1]))
  const top = Math.min(...corners.map(([x, y]) => x * down[0] + y * down[1]))
  const fontAt = fontsOf(handles, text)
  const glyphs: Glyph[] = []
  let unmapped = 0
  let lead = 0
  for (let at = 0; at < count; at++) {
    const read = calls.FPDFText_GetUnicode(text, at)
    const code = read === lineEndHyphen ? hyphen : read
    if (code === 13 || code === 10 || code === 0) continue
    if (code >= 0xd800 && code < 0xdc00) {
      lead = code
      continue
    }
    if (turnOf(calls, text, at) !== turn) continue
    if (calls.FPDFText_HasUnicodeMapError(text, at) === 1) unmapped++
    if (!calls.FPDFText_GetLooseCharBox(text, at, scratch)) continue
    const at32 = scratch / 4
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = memory.HEAPF32.subarray(at32, at32 + 4)
    if (!calls.FPDFText_GetCharOrigin(text, at, scratch, scratch + 8)) continue
    const [ox = 0, oy = 0] = memory.HEAPF64.subarray(scratch / 8, scratch / 8 + 2)
    const x = ox * right[0] + oy * right[1] - left
    const drawn = code >= 0xdc00 && code < 0xe000 ? String.fromCharCode(lead, code) : String.fromCharCode(code)
    glyphs.push({
      text: fontAt ? fontAt(at, drawn) : drawn,
      x,
      end: Math.max(x, x1 * right[0] + y1 * right[1] - left, x2 * right[0] + y2 * right[1] - left),
      y: ox * down[0] + oy * down[1] - top,
      height: Math.abs((x1 - x2) * down[0] + (y1 - y2) * down[1]),
    })
  }
  const [across, along] = [box.right - box.left, box.top - box.bottom]
  return { glyphs, unmapped, width: turn % 2 ? along : across, height: turn % 2 ? across : along }
}

/** Longer names of fonts are cut, in bytes. */
const longestName = 256

/**
 * Hides the letters of legacy fonts on a page; undefined where nobody asked for it.
 *
 * The font is looked up where another text object begins, and its name once a page: objects and fonts are known by their address, which
 * another may have on the next page.
 */
const fontsOf = ({ engine, hide }: Handles, text: number): ((at: number, drawn: string) => string) | undefined => {
  if (!hide) return undefined
  const { FPDFText_GetTextObject: objectAt } = glyphCalls(engine)
  const names = new Map<number, string>()
  let [object, name] = [-1, '']
  return (at, drawn) => {
    const next = objectAt(text, at)
    if (next !== object) {
      object = next
      name = object ? fontName(engine, object, names) : ''
    }
    return name ? hide(drawn, name) : drawn
  }
}

const fontName = (engine: Engine, object: number, names: Map<number, string>): string => {
  const font = engine.FPDFTextObj_GetFont(object)
  const known = names.get(font)
  if (known !== undefined) return known
  const place = engine.pdfium.wasmExports.malloc(longestName)
  const size = font ? engine.FPDFFont_GetBaseFontName(font, place, longestName) : 0
  const name = size > 1 && size <= longestName ? new TextDecoder().decode(memoryOf(engine).HEAPU8.slice(place, place + size - 1)) : ''
  engine.pdfium.wasmExports.free(place)
  names.set(font, name)
  return name
}

/** FPDF_REVERSE_BYTE_ORDER of fpdfview.h: red comes first. */
const redFirst = 0x10
const white = 0xffffffff

/** Draws a page so that its text stands as {@link uprightPage} reads it; one without text as its /Rotate entry has it. */
const drawPage = (handles: Handles, index: number, width: number): PagePixels => {
  const { engine, document, subject } = handles
  const page = engine.FPDF_LoadPage(document, index)
  if (!page) throw new CastMatchError('FILE_UNREADABLE', { subject, page: index + 1 })
  const text = engine.FPDFText_LoadPage(page)
  const count = text ? Math.max(0, engine.FPDFText_CountChars(text)) : 0
  const turned = engine.FPDFPage_GetRotation(page)
  const turn = count ? (8 - mainTurn(glyphCalls(engine), text, count) - turned) % 4 : 0
  const [across, along] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)]
  const height = Math.min(4 * width, Math.max(1, Math.round((width * (turn % 2 ? across : along)) / Math.max(1, turn % 2 ? along : across))))
  const bitmap = engine.FPDFBitmap_Create(width, height, 0)
  try {
    if (!bitmap) throw new CastMatchError('FILE_UNREADABLE', { subject, page: index + 1 })
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, redFirst)
    const from = engine.FPDFBitmap_GetBuffer(bitmap)
    return { width, height, pixels: memoryOf(engine).HEAPU8.slice(from, from + engine.FPDFBitmap_GetStride(bitmap) * height) }
  } finally {
    if (bitmap) engine.FPDFBitmap_Destroy(bitmap)
    if (text) engine.FPDFText_ClosePage(text)
    engine.FPDF_ClosePage(page)
  }
}

/** PDFium gives the hyphen that ends a line as this (fpdf_text.h, FPDFText_IsHyphen). */
const lineEndHyphen = 2
const hyphen = 0x2d

type Axis = readonly [x: number, y: number]
/** By quarter turns of the text, clockwise as FPDFText_GetCharAngle counts them: where on the page the pen and the next line go. */
const frames: readonly [readonly [Axis, Axis], ...(readonly [Axis, Axis])[]] = [
  [[1, 0], [0, -1]],
  [[0, -1], [-1, 0]],
  [[-1, 0], [0, 1]],
  [[0, 1], [1, 0]],
]

/** The quarter turns of a character, or -1 where it stands askew, as the letters of a watermark do. */
const turnOf = (calls: GlyphCalls, text: number, at: number): number => {
  const quarters = calls.FPDFText_GetCharAngle(text, at) / (Math.PI / 2)
  const turn = Math.round(quarters)
  return Math.abs(quarters - turn) > 0.1 ? -1 : ((turn % 4) + 4) % 4
}

const mainTurn = (calls: GlyphCalls, text: number, count: number): number => {
  const votes = [0, 0, 0, 0]
  const step = Math.max(1, Math.floor(count / 200))
  for (let at = 0; at < count; at += step) {
    const turn = turnOf(calls, text, at)
    if (turn >= 0) votes[turn] = (votes[turn] ?? 0) + 1
  }
  return votes.indexOf(Math.max(...votes))
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const pageBox = ({ engine, scratch }: Pick<Handles, 'engine' | 'scratch'>, page: number): Box => {
  engine.FPDF_GetPageBoundingBox(page, scratch)
  const at = scratch / 4
  const [left = 0, top = 0, right = 0, bottom = 0] = memoryOf(engine).HEAPF32.slice(at, at + 4)
  return { left, top, right, bottom }
}
