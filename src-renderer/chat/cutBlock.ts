/**
 * A long block of Markdown in pieces that can be read one by one; `null` where it cannot be cut.
 *
 * `table`: each piece is a table of its own with the same head. `code`: the lines between the fences, as they are. `list`: lists
 * that follow each other. `words`: stretches of one paragraph.
 */
export interface CutBlock {
  readonly kind: 'table' | 'code' | 'list' | 'words'
  readonly pieces: readonly string[]
}

/** From how many characters on a block is cut: reading so many takes a few milliseconds. */
export const longBlock = 1_200

const rowsTogether = 15
const linesTogether = 40

const fenceLine = /^ {0,3}(?:`{3,}|~{3,})/mu
const item = /^(?:[-*+]|\d{1,9}[.)])\s/u
const rule = /^ {0,3}\|?[ :|-]*-[ :|-]*$/u
const startsBlock = /^\s*(?:[-*+](?:\s|$)|[-*_=]{2,}\s*$|[>#|<]|\d{1,9}[.)]|`{3,}|~{3,}|\[[^\]]*\]:)|^(?: {4}|\t)/u

/**
 * Cuts a long block of Markdown. While the block grows at its end, all pieces but the last stay the same.
 *
 * It is cut only where its kind is plain to see; any other block is left whole, which is slower and never wrong.
 */
export function cutBlock(block: string): CutBlock | null {
  if (block.length < longBlock) return null
  return cutCode(block) ?? cutTable(block) ?? cutList(block) ?? cutWords(block)
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
  if (!item.test(block) || fenceLine.test(block)) return null
  const pieces: string[] = []
  let piece = ''
  for (const line of linesOf(block)) {
    if (piece.length >= longBlock && item.test(line)) {
      pieces.push(piece)
      piece = ''
    }
    piece += line
  }
  return { kind: 'list', pieces: [...pieces, piece] }
}

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
