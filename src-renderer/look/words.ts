import type { DaySpan } from '../../src-preload/contract/words.ts'
import type { ProductionKind } from '../../src-preload/contract/productions.ts'
import type { RoleProposal } from '../../src-preload/contract/roles.ts'
import type { ScriptFormat } from '../../src-preload/contract/scripts.ts'
import { genderWords, rangeWords } from '../../src-preload/contract/said.ts'
import { dateFormat, dateWords } from './formats.ts'

export { draftWords, eighthsWords, genderWords, rangeWords, sizeWords } from '../../src-preload/contract/said.ts'

/** What a kind of production is called. */
export const kindWords: Readonly<Record<ProductionKind, string>> = { film: 'Film', series: 'Series', ad: 'Ad', stage: 'Stage', other: 'Other' }

/** What the format of a script is called. */
export const formatWords: Readonly<Record<ScriptFormat, string>> = { fountain: 'Fountain', pdf: 'PDF', fdx: 'Final Draft', docx: 'Word', txt: 'plain text' }

/** "1 role", "12 roles". */
export const countWords = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString()} ${count === 1 ? one : many}`

/** A proposal as a clause: "Plays 38 to 48", "Speaks Bhojpuri". */
export function proposalWords(proposal: RoleProposal): string {
  switch (proposal.field) {
    case 'playingRange': return `Plays ${rangeWords(proposal.value)}`
    case 'gender': return genderWords[proposal.value]
    case 'look': return proposal.value
    case 'language': return `Speaks ${proposal.value}`
    case 'skill': return proposal.value
  }
}

/** What a proposal is about, as a small label. */
export const proposalLabels: Readonly<Record<RoleProposal['field'], string>> = {
  playingRange: 'Playing range', gender: 'Gender', look: 'Look', language: 'Language', skill: 'Skill',
}

const wholeDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }

/** A day in the user's locale: "21 Nov 2026". */
export const dayWords = (day: string, locale?: string): string =>
  dateWords(new Date(`${day}T00:00:00Z`), locale, wholeDay)

/** A span of days in the user's locale: "3 Feb 2026 to 20 Mar 2026". */
export const spanWords = (span: DaySpan, locale?: string): string =>
  dateFormat(locale, wholeDay).formatRange(new Date(`${span.from}T00:00:00Z`), new Date(`${span.to}T00:00:00Z`))

/** Words of the name in the usual case where the script shouts it: "SAROJ DEVI" reads "Saroj Devi" in running text. */
export const calmName = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase().replace(/(^|[\s.'’(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()) : name
