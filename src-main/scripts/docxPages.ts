import type { WordLine } from './docxLines.ts'
import type { FountainBlock } from './fountainBlocks.ts'
import { layOnPages } from './pageLayout.ts'
import type { DraftElement } from './reader.ts'

/** Paragraphs with their places, and how many pages there are. */
export type Paged = { readonly elements: readonly DraftElement[]; readonly pages: number }

/**
 * Puts the paragraphs of a Word script on pages.
 *
 * Where Word left the places in which pages ended when it last laid them out, these count, and the place on the page is estimated;
 * without them, or where there are hardly any for so much text, pages are estimated as for plain text, page breaks of the writer kept.
 */
export const pagesOfWord = (blocks: readonly FountainBlock[], lines: readonly WordLine[], isPaged: boolean): Paged => {
  const estimated = layOnPages(withBreaks(blocks, lines))
  const printed = lines.at(-1)?.page ?? 1
  if (!isPaged || printed < 0.5 * estimated.pages) return estimated
  return { elements: onPrintedPages(estimated.elements, blocks.map(({ line }) => lines[line]?.page ?? 1)), pages: printed }
}

const withBreaks = (blocks: readonly FountainBlock[], lines: readonly WordLine[]): FountainBlock[] => {
  let last = -1
  return blocks.flatMap(block => {
    const turns = lines.slice(last + 1, block.line + 1).some(line => line.turns)
    last = Math.max(last, block.line)
    return turns ? [{ kind: 'breaks', text: '', line: block.line }, block] : [block]
  })
}

/** Spreads the paragraphs of each printed page over it as they were estimated to stand to one another. */
const onPrintedPages = (elements: readonly DraftElement[], pages: readonly number[]): DraftElement[] => {
  const placed: DraftElement[] = []
  for (let from = 0; from < elements.length; ) {
    const page = pages[from] ?? 1
    let to = from + 1
    while (to < elements.length && (pages[to] ?? 1) <= page) to++
    const start = elements[from]?.at ?? 1
    const tall = Math.max(0.05, (elements[to]?.at ?? (elements[to - 1]?.at ?? start) + 0.05) - start)
    for (const element of elements.slice(from, to)) placed.push({ ...element, at: page + Math.min(0.999, (element.at - start) / Math.max(tall, 0.05)) })
    from = to
  }
  return placed
}
