import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import { soundsFrom, type Sounds, type ToldText } from './sounds.ts'

/**
 * Looks for a skill in a profile: in the skills, then the training, the credits and the bio; the text it was found in.
 *
 * Every list of words must be met by one of its words; spellings that sound alike (Bharathanatyam, Bharatanatyam) meet. Null
 * where it stands nowhere.
 */
export function findSkill(person: TalentRecord, words: readonly (readonly string[])[], sounds: Sounds): ToldText | null {
  const told = sounds.told(person)
  return says(told, words, sounds) ? (told.texts.find(text => says(text, words, sounds)) ?? null) : null
}

/** Tells whether anything is known that a skill could stand in. */
export const skillsKnown = ({ skills, proofs }: TalentRecord): boolean => skills.length > 0 || proofs.length > 0

function says({ folded, heard }: Pick<ToldText, 'folded' | 'heard'>, words: readonly (readonly string[])[], { sound }: Sounds): boolean {
  if (folded === '') return false
  return words.every(alternatives =>
    alternatives.some(word => folded.includes(` ${word} `)) || alternatives.some(word => word.length >= soundsFrom && /^[a-z]+$/.test(word) && heard().has(sound(word))))
}

/** Shortens a quotation to some 90 characters at a word, with its marks. */
export function quoted(words: string): string {
  const text = words.replace(/\s+/gu, ' ').replace(/[.;\s]+$/u, '').trim()
  const short = text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s+\S*$/u, '')}…`
  return `“${short}”`
}
