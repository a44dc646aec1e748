interface Entry {
  readonly row: number
  readonly score: number
}

/**
 * The `count` rows with the highest scores, in no order; scores of -2 and less are none.
 *
 * Of two with one score the later row is the worse, so that every run finds the same people.
 */
export function topOf(rows: Iterable<number>, scoreOf: (row: number) => number, count: number): readonly number[] {
  const heap: Entry[] = []
  for (const row of rows) offer(heap, row, scoreOf(row), count)
  return heap.map(({ row }) => row)
}

/**
 * The same over scores by the number of the row, of the rows with a 1 in `allowed` alone; `rows` names those that may have a score.
 *
 * Nearly every row of a large book is passed by one look at the least of the best so far.
 */
export function topAllowed(scores: Float32Array | Float64Array, allowed: Uint8Array, count: number, rows: readonly number[] | null = null): readonly number[] {
  const heap: Entry[] = []
  const size = rows === null ? Math.min(scores.length, allowed.length) : rows.length
  let least = -Infinity
  for (let at = 0; at < size; at++) {
    const row = rows === null ? at : (rows[at] ?? 0)
    if (allowed[row] !== 1) continue
    const score = scores[row] ?? none
    if (score < least) continue
    offer(heap, row, score, count)
    if (heap.length === count) least = heap[0]?.score ?? least
  }
  return heap.map(({ row }) => row)
}

const none = -2

/** Offers a row to a heap of the best `count`, whose least stands first, so that many rows are passed once. */
function offer(heap: Entry[], row: number, score: number, count: number): void {
  if (score <= none || count === 0) return
  const least = heap[0]
  if (heap.length < count) rise(heap, { row, score })
  else if (least && isWorse(least, { row, score })) sink(heap, { row, score })
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
