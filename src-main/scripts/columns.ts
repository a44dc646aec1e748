import type { LineKind } from '../../src-preload/contract/scripts.ts'
import { paragraphGap } from './pdfBands.ts'
import type { SeenLine } from './placedLines.ts'
import { mode } from './statistics.ts'

/**
 * The order in which lines are read, by index, where a cue was named in a column beside another: column by column within each block.
 *
 * A block is a run of printed lines without a gap of which none crosses into the next column, as in scripts of advertisements with
 * pictures on the left and sound on the right. Elsewhere, and where cues have their speeches beside them, the order is that of the file.
 */
export function inColumns(lines: readonly SeenLine[], named: ReadonlyMap<number, LineKind>): number[] {
  const all = lines.map((_, at) => at)
  const later = lines.filter(({ look }) => look.beside === 'later')
  const column = mode(later.map(({ x }) => x), 6)
  if (column === undefined) return all
  const isInColumn = (line: SeenLine) => line.look.beside === 'later' || (later.length >= 5 && Math.abs(line.x - column) <= 7)
  const cues = [...named].flatMap(([at, kind]) => (kind === 'cue' ? (lines[at] ?? []) : []))
  if (cues.some(({ look }) => look.beside === 'first') || !cues.some(isInColumn)) return all
  const order: number[] = []
  for (let from = 0; from < lines.length; ) {
    const to = blockEnd(lines, from, column)
    const block = all.slice(from, to)
    const isRight = (at: number) => (lines[at]?.x ?? 0) >= column - 7
    order.push(...block.filter(at => !isRight(at)), ...block.filter(isRight))
    from = to
  }
  return order
}

function blockEnd(lines: readonly SeenLine[], from: number, column: number): number {
  let to = from + 1
  const first = lines[from]
  if (!first || crosses(first, column)) return to
  for (let line = lines[to]; line; line = lines[++to]) {
    if (line.page !== first.page || crosses(line, column) || (line.gap > paragraphGap && line.row !== lines[to - 1]?.row)) break
  }
  return to
}

const crosses = ({ x, end }: SeenLine, column: number): boolean => x < column - 7 && end > column + 4
