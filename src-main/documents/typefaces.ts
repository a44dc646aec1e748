import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { unpackWoff } from './unpackWoff.ts'

/** The faces that paper is set in: Courier Prime for script pages, Noto Sans for lists; other scripts come from the Noto of each. */
export type Face = 'courier' | 'courierBold' | 'courierItalic' | 'sans' | 'sansBold'

/** Text of one font. */
interface Run {
  readonly font: string
  readonly text: string
}

/** Where and how a line stands on a page: points from the top left, `y` of the baseline. */
export interface LineStyle {
  readonly x: number
  readonly y: number
  readonly face: Face
  readonly size: number
  /** As `#rrggbb`; black where it is left out. */
  readonly color?: string
}

/** A PDF in the making: the document of pdfkit, and text in any script we have a font for. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument
  /** Writes one line, never broken; gives its width in points. */
  readonly line: (text: string, style: LineStyle) => number
  /** The width of a text in points. */
  readonly widthOf: (text: string, face: Face, size: number) => number
  /** Breaks a text at spaces into lines of at most `width` points; a word that is longer is broken inside. Kept newlines break too. */
  readonly wrap: (text: string, face: Face, size: number, width: number) => string[]
  /** Ends the document and gives its bytes. */
  readonly end: () => Promise<Uint8Array>
}

const scripts = ['bengali', 'gujarati', 'gurmukhi', 'kannada', 'malayalam', 'tamil', 'telugu'] as const

// WOFF, not WOFF2: fontkit 2.0.4 fails to subset composite glyphs of the latter.
const courier = (weight: number, style: string) => ['latin', 'latin-ext'].map(part => `@fontsource/courier-prime/files/courier-prime-${part}-${weight}-${style}.woff`)
const noto = (weight: number) => [
  ...['latin', 'latin-ext', 'devanagari'].map(part => `@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-${part}-${weight}-normal.woff`),
  ...scripts.map(script => `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff`),
]

/** The fonts of each face, the first that has a character draws it. */
const fontsOf: Readonly<Record<Face, readonly string[]>> = {
  courier: [...courier(400, 'normal'), ...noto(400)],
  courierBold: [...courier(700, 'normal'), ...noto(700)],
  courierItalic: [...courier(400, 'italic'), ...noto(400)],
  sans: noto(400),
  sansBold: noto(700),
}

// Not called `require`: the build puts one of that name into each file.
const packages = createRequire(import.meta.url)
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Opens a PDF in the making; the first page is there.
 *
 * `size` is the paper, `margin` in points round what pdfkit lays out itself; pages are kept in memory until `end`, so that headers
 * and page numbers can be written last (`doc.switchToPage`).
 */
export function openPaper(options: { readonly size: 'A4' | 'LETTER'; readonly landscape?: boolean; readonly margin?: number; readonly title: string; readonly created: Date }): Paper {
  const { size, landscape = false, margin = 0, title, created } = options
  const doc = new PDFDocument({
    size, margin, layout: landscape ? 'landscape' : 'portrait', bufferPages: true, info: { Title: title, Creator: 'CastMatch', CreationDate: created },
  })
  const pieces: Uint8Array[] = []
  doc.on('data', (piece: Uint8Array) => pieces.push(piece))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  const opened = new Set<string>()
  const named = (font: string): string => {
    if (!opened.has(font)) doc.registerFont(font, Buffer.from(unpackWoff(readFileSync(packages.resolve(font)))))
    opened.add(font)
    return font
  }
  const has = glyphFinder(named)

  const fontFor = (cluster: string, face: Face): string => {
    const fonts = fontsOf[face]
    const needed = [...cluster].map(character => character.codePointAt(0) ?? 0).filter(point => !isInvisible(point))
    return fonts.find(font => needed.every(point => has(doc, font, point))) ?? fonts[0] ?? 'Helvetica'
  }
  const runsOf = (text: string, face: Face): Run[] => {
    // The first font of every face has these; nothing need be looked for.
    if (/^[ -~]*$/u.test(text)) return [{ font: fontsOf[face][0] ?? 'Courier', text }]
    const runs: Run[] = []
    for (const { segment } of clusters.segment(text)) {
      const last = runs.at(-1)
      // A space stays in the run before it, so that a script is shaped as one.
      const font = segment === ' ' && last ? last.font : fontFor(segment, face)
      if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + segment }
      else runs.push({ font, text: segment })
    }
    return runs
  }
  const widthOf = (text: string, face: Face, size: number): number => runsOf(text, face).reduce((sum, run) => sum + doc.font(named(run.font)).fontSize(size).widthOfString(run.text), 0)
  const wrap = (text: string, face: Face, size: number, width: number): string[] => text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/ +/u).flatMap(whole => fitting(whole, part => widthOf(part, face, size) <= width))) {
      const longer = line ? `${line} ${word}` : word
      if (line && widthOf(longer, face, size) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
  return {
    doc,
    widthOf,
    wrap,
    line(text, { x, y, face, size, color = '#000000' }) {
      let at = x
      for (const run of runsOf(text, face)) {
        doc.font(named(run.font)).fontSize(size).fillColor(color).text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' })
        at += doc.widthOfString(run.text)
      }
      return at - x
    },
    async end() {
      doc.end()
      await ended
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}

/** Joiners, marks of direction and variation selectors draw nothing. */
const isInvisible = (point: number): boolean => point === 0x00ad || (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e) || (point >= 0x2060 && point <= 0x2064) || (point >= 0xfe00 && point <= 0xfe0f) || point === 0xfeff

/** Says whether a font has a character, opening each font once for each document. */
function glyphFinder(named: (font: string) => string): (doc: PDFKit.PDFDocument, font: string, point: number) => boolean {
  const known = new Map<string, boolean>()
  return (doc, font, point) => {
    const key = `${font} ${point}`
    const before = known.get(key)
    if (before !== undefined) return before
    doc.font(named(font))
    const opened = (doc as unknown as { readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (point: number) => boolean } } })._font
    const found = opened.font.hasGlyphForCodePoint(point)
    known.set(key, found)
    return found
  }
}

/** A word in the fewest pieces that fit; a single character always does. */
function fitting(word: string, fits: (part: string) => boolean): string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of clusters.segment(word)) {
    if (part && !fits(part + segment)) {
      parts.push(part)
      part = segment
    } else part += segment
  }
  return [...parts, part]
}
