import { degrees, PDFDict, PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import type { PDFFont, PDFPage } from 'pdf-lib'

/** A printed row: nothing, or pieces of text with the point where each begins; `centre` pieces are centred on x, `legacy` ones set in the legacy font. */
export type Row = readonly (readonly [x: number, text: string, how?: 'centre' | 'legacy'])[]

/** How pages are drawn; sizes in points, `pitch` the distance of two rows, `turned` writes the text a quarter turn round, `watermark` aslant; `legacy` is the name of a font that `legacy` pieces say they are set in. */
export type Drawing = { readonly width?: number; readonly height?: number; readonly top?: number; readonly pitch?: number; readonly turned?: boolean; readonly font?: StandardFonts; readonly title?: string; readonly watermark?: string; readonly legacy?: string }

/** Draws pages of rows in 12-point Courier on US Letter, unless told otherwise. */
export const drawPdf = async (pages: readonly (readonly Row[])[], drawing: Drawing = {}): Promise<Uint8Array> => {
  const { width = 612, height = 792, turned = false, font: face = StandardFonts.Courier, title, legacy } = drawing
  const document = await PDFDocument.create()
  if (title) document.setTitle(title)
  const font = await document.embedFont(face)
  const old = legacy ? await document.embedFont(StandardFonts.TimesRoman) : font
  for (const rows of pages) drawRows(document.addPage(turned ? [height, width] : [width, height]), { font, old }, rows, { ...drawing, height })
  if (legacy) {
    await document.flush()
    document.context.lookup(old.ref, PDFDict).set(PDFName.of('BaseFont'), PDFName.of(legacy))
  }
  return document.save()
}

const drawRows = (page: PDFPage, { font, old }: { readonly font: PDFFont; readonly old: PDFFont }, rows: readonly Row[], { height = 792, top = 72, pitch = 12, turned, watermark }: Drawing): void => {
  if (watermark) page.drawText(watermark, { x: 120, y: 200, size: 40, font, rotate: degrees(50) })
  rows.forEach((row, at) => {
    for (const [from, text, how] of row) {
      const x = how === 'centre' ? from - font.widthOfTextAtSize(text, 12) / 2 : from
      const y = height - top - at * pitch
      const face = how === 'legacy' ? old : font
      page.drawText(text, turned ? { x: height - y, y: x, size: 12, font: face, rotate: degrees(90) } : { x, y, size: 12, font: face })
    }
  })
}

/** Rows at the places that Final Draft uses, scene numbers in the given margins. */
export const at = {
  blank: [] as Row,
  action: (text: string): Row => [[108, text]],
  cue: (text: string): Row => [[252, text]],
  aside: (text: string): Row => [[216, text]],
  speech: (text: string): Row => [[180, text]],
  cutTo: (text: string): Row => [[460, text]],
  numbered: (number: string, text: string, margins: 'left' | 'right' | 'both' = 'both'): Row => [
    ...(margins === 'right' ? [] : [[60, number] as const]),
    [108, text],
    ...(margins === 'left' ? [] : [[540, number] as const]),
  ],
  pageNumber: (text: string): Row => [[520, text]],
}

/** A scene of our own, in English and Hindi in Roman letters, as it is printed. */
export const kitchenRows: readonly Row[] = [
  at.numbered('12', 'INT. KITCHEN - DAY'),
  at.blank,
  at.action('MEERA, 34, stirs a pot that has long boiled dry. Her brother KABIR'),
  at.action('leans on the door with a suitcase in his hand.'),
  at.blank,
  at.cue('MEERA'),
  at.speech('Tum phir se ja rahe ho? Without'),
  at.speech('one word to Ma?'),
  at.blank,
  at.cue("KABIR (CONT'D)"),
  at.aside('(to himself)'),
  at.speech('Main wapas aaunga.'),
  at.blank,
  at.cutTo('CUT TO:'),
  at.blank,
  at.numbered('12A', 'EXT. LANE BEHIND THE HOUSE - NIGHT'),
  at.blank,
  at.action('Rain. A dog barks at nobody.'),
  at.blank,
  at.cue('MEERA (V.O.)'),
  at.speech('He did not come back.'),
]

/** The same scene as it is to be read, paragraph by paragraph. */
export const kitchen = [
  'heading: INT. KITCHEN - DAY',
  'action: MEERA, 34, stirs a pot that has long boiled dry. Her brother KABIR leans on the door with a suitcase in his hand.',
  'cue: MEERA',
  'dialogue: Tum phir se ja rahe ho? Without one word to Ma?',
  "cue: KABIR (CONT'D)",
  'parenthetical: (to himself)',
  'dialogue: Main wapas aaunga.',
  'transition: CUT TO:',
  'heading: EXT. LANE BEHIND THE HOUSE - NIGHT',
  'action: Rain. A dog barks at nobody.',
  'cue: MEERA (V.O.)',
  'dialogue: He did not come back.',
]
