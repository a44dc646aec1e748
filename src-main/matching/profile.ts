import { creditLine } from '../../src-preload/contract/said.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Sounds } from './sounds.ts'

/** Where a skill was found in a profile, and the words it was found in. */
export interface SkillFound {
  readonly where: 'listed' | 'trained' | 'credited' | 'mentioned'
  readonly words: string
}

/**
 * Looks for a skill in a profile: in the skills, then the training, the credits and the bio.
 *
 * Every list of words must be met by one of its words; spellings that sound alike (Bharathanatyam, Bharatanatyam) meet. Null
 * where it stands nowhere.
 */
export function findSkill(person: TalentRecord, words: readonly (readonly string[])[], sounds: Sounds): SkillFound | null {
  for (const skill of skillsOf(person)) if (says(skill, words, sounds)) return { where: 'listed', words: skill }
  for (const sentence of sentences(person.training)) if (says(sentence, words, sounds)) return { where: 'trained', words: sentence }
  for (const credit of person.credits.map(creditLine)) if (says(credit, words, sounds)) return { where: 'credited', words: credit }
  for (const sentence of sentences(person.bio)) if (says(sentence, words, sounds)) return { where: 'mentioned', words: sentence }
  return null
}

/** Tells whether anything is known that a skill could stand in. */
export const skillsKnown = (person: TalentRecord): boolean => skillsOf(person).length > 0

const skillsOf = ({ skills, proofs }: TalentRecord): readonly string[] => [...skills, ...proofs.map(({ skill }) => skill)]

const sentences = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=[.;!?])\s+/u))

const negated = /\b(?:no|not|never|cannot|can't|doesn't|does not|without|hates|refuses)\b/iu

/** Spellings are compared by sound from this many letters on; shorter words sound alike by chance. */
const soundsFrom = 7

function says(text: string, words: readonly (readonly string[])[], sounds: Sounds): boolean {
  if (negated.test(text)) return false
  const folded = sounds.folded(text)
  const stands = (word: string): boolean => folded.includes(` ${word} `)
  return words.every(alternatives => alternatives.some(stands) || alternatives.some(word => soundsIn(folded, word, sounds)))
}

const soundsIn = (folded: string, word: string, { sound }: Sounds): boolean =>
  word.length >= soundsFrom &&
  /^[a-z]+$/.test(word) &&
  folded.split(' ').some(part => part.length >= soundsFrom && sound(part) === sound(word))

/** Shortens a quotation to some 90 characters at a word, with its marks. */
export function quoted(words: string): string {
  const text = words.replace(/\s+/gu, ' ').replace(/[.;\s]+$/u, '').trim()
  const short = text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s+\S*$/u, '')}…`
  return `“${short}”`
}
