import type { CastDates } from '../../../src-preload/contract/ensemble.ts'
import type { Availability } from '../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import { daysKnown } from '../daysKnown.ts'

/** How somebody is to be had on the days of a span; one blocked day makes it blocked. */
export function datesOn(span: DaySpan, availability: readonly Availability[]): CastDates {
  const { all, free, pencilled, blocked } = daysKnown(availability, span)
  const some = (count: number): string => (count === all ? (all === 1 ? '' : ' on all days') : ` on ${count} of ${all} days`)
  if (blocked > 0) return { state: 'blocked', text: `Blocked${some(blocked)}` }
  if (pencilled > 0) return { state: 'pencilled', text: `Pencilled elsewhere${some(pencilled)}` }
  if (free === 0) return { state: 'unknown', text: 'Dates not known' }
  return free === all ? { state: 'free', text: 'Free' } : { state: 'unknown', text: `Free${some(free)}, the rest not known` }
}
