interface Entry {
  readonly row: number
  readonly score: number
}

/**
 * The `count` rows with the highest scores, in no order; scores of -2 and less are none.
 *
 * A heap whose least stands first, so that many rows are passed once. Of two with one score the later row is the worse, so that every run
 * finds the same people.
 */
export function topOf(rows: Iterable<number>, scoreOf: (row: number) => number, count: number): readonly number[] {
  const heap: Entry[] = []
  for (const row of rows) {
    const score = scoreOf(row)
    if (score <= -2 || count === 0) continue
    const least = heap[0]
    if (heap.length === count && least && score < least.score) continue
    if (heap.length < count) rise(heap, { row, score })
    else if (least && isWorse(least, { row, score })) sink(heap, { row, score })
  }
  return heap.map(({ row }) => row)
}

const isWorse = (a: Entry, b: Entry): boolean => a.score < b.score || (a.score === b.score && a.row > b.row)

/** Adds an entry at the end and lets it rise past those that score more. */
function rise(heap: Entry[], entry: Entry): void {
  let at = heap.length
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = heap[above]
    if (!parent || !isWorse(entry, parent)) break
    heap[at] = parent
    at = above
  }
  heap[at] = entry
}

/** Puts an entry in the place of the least and lets it sink past those that score less. */
function sink(heap: Entry[], entry: Entry): void {
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const [one, other] = [heap[left], heap[right]]
    const least = one && other && isWorse(other, one) ? right : left
    const child = heap[least]
    if (!child || !isWorse(child, entry)) {
      heap[at] = entry
      return
    }
    heap[at] = child
    at = least
  }
}
