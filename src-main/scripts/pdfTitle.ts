import { parseHeading } from './headings.ts'
import type { LinePage } from './pdfFurniture.ts'
import type { Line } from './pdfLines.ts'

/** The pages before the script and the script itself; page numbers stay on the lines. */
export type SplitPages = { readonly titlePages: readonly LinePage[]; readonly scriptPages: readonly LinePage[] }

/** A line that says who wrote it. */
export const byline = /^(?:written|screenplay|story|script|directed|adapted|created|teleplay|dialogues?|a film|an? original)?\s*(?:and|&)?\s*(?:by|dialogues?)\b|^(?:a )?screenplay\b|^w r i t t e n/iu
const frontMatter = /\b(?:written|screenplay|story|directed|draft|revised|copyright|contact|based on|production|©)\b/iu

/**
 * Sets the title page apart, and the one after it where that has hardly a line.
 *
 * A first page is a title page when it has no scene heading and no full page of text, and either speaks of authorship or a draft or
 * begins below the upper fifth.
 */
export const splitTitlePages = (pages: readonly LinePage[]): SplitPages => {
  const [first] = pages
  const from = first && pages.length > 1 && isTitlePage(first) ? 1 : 0
  return { titlePages: pages.slice(0, from), scriptPages: pages.slice(from) }
}

const isTitlePage = ({ lines, height }: LinePage): boolean => {
  if (!lines.length || lines.length > 30 || lines.some(line => parseHeading(line.text))) return lines.length === 0
  const isLow = (lines[0]?.y ?? 0) > 0.2 * height
  const speaks = lines.some(line => byline.test(line.text) || frontMatter.test(line.text))
  return (isLow && lines.length < 20) || (speaks && lines.length < 25)
}

/** The title printed on the title page: its largest line above the byline, else its first; null where there is no title page. */
export const titleOf = (titlePages: readonly LinePage[]): string | null => {
  const lines = titlePages[0]?.lines ?? []
  const by = lines.findIndex(line => byline.test(line.text))
  const above = (by > 0 ? lines.slice(0, by) : lines).filter(line => /\p{L}/u.test(line.text) && !/^(?:a )?(?:s c r e e n p l a y|screenplay)$/iu.test(line.text))
  if (!above.length) return null
  const tallest = Math.max(...above.map(line => line.height))
  const largest = above.filter(line => line.height > 0.95 * tallest)
  return tidyTitle(by > 0 || tallest > 1.2 * Math.min(...lines.map(line => line.height)) ? joined(largest) : (above[0]?.text ?? ''))
}

/** A title may run over lines that stand close together. */
const joined = (lines: readonly Line[]): string => {
  let text = lines[0]?.text ?? ''
  for (let at = 1; at < Math.min(3, lines.length); at++) {
    const [above, line] = [lines[at - 1], lines[at]]
    if (!above || !line || line.y - above.y > 2 * line.height) break
    text += ` ${line.text}`
  }
  return text
}

const tidyTitle = (text: string): string | null => text.replace(/^["“'‘]+|["”'’]+$/gu, '').replace(/\s+/gu, ' ').trim() || null
