import type { Availability } from '../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../src-preload/contract/words.ts'

/** Where two spans that came in name the same day, the later of these holds. */
const strength = ['free', 'pencilled', 'blocked'] as const satisfies readonly Availability['state'][]

/** The day some days later, or earlier where negative. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** How somebody stands on a day: the worst that is known of it, null where nothing is. */
export function stateOn(availability: readonly Availability[], day: string): Availability['state'] | null {
  const known = availability.filter(({ span }) => span.from <= day && day <= span.to).map(({ state }) => state)
  return strength.findLast(state => known.includes(state)) ?? null
}

/** Gives a span of days one state, or makes it unknown with null; the days of the spans then overlap no more and neighbours are one. */
export function paintDays(availability: readonly Availability[], span: DaySpan, state: Availability['state'] | null): Availability[] {
  const apart = strength
    .flatMap(known => availability.filter(one => one.state === known))
    .reduce<readonly Availability[]>((kept, one) => [...without(kept, one.span), one], [])
  const painted = [...without(apart, span), ...(state === null ? [] : [{ span, state }])].sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const joined: Availability[] = []
  for (const one of painted) {
    const last = joined.at(-1)
    if (last?.state === one.state && dayAfter(last.span.to) === one.span.from) joined[joined.length - 1] = { state: last.state, span: { from: last.span.from, to: one.span.to } }
    else joined.push(one)
  }
  return joined
}

function without(availability: readonly Availability[], { from, to }: DaySpan): readonly Availability[] {
  return availability.flatMap(({ span, state }) => {
    if (span.to < from || span.from > to) return [{ span, state }]
    const before = span.from < from ? [{ state, span: { from: span.from, to: dayAfter(from, -1) } }] : []
    return span.to > to ? [...before, { state, span: { from: dayAfter(to), to: span.to } }] : before
  })
}

/** The month of a day as its weeks from Monday to Sunday; null where the week reaches into another month. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = `${month}-01`
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const days: (string | null)[] = Array.from({ length: lead }, () => null)
  for (let day = first; day.startsWith(month); day = dayAfter(day)) days.push(day)
  while (days.length % 7 > 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The month some months later, or earlier where negative: `monthAfter('2026-12')` is `2027-01`. */
export function monthAfter(month: string, months = 1): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}
