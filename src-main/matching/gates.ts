import type { Evidence, RoleGate, Stop } from '../../src-preload/contract/matching.ts'
import type { Citation, Gate } from '../../src-preload/contract/roles.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Ask } from './ask.ts'
import { evidence } from './evidence.ts'
import { genderGate, languageGates, rangeGate, skillGates } from './gatesOfPart.ts'
import { availabilityGate, brandGate, budgetInWords, feeGate, mayBeMinor, permitGate, unionGate } from './gatesOfTerms.ts'
import type { Finding } from './finding.ts'
import { daysInWords, genderWords, rangeInWords } from './said.ts'

/** A gate that stopped somebody, with the fact that did. */
export type StopFound = Omit<Stop, 'origin'>

/** What the gates of a role find in a person. */
export interface GateResult {
  /** What stops them. */
  readonly stops: readonly Finding[]
  /** What is doubtful or unknown, and what a lifted gate would have stopped. */
  readonly gaps: readonly Finding[]
}

const byHand = 'Set on the role'

/** The gates that a role sets, in words with where they come from, lifted ones among them. */
export function gatesOf(ask: Ask): RoleGate[] {
  const gate = (kind: Gate, text: string, source: string, page: Citation | null = null): RoleGate =>
    ({ gate: kind, text, source: { text: page === null ? source : `${source}, from page ${page.page}`, page }, lifted: ask.lifted.has(kind) })
  return [
    ...(ask.playingRange ? [gate('playingRange', `plays ${rangeInWords(ask.playingRange)}`, byHand, ask.pages.playingRange)] : []),
    ...(ask.gender ? [gate('gender', genderWords[ask.gender], byHand, ask.pages.gender)] : []),
    ...ask.languages.filter(({ must }) => must).map(({ name, fluency, page }) => gate('language', `speaks ${name}${fluency ? `, ${fluencyAsked[fluency]}` : ''}`, byHand, page)),
    ...ask.skills.filter(({ must }) => must).map(({ name, page }) => gate('skill', `can do ${name}`, byHand, page)),
    ...(ask.days ? [gate('availability', `free ${daysInWords(ask.days)}`, ask.ownDays ? 'The days of the role' : 'The shoot of the production')] : []),
    ...(ask.budget ? [gate('fee', budgetInWords(ask.budget), 'The budget of the role')] : []),
    ...(ask.brand ? [gate('brand', `free to work for ${ask.brand.brand || ask.brand.category}`, 'The brand of the production')] : []),
    ...(ask.union !== '' ? [gate('union', `${ask.union} card`, byHand)] : []),
    ...(mayBeMinor(ask) ? [permitOf(ask)] : []),
  ]
}

/** The gate that stands for every minor, asked for or not. */
export const permitOf = (ask: Ask): RoleGate =>
  ({ gate: 'permit', text: 'permit of a minor', source: { text: 'The checklist for child artistes (Rule 2C); not legal advice', page: null }, lifted: ask.lifted.has('permit') })

const fluencyAsked = { native: 'as mother tongue', fluent: 'fluent or better', conversational: 'conversational or better', basic: 'at least basic' } as const

const checks: readonly ((ask: Ask, person: TalentRecord) => readonly Finding[])[] =
  [rangeGate, genderGate, languageGates, skillGates, availabilityGate, feeGate, brandGate, permitGate, unionGate]

/**
 * Holds a person against the gates of a role.
 *
 * Only what is known can stop: no overlap of the playing ranges, another gender, a must-have language or skill missing from a
 * list that is there or spoken less well than asked, every day blocked, a fee that begins above the budget, a brand worked for
 * against ours, a permit known to be missing, another union's card or one that ran out. The unknown is a gap. A lifted gate
 * stops nobody; what it would have stopped is a gap.
 */
export function passGates(ask: Ask, person: TalentRecord): GateResult {
  const stops: Finding[] = []
  const gaps: Finding[] = []
  for (const check of checks) {
    for (const finding of check(ask, person)) (finding.stop === undefined || ask.lifted.has(finding.gate) ? gaps : stops).push(finding)
  }
  return { stops, gaps }
}

/** What stopped somebody, in words. */
export const stopInWords = ({ gate, stop, profile, page = null }: Finding): StopFound => ({ gate, ...evidence(stop?.() ?? '', profile?.() ?? null, page) })

/** What is doubtful or unknown, in words; of a lifted gate, what it would have stopped. */
export const gapInWords = ({ stop, gap, profile, page = null }: Finding): Evidence =>
  evidence(stop === undefined ? (gap?.() ?? '') : `${stop()} (gate lifted)`, profile?.() ?? null, page)
