import { openTokens, type Tokens } from './tokens.ts'

/** What stands before and after each place that answers; neither can stand in a text that was typed. */
export const wordMarks = { before: '\u0001', after: '\u0002' } as const

/** Marks the texts of some people, each a list, where one of some phrases stands; null for somebody whose texts only FTS5 can mark. */
export type Marks = (phrases: readonly string[], texts: readonly (readonly string[])[]) => readonly (readonly string[] | null)[]

/** The pieces of a text that no word reaches over, by their places in it. */
interface Pieces {
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** The letters of a piece; empty where it can be none of the words looked for. */
  readonly letters: readonly string[]
  /** Whether a piece is of letters beyond ASCII too. */
  readonly isHard: readonly boolean[]
}

/**
 * Opens what marks words as the `highlight()` of FTS5 does (https://www.sqlite.org/fts5.html): two phrases that share a word are marked as one.
 *
 * In a piece of other letters than ASCII only FTS5 knows where each word ends; where one of them answers it is to be asked.
 */
export function openMarks(): Marks {
  const tokens = openTokens('texts')
  return (terms, texts) => {
    tokens.learn(terms)
    const phrases = byFirstWord(terms.map(term => tokens.of(term)))
    // A stem begins as its word does: a plain word that begins otherwise is none of those looked for, and need not be learnt.
    const begins = beginnings(terms.map(term => cut(term, null)))
    const pieces = texts.map(own => own.map(text => cut(text, begins)))
    tokens.learn([...new Set(pieces.flat().flatMap(({ letters }) => letters))])
    return texts.map((own, at) => {
      const marked: string[] = []
      for (const [column, text] of own.entries()) {
        const found = markText(text, pieces[at]?.[column] ?? cut(text, begins), phrases, tokens)
        if (found === null) return null
        marked.push(found)
      }
      return marked
    })
  }
}

/** A 1 for each letter that one of the words begins with, both cases as the small one; null where one of them has letters beyond ASCII. */
function beginnings(words: readonly Pieces[]): Uint8Array | null {
  if (words.some(({ isHard }) => isHard.includes(true))) return null
  const begins = new Uint8Array(128)
  for (const word of words.flatMap(({ letters }) => letters)) begins[word.charCodeAt(0) | 32] = 1
  return begins
}

/** Cuts a text where ASCII parts words; of plain pieces only those that begin as one of the words looked for keep their letters. */
function cut(text: string, begins: Uint8Array | null): Pieces {
  const pieces = { from: [] as number[], to: [] as number[], letters: [] as string[], isHard: [] as boolean[] }
  for (let at = 0; at < text.length; at++) {
    if (!isOfWord(text.charCodeAt(at))) continue
    const from = at
    let isHard = false
    for (; at < text.length && isOfWord(text.charCodeAt(at)); at++) if (text.charCodeAt(at) > 127) isHard = true
    const isAsked = isHard || begins === null || begins[text.charCodeAt(from) | 32] === 1
    pieces.from.push(from)
    pieces.to.push(at)
    pieces.letters.push(isAsked ? text.slice(from, at) : '')
    pieces.isHard.push(isHard)
  }
  return pieces
}

/** Whether a letter holds words together: a letter or digit of ASCII, or anything beyond it. */
const isOfWord = (code: number): boolean => code > 127 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

/** Phrases as the numbers of their words, by the first of them. */
type Phrases = ReadonlyMap<number, readonly (readonly number[])[]>

function byFirstWord(phrases: readonly (readonly number[])[]): Phrases {
  const found = new Map<number, (readonly number[])[]>()
  for (const phrase of phrases) {
    const [first] = phrase
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), phrase])
  }
  return found
}

const unasked: readonly number[] = [-1]

/** A text with its marks; null where one would stand at a piece of other letters. */
function markText(text: string, pieces: Pieces, phrases: Phrases, tokens: Tokens): string | null {
  const words: number[] = []
  const places: number[] = []
  for (const [place, letters] of pieces.letters.entries()) {
    for (const word of letters === '' ? unasked : tokens.of(letters)) {
      words.push(word)
      places.push(place)
    }
  }
  let marked = ''
  let done = 0
  for (const { first, last } of stretches(words, phrases)) {
    const [begin, end] = [places[first] ?? 0, places[last] ?? 0]
    if (pieces.isHard[begin] || pieces.isHard[end]) return null
    const [from, to] = [pieces.from[begin] ?? 0, pieces.to[end] ?? 0]
    marked += `${text.slice(done, from)}${wordMarks.before}${text.slice(from, to)}${wordMarks.after}`
    done = to
  }
  return marked + text.slice(done)
}

/** From which word to which a phrase stands; stretches that share a word are one. */
function stretches(words: readonly number[], phrases: Phrases): readonly { readonly first: number; readonly last: number }[] {
  const found: { readonly first: number; last: number }[] = []
  for (let at = 0; at < words.length; at++) {
    for (const phrase of phrases.get(words[at] ?? -1) ?? []) {
      if (!phrase.every((word, next) => words[at + next] === word)) continue
      const last = at + phrase.length - 1
      const before = found.at(-1)
      if (before && at <= before.last) before.last = Math.max(before.last, last)
      else found.push({ first: at, last })
    }
  }
  return found
}
