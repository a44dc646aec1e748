import { fountainBlocks } from './fountainBlocks.ts'
import type { FountainLine } from './fountainLines.ts'
import { paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { pagePosition } from './pdfWriter.ts'
import type { DraftElement } from './reader.ts'

/**
 * Reads a body without any bands, all of it at the left edge, as plain text is read: gaps become empty lines, and Fountain's rules
 * tell headings, cues in capitals and speeches.
 */
export const flowElements = (body: PdfBody): DraftElement[] => {
  const lines: FountainLine[] = []
  const sources: BodyLine[] = []
  body.lines.forEach((line, at) => {
    if (opensParagraph(line, body.lines[at - 1])) {
      lines.push({ text: '', notes: [], onlyNotes: false })
      sources.push(line)
    }
    lines.push({ text: line.text, notes: [], onlyNotes: false })
    sources.push(line)
  })
  return fountainBlocks(lines, 0).flatMap(({ kind, text, line, heading, dual }) => {
    const source = sources[line]
    if (kind === 'breaks' || !source) return []
    const parts = heading && source.number ? { ...heading, number: source.number } : heading
    return [{ kind, text: text.replaceAll('\n', ' '), at: pagePosition(body, source), ...(parts ? { heading: parts } : {}), ...(dual ? { dual } : {}) }]
  })
}

/** Over a page a paragraph goes on where the line above does not end a sentence. */
const opensParagraph = (line: BodyLine, above: BodyLine | undefined): boolean =>
  Number.isFinite(line.gap) ? line.gap > paragraphGap : !above || /[.!?:…)"”]$/u.test(above.text) || !/^\p{Ll}/u.test(line.text)
