import { openPostings, type Postings } from './postings.ts'
import { openTokens, type tokenizers } from './tokens.ts'

/** An index of texts in memory that finds and weighs as FTS5 does. */
export interface WordIndex {
  /** Takes in the texts of some rows, each row's in the order of the columns; what a row had before is forgotten. Null only forgets. */
  put(rows: readonly (readonly [row: number, texts: readonly string[] | null])[]): void
  /** Hands over each row with a 1 in `allowed` (null allows all) that has one of the phrases, with its score: Okapi BM25 of each phrase that it has, summed. */
  score(phrases: readonly string[], allowed: Uint8Array | null, take: (row: number, score: number) => void): void
  /** The rows that have one of the phrases, in the columns given or in any. */
  rowsWith(phrases: readonly string[], columns?: ReadonlySet<number>): Set<number>
  /** Whether any row has a phrase. */
  has(phrase: string, columns?: ReadonlySet<number>): boolean
  /** How many rows it holds, and how many forgotten texts still take room. */
  readonly rows: () => number
  /** The highest row that it ever held. */
  readonly lastRow: () => number
  readonly forgotten: () => number
  readonly bytes: () => number
}

/** The column stands above so many bits of a place; a word beyond counts as standing at the last place. */
const placeBits = 16
const lastPlace = 2 ** placeBits - 1

/** The constants of BM25 that FTS5 takes (https://www.sqlite.org/fts5.html, the bm25() function). */
const saturation = 1.2
const byLength = 0.75
const leastRarity = 1e-6

/** What a phrase was found in: texts by number, each once, and how often, by the weights of the columns. */
interface Hits {
  texts: Int32Array<ArrayBuffer>
  counts: Float64Array<ArrayBuffer>
  size: number
}

/**
 * Opens an empty index over columns of some weights, cut into words as FTS5 cuts them.
 *
 * A row that changes gets a new number for its text and the old one points nowhere, so that postings are only ever added to.
 */
export function openWordIndex(kind: keyof typeof tokenizers, weights: readonly number[]): WordIndex {
  const tokens = openTokens(kind)
  const postings = openPostings()
  let rowOf = new Int32Array(1024)
  let lengthOf = new Int32Array(1024)
  // By the number of a text, all 0 between two calls.
  let sums = new Float64Array(1024)
  const touched: number[] = []
  let texts = 0
  const textOf = new Map<number, number>()
  let words = 0
  let lastRow = 0
  const hits: Hits = { texts: new Int32Array(1024), counts: new Float64Array(1024), size: 0 }

  const forget = (row: number): void => {
    const text = textOf.get(row)
    if (text === undefined) return
    rowOf[text] = -1
    words -= lengthOf[text] ?? 0
    textOf.delete(row)
  }
  const add = (row: number, columns: readonly string[]): void => {
    if (texts === rowOf.length) [rowOf, lengthOf, sums] = [grown(rowOf), grown(lengthOf), grownFloats(sums)]
    const text = texts++
    let length = 0
    for (const [column, content] of columns.entries()) {
      const own = tokens.of(content)
      for (const [at, word] of own.entries()) postings.add(word, text, (column << placeBits) | Math.min(at, lastPlace))
      length += own.length
    }
    rowOf[text] = row
    lengthOf[text] = length
    words += length
    textOf.set(row, text)
    lastRow = Math.max(lastRow, row)
  }
  const find = (phrase: string, columns?: ReadonlySet<number>, onlyOne = false): Hits => {
    hits.size = 0
    eachPlace(postings, tokens.of(phrase), (text, place) => {
      const column = place >> placeBits
      if (rowOf[text] === -1 || (columns && !columns.has(column))) return false
      if (hits.size === 0 || hits.texts[hits.size - 1] !== text) {
        if (hits.size === hits.texts.length) [hits.texts, hits.counts] = [grown(hits.texts), grownFloats(hits.counts)]
        hits.texts[hits.size] = text
        hits.counts[hits.size] = 0
        hits.size++
      }
      hits.counts[hits.size - 1] = (hits.counts[hits.size - 1] ?? 0) + (weights[column] ?? 1)
      return onlyOne
    })
    return hits
  }
  return {
    put(rows) {
      tokens.learn(rows.flatMap(([, columns]) => columns ?? []))
      for (const [row, columns] of rows) {
        forget(row)
        if (columns) add(row, columns)
      }
    },
    score(phrases, allowed, take) {
      tokens.learn(phrases)
      const mean = words / textOf.size
      for (const phrase of phrases) {
        const { texts: found, counts, size } = find(phrase)
        if (size === 0) continue
        const rarity = Math.max(leastRarity, Math.log((textOf.size - size + 0.5) / (size + 0.5)))
        for (let at = 0; at < size; at++) {
          const text = found[at] ?? 0
          if (allowed !== null && allowed[rowOf[text] ?? -1] !== 1) continue
          const count = counts[at] ?? 0
          const score = rarity * ((count * (saturation + 1)) / (count + saturation * (1 - byLength + (byLength * (lengthOf[text] ?? 0)) / mean)))
          if (sums[text] === 0) touched.push(text)
          sums[text] = (sums[text] ?? 0) + score
        }
      }
      for (const text of touched) {
        take(rowOf[text] ?? -1, sums[text] ?? 0)
        sums[text] = 0
      }
      touched.length = 0
    },
    rowsWith(phrases, columns) {
      tokens.learn(phrases)
      const rows = new Set<number>()
      for (const phrase of phrases) {
        const { texts: found, size } = find(phrase, columns)
        for (let at = 0; at < size; at++) rows.add(rowOf[found[at] ?? 0] ?? -1)
      }
      return rows
    },
    has(phrase, columns) {
      tokens.learn([phrase])
      return find(phrase, columns, true).size > 0
    },
    rows: () => textOf.size,
    lastRow: () => lastRow,
    forgotten: () => texts - textOf.size,
    bytes: () => postings.bytes() + rowOf.byteLength + lengthOf.byteLength + sums.byteLength,
  }
}

/** Calls `found` for each place where the words stand one after the other, until it says that it has enough. */
function eachPlace(postings: Postings, asked: readonly number[], found: (text: number, place: number) => boolean): void {
  const [first, ...others] = asked
  if (first === undefined) return
  const pairs = postings.pairs()
  const end = postings.end(first)
  if (others.length === 0) {
    for (let at = postings.start(first); at < end; at += 2) if (found(pairs[at] ?? 0, pairs[at + 1] ?? 0)) return
    return
  }
  const ats = others.map(word => postings.start(word))
  const ends = others.map(word => postings.end(word))
  for (let at = postings.start(first); at < end; at += 2) {
    const [text, place] = [pairs[at] ?? 0, pairs[at + 1] ?? 0]
    let follows = true
    for (let other = 0; other < others.length && follows; other++) {
      const last = ends[other] ?? 0
      let next = ats[other] ?? 0
      while (next < last && ((pairs[next] ?? 0) < text || (pairs[next] === text && (pairs[next + 1] ?? 0) < place + other + 1))) next += 2
      ats[other] = next
      if (next >= last) return
      follows = pairs[next] === text && pairs[next + 1] === place + other + 1
    }
    if (follows && found(text, place)) return
  }
}

function grown(before: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const after = new Int32Array(before.length * 2)
  after.set(before)
  return after
}

function grownFloats(before: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const after = new Float64Array(before.length * 2)
  after.set(before)
  return after
}
