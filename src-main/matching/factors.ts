import type { FitWeights } from '../../src-preload/contract/matching.ts'
import { creditLine } from '../../src-preload/contract/said.ts'
import type { TalentField, TalentRecord } from '../../src-preload/contract/talent.ts'
import { fold } from '../spelling/folding.ts'
import type { Ask } from './ask.ts'
import { evidence, quoteOf } from './evidence.ts'
import { experienceFactor, typingFactors } from './experience.ts'
import type { Factor } from './factor.ts'
import { languageFactors } from './languageFactors.ts'
import { pastFactors, type Sighting } from './past.ts'
import { findSkill, quoted, skillsKnown } from './profile.ts'
import { sentences, type ToldText } from './sounds.ts'
import { genderFactors, rangeFactors } from './rangeFactors.ts'
import { shareOf } from './shareOf.ts'
import { skillWorth } from './weights.ts'

/** What is known of a person beyond the record. */
export interface KnownBeside {
  /** How near in meaning to the role, 0 to 1; null where search by meaning does not know them yet. */
  readonly near: number | null
  /** What this office saw of them. */
  readonly past: readonly Sighting[]
}

/** Everything that a role asks, held against a person. */
export const factorsOf = (ask: Ask, person: TalentRecord, { near, past }: KnownBeside, weights: FitWeights): readonly Factor[] =>
  [
    meaningFactor(ask, person, near, weights.meaning),
    ...skillFactors(ask, person, weights.skills),
    ...languageFactors(ask, person, weights.languages),
    ...rangeFactors(ask, person, weights.playingRange),
    ...genderFactors(ask, person, weights.playingRange),
    experienceFactor(ask, person, weights.experience),
    ...pastFactors(ask, person, past, weights.past),
    ...typingFactors(ask, person, weights.typing),
  ].filter(({ weight }) => weight > 0)

function meaningFactor(ask: Ask, person: TalentRecord, value: number | null, weight: number): Factor {
  return {
    factor: 'meaning',
    weight: ask.text === '' ? 0 : weight,
    value,
    reason: () => {
      if (value === null || value < 0.4) return null
      const { words, profile } = sharedWords(ask, person)
      const nearness = value >= 0.7 ? 'Very near in meaning to the role' : 'Near in meaning to the role'
      return evidence(words.length === 0 ? nearness : `${nearness}: both speak of ${words.join(', ')}`, profile, ask.pages.told)
    },
    gap: () => (value === null ? evidence('Search by meaning does not know this person yet') : null),
  }
}

/** The telling words that role and profile share, three at most, and the sentence with most of them. */
function sharedWords(ask: Ask, person: TalentRecord): { readonly words: readonly string[]; readonly profile: ReturnType<typeof quoteOf> | null } {
  const texts: readonly (readonly [TalentField, readonly string[]])[] =
    [['skills', person.skills], ['bio', sentences(person.bio)], ['credits', person.credits.map(creditLine)], ['training', sentences(person.training)]]
  const told = texts.flatMap(([field, lines]) => lines.map(line => ({ field, line, shared: fold(line).split(' ').filter(word => ask.telling.has(word)) })))
  const best = told.reduce<(typeof told)[number] | null>((most, one) => (one.shared.length > (most?.shared.length ?? 0) ? one : most), null)
  return { words: [...new Set(told.flatMap(({ shared }) => shared))].slice(0, 3), profile: best && quoteOf(best.field, best.line) }
}

function skillFactors(ask: Ask, person: TalentRecord, weight: number): readonly Factor[] {
  return ask.skills.map(({ name, must, words, page }) => {
    const found = findSkill(person, words, ask.sounds)
    const known = found !== null || skillsKnown(person)
    return {
      factor: 'skills',
      weight: weight * shareOf(must, ask.skills),
      value: found ? skillWorth[found.where] : known ? 0 : null,
      reason: () => (found ? evidence(skillReason(name, found), quoteOf(found.field, found.words), page) : null),
      gap: () => (found ? null : evidence(known ? `${capital(name)} not listed` : `Whether ${name} is known: no skills listed`, null, page)),
    }
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function skillReason(name: string, { where, words }: ToldText): string {
  const same = fold(words) === fold(name)
  if (where === 'listed') return same ? `${capital(name)} is among the skills` : `${capital(name)}: lists ${quoted(words)}`
  if (where === 'trained') return `Trained in ${name}: ${quoted(words)}`
  return where === 'credited' ? `Has played it (${name}): ${quoted(words)}` : `${capital(name)}, from the bio: ${quoted(words)}`
}
