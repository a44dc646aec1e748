/** Positions of two sequences that belong together. */
export type Pair = readonly [old: number, new: number]

/** Blocks up to this many comparisons are aligned exactly; larger ones around what stands in both just once. */
const exactLimit = 250_000

/**
 * Aligns two sequences of keys: pairs of the same key, ascending on both sides.
 *
 * A longest common subsequence within blocks; where a block is too large for that, it is divided at the keys that both sides have once
 * (the "patience" way), and where it has none it is left unaligned, so that time and room grow with the length and not with its square.
 */
export function alignKeys(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  const blocks: Block[] = [[0, old.length, 0, now.length]]
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    let [from, to, start, end] = block
    while (from < to && start < end && old[from] === now[start]) pairs.push([from++, start++])
    while (from < to && start < end && old[to - 1] === now[end - 1]) pairs.push([--to, --end])
    if (from === to || start === end) continue
    const inner: Block = [from, to, start, end]
    if ((to - from) * (end - start) <= exactLimit) pairs.push(...exactly(old, now, inner))
    else blocks.push(...divided(old, now, inner))
  }
  return pairs.sort(([a], [b]) => a - b)
}

type Block = readonly [from: number, to: number, start: number, end: number]

function exactly(old: readonly string[], now: readonly string[], [from, to, start, end]: Block): readonly Pair[] {
  const width = end - start + 1
  const longest = new Uint16Array((to - from + 1) * width)
  const at = (row: number, column: number): number => longest[(row - from) * width + column - start] ?? 0
  for (let row = to - 1; row >= from; row--) {
    for (let column = end - 1; column >= start; column--) {
      longest[(row - from) * width + column - start] = old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  for (let row = from, column = start; row < to && column < end;) {
    if (old[row] === now[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

/** The blocks between the keys that both sides have once; the keys themselves begin the blocks after them. */
function divided(old: readonly string[], now: readonly string[], [from, to, start, end]: Block): readonly Block[] {
  const places = new Map<string, { old: number; new: number; count: number; other: number }>()
  for (let at = from; at < to; at++) {
    const place = places.get(old[at] ?? '')
    if (place) place.count++
    else places.set(old[at] ?? '', { old: at, new: -1, count: 1, other: 0 })
  }
  for (let at = start; at < end; at++) {
    const place = places.get(now[at] ?? '')
    if (!place) continue
    place.other++
    place.new = at
  }
  const once = [...places.values()].filter(({ count, other }) => count === 1 && other === 1).sort((a, b) => a.old - b.old)
  const rising = heaviestRising(once.map(place => place.new), once.map(() => 1))
  const anchors = once.filter((_, index) => rising.has(index))
  const blocks: Block[] = []
  let [a, b] = [from, start]
  for (const anchor of anchors) {
    if (anchor.old > a || anchor.new > b) blocks.push([a, anchor.old, b, anchor.new])
    ;[a, b] = [anchor.old, anchor.new]
  }
  if (anchors.length > 0) blocks.push([a, to, b, end])
  return blocks
}

/** The positions of the heaviest run of values that only rises, left to right; in n log n. Values are whole numbers from 0. */
export function heaviestRising(values: readonly number[], weights: readonly number[]): ReadonlySet<number> {
  const size = values.reduce((most, value) => Math.max(most, value), 0) + 2
  const sums = new Float64Array(size + 1)
  const ends = new Int32Array(size + 1).fill(-1)
  const before = new Int32Array(values.length).fill(-1)
  values.forEach((value, index) => {
    let [sum, end] = [0, -1]
    for (let at = value; at > 0; at -= at & -at) if ((sums[at] ?? 0) > sum) [sum, end] = [sums[at] ?? 0, ends[at] ?? -1]
    before[index] = end
    const total = sum + (weights[index] ?? 1)
    for (let at = value + 1; at <= size; at += at & -at) if (total > (sums[at] ?? 0)) [sums[at], ends[at]] = [total, index]
  })
  let [best, last] = [0, -1]
  for (let at = 1; at <= size; at++) if ((sums[at] ?? 0) > best) [best, last] = [sums[at] ?? 0, ends[at] ?? -1]
  const chosen = new Set<number>()
  for (let index = last; index >= 0; index = before[index] ?? -1) chosen.add(index)
  return chosen
}
