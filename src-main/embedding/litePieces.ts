import type { LitePiece } from './liteFiles.ts'

/** Numbers of a text's pieces, in their order; 0 is text that no piece covers. */
export type PieceReader = (text: string) => readonly number[]

interface TrieNode {
  readonly next: Map<string, TrieNode>
  /** The number of the piece that ends here, -1 where none does. */
  piece: number
}

/** The places of the vocabulary that are no pieces of text. */
const marks = 6

/** What stands before each word. */
const separator = '\u2581'

/**
 * Makes a reader of pieces from a vocabulary: the most likely way to cut a text (SentencePiece's unigram model, Kudo 2018, by Viterbi).
 *
 * Gives what the tokenizer of `@energetic-ai/embeddings` gives, the later piece winning between two ways that are alike, in time that grows with the text.
 */
export function makePieceReader(vocabulary: readonly LitePiece[]): PieceReader {
  const root: TrieNode = { next: new Map(), piece: -1 }
  for (const [number, [piece]] of vocabulary.entries()) if (number >= marks) insert(root, piece, number)
  const score = (number: number): number => vocabulary[number]?.[1] ?? 0
  return text => {
    const normal = text.normalize('NFKC')
    const letters = normal === '' ? [] : [...`${separator}${normal.replaceAll(' ', separator)}`]
    return backwards(cut(letters, root, score)).reverse()
  }
}

interface Cut {
  /** For each place, the piece that ends there on the best way, and where it begins. */
  readonly piece: Int32Array
  readonly from: Int32Array
}

function cut(letters: readonly string[], root: TrieNode, score: (piece: number) => number): Cut {
  const best = new Float64Array(letters.length + 1)
  const piece = new Int32Array(letters.length + 1)
  const from = Int32Array.from(best, (_, end) => end - 1)
  const take = (begin: number, end: number, number: number): void => {
    const sum = score(number) + (best[begin] ?? 0)
    if (best[end] !== 0 && sum < (best[end] ?? 0)) return
    best[end] = sum
    piece[end] = number
    from[end] = begin
  }
  for (let begin = 0; begin < letters.length; begin++) {
    let found = false
    let node: TrieNode | undefined = root
    for (let end = begin; end < letters.length; ) {
      node = node.next.get(letters[end++] ?? '')
      if (!node) break
      if (node.piece < 0) continue
      found = true
      take(begin, end, node.piece)
    }
    if (!found) take(begin, begin + 1, 0)
  }
  return { piece, from }
}

/** The pieces of the best way from the last to the first, text that no piece covers told once where it stands together. */
function backwards({ piece, from }: Cut): number[] {
  const pieces: number[] = []
  for (let end = piece.length - 1; end > 0; end = from[end] ?? 0) {
    const number = piece[end] ?? 0
    if (number !== 0 || pieces.at(-1) !== 0) pieces.push(number)
  }
  return pieces
}

function insert(root: TrieNode, piece: string, number: number): void {
  let node = root
  for (const letter of piece) {
    const next = node.next.get(letter) ?? { next: new Map(), piece: -1 }
    node.next.set(letter, next)
    node = next
  }
  node.piece = number
}
