import type { Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import type { Description } from './description.ts'
import { agePhrases, ageOf } from './readAge.ts'
import { isLookAdjective } from './readLook.ts'
import { anyWord, wordSet } from './words.ts'
import { genderOfNoun, genderOfWord, kinWords } from './people.ts'

/** How many phrases after a name may still describe it. */
const reach = 4

/** The age that a description states of the person it names, null where it states none. */
export function ageIn(description: Description): PlayingRange | null {
  for (const part of description.inBrackets) {
    const age = ageOf(part) ?? ageOf(leading(part))
    if (age) return age
  }
  for (const phrase of description.phrases.slice(0, reach)) {
    const age = statedAge(phrase, description.copula)
    if (age) return age
  }
  return ageBefore(description.before)
}

/** Where a phrase goes on after an age: "40's and handsome", "17 with braces". */
const goesOn = anyWord('and with in_a in_his in_her wearing but going_on standing sitting holding walking lying looking leaning')
const leading = (phrase: string): string => phrase.replace(new RegExp(`\\s+${goesOn}.*$`, 'iu'), '')

function statedAge(phrase: string, copula: boolean): PlayingRange | null {
  const plain = ageOf(phrase) ?? (/^\s*in\s/i.test(phrase) ? null : ageOf(leading(phrase)))
  // "RAVI is 5 minutes late" and "RAVI is 20 paces away" are no ages, but neither reads as one whole.
  if (plain) return plain
  if (!copula && !/^(?:an?|the|in|aged?|now|another)\s/iu.test(phrase)) return null
  if (copula && !/^(?:an?|in|about|around)\s/iu.test(phrase)) return null
  for (const pattern of agePhrases) {
    const found = pattern.exec(phrase)?.[1]
    const age = found === undefined ? null : ageOf(found)
    if (age) return age
  }
  return null
}

const yearsOldBefore =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}]+(?:-[\p{L}]+)?)[- ]years?[- ]old(?:\s+(?:boy|girl|man|woman|son|daughter|kid|child))?\s+$/iu

function ageBefore(before: string): PlayingRange | null {
  const found = yearsOldBefore.exec(before)?.[1]
  return found === undefined ? null : ageOf(`${found} years old`)
}

/** The gender that a description states of the person it names, null where it states none or contradicts itself. */
export function genderIn(description: Description): Gender | null {
  const said = new Set<Gender>()
  const add = (gender: Gender | null) => gender && said.add(gender)
  for (const part of description.inBrackets) {
    add(genderOfMark(part) ?? genderOfAgePhrase(part) ?? genderOfNounPhrase(part) ?? genderOfOwn(part))
  }
  for (const phrase of appositions(description)) add(genderOfAgePhrase(phrase) ?? genderOfNounPhrase(phrase))
  add(genderBefore(description.before))
  const [only] = said
  return said.size === 1 && only ? only : null
}

const genderOfMark = (part: string): Gender | null =>
  /^(?:f|female)$/iu.test(part) ? 'female' : /^(?:m|male)$/iu.test(part) ? 'male' : /^non[- ]?binary$/iu.test(part) ? 'nonBinary' : null

/** "(early 40s, warmth in his eyes)": a bracket right after the name speaks of nobody else. */
function genderOfOwn(part: string): Gender | null {
  const own = [...new Set((part.match(/\b(?:his|her)\b/giu) ?? []).map(word => word.toLowerCase()))]
  return own.length === 1 && !/'s\b/u.test(part) ? (own[0] === 'his' ? 'male' : 'female') : null
}

const inTheir = /^(?:[\p{L} ,]*\s)?in\s+(his|her)\s+(?:early|mid|middle|late|\d0|teens|twent|thirt|fort|fift|sixt|sevent|eight|ninet)/iu

/** "in her late fifties", "28 साल की", "40 saal ka". */
function genderOfAgePhrase(phrase: string): Gender | null {
  const own = inTheir.exec(phrase)?.[1]
  if (own) return own.toLowerCase() === 'his' ? 'male' : 'female'
  if (!ageOf(phrase)) return null
  const hindi = /(?:साल|वर्ष|बरस|saal|sal|baras)\s*(का|की|ka|ki)$/iu.exec(phrase.trim())?.[1]
  return hindi ? (/^(?:का|ka)$/iu.test(hindi) ? 'male' : 'female') : null
}

/** The phrases that stand for the person: up to the first that begins with something else than an age, an adjective or an article. */
const appositions = (description: Description): readonly string[] =>
  description.phrases
    .slice(0, reach)
    .map((phrase, index, all) => (isOpenPhrase(phrase) ? `${phrase} ${all[index + 1] ?? ''}` : phrase))
    .filter(phrase => /^(?:an?|the|in|now|another)\s/iu.test(phrase) || ageOf(phrase) !== null)

/** "a wiry" of "a wiry, dark-skinned boy": an article and adjectives, the noun still to come. */
const isOpenPhrase = (phrase: string): boolean => /^an?\s/iu.test(phrase) && phrase.split(/\s+/u).slice(1).every(isLookAdjective)

const headEnds = wordSet(
  'of in with who that from whose for at on by and or to as about named called like than behind beside without is was has have had',
)

/** The gender of a noun phrase by its head: "a rugged young man of 32" but not "a friend of the woman", "a woman hater". */
export function genderOfNounPhrase(phrase: string): Gender | null {
  const words = phrase.replace(/^(?:an?|the|another|now an?)\s+/iu, '').split(/\s+/u)
  const end = words.findIndex((word, index) => headEnds.has(word.toLowerCase()) || (index > 0 && /^\p{Ll}+(?:ing|ed)$/u.test(word)))
  const head = (end < 0 ? words : words.slice(0, end)).slice(-1)[0]?.replace(/[^\p{L}\p{M}'-]/gu, '')
  if (!head || words.length > 25) return null
  return genderOfNoun(head)
}

const kinBefore = new RegExp(
  `(?<![\\p{L}])(?:[Hh]is|[Hh]er|[Tt]heir|\\p{Lu}[\\p{L}.]*'s?|'s)\\s+(?:\\p{Ll}+\\s+){0,2}(${kinWords.join('|')})\\s+$`,
  'u',
)

/** "his mother SANDRA", the word of kinship right before the name, after whose kin it is; "A French lady, MARION". */
function genderBefore(before: string): Gender | null {
  const kin = kinBefore.exec(before)?.[1]
  if (kin) return genderOfWord(kin)
  const apposed = /(?:^|[.!?(]\s*)(?:An?|Another|an?)\s+([\p{L}' -]{2,60}),\s*$/u.exec(before)?.[1]
  return apposed === undefined ? null : genderOfNounPhrase(apposed)
}

/** The gender that the cue itself says: MRS MISHRA, ANIL'S FATHER, OLD WOMAN; null for a plain name. */
export function genderOfCue(name: string): Gender | null {
  const words = name.replace(/[’‘]/gu, "'").split(/\s+/u).filter(word => !/^[#\d().-]+$/u.test(word))
  const head = words.at(-1)
  const title = words.length > 1 && words[0] ? words[0].replace(/\.$/u, '') : ''
  if (/^(?:mr|shri|श्री)$/iu.test(title)) return 'male'
  if (/^(?:mrs|ms|miss|smt|shrimati|kumari|श्रीमती)$/iu.test(title)) return 'female'
  return head && !/^(?:men|women|girls|boys)$/iu.test(head) ? genderOfWord(head) : null
}
