import type { FeeBand, SpokenLanguage, TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { Asked, RoleSummary } from '../../../src-preload/contract/roles.ts'
import { genderWords, rangeWords, sizeWords } from '../../../src-preload/contract/said.ts'
import type { DaySpan, PlayingRange } from '../../../src-preload/contract/words.ts'
import { named } from './quoted.ts'

/** What stands where nothing is known; never "no". */
export const unknown = 'unknown'

/** Ages in words, with their unit. */
export const ages = (range: PlayingRange | null): string => (range === null ? unknown : `${rangeWords(range)} years`)

/** Days in words: "2027-03-03" or "2027-03-03 to 2027-03-20". */
export const days = (span: DaySpan | null): string => (span === null ? unknown : span.from === span.to ? span.from : `${span.from} to ${span.to}`)

/** A list in words, "unknown" where it is empty; at most `most` of it, with how many more there are. */
export function listed(items: readonly string[], most = 20): string {
  if (items.length === 0) return unknown
  const shown = items.slice(0, most).map(named).join(', ')
  return items.length > most ? `${shown} and ${items.length - most} more` : shown
}

/** How many of a thing: "1 scene", "3 scenes". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** A language with how well it is spoken: "Marathi (native; Varhadi)". */
export function spoken({ language, fluency, dialects }: SpokenLanguage): string {
  const known = [fluency ?? '', dialects.map(named).join(', ')].filter(Boolean).join('; ')
  return known === '' ? language : `${language} (${known})`
}

/** A fee in whole units of its currency, with the day it was quoted; money is kept in hundredths. */
export function fee(band: FeeBand | null): string {
  if (band === null) return unknown
  const money = (minor: number): string => (minor / 100).toLocaleString('en-IN', { maximumFractionDigits: 2 })
  const amount = band.from === band.to ? money(band.from) : `${money(band.from)} to ${money(band.to)}`
  return `${named(band.currency)} ${amount} per ${band.per}, ${band.asOf === null ? 'day of the quote unknown' : `quoted ${band.asOf}`}`
}

/** A person of a list in few facts. */
export const personFacts = (person: TalentSummary) => ({
  gender: person.gender === null ? unknown : genderWords[person.gender],
  plays: ages(person.playingRange),
  city: person.city === '' ? unknown : named(person.city),
  languages: listed(person.languages.map(({ language }) => language), 6),
  skills: listed(person.skills, 6),
})

const asked = (wishes: readonly Asked[]): string => (wishes.length === 0 ? 'nothing set' : wishes.map(({ name, must }) => `${named(name)}${must ? ' (must)' : ''}`).join(', '))

/** What a role asks for, in few facts. */
export const roleFacts = (role: RoleSummary) => ({
  size: sizeWords[role.size],
  gender: role.gender === null ? 'not set' : genderWords[role.gender],
  plays: role.playingRange === null ? 'not set' : ages(role.playingRange),
  languages: asked(role.languages),
  skills: asked(role.skills),
  speeches: role.speeches,
  scenes: role.scenes,
  firstPage: role.firstPage ?? unknown,
})
