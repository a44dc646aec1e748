import type { Gender } from '../../src-preload/contract/words.ts'
import type { ActionLine } from './mentions.ts'
import { genderOfNoun } from './people.ts'
import { anyWord } from './words.ts'

/** Other people whom a pronoun could mean, though no role is named. */
const otherPeople = new RegExp(anyWord(
  'someone somebody everyone everybody anyone nobody another both latter former person people crowd stranger friend driver ' +
  'passenger coolie porter doctor nurse priest baby child children kid kids couple boss lover teacher student officer cop cops ' +
  'guard servant maid customer client neighbou?r body corpse dog horse cow cat bird they them their parents? family guests? partner ' +
  'colleague host singer dancer victim owner shopkeeper vendor attendant assistant receptionist clerk peon hawaldaars? constables? ' +
  'twins? figure ghost god goddess each_other',
), 'iu')
/** "the other laughs", but not "with the other hand". */
const theOther = /(?<!\b(?:with|in|on) the )\bothers?\b/iu

const she = /\b(?:she|her|hers|herself)\b/iu
const he = /\b(?:he|his|himself)\b/iu
/** "hands her the book", "looks at her.", "with him": the pronoun of somebody else. */
const afterObject = anyWord(
  'the an? to with and in on at for from up down away back into by as over out off his what that how it some one two but who when ' +
    'while is was',
)
const object = new RegExp(`\\b(?:him|her(?=\\s*(?:[.,;:!?)]|$)|\\s+${afterObject}))\\b`, 'iu')
/** The person as subject of the next sentence: mostly the same person, in a scene for two sometimes the other. */
const subject = /[.!?]["')]*\s+(?:She|He)\b/u
const reflexive = /\b(?:herself|himself)\b/iu
/** "headphones round his neck", "a bag bigger than she is" in the description right after the name, before its verb. */
const phrasesBefore = '^(?:\\s*\\([^)]*\\))?\\s*,(?:[^,.]{1,60},){0,3}\\s*'
const noVerb = '(?!\\p{Ll}+s\\s(?!round|around|over))(?!hands?\\b|arms?\\b|eyes\\b)'
const described = new RegExp(
  `${phrasesBefore}(?:${noVerb}(?:[\\p{Ll}'-]+\\s){1,5}(?:round|around|on|in|over|under|behind|across|to|at|up)\\s(?:his|her)\\b` +
    `|[\\p{Ll}' -]+\\s(?:than|as)\\s(?:he|she)\\sis\\b)`,
  'u',
)

/** What a line's pronouns weigh: one alone never decides unless it cannot be about anybody else. */
const weights = { described: 3, reflexive: 3, subject: 2, possessive: 1 } as const

/** The gender that a line's pronouns say of a role, and how much that weighs. */
export interface PronounVote {
  readonly character: string
  readonly gender: Gender
  readonly weight: number
}

/**
 * The gender that the pronouns of a line say of the one person it names.
 *
 * Null unless the line names one role and nobody else: no other name, no other word for a person, no second gender. With two
 * people in it, a pronoun is no evidence. The weight is 1 to 3: a mere "his" may be about somebody of the line before
 * ("Sandra takes his hand"), a reflexive or a description beside the name cannot.
 */
export function genderByPronouns(line: ActionLine): PronounVote | null {
  const [first] = line.mentions
  if (!first || line.mentions.some(mention => mention.character !== first.character || mention.qualified)) return null
  if (otherPeople.test(line.text) || theOther.test(line.text) || namesElse(line)) return null
  const after = line.text.slice(first.end)
  if (line.text.split(/[^\p{L}\p{M}'-]+/u).some(word => genderOfNoun(word) !== null)) return null
  if (/\b(?:she|her|he|him|his)\b/iu.test(line.text.slice(0, first.start)) || object.test(after)) return null
  const female = she.test(after)
  const male = he.test(after)
  return female === male ? null : { character: first.character, gender: female ? 'female' : 'male', weight: weightOf(after) }
}

function weightOf(after: string): number {
  if (described.test(after)) return weights.described
  return reflexive.test(after) ? weights.reflexive : subject.test(after) ? weights.subject : weights.possessive
}

/** Words with a capital inside a sentence, outside the mentions, may be somebody who has no cue. */
function namesElse(line: ActionLine): boolean {
  const blank = (text: string, from: number, to: number): string => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  const bare = line.mentions.reduceRight((text, { start, end }) => blank(text, start, end), line.text)
  return /\p{Lu}{3,}/u.test(bare) || /[\p{Ll},;)]\s+\p{Lu}\p{Ll}/u.test(bare)
}
