import { markdownParts } from './markdownParts.ts'

/**
 * A long block of Markdown in pieces that can be read one by one; `null` where it cannot be cut.
 *
 * `table`: each piece is a table of its own with the same head. `code`: the lines between the fences, as they are. `list`: lists
 * that follow each other. `item`: what stands in the one point of a list, without its indent. `quote`: what is quoted, without
 * its marks; both may hold blocks that are long themselves. `words`: stretches of one paragraph.
 */
export type CutBlock =
  | { readonly kind: 'table' | 'code' | 'list' | 'quote' | 'words'; readonly pieces: readonly string[] }
  | { readonly kind: 'item'; readonly pieces: readonly string[]; readonly number: number | null }

/** From how many characters on a block is cut: reading so many takes a few milliseconds. */
export const longBlock = 1_200

const rowsTogether = 15
const linesTogether = 40

const fenceLine = /^( *)(?:`{3,}|~{3,})/u
const item = /^(?:[-*+]|\d{1,9}[.)])\s/u
/** What may yet become the next point of a list. */
const halfItem = /^(?:[-*+]|\d{1,9}[.)]?)$/u
const itemBegin = /^(?:[-*+]|(\d{1,9})[.)]) {1,4}(?! )/u
const quoteMark = /^ {0,3}> ?(?!\t)/u
/** Points elsewhere, or is pointed at from elsewhere: whoever reads a part of a text alone would not see it. */
const farOff = /^\s*\[[^\]]*\]:|\[\^/mu
const rule = /^ {0,3}\|?[ :|-]*-[ :|-]*$/u
const startsBlock = /^\s*(?:[-*+](?:\s|$)|[-*_=]{2,}\s*$|[>#|<]|\d{1,9}[.)]|`{3,}|~{3,}|\[[^\]]*\]:)|^(?: {4}|\t)/u

/**
 * Cuts a long block of Markdown. While the block grows at its end, all pieces but the last stay the same.
 *
 * It is cut only where its kind is plain to see; any other block is left whole, which is slower and never wrong.
 */
export function cutBlock(block: string): CutBlock | null {
  if (block.length < longBlock) return null
  return cutCode(block) ?? cutTable(block) ?? cutList(block) ?? cutQuote(block) ?? cutWords(block)
}

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/u)

const together = (lines: readonly string[], count: number): readonly string[] =>
  Array.from({ length: Math.ceil(lines.length / count) }, (_, index) => lines.slice(index * count, (index + 1) * count).join(''))

function cutCode(block: string): CutBlock | null {
  const fence = /^(`{3,}|~{3,})[^`\n]*\n/u.exec(block)
  const mark = fence?.[1]
  if (!fence || mark === undefined) return null
  const lines = linesOf(block.slice(fence[0].length))
  const end = lines.findIndex(line => line.startsWith(mark) && line.trim() === line.trim().charAt(0).repeat(line.trim().length))
  if (end >= 0 && lines.slice(end + 1).some(line => line.trim() !== '')) return null
  return { kind: 'code', pieces: together(end < 0 ? lines : lines.slice(0, end), linesTogether) }
}

function cutTable(block: string): CutBlock | null {
  const [head = '', under = '', ...rows] = linesOf(block.trimEnd())
  if (!head.includes('|') || !under.includes('|') || !rule.test(under.trimEnd())) return null
  if (rows.length === 0) return null
  // The last row may be half there.
  if (rows.some((row, index) => !row.includes('|') && index < rows.length - 1)) return null
  return { kind: 'table', pieces: together(rows, rowsTogether).map(piece => `${head}${under}${piece}`) }
}

function cutList(block: string): CutBlock | null {
  if (!item.test(block)) return null
  const items = itemsOf(block)
  // Code that stands beside the points and not in one: what looks like a point may be in it.
  if (items.some(holdsCodeBeside)) return null
  const pieces: string[] = []
  let piece = ''
  for (const one of items) {
    if (piece !== '' && (piece.length >= longBlock || one.length >= longBlock)) {
      pieces.push(piece)
      piece = ''
    }
    piece += one
  }
  return (items.length === 1 && cutItem(piece)) || { kind: 'list', pieces: [...pieces, piece] }
}

function itemsOf(block: string): readonly string[] {
  const items: string[] = []
  for (const line of linesOf(block)) {
    if (items.length === 0 || item.test(line) || halfItem.test(line)) items.push(line)
    else items[items.length - 1] += line
  }
  return items
}

function holdsCodeBeside(one: string): boolean {
  const within = itemBegin.exec(one)?.[0].length ?? one.search(/\s/u) + 1
  return linesOf(one).slice(1).some(line => (fenceLine.exec(line)?.[1]?.length ?? within) < within)
}

/** The one point of a list, where every line of it is indented as its first. */
function cutItem(block: string): CutBlock | null {
  const begin = itemBegin.exec(block)
  if (begin === null || /^\[[ x]\]/iu.test(block.slice(begin[0].length))) return null
  const [first = '', ...others] = linesOf(block)
  const indent = ' '.repeat(begin[0].length)
  if (first.trim() === begin[0].trim() || others.some(line => line.trim() !== '' && !line.startsWith(indent))) return null
  const inner = first.slice(indent.length) + others.map(line => (line.startsWith(indent) ? line.slice(indent.length) : '\n')).join('')
  return isPlain(inner) ? { kind: 'item', pieces: markdownParts(inner), number: begin[1] === undefined ? null : Number(begin[1]) } : null
}

function cutQuote(block: string): CutBlock | null {
  const lines = linesOf(block.trimEnd())
  if (!lines.every(line => quoteMark.test(line))) return null
  const inner = lines.map(line => line.replace(quoteMark, '')).join('')
  return isPlain(inner) ? { kind: 'quote', pieces: markdownParts(inner) } : null
}

/** Whether a text can be read in parts: no part of it needs another, and none goes on over a blank line as indented code does. */
const isPlain = (text: string): boolean => !farOff.test(text) && !/(?:^|\n[ \t]*\n)(?: {4}|\t)/u.test(text)

function cutWords(block: string): CutBlock | null {
  if (linesOf(block).some(line => startsBlock.test(line))) return null
  const pieces: string[] = []
  let from = 0
  for (const { index, 0: end } of block.matchAll(/[.!?।]["')\]]*[ \n](?=\p{L})/gu)) {
    const to = index + end.length
    if (to - from < longBlock || !isClosed(block.slice(from, to))) continue
    pieces.push(block.slice(from, to))
    from = to
  }
  return { kind: 'words', pieces: [...pieces, block.slice(from)] }
}

/** Whether nothing that was opened in a text (emphasis, code, a link) is still open; rather says no. */
function isClosed(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1
  return ['*', '_', '`', '~'].every(mark => count(mark) % 2 === 0) && count('[') === count(']') && count('(') === count(')')
}
