import type { FdxBlock } from './fdxParagraphs.ts'
import { layOnPages } from './pageLayout.ts'
import type { DraftScript } from './reader.ts'

/** A heading of which the file says the page: its index among the elements, where it was estimated and where it stands. */
type Anchor = { readonly index: number; readonly estimate: number; readonly at: number }

/** The lowest place on a page: its last line. */
const foot = 54 / 55

/**
 * Places the paragraphs on pages: by the pages that the file says its headings stand on, else by an estimate.
 *
 * The pages of the file are used when they never go back and do not lie far from the estimate (some programs write 1 for every scene);
 * the lengths of its scenes when they make about as many pages. On its page a heading stands where the scene before ends by its length;
 * what is between two headings is spread as estimated.
 */
export const placeOnPages = (blocks: readonly FdxBlock[]): Pick<DraftScript, 'elements' | 'pages'> => {
  const laid = layOnPages(blocks)
  const printed = blocks.filter(({ kind }) => kind !== 'breaks')
  const anchors = anchorsOf(printed, laid.elements.map(({ at }) => at))
  const hasLengths = isNear(printed.reduce((sum, { eighths = 0 }) => sum + eighths, 0) / 8, laid.pages)
  let next = 0
  const elements = laid.elements.map((element, index) => {
    while ((anchors[next]?.index ?? Infinity) <= index) next++
    const at = placeBetween(anchors[next - 1], anchors[next], element.at)
    const eighths = hasLengths ? printed[index]?.eighths : undefined
    return { ...element, at, ...(eighths ? { eighths } : {}) }
  })
  return { elements, pages: anchors.length ? Math.floor(elements.at(-1)?.at ?? 1) : laid.pages }
}

/** The headings with a page; none where one page goes back or the last is far from its estimate. */
const anchorsOf = (blocks: readonly FdxBlock[], estimates: readonly number[]): readonly Anchor[] => {
  const anchors: Anchor[] = []
  let eighths: number | undefined
  let isSane = true
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading' || block.page === undefined) return
    const estimate = estimates[index] ?? 1
    const before = anchors.at(-1)
    const expected = before ? before.at + (eighths ? eighths / 8 : estimate - before.estimate) : estimate
    const at = Math.min(Math.max(expected, block.page), block.page + foot)
    if (block.page < Math.floor(before?.at ?? 1)) isSane = false
    anchors.push({ index, estimate, at })
    eighths = block.eighths
  })
  const last = anchors.at(-1)
  return isSane && last && isNear(Math.floor(last.at), Math.floor(last.estimate)) ? anchors : []
}

/** Tells whether pages that the file states can be those estimated: within a factor of two and five pages. */
const isNear = (pages: number, estimate: number): boolean => pages <= 2 * estimate + 5 && estimate <= 2 * pages + 5

const placeBetween = (before: Anchor | undefined, after: Anchor | undefined, estimate: number): number => {
  const from = before ?? { estimate: 1, at: 1 }
  if (!after) return from.at + (estimate - from.estimate)
  const share = after.estimate > from.estimate ? (estimate - from.estimate) / (after.estimate - from.estimate) : 0
  return Math.min(after.at, from.at + share * (after.at - from.at))
}
