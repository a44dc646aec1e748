import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { PlayingRange } from '../../src-preload/contract/words.ts'
import type { Ask } from './ask.ts'
import { evidence, quoteOf } from './evidence.ts'
import { between, nothing, type Factor } from './factor.ts'
import { genderWords, rangeInWords } from './said.ts'
import { proposedWeights } from './weights.ts'

/** Years between the ranges past which a part is out of reach, where the gate was lifted. */
const reachYears = 15

/** The playing range that is asked for or proposed. */
export function rangeFactors({ playingRange, proposedRanges, pages }: Ask, person: TalentRecord, weight: number): readonly Factor[] {
  const asked = playingRange ? [playingRange] : proposedRanges
  const [first] = asked
  if (!first) return []
  const own = person.playingRange
  const best = own ? asked.reduce((near, range) => (rangeValue(own, range) > rangeValue(own, near) ? range : near), first) : first
  const fits = own !== null && own.from <= best.to && own.to >= best.from
  const profile = own && quoteOf('playingRange', `Plays ${rangeInWords(own)}`)
  return [{
    factor: 'playingRange',
    weight: playingRange ? weight : weight * proposedWeights.playingRange,
    value: own ? rangeValue(own, best) : null,
    reason: () => (fits ? evidence(`Plays ${rangeInWords(own)}; the role is ${rangeInWords(best)}`, profile, pages.playingRange) : null),
    // Where it is a gate, the gate says what is unknown or apart.
    gap: () => {
      if (playingRange || fits) return null
      return evidence(own ? `Plays ${rangeInWords(own)}; the script says ${rangeInWords(best)}` : 'Playing range not known', profile, pages.playingRange)
    },
  }]
}

/** The gender that the script proposes; one that the user set is a gate. */
export function genderFactors({ proposedGender, pages }: Ask, person: TalentRecord, weight: number): readonly Factor[] {
  if (!proposedGender) return []
  const same = person.gender === proposedGender
  return [{
    factor: 'playingRange',
    weight: weight * proposedWeights.gender,
    value: person.gender === null ? null : Number(same),
    reason: nothing,
    gap: () => {
      if (same) return null
      if (person.gender === null) return evidence('Gender not stated', null, pages.gender)
      return evidence(`Is ${genderWords[person.gender]}; the script says ${genderWords[proposedGender]}`, quoteOf('gender', genderWords[person.gender]), pages.gender)
    },
  }]
}

/** 1 where the middles meet, 0.6 at the edge of the person's range, falling to 0 past it. */
function rangeValue(own: PlayingRange, asked: PlayingRange): number {
  const apart = Math.max(own.from - asked.to, asked.from - own.to, 0)
  if (apart > 0) return 0.5 * between(1 - apart / reachYears)
  const half = Math.max(1, (own.to - own.from + asked.to - asked.from) / 2)
  return 1 - 0.4 * between(Math.abs((own.from + own.to) / 2 - (asked.from + asked.to) / 2) / half)
}
