import { emptyWords, english, hindiGrammar } from '../talent/search/fieldWords.ts'
import type { Glossary } from '../talent/search/glossary.ts'
import { isTelling } from '../talent/search/readSentence.ts'

/** One thing that the words of a role speak of: its own words, and other words that would do; folded. */
export interface RoleConcept {
  readonly term: string
  readonly alternatives: readonly string[]
}

/** So many are looked for at most; the words of a role stand in the order of their weight. */
const mostConcepts = 40
const mostAlternatives = 40

/**
 * What the folded words of a role speak of: phrases of the glossary first, then single words, each once, with what else it is called.
 *
 * A word that the glossary does not know counts only where `tells` says that it tells something of a person.
 */
export function conceptsOfRole(folded: string, { alternatives, longestPhrase }: Glossary, tells: (word: string) => boolean): readonly RoleConcept[] {
  const tokens = folded.split(' ').filter(word => word !== '')
  const concepts = new Map<string, RoleConcept>()
  for (let at = 0; at < tokens.length && concepts.size < mostConcepts; ) {
    const length = Array.from({ length: Math.min(longestPhrase, tokens.length - at) - 1 }, (_, less) => Math.min(longestPhrase, tokens.length - at) - less).find(count => alternatives(tokens.slice(at, at + count).join(' ')).length > 0) ?? 1
    const term = tokens.slice(at, at + length).join(' ')
    at += length
    if (length === 1 && (!isTelling(term) || emptyWords.has(term) || ofBreakdowns.has(term) || term.length < 3 || /^\d/.test(term))) continue
    const called = [term, ...bareForms(term)].flatMap(form => alternatives(form))
    if (called.length === 0 && !tells(term)) continue
    concepts.set(term, { term, alternatives: [...new Set([...bareForms(term), ...called])].filter(word => word !== term).slice(0, mostAlternatives) })
  }
  return [...concepts.values()]
}

/** Words by which the text of a role is put together. */
const ofBreakdowns = new Set('plays skills languages performer woman man non binary role who his her him she they'.split(' '))

/** A word without its English ending: the glossary has "horse" for "horses". */
function bareForms(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return []
  return [/s$/, /es$/, /ing$/, /ed$/].filter(ending => ending.test(word)).map(ending => word.replace(ending, ''))
}

/** A text with its Roman Hindi words in English, for the encoder, which knows English alone. */
export const inEnglish = (text: string): string =>
  text.replace(/[\p{L}]+/gu, word => (hindiGrammar.has(word.toLowerCase()) ? '' : (english[word.toLowerCase()] ?? word))).replace(/\s+/gu, ' ').trim()
