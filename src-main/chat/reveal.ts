import type { Pseudonym } from './pseudonyms.ts'

/** Puts names back into an answer that comes in pieces. */
export interface Revealing {
  /** Takes the next piece and gives what can be shown; the beginning of a pseudonym is held back until it is whole. */
  readonly feed: (piece: string) => string
  /** Gives what was held back, at the end of the answer. */
  readonly flush: () => string
}

const kinds = ['person', 'production', 'script', 'phone', 'mail'] as const
const sent = /(?<![\p{L}\p{M}\p{N}])(person|production|script|phone|mail)[ \u00a0\n]([a-z]\d{1,6})(?![\p{Script=Latin}\p{N}])/giu
const isLetter = /[\p{L}\p{M}\p{N}]/u

/** Makes what puts the names back for their pseudonyms, in capitals or not; whatever else is like one stays. */
export function createRevealer(pseudonyms: readonly Pseudonym[]): { readonly text: (text: string) => string; readonly value: (value: unknown) => unknown; readonly stream: () => Revealing } {
  const names = new Map(pseudonyms.map(({ sent, name }) => [sent.toLowerCase(), name]))
  const text = (given: string): string => (names.size === 0 ? given : given.replace(sent, (whole, kind: string, ref: string) => names.get(`${kind} ${ref}`.toLowerCase()) ?? whole))
  const value = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given)
    if (Array.isArray(given)) return given.map(value)
    if (typeof given !== 'object' || given === null) return given
    return Object.fromEntries(Object.entries(given).map(([key, one]) => [text(key), value(one)]))
  }
  return { text, value, stream: () => (names.size === 0 ? { feed: piece => piece, flush: () => '' } : revealing(text)) }
}

function revealing(reveal: (text: string) => string): Revealing {
  let held = ''
  // Whether what was shown last ends within a word: what follows at once is not the beginning of another.
  let inWord = false
  const show = (text: string): string => {
    const rest = inWord ? (letters.exec(text)?.[0].length ?? 0) : 0
    if (text !== '') inWord = isLetter.test(letterBefore(text, text.length))
    return text.slice(0, rest) + reveal(text.slice(rest))
  }
  return {
    feed: piece => {
      const text = held + piece
      const from = heldFrom(text)
      held = text.slice(from)
      return show(text.slice(0, from))
    },
    flush: () => {
      const last = held
      held = ''
      return show(last)
    },
  }
}

const letters = /^[\p{L}\p{M}\p{N}]+/u

/** A run of letters longer than this is no part of a pseudonym, and is not waited for. */
const longestWord = 24

/**
 * Where the last word begins that may yet become a pseudonym or the end of one; the end of the text where there is none.
 *
 * A short word is never cut, so that an answer reads the same however it came in pieces.
 */
function heldFrom(text: string): number {
  let from = text.length
  while (from > 0 && isLetter.test(letterBefore(text, from))) {
    from -= letterBefore(text, from).length
    if (text.length - from > longestWord) return text.length
  }
  // "Person" and the blank behind it: the reference is still to come.
  const before = /(?<![\p{L}\p{M}\p{N}])([a-z]+)[ \u00a0\n]$/iu.exec(text.slice(Math.max(0, from - 14), from))
  return before?.[1] !== undefined && isKind(before[1]) ? from - before[0].length : from
}

const isKind = (word: string): boolean => (kinds as readonly string[]).includes(word.toLowerCase())

const letterBefore = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at)
}
