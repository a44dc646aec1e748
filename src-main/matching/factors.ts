import type { Reason } from '../../src-preload/contract/matching.ts'
import { creditLine } from '../../src-preload/contract/said.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import { fold } from '../spelling/folding.ts'
import type { Ask } from './ask.ts'
import { genderWords, rangeInWords } from './gates.ts'
import { findLanguage, type LanguageFound } from './languages.ts'
import { findSkill, quoted, skillsKnown, type SkillFound } from './profile.ts'
import { mustWeight, proposedWeights, skillWorth, weights } from './weights.ts'

/**
 * One thing that is asked, held against a person.
 *
 * `value` is 0 to 1, null where it is unknown; `weight` its part of the whole. `reason` says what speaks for the person, `gap`
 * what is missing or unknown; both are made only for the people who are shown.
 */
export interface Factor {
  readonly factor: Reason['factor']
  readonly weight: number
  readonly value: number | null
  readonly reason: () => string | null
  readonly gap: () => string | null
}

const nothing = (): null => null

/** Everything that a role asks, held against a person; `near` is 0 to 1, null where search by meaning does not know them yet. */
export const factorsOf = (ask: Ask, person: TalentRecord, near: number | null): readonly Factor[] =>
  [
    meaningFactor(ask, person, near),
    ...skillFactors(ask, person),
    ...languageFactors(ask, person),
    ...rangeFactors(ask, person),
    ...genderFactors(ask, person),
    experienceFactor(ask, person),
  ].filter(({ weight }) => weight > 0)

const between = (value: number): number => Math.min(1, Math.max(0, value))

function meaningFactor(ask: Ask, person: TalentRecord, value: number | null): Factor {
  return {
    factor: 'meaning',
    weight: ask.text === '' ? 0 : weights.meaning,
    value,
    reason: () => {
      if (value === null || value < 0.4) return null
      const shared = sharedWords(ask, person)
      const nearness = value >= 0.7 ? 'Very near in meaning to the role' : 'Near in meaning to the role'
      return shared.length === 0 ? nearness : `${nearness}: both speak of ${shared.join(', ')}`
    },
    gap: () => (value === null ? 'Search by meaning does not know this person yet' : null),
  }
}

function sharedWords(ask: Ask, person: TalentRecord): readonly string[] {
  const words = fold([...person.skills, person.bio, ...person.credits.map(creditLine), person.training].join(' ')).split(' ')
  return [...new Set(words.filter(word => ask.telling.has(word)))].slice(0, 3)
}

/** Parts of one factor share its weight, a must-have taking more. */
const shareOf = (must: boolean, all: readonly { readonly must: boolean }[]): number =>
  (must ? mustWeight : 1) / all.reduce((sum, asked) => sum + (asked.must ? mustWeight : 1), 0)

function skillFactors(ask: Ask, person: TalentRecord): readonly Factor[] {
  return ask.skills.map(({ name, must, words }) => {
    const found = findSkill(person, words, ask.sounds)
    const known = found !== null || skillsKnown(person)
    return {
      factor: 'skills',
      weight: weights.skills * shareOf(must, ask.skills),
      value: found ? skillWorth[found.where] : known ? 0 : null,
      reason: () => (found ? skillReason(name, found) : null),
      gap: () => (found ? null : known ? `${capital(name)} not listed` : `Whether ${name} is known: no skills listed`),
    }
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function skillReason(name: string, { where, words }: SkillFound): string {
  const same = fold(words) === fold(name)
  if (where === 'listed') return same ? `${capital(name)} is among the skills` : `${capital(name)}: lists ${quoted(words)}`
  if (where === 'trained') return `Trained in ${name}: ${quoted(words)}`
  return where === 'credited' ? `Has played it (${name}): ${quoted(words)}` : `${capital(name)}, from the bio: ${quoted(words)}`
}

const fluencyWords = {
  native: 'as mother tongue', fluent: 'fluently', conversational: 'well enough to converse', basic: 'a little',
} as const

function languageFactors(ask: Ask, person: TalentRecord): readonly Factor[] {
  return ask.languages.map(({ name, must }) => {
    const found = findLanguage(person, name, ask.sounds)
    const known = person.languages.length > 0
    return {
      factor: 'languages',
      weight: weights.languages * shareOf(must, ask.languages),
      value: found ? found.worth : known ? 0 : null,
      reason: () => (found ? languageReason(name, found) : null),
      gap: () => languageGap(name, found, known),
    }
  })
}

function languageReason(name: string, { spoken, close }: LanguageFound): string {
  const how = spoken.fluency === null ? '' : ` ${fluencyWords[spoken.fluency]}`
  if (close) return `Speaks ${spoken.language}${how}, close to ${name}`
  const dialect = fold(spoken.language) === fold(name) ? '' : ` (${spoken.language})`
  return `Speaks ${name}${dialect}${how}`
}

function languageGap(name: string, found: LanguageFound | null, known: boolean): string | null {
  if (!found) return known ? `${name} not listed` : `Whether ${name} is spoken: no languages listed`
  if (found.close) return `${name} itself not listed`
  if (found.spoken.fluency === null) return `How well ${name} is spoken is not said`
  return found.spoken.fluency === 'basic' ? `${name} only basic` : null
}

/** Years between the ranges past which a part is out of reach, where the gate was lifted. */
const reachYears = 15

function rangeFactors({ playingRange, proposedRanges }: Ask, person: TalentRecord): readonly Factor[] {
  const asked = playingRange ? [playingRange] : proposedRanges
  const [first] = asked
  if (!first) return []
  const own = person.playingRange
  const best = own ? asked.reduce((near, range) => (rangeValue(own, range) > rangeValue(own, near) ? range : near), first) : first
  const fits = own !== null && own.from <= best.to && own.to >= best.from
  return [{
    factor: 'playingRange',
    weight: playingRange ? weights.playingRange : proposedWeights.playingRange,
    value: own ? rangeValue(own, best) : null,
    reason: () => (fits ? `Plays ${rangeInWords(own)}; the role is ${rangeInWords(best)}` : null),
    // Where it is a gate, the gate says what is unknown or apart.
    gap: () => {
      if (playingRange || fits) return null
      return own ? `Plays ${rangeInWords(own)}; the script says ${rangeInWords(best)}` : 'Playing range not known'
    },
  }]
}

function genderFactors({ proposedGender }: Ask, person: TalentRecord): readonly Factor[] {
  if (!proposedGender) return []
  const same = person.gender === proposedGender
  return [{
    factor: 'playingRange',
    weight: proposedWeights.gender,
    value: person.gender === null ? null : Number(same),
    reason: nothing,
    gap: () => {
      if (same) return null
      if (person.gender === null) return 'Gender not stated'
      return `Is ${genderWords[person.gender]}; the script says ${genderWords[proposedGender]}`
    },
  }]
}

/** 1 where the middles meet, 0.6 at the edge of the person's range, falling to 0 past it. */
function rangeValue(own: { from: number; to: number }, asked: { from: number; to: number }): number {
  const apart = Math.max(own.from - asked.to, asked.from - own.to, 0)
  if (apart > 0) return 0.5 * between(1 - apart / reachYears)
  const half = Math.max(1, (own.to - own.from + asked.to - asked.from) / 2)
  return 1 - 0.4 * between(Math.abs((own.from + own.to) / 2 - (asked.from + asked.to) / 2) / half)
}

const asksAnything = (ask: Ask): boolean =>
  ask.text !== '' || ask.playingRange !== null || ask.gender !== null || ask.languages.length > 0 || ask.skills.length > 0

/** What credits are worth by their number; no credits known is unknown, not none. */
const creditWorth = [0, 0.6, 0.7, 0.8] as const

function experienceFactor(ask: Ask, person: TalentRecord): Factor {
  const count = person.credits.length
  const alike = (): string | undefined =>
    person.credits.map(creditLine).find(credit => ask.sounds.folded(credit).split(' ').some(word => ask.telling.has(word)))
  const value = count === 0 ? null : alike() !== undefined ? 1 : creditWorth[Math.min(count, creditWorth.length - 1)] ?? 0
  return {
    factor: 'experience',
    // A role of which nothing is known but a name asks for no experience either.
    weight: asksAnything(ask) ? weights.experience : 0,
    value,
    reason: () => {
      if (count === 0) return null
      const near = alike()
      if (near !== undefined) return `Has played something like it: ${quoted(near)}`
      return `${count === 1 ? 'One credit listed:' : `${count} credits listed, such as`} ${quoted(person.credits.slice(0, 1).map(creditLine).join(''))}`
    },
    gap: () => (count === 0 ? 'No credits known' : null),
  }
}
