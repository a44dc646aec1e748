import { inTransaction } from '../../database/inTransaction.ts'
import { openScratch } from '../../database/openScratch.ts'

/** How the full text of the book and the names in it are cut into words (see the tables `talent_fts` and `talent_name_fts`). */
export const tokenizers = { texts: 'porter unicode61 remove_diacritics 2', names: 'trigram remove_diacritics 1' } as const

/** Numbers for the words of texts, as FTS5 reads them: `Singing` and `sings` have the same. */
export interface Tokens {
  /** Gets to know the words of some texts, so that {@link Tokens.of} gives them numbers. */
  learn(texts: readonly string[]): void
  /** The numbers of the words of a text in order; a word that was never learnt is -1. */
  of(text: string): readonly number[]
}

/** The letters and digits of ASCII hold words together, all else in ASCII parts them; what is beyond is left to FTS5. */
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const parting = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]+/

// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const beyondAscii = /[^\u0000-\u007f]/

function trigramsOf(name: string): readonly string[] {
  if (beyondAscii.test(name)) return [name]
  const lower = name.toLowerCase()
  return Array.from({ length: Math.max(0, lower.length - 2) }, (_, at) => lower.slice(at, at + 3))
}

const none: readonly number[] = []

/**
 * Opens the numbers of words: FTS5 itself reads each piece of text once, and its answer is remembered.
 *
 * So the words are exactly those of the tables, stems and accents included, at the cost of a look into a map. Texts are parted where
 * ASCII parts them, since no word of FTS5 reaches over that; a name in ASCII is parted into its trigrams, any other is one piece.
 */
export function openTokens(kind: keyof typeof tokenizers): Tokens {
  const scratch = openScratch(`
    CREATE VIRTUAL TABLE piece USING fts5(text, content = '', tokenize = '${tokenizers[kind]}');
    CREATE VIRTUAL TABLE piece_word USING fts5vocab(piece, instance);`)
  const insert = scratch.prepare('INSERT INTO piece (rowid, text) VALUES (?, ?)')
  const words = scratch.prepare<[], [place: number, word: string, offset: number]>('SELECT doc, term, offset FROM piece_word').raw()
  const clear = scratch.prepare("INSERT INTO piece (piece) VALUES ('delete-all')")
  const numbers = new Map<string, number>()
  const known = new Map<string, readonly number[]>()
  const piecesOf = kind === 'names' ? trigramsOf : (text: string): readonly string[] => text.split(parting)
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  const read = (pieces: readonly string[]): void => inTransaction(scratch, () => {
    for (const [place, piece] of pieces.entries()) insert.run(place, piece)
    const found = new Map<number, number[]>()
    for (const [place, word, offset] of words.iterate()) {
      const own = found.get(place) ?? []
      own[offset] = numberOf(word)
      found.set(place, own)
    }
    for (const [place, piece] of pieces.entries()) known.set(piece, found.get(place) ?? none)
    clear.run()
  })
  return {
    learn(texts) {
      const fresh = new Set<string>()
      for (const text of texts) for (const piece of piecesOf(text)) if (!known.has(piece)) fresh.add(piece)
      if (fresh.size > 0) read([...fresh])
    },
    of(text) {
      const pieces = piecesOf(text)
      const [only = ''] = pieces
      if (pieces.length === 1) return known.get(only) ?? [-1]
      return pieces.flatMap(piece => known.get(piece) ?? [-1])
    },
  }
}
