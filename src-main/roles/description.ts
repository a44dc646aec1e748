import type { ActionLine, Mention } from './mentions.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/**
 * What a line says of somebody right where it names them.
 *
 * `inBrackets` are the parts of a bracket after the name ("28", "wiry"), `phrases` the parts between commas that follow it
 * ("a schoolteacher in her fifties", "wiry", "strikes a match"), in order; verbs are not told apart yet. `copula` is true where the
 * phrases follow "is". `before` is the text of the sentence up to the name. `sentence` is the sentence as written.
 */
export interface Description {
  readonly sentence: string
  readonly before: string
  readonly inBrackets: readonly string[]
  readonly phrases: readonly string[]
  readonly copula: boolean
}

/** Reads what stands right beside a name; null where the mention is about something of theirs, or about somebody else. */
export function describe(line: ActionLine, mention: Mention): Description | null {
  if (mention.possessive || mention.qualified) return null
  const sentences = sentencesOf(line.text)
  const index = sentences.findIndex(sentence => mention.start >= sentence.start && mention.start < sentence.start + sentence.text.length)
  const sentence = sentences[index]
  if (!sentence) return null
  const rest = restAfter(line, mention, sentence)
  const bracket = /^\s*[([]([^)\]]*)[)\]]/u.exec(rest)
  const inBrackets = bracket ? splitPhrases(bracket[1] ?? '', /[,;/]/u) : []
  const afterBracket = bracket ? rest.slice(bracket[0].length) : rest
  const alone = /^\s*[.!।]?$/u.test(afterBracket)
  const { phrases, copula } = alone ? { phrases: nextVerbless(sentences[index + 1]), copula: false } : phrasesAfter(afterBracket)
  const last = (alone && phrases.length > 0 ? sentences[index + 1] : null) ?? sentence
  const quote = line.element.text.slice(sentence.start, last.start + last.text.length)
  return { sentence: oneLine(quote), before: line.text.slice(sentence.start, mention.start), inBrackets, phrases, copula }
}

/** Makes a quote one line, words unchanged. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function restAfter(line: ActionLine, mention: Mention, sentence: Sentence): string {
  const next = line.mentions.find(other => other.start >= mention.end && other.character !== mention.character)
  const end = sentence.start + sentence.text.length
  return line.text.slice(mention.end, Math.max(mention.end, Math.min(end, next?.start ?? end)))
}

function phrasesAfter(rest: string): { readonly phrases: readonly string[]; readonly copula: boolean } {
  const copula = /^\s+(?:is|was|who is|who's)\s+/iu.exec(rest)
  if (copula) return { phrases: splitPhrases(rest.slice(copula[0].length), /[,;]|\s(?:--?|–|—)\s/u), copula: true }
  const apposition = /^\s*(?:,|:|;|--|–|—|-\s)\s*/u.exec(rest)
  return { phrases: apposition ? splitPhrases(rest.slice(apposition[0].length), /[,;]|\s(?:--?|–|—)\s|--|—/u) : [], copula: false }
}

const splitPhrases = (text: string, at: RegExp): readonly string[] =>
  text.split(at).map(part => part.replace(/^[\s([]+|[\s)\].!।:]+$/gu, '')).filter(part => part !== '')

/** A sentence without a verb that follows a bare name carries the description: "MEERA. Forties. Thin." */
const nextVerbless = (sentence: Sentence | undefined): readonly string[] =>
  sentence && sentence.text.split(/\s+/u).length <= 8 ? splitPhrases(sentence.text, /[,;]/u) : []
