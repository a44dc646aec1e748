import type { Availability } from '../../src-preload/contract/talent.ts'
import { printedDay, startOfDay } from '../../src-preload/contract/said.ts'
import { dayState } from '../talent/dayState.ts'

/** What the record of a person says against a day, in the user's words. */
export function dayWarnings(availability: readonly Availability[], day: string): string[] {
  const state = dayState(availability, day)
  const said = printedDay(startOfDay(day))
  if (state === 'blocked') return [`Blocked on ${said}`]
  return state === 'pencilled' ? [`Pencilled elsewhere on ${said}`] : []
}
