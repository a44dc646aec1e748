import type { Availability } from '../../src-preload/contract/talent.ts'

/** Whether a person is to be had on a day, by the record; days that are not listed are unknown. What forbids goes first. */
export function dayState(availability: readonly Availability[], day: string): Availability['state'] | 'unknown' {
  const states = availability.filter(({ span }) => span.from <= day && day <= span.to).map(({ state }) => state)
  return (['blocked', 'pencilled', 'free'] as const).find(state => states.includes(state)) ?? 'unknown'
}
