import { createHash } from 'node:crypto'
import { romanOf } from '../../src-preload/contract/devanagari.ts'
import { skeleton, wordsOf } from '../spelling/folding.ts'
import { makeIndianWords, type IndianWords } from './indianWords.ts'

/** A telling word of a text. */
export interface Term {
  /** As it was written, folded. */
  readonly said: string
  /** Folded to Roman letters and cut to its stem. */
  readonly word: string
  /** Stems of what it means in English, where it is Hindi or Marathi. */
  readonly gloss: readonly string[]
  /** Its consonants as they sound; empty where they are too few to tell. */
  readonly sound: string
}

const stopWords = new Set((
  'a an and are as at be been but by can could did do does for from had has have he her hers him his how i if in into is it its just me my of on or our out she should so some such than that the their ' +
  'them then there these they this those to too up us was we were what when where which who whom whose why will with would you your about also any am im ive dont doesnt didnt isnt wont cant'
).split(' '))

/** Plurals that no ending tells. */
const irregular: Readonly<Record<string, string>> = { children: 'child', men: 'man', women: 'woman', people: 'person', feet: 'foot', teeth: 'tooth' }

const indianWords = lazily(makeIndianWords)

/** The dictionary of Hindi and Marathi that memory reads with. */
export const indian = (): IndianWords => indianWords()

/** The telling words of a text, in order; words that only join are left out. A word is there as often as it is said. */
export function termsOf(text: string): readonly Term[] {
  const isIndian = indian().isIndian(text)
  return wordsOf(romanOf(text))
    .filter(word => !stopWords.has(word) && !(isIndian && indian().joins(word)) && (word.length > 1 || /\p{N}/u.test(word)))
    .map(word => ({ said: word, word: stem(word), gloss: isIndian ? indian().english(word).map(stem) : [], sound: soundOf(word) }))
}

/**
 * The stem of a folded English word by its plainest endings: "mornings" and "morning" meet, "works" and "working".
 *
 * Rather too little is cut than too much.
 */
export function stem(word: string): string {
  const known = irregular[word]
  if (known !== undefined) return known
  if (word.length < 4 || /\p{N}/u.test(word)) return word
  const plain = word.replace(/ies$/, 'y').replace(/(ss|sh|ch|x)es$/, '$1').replace(/(?<![su])s$/, '')
  const bare = plain.length > 5 ? plain.replace(/(?<=[aeiouy].*)(ing|ed)$/, '') : plain
  return bare.replace(/([bdfgmnprt])\1$/, '$1').replace(/(?<=..[^aeiou])e$/, '')
}

const soundOf = (word: string): string => {
  const sound = skeleton(word)
  return word.length >= 4 && sound.length >= 3 && !/\p{N}/u.test(sound) ? sound : ''
}

/** The telling words of a text, each once and sorted: by it the same sentence is known again. */
export const textKey = (text: string): string => [...new Set(termsOf(text).map(({ word }) => word))].sort().join(' ')

/** A hash of {@link textKey}: 24 hexadecimal digits. */
export const keyHash = (text: string): string => hashOf(textKey(text))

/** The text that is embedded: Hindi and Marathi word by word in English, as far as they are known; English as it is. */
export function embeddedText(text: string): string {
  if (!indian().isIndian(text)) return text
  return wordsOf(romanOf(text)).filter(word => !indian().joins(word)).map(word => indian().english(word)[0] ?? word).join(' ')
}

/** The hash by which a vector is known to be out of date: 24 hexadecimal digits. */
export const textHash = (text: string): string => hashOf(embeddedText(text))

/** Changes whenever {@link embeddedText} does, so that vectors of an older text are made again. */
const embeddedTextVersion = 1

/** The id under which the vectors of memories by an encoder are kept. */
export const memoryModelId = (embedder: { readonly id: string }): string => `${embedder.id}/memory-${embeddedTextVersion}`

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
