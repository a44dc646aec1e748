import type { Availability } from '../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../src-preload/contract/words.ts'
import { dayNumber } from './said.ts'

/** How many days a span has, and of how many of them it is known that somebody is free, pencilled or blocked. */
export interface DaysKnown extends Readonly<Record<Availability['state'], number>> {
  readonly all: number
}

/** Counts the days of a span by what the record of a person says of them; a day that is said twice counts for both. */
export function daysKnown(availability: readonly Availability[], span: DaySpan): DaysKnown {
  const of = (state: Availability['state']): number => covered(span, availability.filter(entry => entry.state === state).map(entry => entry.span))
  return { all: dayNumber(span.to) - dayNumber(span.from) + 1, free: of('free'), pencilled: of('pencilled'), blocked: of('blocked') }
}

/** Days of a span that lie in any of some spans. */
function covered(span: DaySpan, by: readonly DaySpan[]): number {
  const days = new Set<number>()
  for (const { from, to } of by) {
    for (let day = Math.max(dayNumber(from), dayNumber(span.from)); day <= Math.min(dayNumber(to), dayNumber(span.to)); day++) days.add(day)
  }
  return days.size
}
