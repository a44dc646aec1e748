import { editDistance } from '../../spelling/folding.ts'
import { soundAlike } from '../../spelling/ear.ts'
import { lexicon, smallWords, type Concept } from './lexicon.ts'

/** A stretch of the words of a question that says a concept; `from` inclusive, `to` exclusive. */
export interface Mark {
  readonly concept: Concept
  readonly from: number
  readonly to: number
}

interface Phrase {
  readonly concept: Concept
  readonly words: readonly string[]
  readonly atStart: boolean
}

const phrases: readonly Phrase[] = (Object.entries(lexicon) as [Concept, string][])
  .flatMap(([concept, said]) => said.split(', ').map(phrase => ({ concept, words: phrase.replace('^', '').split(' '), atStart: phrase.startsWith('^') })))
  .sort((a, b) => b.words.length - a.words.length)

const known: ReadonlySet<string> = new Set(phrases.flatMap(({ words }) => words))

/**
 * Tells whether a word of a question is a word of the lexicon, or nearly spelt so: one slip from five letters on, two from nine, or the same to the ear.
 *
 * A word that is itself known stands for itself alone: "read" is not "role".
 */
function isWord(typed: string, word: string, mayBeNear: boolean): boolean {
  if (typed === word) return true
  if (!mayBeNear || known.has(typed) || smallWords.has(typed) || typed.length < 4 || word.length < 4 || typed[0] !== word[0]) return false
  if (soundAlike(typed, word)) return true
  const reach = Math.min(typed.length, word.length) >= 9 ? 2 : Math.min(typed.length, word.length) >= 5 ? 1 : 0
  return reach > 0 && editDistance(typed, word, reach) <= reach
}

/**
 * What the words of a question mean, longest phrases first; no two marks lie on one word, but of the same phrase.
 *
 * Words whose place is in `taken` (they name somebody) are left alone; with `mayBeNear` misspelt words count.
 */
export function marksOf(words: readonly string[], taken: ReadonlySet<number>, mayBeNear: boolean): readonly Mark[] {
  const marks: Mark[] = []
  const used = new Set(taken)
  for (const { concept, words: said, atStart } of phrases) {
    const last = atStart ? 0 : words.length - said.length
    for (let from = 0; from <= last; from++) {
      const to = from + said.length
      if (to > words.length || !said.every((word, at) => isWord(words[from + at] ?? '', word, mayBeNear && !taken.has(from + at)))) continue
      const same = marks.some(mark => mark.from === from && mark.to === to)
      if (!same && said.some((_, at) => used.has(from + at))) continue
      marks.push({ concept, from, to })
      for (let at = from; at < to; at++) used.add(at)
    }
  }
  return marks
}

/** Tells whether a word is one of the lexicon or a small word, so that it is no misspelt name. */
export const isKnownWord = (word: string): boolean => known.has(word) || smallWords.has(word)
