import type { CastingChange, CastingList, Hold, Standing } from '../../src-preload/contract/casting.ts'
import { listWords, pencilWords, statusWords } from '../../src-preload/contract/said.ts'
import { countWords, dayWords } from '../look/words.ts'

/** Today by the clock of this laptop, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (count: number) => `${count}`.padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Where somebody on a list is said to be: "on the short list". */
export const onList: Readonly<Record<CastingList, string>> = { longList: 'on the long list', selects: 'among the selects', shortList: 'on the short list' }

/** How long a hold still holds, and whether that needs an eye: it has run out, or does within three days. */
export function holdWords(hold: Hold, day: string, locale?: string): { readonly words: string; readonly needsEye: boolean } {
  const pencil = pencilWords(hold.position)
  if (hold.expires === null) return { words: pencil, needsEye: false }
  const left = Math.round((Date.parse(hold.expires) - Date.parse(day)) / 86_400_000)
  if (left < 0) return { words: `${pencil}, ran out ${dayWords(hold.expires, locale)}`, needsEye: true }
  return { words: left === 0 ? `${pencil}, ends today` : `${pencil}, ${countWords(left, 'day')} left`, needsEye: left <= 3 }
}

/** What a change did, as a clause: "put on Selects, Selected", "Viewed to Pinned", "taken off Selects". */
export function changeWords({ before, after }: Pick<CastingChange, 'before' | 'after'>, locale?: string): string {
  if (after === null) return before === null ? 'left as it was' : `taken off ${listWords[before.list]}`
  if (before === null) return [`put on ${listWords[after.list]}`, statusWords[after.status], ...pencilled(after, locale)].join(', ')
  const steps = [
    before.list === after.list ? '' : `${listWords[before.list]} to ${listWords[after.list]}`,
    before.status === after.status ? '' : `${statusWords[before.status]} to ${statusWords[after.status]}`,
    ...(pencilled(before).join() === pencilled(after).join() ? [] : after.hold ? pencilled(after, locale) : ['hold taken off']),
    before.note === after.note ? '' : after.note === '' ? 'note taken off' : 'note changed',
  ]
  return steps.filter(Boolean).join(', ')
}

const pencilled = ({ hold }: Standing, locale?: string): string[] =>
  hold === null ? [] : [hold.expires === null ? pencilWords(hold.position) : `${pencilWords(hold.position)} to ${dayWords(hold.expires, locale)}`]
