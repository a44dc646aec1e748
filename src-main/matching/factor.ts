import type { Evidence, FactorName } from '../../src-preload/contract/matching.ts'

/**
 * One thing that is asked, held against a person.
 *
 * `value` is 0 to 1, null where it is unknown; `weight` its part of the whole. `reason` says what speaks for the person, `gap`
 * what is missing or unknown; both are made only for the people who are shown.
 */
export interface Factor {
  readonly factor: FactorName
  readonly weight: number
  readonly value: number | null
  readonly reason: () => Evidence | null
  readonly gap: () => Evidence | null
}

/** No reason and no gap. */
export const nothing = (): null => null

/** Holds a number between 0 and 1. */
export const between = (value: number): number => Math.min(1, Math.max(0, value))
