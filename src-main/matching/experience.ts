import { creditLine, sizeWords } from '../../src-preload/contract/said.ts'
import type { RoleSize } from '../../src-preload/contract/roles.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Credit } from '../../src-preload/contract/talentFacts.ts'
import type { Ask } from './ask.ts'
import { evidence, quoteOf } from './evidence.ts'
import type { Factor } from './factor.ts'
import { quoted } from './profile.ts'
import { creditWorth, sizeRank, sizeWorth, typeWorth } from './weights.ts'

const asksAnything = (ask: Ask): boolean =>
  ask.text !== '' || ask.playingRange !== null || ask.gender !== null || ask.languages.length > 0 || ask.skills.length > 0

/** Words by which a credit says how large the part was; a second lead is a supporting part. */
const sizesSaid: readonly (readonly [RegExp, RoleSize])[] = [
  [/\b(?:second lead|parallel lead|support\w*|pivotal|recurring|character role)\b/iu, 'supporting'],
  [/\b(?:lead|protagonist|title role|titular|central character|hero|heroine)\b/iu, 'lead'],
  [/\b(?:cameo|extra|day player|bit part|walk-?on|junior artiste?|background|one scene|small role)\b/iu, 'dayPlayer'],
]

/** How large the part of a credit was; null where it does not say. */
export const sizeOfCredit = ({ role, kind }: Pick<Credit, 'role' | 'kind'>): RoleSize | null =>
  sizesSaid.find(([words]) => words.test(`${role} ${kind}`))?.[1] ?? null

/** The credits in a part like the role, by the words they share. */
function creditsAlike({ sounds, telling }: Ask, person: TalentRecord): readonly Credit[] {
  if (person.credits.length === 0) return []
  const told = sounds.told(person).texts.filter(({ where }) => where === 'credited')
  return person.credits.filter((_, at) => told[at]?.folded.split(' ').some(word => telling.has(word)))
}

interface Largest {
  readonly credit: Credit
  readonly size: RoleSize
}

function largestPart({ credits }: TalentRecord): Largest | null {
  return credits.reduce<Largest | null>((largest, credit) => {
    const size = sizeOfCredit(credit)
    return size !== null && (largest === null || sizeRank[size] > sizeRank[largest.size]) ? { credit, size } : largest
  }, null)
}

/** Experience at the size of the role: by what the credits say of it, else by their number; no credits known is unknown, not none. */
export function experienceFactor(ask: Ask, person: TalentRecord, weight: number): Factor {
  const { credits } = person
  const [alike] = creditsAlike(ask, person)
  const largest = largestPart(person)
  const below = largest && Math.max(0, sizeRank[ask.size] - sizeRank[largest.size])
  const bySize = below === null ? null : (sizeWorth[below] ?? 0)
  const byCount = alike !== undefined ? 1 : (creditWorth[Math.min(credits.length, creditWorth.length - 1)] ?? 0)
  const cite = (credit: Credit) => quoteOf('credits', creditLine(credit))
  return {
    factor: 'experience',
    // A role of which nothing is known but a name asks for no experience either.
    weight: asksAnything(ask) ? weight : 0,
    value: credits.length === 0 ? null : bySize === null ? byCount : alike === undefined ? bySize : (bySize + 1) / 2,
    reason: () => {
      const [first] = credits
      if (first === undefined) return null
      if (alike !== undefined) return evidence(`Has played something like it: ${quoted(creditLine(alike))}`, cite(alike), ask.pages.told)
      if (largest && below === 0) return evidence(`Has played a part of that size (${sizeWords[largest.size].toLowerCase()}): ${quoted(creditLine(largest.credit))}`, cite(largest.credit))
      return evidence(`${credits.length === 1 ? 'One credit listed:' : `${credits.length} credits listed, such as`} ${quoted(creditLine(first))}`, cite(first))
    },
    gap: () => {
      if (credits.length === 0) return evidence('No credits known')
      return largest && below !== null && below > 0 ? evidence(`Largest part so far: ${sizeWords[largest.size].toLowerCase()}`, cite(largest.credit)) : null
    },
  }
}

/** Type, where the role asks for somebody who was seen in such parts, or for somebody who never was. */
export function typingFactors(ask: Ask, person: TalentRecord, weight: number): readonly Factor[] {
  const { typing } = ask
  if (typing === null) return []
  const alike = creditsAlike(ask, person)
  const [first] = alike
  const profile = first === undefined ? quoteOf('credits', person.credits.map(({ production }) => production).slice(0, 4).join(', ')) : quoteOf('credits', creditLine(first))
  const known = person.credits.length > 0
  const wanted = typing === 'asSeen' ? first !== undefined : known && first === undefined
  const words = first === undefined ? `Never seen in such a part in ${person.credits.length === 1 ? 'one credit' : `${person.credits.length} credits`}` : `Seen in such a part: ${quoted(creditLine(first))}`
  return [{
    factor: 'typing',
    weight,
    value: known ? (typeWorth[typing][Math.min(2, alike.length)] ?? 0) : null,
    reason: () => (wanted ? evidence(words, profile, ask.pages.told) : null),
    gap: () => (wanted ? null : evidence(known ? words : 'In which parts they were seen is not known', known ? profile : null, ask.pages.told)),
  }]
}
