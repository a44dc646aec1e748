import type { PlayingRange } from '../../../src-preload/contract/words.ts'
import { fold, wordsOf } from '../../spelling/folding.ts'
import { plain } from '../sheet/readNumbers.ts'
import type { Condition } from './conditions.ts'
import { emptyWords, english, hindiGrammar } from './fieldWords.ts'
import { aboutOneself, readAgeLeaning, readAges } from './readAges.ts'
import { likeChip, readAlike, readBeside, type AlikeRead, type NamedPerson } from './readAlike.ts'
import { collectChips, type ChipCollector, type ReadChip } from './readChips.ts'
import { readFees } from './readFees.ts'
import { readFreeDays } from './readFreeDays.ts'
import { bareGenderWords, genderNamed, readGenderAsked } from './readGenders.ts'
import { readHeights } from './readHeights.ts'
import { readLanguages } from './readLanguages.ts'
import { readPapers } from './readPapers.ts'
import { readPlaces } from './readPlaces.ts'

/** What the readers of a sentence ask the book. */
export interface KnownToBook {
  /** Whether a folded word is a language, a town, a tag of somebody in the book. */
  readonly isLanguage: (word: string) => boolean
  readonly isCity: (word: string) => boolean
  readonly isTag?: (word: string) => boolean
  /** The one person whose name some folded words are. */
  readonly named?: (words: readonly string[]) => NamedPerson | null
  /** The day it is for the user, `YYYY-MM-DD`; without it no days are read. */
  readonly today?: string | undefined
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
 * Ids in `without` are chips that the user took away: their words are then looked for like any other. `like` is somebody the
 * others are to be like, beside the sentence.
 */
export function readSentence(text: string, known: KnownToBook, without: readonly string[] = [], like: NamedPerson | null = null): Understanding {
  const found = collectChips(without)
  const said = plain(text.replace(/[\ue000-\uf8ff]/g, ' ')).toLowerCase()
  const alike = readModel(said, known, found, like)
  let sentence = alike.rest
  // Before the quotes: five foot ten is written with one.
  sentence = readHeights(sentence, found)
  sentence = readQuoted(sentence, found)
  sentence = readFees(sentence, found)
  if (known.today !== undefined) sentence = readFreeDays(sentence, known.today, found)
  sentence = readPapers(sentence, known.isTag ?? (() => false), found)
  sentence = readNegations(sentence, found.keep)
  const model = alike.person?.gender
  const gender = readGenderAsked(aboutOneself(sentence)) ?? (model === 'female' || model === 'male' ? model : null)
  const ages = readAges(sentence)
  const aged = ages.range !== null && found.keep(ageChip(ages.range))
  if (gender) found.keep(genderChip(gender, /\b(?:trans|transgender|hijra|kinnar|queer|non-?binary)\b/.test(sentence)))
  const rest = aged ? ages.rest : sentence
  readLanguages(rest, known.isLanguage, found)
  const unplaced = found.restore(readPlaces(rest, known.isCity, found))
  return { chips: found.chips, words: searchWords(unplaced), meaning: meaningText(unplaced), ages: aged ? ages.range : (readAgeLeaning(aboutOneself(sentence)) ?? alike.person?.playingRange ?? null) }
}

function readModel(sentence: string, { named }: KnownToBook, found: ChipCollector, like: NamedPerson | null): AlikeRead {
  if (like) return found.keep(likeChip(like)) ? { rest: readBeside(sentence, like, found), person: like } : { rest: sentence, person: null }
  return named ? readAlike(sentence, named, found) : { rest: sentence, person: null }
}

/** A phrase in quotes must stand in the texts as it is. */
function readQuoted(sentence: string, found: ChipCollector): string {
  return sentence.replace(/"([^"]{2,60})"/g, (all, phrase: string) => {
    const folded = fold(phrase)
    if (folded !== '') found.keep({ chip: { id: `phrase:${folded}`, kind: 'skill', label: `"${phrase.trim()}"` }, condition: { kind: 'skill', phrase: folded } })
    return ` ${all.slice(1, -1)} `
  })
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
