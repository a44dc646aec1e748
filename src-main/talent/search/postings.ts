/** Where words stand: for each word the texts it stands in and the place in each, in the order in which they were added. */
export interface Postings {
  /** Adds that a word stands in a text at a place; texts come in the order of their numbers, and places in theirs. */
  add(word: number, text: number, place: number): void
  /** The part of {@link Postings.pairs} that belongs to a word: text and place by turns. */
  start(word: number): number
  end(word: number): number
  /** All of it; another array after each {@link Postings.add}. */
  pairs(): Int32Array
  readonly bytes: () => number
}

const smallest = 4

/**
 * Opens empty postings: one array of numbers in which each word has a stretch.
 *
 * A full stretch is moved to one twice as long; what it leaves is taken by the next word that needs so much.
 */
export function openPostings(): Postings {
  let pairs = new Int32Array(1 << 16)
  let used = 0
  let starts = new Int32Array(1 << 12)
  let counts = new Int32Array(1 << 12)
  let rooms = new Int32Array(1 << 12)
  const left = new Map<number, number[]>()

  const stretchOf = (room: number): number => {
    const again = left.get(room)?.pop()
    if (again !== undefined) return again
    if (used + room > pairs.length) pairs = grown(pairs, Math.max(used + room, Math.ceil(pairs.length * 1.5)))
    used += room
    return used - room
  }
  const widen = (word: number): void => {
    const [start, room] = [starts[word] ?? 0, rooms[word] ?? 0]
    const next = room === 0 ? smallest : room * 2
    const to = stretchOf(next)
    if (room > 0) {
      pairs.copyWithin(to, start, start + room)
      const free = left.get(room)
      if (free) free.push(start)
      else left.set(room, [start])
    }
    starts[word] = to
    rooms[word] = next
  }
  return {
    add(word, text, place) {
      if (word >= starts.length) {
        const size = Math.ceil((word + 1) * 1.5)
        starts = grown(starts, size)
        counts = grown(counts, size)
        rooms = grown(rooms, size)
      }
      const count = counts[word] ?? 0
      if (count === (rooms[word] ?? 0)) widen(word)
      const at = (starts[word] ?? 0) + count
      pairs[at] = text
      pairs[at + 1] = place
      counts[word] = count + 2
    },
    start: word => starts[word] ?? 0,
    end: word => (starts[word] ?? 0) + (counts[word] ?? 0),
    pairs: () => pairs,
    bytes: () => pairs.byteLength + starts.byteLength * 3,
  }
}

function grown(before: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const after = new Int32Array(size)
  after.set(before)
  return after
}
