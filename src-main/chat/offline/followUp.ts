import type { Concept } from './lexicon.ts'
import { lexicon } from './lexicon.ts'
import type { Follows, Intent } from './intent.ts'
import type { Mention } from './names.ts'
import type { Question } from './question.ts'
import { readTime } from './times.ts'
import { listNamed } from './deeds.ts'

/** The beginning of a sentence that leans on what was asked before, and what is left of it. */
export interface Lean {
  /** "and ...", "what about ...": it can be nothing but a part of a question. */
  readonly isSaid: boolean
  /** Whether only the kind of people is narrowed: "only women". */
  readonly rest: string
}

const leads = /^(?:(?:and|aur|or|ok|okay|accha|acha|achha|then|also|phir|toh|to)\s+)*(?:(?:what|how) about\s+|same for\s+|only\s+|just\s+|sirf\s+|bas\s+|keval\s+|and\s+|aur\s+|then\s+|phir\s+)/
const tails = /\s+(?:ka kya|ki kya|ke kya|too|as well|bhi|instead)$/

/** Takes the words that lean off a sentence in lower case; `and` and `aur` count, "only women" too. */
export function leanOf(sentence: string): Lean {
  const rest = sentence.replace(leads, '')
  const isSaid = rest !== sentence || /\s(?:ka|ki|ke) kya$/.test(sentence)
  return { isSaid, rest: rest.replace(tails, '').replace(/^(?:in|for|on)\s+the\s+/, match => match.replace('the ', '')) }
}

/** Words that say one of several things that a question can be asked about: where one is said, it takes the place of the others. */
const kinds: readonly (readonly Concept[])[] = [
  ['women', 'men'], ['shortList', 'longList', 'selects', 'booked', 'backup'], ['night', 'daytime'], ['exterior', 'interior'], ['lead', 'supporting', 'dayPlayer'], ['most', 'least'],
  ['phone', 'email', 'height', 'language', 'agent', 'fee', 'city', 'skills', 'union', 'credits', 'age'],
]
const silent: readonly Concept[] = ['and', 'about', 'role', 'people', 'which']

/** A part of a question, read by itself: names, days, a scene, a time, one word of a kind; null where the sentence says more or nothing. */
export function partOf(question: Question, rest: string): Question | null {
  const { said, unexplained, roles, people, days, scene } = question
  const other = [...said].filter(concept => !silent.includes(concept) && !kinds.some(kind => kind.includes(concept)) && !(concept === 'scene' && scene !== null) && concept !== 'onList')
  const { times } = readTime(rest)
  const isNothing = roles.length + people.length === 0 && days === null && scene === null && times.length === 0 && ![...said].some(concept => kinds.some(kind => kind.includes(concept)))
  const unread = unexplained.filter(word => times.length === 0 || !/^(?:\d+|am|pm|baje|subah|shaam|dopahar|raat)$/.test(word))
  return other.length > 0 || unread.length > 0 || isNothing ? null : question
}

/** Whether a part without "and" before it is one: days or a time alone, or a name with "for", not a bare name, which is opened. */
export const isBarePart = ({ roles, people, said, sentence }: Question): boolean =>
  (roles.length + people.length === 0 && said.size === 0) || (/^for\s|\s(?:ke liye|keliye)$/.test(sentence) && people.length === 0)

/**
 * The question asked before, with the parts of a new one in their places; null where it cannot be asked so, or it is not certain what is meant.
 *
 * One name takes the place of one name of the same kind; where there were two, either could be meant.
 */
export function withParts(before: Question, { follows }: Pick<Intent, 'follows'>, part: Question, rest: string): Question | null {
  if (!follows) return null
  const roles = exchanged(before.roles, part.roles, follows.roles)
  const people = exchanged(before.people, part.people, follows.people)
  const words = [...part.said].filter(concept => !silent.includes(concept) && concept !== 'scene' && concept !== 'onList')
  const takes = (concept: Concept): boolean => follows.words?.includes(concept) === true
  const takesDays = part.days === null || follows.days === 'joins' || (follows.days === 'swaps' && before.days !== null)
  const takesScene = part.scene === null || (follows.scene !== undefined && before.scene !== null)
  if (roles === null || people === null || !takesDays || !takesScene || !words.every(takes)) return null
  const narrows = words.some(concept => concept === 'women' || concept === 'men')
  if (narrows && before.people.length > 0) return null
  const swapped = kinds.filter(kind => kind.some(concept => words.includes(concept))).flat()
  const isNewName = part.people.length + part.roles.length > 0
  /** Sessions are asked of a person or of a role: one takes the place of the other. */
  const drops = (kind: 'roles' | 'people'): boolean => follows[kind] === 'joins' && isNewName && part[kind].length === 0 && before[kind === 'roles' ? 'people' : 'roles'].length === 0
  return {
    ...before,
    text: part.text,
    language: part.language === 'hi' || !/^(?:and|what|how|for|only|just|then)\b/.test(part.sentence) ? laterLanguage(before, part) : 'en',
    roles: drops('roles') ? [] : roles,
    people: drops('people') ? [] : people,
    days: part.days ?? before.days,
    scene: part.scene ?? before.scene,
    said: new Set([...[...before.said].filter(concept => !swapped.includes(concept)), ...words]),
    sentence: narrows ? withKind(before.sentence, words) : before.sentence,
    about: part.people.length > 0 ? '' : narrows ? withKind(before.about, words) : before.about,
    unexplained: part.people.length > 0 ? [] : before.unexplained,
    deed: before.deed && deedWith(before, rest),
  }
}

const laterLanguage = (before: Question, part: Question): 'en' | 'hi' => (part.language === 'hi' ? 'hi' : before.language)

function exchanged<Named>(before: readonly Mention<Named>[], part: readonly Mention<Named>[], how: Follows['roles']): readonly Mention<Named>[] | null {
  if (part.length === 0) return before
  if (part.length > 1 || how === undefined) return null
  if (how === 'swaps' && before.length === 0) return null
  return before.length > 1 ? null : part
}

function deedWith({ deed }: Question, rest: string): Question['deed'] {
  if (!deed) return null
  const { times } = readTime(rest)
  return { ...deed, list: listNamed(rest) ?? deed.list, times: times.length > 0 ? times : deed.times }
}

const kindWords = new RegExp(String.raw`\b(?:${[...lexicon.women.split(', '), ...lexicon.men.split(', ')].sort((a, b) => b.length - a.length).join('|')})\b`, 'g')

/** A sentence that looks for people, with another kind of them. */
const withKind = (sentence: string, words: readonly Concept[]): string => `${sentence.replace(kindWords, ' ').replace(/\s+/g, ' ').trim()} ${words.includes('women') ? 'woman' : 'man'}`.trim()
