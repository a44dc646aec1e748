import { openPaper, type Paper } from '../documents/typefaces.ts'
import type { SidesBox, SidesLine, SidesPaper } from '../../src-preload/contract/sides.ts'
import { laySides } from './laySides.ts'
import { measureOn } from './measure.ts'
import type { Copy, SidesSheet } from './sheet.ts'

/** Sides that one PDF holds, and whose copy. */
export interface DrawnCopy {
  readonly sheet: SidesSheet
  readonly copy: Copy
}

/** A PDF of sides. */
export interface DrawnPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

const tones: Readonly<Record<SidesLine['tone'], string>> = { ink: '#000000', grey: '#6f6f6f' }
const fills: Readonly<Record<SidesBox['kind'], string>> = { tint: '#eeeeee', bar: '#000000', rule: '#8c8c8c', side: '#8c8c8c' }
const watermarkTone = '#dedede'

/** How a PDF is called in its own words, the date that it carries, and who hears of each copy that is done. */
export interface DrawOptions {
  readonly title: string
  readonly created: Date
  readonly onCopy?: (done: number) => void
}

/** Draws copies one after another as one PDF. */
export async function drawSides(copies: readonly DrawnCopy[], { title, created, onCopy }: DrawOptions): Promise<DrawnPdf> {
  const paper = openPaper({ size: 'A4', title, created })
  const measure = measureOn(paper)
  let pages = 0
  for (const [at, { sheet, copy }] of copies.entries()) {
    const laid = laySides(sheet, copy, measure)
    for (const page of laid.pages) {
      if (pages > 0) paper.doc.addPage()
      pages += 1
      // From below: tints, the name, rules and bars, the text.
      for (const box of page.boxes.filter(({ kind }) => kind === 'tint')) drawBox(paper, box)
      drawWatermark(paper, laid)
      for (const box of page.boxes.filter(({ kind }) => kind !== 'tint')) drawBox(paper, box)
      for (const line of page.lines) paper.line(line.text, { x: line.x, y: line.y, face: line.face, size: line.size, color: tones[line.tone] })
    }
    onCopy?.(at + 1)
  }
  return { bytes: await paper.end(), pages }
}

const drawBox = ({ doc }: Paper, { kind, x, y, width, height }: SidesBox): void => {
  doc.rect(x, y, width, height).fill(fills[kind])
}

function drawWatermark(paper: Paper, { watermark, width, height }: SidesPaper): void {
  if (!watermark) return
  const { doc } = paper
  doc.save()
  doc.rotate(watermark.degrees, { origin: [width / 2, height / 2] })
  for (const { text, size, dy } of watermark.lines) {
    const x = width / 2 - paper.widthOf(text, 'courierBold', size) / 2
    paper.line(text, { x, y: height / 2 + dy, face: 'courierBold', size, color: watermarkTone })
  }
  doc.restore()
}
