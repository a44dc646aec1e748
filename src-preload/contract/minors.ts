import type { PlayingRange } from './words.ts'

/**
 * What is to be seen to before a child artiste works in India: the permission of the District Magistrate (Rule 2C of the Child Labour
 * Rules, as the NCPCR guidelines of 2023 list it), a parent, the days, the deposit. A checklist, not legal advice.
 */
export const permitItems: readonly string[] = [
  'Permission of the District Magistrate, valid for six months',
  'A parent or guardian is present on every day',
  'No more than 27 days in a row',
  'A fifth of the income goes into a fixed deposit',
]

/** The age in whole years on a day; both days as YYYY-MM-DD, a 29 February counting from the 1st of March. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/**
 * Whether somebody is under 18 on a day.
 *
 * The day of birth decides; without it a playing range that reaches below 18 makes it possible, and nothing known is no sign.
 */
export function minority({ born, playingRange }: { readonly born: string | null; readonly playingRange: PlayingRange | null }, day: string): 'yes' | 'possible' | 'no' {
  if (born !== null) return ageOn(born, day) < 18 ? 'yes' : 'no'
  return playingRange !== null && playingRange.from < 18 ? 'possible' : 'no'
}

/** Whether something with a last day is over on a day; without a last day it is not. */
export const isOver = ({ until }: { readonly until: string | null }, day: string): boolean => until !== null && until < day
