import type { PairFactor, PairFactorName } from '../../../src-preload/contract/pairs.ts'
import type { Role } from '../../../src-preload/contract/roles.ts'
import { rangeWords } from '../../../src-preload/contract/said.ts'
import type { TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { PlayingRange } from '../../../src-preload/contract/words.ts'
import { cosine } from '../../embedding/embedder.ts'
import { fold } from '../../spelling/folding.ts'
import { quoted } from '../profile.ts'
import { valueFactors, type PairPoint } from './chemistryModel.ts'

/**
 * The facts of a person that may count for a pair, and no others.
 *
 * No face, no voice, no look; no gender, no origin, no faith. Names stand here only to find one in the notes on the other.
 */
export const countedFacts = [
  'id', 'name', 'spellings', 'credits', 'auditions', 'playingRange', 'heightCm', 'languages', 'training', 'skills', 'notes',
] as const satisfies readonly (keyof TalentRecord)[]

/** A person as far as they may count for a pair. */
export type PairPerson = Pick<TalentRecord, (typeof countedFacts)[number]>

/** What is read off a person once for all their pairs; `style` is the vector of {@link styleText}, null where nothing is known of it. */
export interface ReadPerson {
  readonly person: PairPerson
  readonly films: ReadonlyMap<string, string>
  readonly rated: ReadonlyMap<string, number>
  readonly spoken: ReadonlyMap<string, { readonly name: string; readonly worth: number }>
  readonly names: readonly string[]
  readonly noted: readonly string[]
  readonly style: Float32Array | null
}

/** A value of a pair, -1 to 1, null where it is not known, and the sentence that says so. */
export interface PairValue {
  readonly factor: PairFactorName
  readonly value: number | null
  readonly text: string
}

/** The words that training and style are compared by: what was learnt, what is done, what was played. */
export const styleText = ({ training, skills, credits }: PairPerson): string =>
  [training, skills.join(', '), credits.map(({ kind, director }) => [kind, director].filter(Boolean).join(' by ')).filter(Boolean).join(', ')].filter(Boolean).join('. ')

const fluencyWorth = { native: 1, fluent: 1, conversational: 0.5, basic: 0 } as const

/** Reads a person for their pairs. */
export function readPerson(person: PairPerson, style: Float32Array | null): ReadPerson {
  return {
    person, style,
    films: new Map(person.credits.flatMap(({ production, year }) => (year === null ? [] : [[`${fold(production)} ${year}`, `${production} (${year})`] as const]))),
    rated: new Map(person.auditions.flatMap(({ production, rating }) => (rating === null || production.trim() === '' ? [] : [[fold(production), rating] as const]))),
    spoken: new Map(person.languages.map(({ language, fluency }) => [fold(language), { name: language, worth: fluency === null ? 0.5 : fluencyWorth[fluency] }])),
    names: [person.name, ...person.spellings].map(fold).filter(name => name.includes(' ')),
    noted: person.notes === '' ? [] : person.notes.split(/(?<=[.;!?])\s+|\n+/u),
  }
}

/** The two roles as far as they count: the years between the people that the script asks for, null where it does not say. */
export type AskedGap = number | null

/** How many years the middle of one role's playing range lies over the other's; what the script proposes counts where nothing is set. */
export function askedGap(roles: readonly [Role, Role]): AskedGap {
  const [one, other] = roles.map(rangeOfRole)
  return one && other ? middle(one) - middle(other) : null
}

function rangeOfRole({ playingRange, proposals }: Role): PlayingRange | null {
  if (playingRange) return playingRange
  for (const { state, proposal } of proposals) if (state === 'proposed' && proposal.field === 'playingRange') return proposal.value
  return null
}

const middle = ({ from, to }: PlayingRange): number => (from + to) / 2
const between = (value: number): number => Math.min(1, Math.max(-1, value))

/** Everything that may count for two people in two roles, by {@link valueFactors}. */
export const pairValues = (one: ReadPerson, other: ReadPerson, gap: AskedGap): readonly PairValue[] => [
  workedTogether(one, other), ratedTogether(one, other), rangeValue(one, other, gap), heightValue(one, other), languageValue(one, other), styleValue(one, other), notesValue(one, other),
]

/** How many facts of two people say something: that neither is named in a note, or was rated, is no fact of the two. */
export const knownOf = (values: readonly PairValue[]): number =>
  values.filter(({ factor, value }) => value !== null && (value !== 0 || (factor !== 'ratedTogether' && factor !== 'notes'))).length

/** What may count of a person, and nothing else, as it is handed to another thread. */
export const countedOf = (person: PairPerson): PairPerson => ({
  id: person.id, name: person.name, spellings: person.spellings, credits: person.credits, auditions: person.auditions, playingRange: person.playingRange,
  heightCm: person.heightCm, languages: person.languages, training: person.training, skills: person.skills, notes: person.notes,
})

/** The two as the model sees them. */
export const pointOf = (one: ReadPerson, other: ReadPerson, values: readonly PairValue[]): PairPoint => ({
  people: [one.person.id, other.person.id],
  values: valueFactors.map(factor => values.find(value => value.factor === factor)?.value ?? null),
})

function workedTogether(one: ReadPerson, other: ReadPerson): PairValue {
  const factor = 'workedTogether'
  if (one.person.credits.length === 0 || other.person.credits.length === 0) return { factor, value: null, text: 'Whether they worked together: credits are not known of both' }
  const shared = [...one.films].filter(([film]) => other.films.has(film)).map(([, said]) => said)
  if (shared.length === 0) return { factor, value: 0, text: 'No production and year that both list' }
  return { factor, value: shared.length === 1 ? 0.6 : 1, text: `Both list ${shared.slice(0, 3).join(', ')}` }
}

function ratedTogether(one: ReadPerson, other: ReadPerson): PairValue {
  const factor = 'ratedTogether'
  const shared = [...one.rated].flatMap(([film, rating]) => {
    const theirs = other.rated.get(film)
    return theirs === undefined ? [] : [(rating + theirs) / 2]
  })
  if (shared.length === 0) return { factor, value: 0, text: 'Not rated for one production before' }
  const mean = shared.reduce((sum, rating) => sum + rating, 0) / shared.length
  return { factor, value: between((mean - 3) / 2), text: `Rated for the same production before: ${mean.toFixed(1)} of 5 on the whole` }
}

/** Years past which the gap of two people is all wrong for the script. */
const wrongYears = 15

function rangeValue({ person: one }: ReadPerson, { person: other }: ReadPerson, gap: AskedGap): PairValue {
  const factor = 'playingRange'
  if (gap === null) return { factor, value: null, text: 'The script does not say how far apart in age the two are' }
  if (!one.playingRange || !other.playingRange) return { factor, value: null, text: 'Playing range not known of both' }
  const own = middle(one.playingRange) - middle(other.playingRange)
  const ranges = `They play ${rangeWords(one.playingRange)} and ${rangeWords(other.playingRange)}`
  return { factor, value: between(1 - (2 * Math.abs(own - gap)) / wrongYears), text: `${ranges}: ${years(own)}; the script has ${years(gap)}` }
}

const years = (gap: number): string => (gap === 0 ? 'of an age' : `${Math.abs(gap)} years ${gap > 0 ? 'older' : 'younger'}`)

function heightValue({ person: one }: ReadPerson, { person: other }: ReadPerson): PairValue {
  const factor = 'height'
  if (one.heightCm === null || other.heightCm === null) return { factor, value: null, text: 'Height not known of both' }
  const apart = Math.abs(one.heightCm - other.heightCm)
  return { factor, value: between(apart / 15 - 1), text: apart === 0 ? 'Of one height' : `${apart} cm between them` }
}

function languageValue(one: ReadPerson, other: ReadPerson): PairValue {
  const factor = 'languages'
  if (one.spoken.size === 0 || other.spoken.size === 0) return { factor, value: null, text: 'Languages not known of both' }
  const shared = [...one.spoken]
    .flatMap(([key, { name, worth }]) => {
      const theirs = other.spoken.get(key)
      return theirs ? [{ name, worth: Math.min(worth, theirs.worth) }] : []
    })
    .sort((a, b) => b.worth - a.worth)
  const [best] = shared
  if (!best) return { factor, value: -1, text: 'No language that both list' }
  return { factor, value: best.worth, text: `Both speak ${shared.slice(0, 3).map(({ name }) => name).join(', ')}` }
}

/** Cosines of sentences about training lie about here, and spread so far. */
const usualCosine = { middle: 0.35, spread: 0.35 } as const

function styleValue(one: ReadPerson, other: ReadPerson): PairValue {
  const factor = 'style'
  if (!one.style || !other.style) return { factor, value: null, text: 'Training and style not known of both' }
  const value = between((cosine(one.style, other.style) - usualCosine.middle) / usualCosine.spread)
  return { factor, value, text: value > 0.3 ? 'Training and style lie close in meaning' : value < -0.3 ? 'Training and style contrast' : 'Training and style are neither close nor far' }
}

const warm = /\b(?:chemistry|spark|sparks|together|warm|lovely|wonderful|good|great|works|worked|best)\b/iu
const cold = /\b(?:no|not|never|clash|clashed|clashes|cold|flat|stiff|awkward|avoid|fought|fight|bad)\b/iu

function notesValue(one: ReadPerson, other: ReadPerson): PairValue {
  const factor = 'notes'
  const found = [...naming(one.noted, other.names), ...naming(other.noted, one.names)]
  const [first] = found
  if (first === undefined) return { factor, value: 0, text: 'Neither is named in the notes on the other' }
  const value = found.reduce((sum, sentence) => sum + (cold.test(sentence) ? -1 : warm.test(sentence) ? 1 : 0), 0) / found.length
  return { factor, value, text: `Your note: ${quoted(first)}` }
}

const naming = (noted: readonly string[], names: readonly string[]): readonly string[] =>
  noted.filter(sentence => names.some(name => ` ${fold(sentence)} `.includes(` ${name} `)))

/** The factors as they are shown: what moves the mean most first, the unknown last. */
export function factorsShown(values: readonly PairValue[], parts: readonly (number | null)[], byReads: number, reads: string): PairFactor[] {
  const shown = values.map(({ factor, text }): PairFactor => ({ factor, text, points: parts[valueFactors.indexOf(factor as (typeof valueFactors)[number])] ?? null }))
  return [...shown, { factor: 'reads' as const, text: reads, points: byReads }].sort((a, b) => weightOf(b) - weightOf(a))
}

const weightOf = ({ points }: PairFactor): number => (points === null ? -1 : Math.abs(points))
