import type { SessionKind, Slot } from './auditions.ts'
import type { CastingList, CastingStatus } from './casting.ts'
import type { FactorName } from './matching.ts'
import type { RoleSize } from './roles.ts'
import type { Draft, Scene } from './scripts.ts'
import type { Credit } from './talentFacts.ts'
import type { Gender, PlayingRange } from './words.ts'

/** What a size of role is called. */
export const sizeWords: Readonly<Record<RoleSize, string>> = { lead: 'Lead', supporting: 'Supporting', dayPlayer: 'Day player' }

/** What a list of a role is called. */
export const listWords: Readonly<Record<CastingList, string>> = { longList: 'Long list', selects: 'Selects', shortList: 'Short list' }

/** What a status on a list is called. */
export const statusWords: Readonly<Record<CastingStatus, string>> = {
  unviewed: 'Unviewed', viewed: 'Viewed', selected: 'Selected', underConsideration: 'Under consideration', pinned: 'Pinned', onAvail: 'On avail',
  onHold: 'On hold', backup: 'Backup', booked: 'Booked', released: 'Released',
}

/** What a factor of a fit is called. */
export const factorWords: Readonly<Record<FactorName, string>> = {
  meaning: 'Nearness in meaning', skills: 'Skills', languages: 'Languages', playingRange: 'Playing range', experience: 'Experience', past: 'Your past with them', typing: 'Type',
}

/** What a kind of session is called. */
export const sessionWords: Readonly<Record<SessionKind, string>> = {
  preRead: 'Pre-read', audition: 'Audition', callback: 'Callback', chemistryRead: 'Chemistry read', lookTest: 'Look test', selfTape: 'Self-tape',
}

/** What a state of a slot is called. */
export const slotWords: Readonly<Record<Slot['state'], string>> = {
  proposed: 'Proposed', booked: 'Booked', confirmed: 'Confirmed', declined: 'Declined', cameIn: 'Came in', missed: 'Missed',
}

/** The place of a hold as it is said: "1st pencil". */
export const pencilWords = (position: number): string => `${ordinal(position)} pencil`

/** What a gender is called on a role or a person. */
export const genderWords: Readonly<Record<Gender, string>> = { female: 'Woman', male: 'Man', nonBinary: 'Non-binary' }

/** A playing range as it is said: "38 to 48", or "38" where both ends are one. */
export const rangeWords = (range: PlayingRange): string => (range.from === range.to ? `${range.from}` : `${range.from} to ${range.to}`)

/** A credit on one line, the production first: "Masaan (Devi, feature, 2015, dir. Neeraj Ghaywan)". */
export function creditLine({ production, role, kind, year, director }: Credit): string {
  const more = [role, kind, year === null ? '' : `${year}`, director && `dir. ${director}`].filter(Boolean)
  return more.length === 0 ? production : `${production} (${more.join(', ')})`
}

/** A length in eighths of a page as it is written on a breakdown sheet: "2 3/8", "4/8". */
export function eighthsWords(eighths: number): string {
  const whole = Math.floor(eighths / 8)
  const rest = eighths % 8
  return [whole > 0 ? `${whole}` : '', rest > 0 ? `${rest}/8` : ''].filter(Boolean).join(' ')
}

/** The number of a scene as it is called: the printed one, else its place in the script. */
export const sceneNumber = (scene: Pick<Scene, 'number' | 'index'>): string => scene.number ?? `${scene.index + 1}`

const ordinals: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }
const rounds = new Intl.PluralRules('en', { type: 'ordinal' })
const ordinal = (count: number): string => `${count}${ordinals[rounds.select(count)] ?? 'th'}`

/** The colour of a draft: "Blue", "2nd White". */
export function draftWords({ colour, round }: Pick<Draft, 'colour' | 'round'>): string {
  const word = `${colour.slice(0, 1).toUpperCase()}${colour.slice(1)}`
  return round === 1 ? word : `${ordinal(round)} ${word}`
}

/** A day as paper says it, the same in every locale and by the clock of this laptop: "21 Nov 2026". */
export const printedDay = (day: Date): string => day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A calendar day, `YYYY-MM-DD`, as the beginning of that day by the clock of this laptop. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00`)

/** Which draft a script is, for paper: "Blue draft of 2 Nov 2026", by the day it says, else by the day it came in. */
export const printedDraft = (draft: Pick<Draft, 'colour' | 'round' | 'date'>, addedAt: string): string =>
  `${draftWords(draft)} draft of ${printedDay(draft.date === null ? new Date(addedAt) : startOfDay(draft.date))}`
