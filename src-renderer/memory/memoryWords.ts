import type { Memory, MemoryKind } from '../../src-preload/contract/memory.ts'
import { dayWords } from '../look/words.ts'

/** What a kind of memory is called. */
export const memoryKindWords: Readonly<Record<MemoryKind, string>> = { episodic: 'Decision or event', semantic: 'Fact or preference', procedural: 'Way of working' }

/** Where a memory came from: "You said so on 3 Mar 2026". */
export function sourceWords({ source, createdAt }: Pick<Memory, 'source' | 'createdAt'>, locale: string): string {
  const day = momentDay(createdAt, locale)
  switch (source.from) {
    case 'said': return `You said so on ${day}`
    case 'conversation': return `Kept from a conversation on ${day}`
    case 'casting': return `Noted by CastMatch on ${day}`
    case 'import': return `Imported on ${day}`
  }
}

/** How a memory stands beside being live: "ended 3 Mar 2026", "faded", "until 3 Mar 2026"; empty where there is nothing to say. */
export function standWords({ state, validUntil, validFrom, kind }: Memory, locale: string): string {
  if (state === 'closed') return validUntil === null ? 'ended' : `ended ${dayWords(validUntil, locale)}`
  if (state === 'faded') return 'faded: long unused, recalled only by its very words'
  if (validUntil !== null) return `holds until ${dayWords(validUntil, locale)}`
  return kind === 'episodic' && validFrom !== null ? dayWords(validFrom, locale) : ''
}

/** How often it was used: "Never used", "Used in 3 answers, last on 3 Mar 2026". */
export const useWords = ({ uses, usedAt }: Pick<Memory, 'uses' | 'usedAt'>, locale: string): string =>
  uses === 0 || usedAt === null ? 'Never used' : `Used in ${uses === 1 ? 'one answer' : `${uses.toLocaleString(locale)} answers`}, last on ${momentDay(usedAt, locale)}`

/** The day of a moment by the clock of this laptop, in the user's locale. */
export const momentDay = (moment: string, locale: string): string =>
  new Date(moment).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' })
