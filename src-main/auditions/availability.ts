import type { Availability } from '../../src-preload/contract/talent.ts'
import { printedDay, startOfDay } from '../../src-preload/contract/said.ts'

/** Whether a person is to be had on a day, by the record; days that are not listed are unknown. What forbids goes first. */
export function dayState(availability: readonly Availability[], day: string): Availability['state'] | 'unknown' {
  const states = availability.filter(({ span }) => span.from <= day && day <= span.to).map(({ state }) => state)
  return (['blocked', 'pencilled', 'free'] as const).find(state => states.includes(state)) ?? 'unknown'
}

/** What the record of a person says against a day, in the user's words. */
export function dayWarnings(availability: readonly Availability[], day: string): string[] {
  const state = dayState(availability, day)
  const said = printedDay(startOfDay(day))
  if (state === 'blocked') return [`Blocked on ${said}`]
  return state === 'pencilled' ? [`Pencilled elsewhere on ${said}`] : []
}
