import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** What the month may cost and has cost, in paise. */
export interface MonthSoFar {
  /** Null where no limit is set. */
  readonly budget: number | null
  readonly spent: number
  /** The most that questions under way may still cost. */
  readonly underWay: number
}

/**
 * Makes sure that a question keeps within the budget of the month, even where it costs the most it can.
 *
 * A question without a known price passes: nothing can be said of it. Throws CLAUDE_OVER_BUDGET with the sums in words.
 * @param most the most that the question can cost, in paise
 */
export function assertWithinBudget({ budget, spent, underWay }: MonthSoFar, most: number | null): void {
  if (budget === null || most === null || spent + underWay + most <= budget) return
  throw new CastMatchError('CLAUDE_OVER_BUDGET', { detail: `${inRupees(spent + underWay)} of ${inRupees(budget)} is used, and this may cost up to ${inRupees(most)}` })
}

/** A sum of paise as it is written in India: "₹1,00,000.50". */
export const inRupees = (paise: number): string => (paise / 100).toLocaleString('en-IN', { style: 'currency', currency: 'INR' })
