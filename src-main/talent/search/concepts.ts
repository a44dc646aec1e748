import type { Database } from '../../database/openDatabase.ts'
import { areSpeltAlike, editDistance, skeleton } from '../../spelling/folding.ts'
import type { BookTexts } from './bookTexts.ts'
import type { Glossary } from './glossary.ts'
import { isTelling } from './readSentence.ts'

/** One thing that a search asks for: its own words, and other words that would do. */
export interface Concept {
  readonly term: string
  readonly alternatives: readonly string[]
  /** How much it counts beside the others; 1 for a word of the sentence. */
  readonly weight: number
}

/** Parts of a phrase count less than the phrase; two words that stand side by side count a little more together. */
const partWeight = 0.5
const pairWeight = 0.4

/** The most other words that one concept brings along. */
const mostAlternatives = 40

/**
 * What to look for, out of the words of a sentence: phrases of the glossary first, then single words, each with what else
 * it is called, how else the book spells it, and pairs of neighbours.
 */
export function conceptsOf(db: Database, texts: BookTexts, words: readonly string[], glossary: Glossary): readonly Concept[] {
  const tokens = words.flatMap(word => word.split(' '))
  const units = new Set(words.filter(word => word.includes(' ')))
  const concepts: Concept[] = []
  const spell = speller(db, texts, glossary)
  for (let at = 0; at < tokens.length; ) {
    const phrase = longestPhrase(tokens, at, glossary, units)
    if (phrase) {
      concepts.push({ term: phrase, alternatives: glossary.alternatives(phrase).slice(0, mostAlternatives), weight: 1 })
      for (const word of phrase.split(' ')) if (isTelling(word)) concepts.push({ term: word, alternatives: [], weight: partWeight })
      at += phrase.split(' ').length
      continue
    }
    const word = tokens[at] ?? ''
    if (isTelling(word)) concepts.push({ term: word, alternatives: spell(word).slice(0, mostAlternatives), weight: 1 })
    at++
  }
  const pairs = tokens.slice(1).flatMap((word, at) => (isTelling(word) && isTelling(tokens[at] ?? '') ? [`${tokens[at]} ${word}`] : []))
  return [...distinct(concepts), ...pairs.filter(pair => !concepts.some(({ term }) => term === pair)).map(term => ({ term, alternatives: [], weight: pairWeight }))]
}

function longestPhrase(tokens: readonly string[], at: number, glossary: Glossary, units: ReadonlySet<string>): string | undefined {
  for (let length = Math.min(glossary.longestPhrase, tokens.length - at); length > 1; length--) {
    const phrase = tokens.slice(at, at + length).join(' ')
    if (glossary.alternatives(phrase).length > 0 || (units.has(phrase) && phrase.split(' ').every(isTelling))) return phrase
  }
  return undefined
}

function distinct(concepts: readonly Concept[]): readonly Concept[] {
  return concepts.filter((concept, at) => !concepts.slice(0, at).some(({ term }) => term === concept.term))
}

/** Gives for a word what else it is called and how else the book spells it. */
function speller(db: Database, texts: BookTexts, glossary: Glossary): (word: string) => readonly string[] {
  const sounding = db.prepare('SELECT term FROM talent_term WHERE skeleton = ?').pluck()
  const beginning = db.prepare('SELECT term FROM talent_term WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?').pluck()
  return word => {
    const called = [...new Set([word, ...bareForms(word)].flatMap(form => glossary.alternatives(form)))]
    if (word.length < 4 || /\p{N}/u.test(word)) return called
    const known = texts.isKnown(word)
    const alike = (sounding.all(skeleton(word)) as string[]).filter(term => term !== word && (known ? word.length > 5 && editDistance(word, term, 2) <= 2 : areSpeltAlike(word, term)))
    if (known || called.length > 0) return [...called, ...alike]
    const first = word.charAt(0)
    const next = String.fromCodePoint((first.codePointAt(0) ?? 0) + 1)
    const reach = word.length >= 8 ? 2 : 1
    const near = word.length < 5 ? [] : (beginning.all(first, next, word.length - reach, word.length + reach) as string[]).filter(term => editDistance(word, term, reach) <= reach)
    return [...new Set([...glossary.soundingLike(word), ...alike, ...near])]
  }
}

/** A word without its English ending: the glossary has "horse" for "horses", "dancer" for "dancers". */
function bareForms(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return []
  return [/s$/, /es$/, /ing$/, /ed$/].filter(ending => ending.test(word)).map(ending => word.replace(ending, ''))
}
