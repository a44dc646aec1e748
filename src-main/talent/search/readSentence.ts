import type { Chip } from '../../../src-preload/contract/talent.ts'
import type { Gender, PlayingRange } from '../../../src-preload/contract/words.ts'
import { fold, wordsOf } from '../../spelling/folding.ts'
import { plain } from '../sheet/readNumbers.ts'
import { emptyWords, english, hindiGrammar } from './fieldWords.ts'
import { aboutOneself, readAgeLeaning, readAges } from './readAges.ts'
import { bareGenderWords, genderNamed, readGenderAsked } from './readGenders.ts'

/** What a chip asks of a person; a fact that is not known never excludes. */
export type Condition =
  | { readonly kind: 'gender'; readonly gender: Gender; readonly orNonBinary: boolean }
  | { readonly kind: 'playingRange'; readonly range: PlayingRange }
  | { readonly kind: 'language'; readonly word: string }
  | { readonly kind: 'city'; readonly word: string }
  | { readonly kind: 'skill'; readonly phrase: string }
  | { readonly kind: 'excludeGender'; readonly gender: Gender }
  | { readonly kind: 'excludeWords'; readonly phrase: string }

/** A chip with what it asks. */
export interface ReadChip {
  readonly chip: Chip
  readonly condition: Condition
}

/** A sentence understood: conditions, the words to look for, and what to compare by meaning. */
export interface Understanding {
  readonly chips: readonly ReadChip[]
  /** Folded words in order, without those that became a condition; a hyphenated word is one entry of several words. */
  readonly words: readonly string[]
  /** The sentence without its negations, Roman Hindi words followed by their English. Empty where only conditions were said. */
  readonly meaning: string
  /** The ages by which people are ordered: those asked for, else those that the words lean to. */
  readonly ages: PlayingRange | null
}

/**
 * Reads a sentence of a casting director: what is certain becomes a chip, the rest is looked for by word and by meaning.
 *
 * `known` says which folded words are languages and cities; ids in `without` are chips that the user took away: their words are then
 * looked for like any other.
 */
export function readSentence(
  text: string,
  known: { readonly isLanguage: (word: string) => boolean; readonly isCity: (word: string) => boolean },
  without: readonly string[] = [],
): Understanding {
  const taken = new Set(without)
  const chips: ReadChip[] = []
  const keep = (read: ReadChip): boolean => {
    if (taken.has(read.chip.id) || chips.some(({ chip }) => chip.id === read.chip.id)) return false
    chips.push(read)
    return true
  }
  let sentence = plain(text).toLowerCase()
  sentence = sentence.replace(/"([^"]{2,60})"/g, (all, phrase: string) => {
    const folded = fold(phrase)
    if (folded !== '') keep({ chip: { id: `phrase:${folded}`, kind: 'skill', label: `"${phrase.trim()}"` }, condition: { kind: 'skill', phrase: folded } })
    return ` ${all.slice(1, -1)} `
  })
  sentence = readNegations(sentence, keep)
  const gender = readGenderAsked(aboutOneself(sentence))
  const ages = readAges(sentence)
  const aged = ages.range !== null && keep(ageChip(ages.range))
  if (gender) keep(genderChip(gender, /\b(?:trans|transgender|hijra|kinnar|queer|non-?binary)\b/.test(sentence)))
  const rest = aged ? ages.rest : sentence
  readLanguagesAsked(rest, known.isLanguage, keep)
  const unplaced = readPlaces(rest, known.isCity, keep)
  return { chips, words: searchWords(unplaced), meaning: meaningText(unplaced), ages: aged ? ages.range : readAgeLeaning(aboutOneself(sentence)) }
}

function genderChip(gender: 'female' | 'male', orNonBinary: boolean): ReadChip {
  return { chip: { id: `gender:${gender}`, kind: 'gender', label: gender === 'female' ? 'Woman' : 'Man' }, condition: { kind: 'gender', gender, orNonBinary } }
}

function ageChip(range: PlayingRange): ReadChip {
  const { from, to } = range
  const label = from === to ? `Plays ${from}` : to >= 110 ? `${from} and over` : from === 0 ? `Up to ${to}` : `${from} to ${to}`
  return { chip: { id: `age:${from}-${to}`, kind: 'playingRange', label }, condition: { kind: 'playingRange', range } }
}

/** Negations that exclude nobody: "not necessarily a dancer", "no problem with smoking". */
const mildNegation = /^(?:necessarily|necessary|only|just|required|mandatory|compulsory|important|needed|essential|sure|afraid|too|very|so|more|less|be|problem|issues?|need|matter|limit|bar|restrictions?|preference|idea|doubt|one)\b/

const negator = /(?<![\p{L}-])(?:but\s+)?(?:not|no|without|except|excluding|excludes?|avoid|nahi|nahin|bina|don't want|do not want|isn't|is not|aren't)\s+/u

function readNegations(sentence: string, keep: (read: ReadChip) => boolean): string {
  let rest = sentence
    .replace(/\bnot\s+(?:above|over|older than|more than)\s+(?=\d)/g, 'under ')
    .replace(/\bnot\s+(?:below|under|younger than|less than)\s+(?=\d)/g, 'over ')
  let done = ''
  for (let match = negator.exec(rest); match; match = negator.exec(rest)) {
    const after = rest.slice(match.index + match[0].length)
    const extent = /^[^,;.()!?]*?(?=$|[,;.()!?]|\s+(?:but|and|who|with|for|please|only|though|just|instead)\b)/.exec(after)?.[0] ?? ''
    const said = extent.split(/\s+or\s+|\s*\/\s*|\s+nor\s+/).map(part => dropLeading(wordsOf(part)))
    const phrases = said.map(words => words.join(' ')).filter(phrase => phrase !== '')
    if (mildNegation.test(after) || phrases.length === 0 || said.some(words => words.length > 4)) {
      done += `${rest.slice(0, match.index)} `
      rest = mildNegation.test(after) ? after.replace(mildNegation, '') : after
      continue
    }
    const kept = phrases.map(phrase => keep(exclusionOf(phrase)))
    done += `${rest.slice(0, match.index)} ${kept.every(Boolean) ? '' : extent} `
    rest = after.slice(extent.length)
  }
  return done + rest
}

const leading = new Set('a an the any from with be being of in who is are have has to as really very too'.split(' '))

function dropLeading(words: readonly string[]): readonly string[] {
  const start = words.findIndex(word => !leading.has(word))
  return start < 0 ? [] : words.slice(start)
}

function exclusionOf(phrase: string): ReadChip {
  const gender = genderNamed(phrase)
  const condition: Condition = gender && !phrase.includes(' ') ? { kind: 'excludeGender', gender } : { kind: 'excludeWords', phrase }
  return { chip: { id: `not:${phrase}`, kind: 'exclude', label: `not ${phrase}` }, condition }
}

/** A language is a condition where the sentence says that it is spoken; "Punjabi wedding" is not. */
function readLanguagesAsked(sentence: string, isLanguage: (word: string) => boolean, keep: (read: ReadChip) => boolean): void {
  const words = sentence.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().split(' ')
  const before = new Set(['speak', 'speaks', 'speaking', 'fluent', 'fluently', 'native', 'knows', 'know', 'conversational', 'basic', 'some', 'good', 'chaste', 'shuddh'])
  const after = new Set(['speaking', 'speaker', 'speakers', 'bolne', 'bolta', 'bolti', 'fluent', 'language', 'native'])
  const spoken = new Set(['speak', 'speaks', 'fluent', 'fluently', 'speaking'])
  for (const [at, word] of words.entries()) {
    if (!isLanguage(word)) continue
    const cue = after.has(words[at + 1] ?? '') || before.has(words[at - 1] ?? '') || (words[at - 1] === 'in' && spoken.has(words[at - 2] ?? ''))
    // "speaks Tamil and Telugu": the second shares the cue of the first.
    const shared = ['and', 'or'].includes(words[at - 1] ?? '') && isLanguage(words[at - 2] ?? '') && (before.has(words[at - 3] ?? '') || after.has(words[at + 1] ?? ''))
    if (cue || (shared && words[at - 1] === 'and')) {
      keep({ chip: { id: `language:${word}`, kind: 'language', label: `Speaks ${titled(word)}` }, condition: { kind: 'language', word } })
    }
  }
}

/** A town is a condition where the sentence says that somebody lives there. */
function readPlaces(sentence: string, isCity: (word: string) => boolean, keep: (read: ReadChip) => boolean): string {
  return sentence.replace(/\b(?:based (?:in|at|out of)|living in|lives in|located in|resides in)\s+([\p{L}]+)|\b([\p{L}]+)[ -]based\b/gu, (all: string, first?: string, second?: string) => {
    const word = fold(first ?? second ?? '')
    if (!isCity(word)) return all
    return keep({ chip: { id: `city:${word}`, kind: 'city', label: `In ${titled(word)}` }, condition: { kind: 'city', word } }) ? ' ' : all
  })
}

function searchWords(sentence: string): readonly string[] {
  const parts = sentence.replace(/'s\b/g, '').match(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  return parts.map(fold).filter(word => word !== '' && !/^[a-z]$/.test(word))
}

/** Whether a folded word says whom to find: not grammar, not what every casting call says, not a bare word of gender. */
export const isTelling = (word: string): boolean => !emptyWords.has(word) && !bareGenderWords.has(word)

function meaningText(sentence: string): string {
  if (!searchWords(sentence).some(word => word.split(' ').some(isTelling))) return ''
  return sentence.replace(/[\p{L}]+/gu, word => (hindiGrammar.has(word) ? '' : (english[word] ?? word))).replace(/\s+/g, ' ').trim()
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
