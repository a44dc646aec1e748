import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import { Fluency } from '../../src-preload/contract/words.ts'
import type { Ask } from './ask.ts'
import { quoteOf } from './evidence.ts'
import type { Finding } from './finding.ts'
import { findLanguage } from './languages.ts'
import { findSkill, skillsKnown } from './profile.ts'
import { fluencyWords, genderWords, rangeInWords } from './said.ts'

/** The playing range: stops where both are known and do not meet. */
export function rangeGate({ playingRange, pages }: Ask, { playingRange: own }: TalentRecord): readonly Finding[] {
  const gate = 'playingRange'
  const page = pages.playingRange
  if (!playingRange) return []
  if (!own) return [{ gate, gap: () => 'Playing range not known', page }]
  if (own.to >= playingRange.from && own.from <= playingRange.to) return []
  return [{ gate, stop: () => `Plays ${rangeInWords(own)}; the role asks for ${rangeInWords(playingRange)}`, profile: () => quoteOf('playingRange', `Plays ${rangeInWords(own)}`), page }]
}

/** The gender: stops where it is stated and another. */
export function genderGate({ gender, pages }: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'gender'
  const page = pages.gender
  if (!gender) return []
  if (!person.gender) return [{ gate, gap: () => 'Gender not stated', page }]
  if (person.gender === gender) return []
  const own = genderWords[person.gender]
  return [{ gate, stop: () => `Is ${own}; the role asks for ${genderWords[gender]}`, profile: () => quoteOf('gender', own), page }]
}

/** The languages that are musts: stops where languages are known and this is not among them, or is spoken less well than asked. */
export function languageGates(ask: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'language'
  const profile = () => quoteOf('languages', person.languages.map(({ language }) => language).join(', '))
  return ask.languages.filter(({ must }) => must).flatMap(({ name, fluency, page }): readonly Finding[] => {
    if (person.languages.length === 0) return []
    const found = findLanguage(person, name, ask.sounds)
    if (!found) return [{ gate, stop: () => `${name} is not among the languages`, profile, page }]
    if (found.close) return [{ gate, stop: () => `Lists ${found.spoken.language}, close to ${name}, but not ${name} itself`, profile, page }]
    if (found.dialectUnknown) return [{ gate, gap: () => `Speaks ${found.spoken.language}; whether in the dialect asked for (${name}) is not said`, profile, page }]
    const own = found.spoken.fluency
    if (!fluency || own === null || rankOf(own) <= rankOf(fluency)) return []
    return [{ gate, stop: () => `Speaks ${name} only ${fluencyWords[own]}; the role asks for ${fluency === 'native' ? 'a mother tongue' : fluency}`, profile, page }]
  })
}

/** The place of a fluency, best first. */
const rankOf = (fluency: Fluency): number => Fluency.options.indexOf(fluency)

/** The skills that are musts: stops where skills are known and this stands nowhere in the profile. */
export function skillGates(ask: Ask, person: TalentRecord): readonly Finding[] {
  return ask.skills.filter(({ must }) => must).flatMap(({ name, words, page }): readonly Finding[] => {
    if (findSkill(person, words, ask.sounds) || !skillsKnown(person)) return []
    return [{ gate: 'skill', stop: () => `${name} is not among the skills`, profile: () => quoteOf('skills', person.skills.join(', ')), page }]
  })
}
