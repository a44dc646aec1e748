import type { RoleGate, Stop } from '../../src-preload/contract/matching.ts'
import type { Gate } from '../../src-preload/contract/roles.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { DaySpan, Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import type { Ask } from './ask.ts'
import { findLanguage } from './languages.ts'
import { findSkill, skillsKnown } from './profile.ts'

/** What the gates of a role say of a person: what stops them, and what is doubtful or unknown, in words. */
export interface GateResult {
  readonly stops: readonly Stop[]
  readonly gaps: readonly string[]
}

/** An age or ages in words: "31", "38 to 48". */
export const rangeInWords = ({ from, to }: PlayingRange): string => (from === to ? String(from) : `${from} to ${to}`)

/** A gender in words: "a woman". */
export const genderWords: Readonly<Record<Gender, string>> = { female: 'a woman', male: 'a man', nonBinary: 'a non-binary performer' }

/** Days in words, by the calendar as stored: "2027-03-03 to 2027-03-20". */
const daysInWords = ({ from, to }: DaySpan): string => (from === to ? from : `${from} to ${to}`)

/** The gates that a role sets, in words, lifted ones among them. */
export function gatesOf(ask: Ask): RoleGate[] {
  const gate = (kind: Gate, text: string): RoleGate => ({ gate: kind, text, lifted: ask.lifted.has(kind) })
  return [
    ...(ask.playingRange ? [gate('playingRange', `plays ${rangeInWords(ask.playingRange)}`)] : []),
    ...(ask.gender ? [gate('gender', genderWords[ask.gender])] : []),
    ...ask.languages.filter(({ must }) => must).map(({ name }) => gate('language', `speaks ${name}`)),
    ...ask.skills.filter(({ must }) => must).map(({ name }) => gate('skill', `can do ${name}`)),
    ...(ask.days ? [gate('availability', `free ${daysInWords(ask.days)}`)] : []),
  ]
}

/**
 * Holds a person against the gates of a role.
 *
 * Only what is known can stop: no overlap of the playing ranges, another gender, a must-have language or skill missing from a
 * list that is there, every day blocked. The unknown is a gap. A lifted gate stops nobody; what it would have stopped is a gap.
 */
export function passGates(ask: Ask, person: TalentRecord): GateResult {
  const stops: Stop[] = []
  const gaps: string[] = []
  const checks = [rangeGate, genderGate, languageGates, skillGates, availabilityGate]
  for (const { gate, stop, gap } of checks.flatMap(check => check(ask, person))) {
    if (gap !== undefined) gaps.push(gap)
    if (stop === undefined) continue
    if (ask.lifted.has(gate)) gaps.push(`${stop} (gate lifted)`)
    else stops.push({ gate, text: stop })
  }
  return { stops, gaps }
}

interface Finding {
  readonly gate: Gate
  readonly stop?: string
  readonly gap?: string
}

function rangeGate({ playingRange }: Ask, person: TalentRecord): Finding {
  const gate = 'playingRange'
  if (!playingRange) return { gate }
  if (!person.playingRange) return { gate, gap: 'Playing range not known' }
  const apart = person.playingRange.to < playingRange.from || person.playingRange.from > playingRange.to
  return apart ? { gate, stop: `Plays ${rangeInWords(person.playingRange)}; the role asks for ${rangeInWords(playingRange)}` } : { gate }
}

function genderGate({ gender }: Ask, person: TalentRecord): Finding {
  const gate = 'gender'
  if (!gender) return { gate }
  if (!person.gender) return { gate, gap: 'Gender not stated' }
  return person.gender === gender ? { gate } : { gate, stop: `Is ${genderWords[person.gender]}; the role asks for ${genderWords[gender]}` }
}

function languageGates(ask: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'language'
  return ask.languages.filter(({ must }) => must).map(({ name }): Finding => {
    if (person.languages.length === 0) return { gate }
    const found = findLanguage(person, name, ask.sounds)
    if (found && !found.close) return { gate }
    const close = found && `Lists ${found.spoken.language}, close to ${name}, but not ${name} itself`
    return { gate, stop: close ?? `${name} is not among the languages` }
  })
}

function skillGates(ask: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'skill'
  return ask.skills.filter(({ must }) => must).map(({ name, words }): Finding => {
    if (findSkill(person, words, ask.sounds) || !skillsKnown(person)) return { gate }
    return { gate, stop: `${name} is not among the skills` }
  })
}

const dayMs = 86_400_000
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)

/** Days of a span that lie in any of some spans. */
function covered(span: DaySpan, by: readonly DaySpan[]): number {
  const days = new Set<number>()
  for (const { from, to } of by) {
    for (let day = Math.max(dayNumber(from), dayNumber(span.from)); day <= Math.min(dayNumber(to), dayNumber(span.to)); day++) days.add(day)
  }
  return days.size
}

function availabilityGate({ days }: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'availability'
  if (!days) return []
  const all = dayNumber(days.to) - dayNumber(days.from) + 1
  const of = (state: 'free' | 'pencilled' | 'blocked'): number =>
    covered(days, person.availability.filter(entry => entry.state === state).map(entry => entry.span))
  const [free, pencilled, blocked] = [of('free'), of('pencilled'), of('blocked')]
  if (free + pencilled + blocked === 0) return [{ gate, gap: 'No dates known' }]
  if (blocked === all) return [{ gate, stop: `Blocked on all days from ${daysInWords(days)}` }]
  return [
    ...(blocked > 0 ? [{ gate, gap: `Blocked on ${blocked} of ${all} days` } as const] : []),
    ...(pencilled > 0 ? [{ gate, gap: `Pencilled elsewhere on ${pencilled} of ${all} days` } as const] : []),
    ...(free + pencilled + blocked < all ? [{ gate, gap: 'Dates known only in part' } as const] : []),
  ]
}
