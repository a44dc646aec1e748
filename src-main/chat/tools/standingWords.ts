import type { ChatAction } from '../../../src-preload/contract/chat.ts'
import type { Hold, Standing } from '../../../src-preload/contract/casting.ts'
import { listWords, pencilWords, printedDay, startOfDay, statusWords } from '../../../src-preload/contract/said.ts'
import { dayIn } from './wallDay.ts'

/** A hold in words: "1st pencil until 3 Dec 2026". */
export const holdWords = ({ position, expires }: Hold): string => `${pencilWords(position)}${expires === null ? '' : ` until ${printedDay(startOfDay(expires))}`}`

/** How long a hold still lasts, in words; `at` and `zone` say what day it is. */
export function daysLeft({ expires }: Hold, at: Date, zone: string): string {
  if (expires === null) return 'no day agreed'
  const left = Math.round((Date.parse(expires) - Date.parse(dayIn(at, zone))) / 86_400_000)
  return left < 0 ? `ended on ${expires}` : left === 0 ? 'ends today' : `ends on ${expires}, in ${left} ${left === 1 ? 'day' : 'days'}`
}

/** How somebody stands, in one line; null is on no list. */
export const standingWords = (standing: Standing | null): string =>
  standing === null ? 'On no list' : [listWords[standing.list], statusWords[standing.status].toLowerCase(), standing.hold && holdWords(standing.hold)].filter(Boolean).join(', ')

/** What differs between two standings, in words; empty text is nothing. */
export function changesBetween(before: Standing | null, after: Standing | null): ChatAction['changes'] {
  const rows: readonly (readonly [what: string, of: (standing: Standing) => string])[] = [
    ['List', ({ list }) => listWords[list]],
    ['Status', ({ status }) => statusWords[status]],
    ['Hold', ({ hold }) => (hold === null ? '' : holdWords(hold))],
    ['Note', ({ note }) => note],
  ]
  return rows
    .map(([what, of]) => ({ what, before: before ? of(before) : '', after: after ? of(after) : '' }))
    .filter(row => row.before !== row.after)
}
