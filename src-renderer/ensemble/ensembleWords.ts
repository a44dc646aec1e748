import type { Cast, CastPair, Ensemble, EnsembleWishes, Money } from '../../src-preload/contract/ensemble.ts'
import { countWords } from '../look/words.ts'

/** Money in the user's way of writing, whole units only: "₹4,50,000". */
export const moneyWords = ({ amount, currency }: Money, locale: string): string =>
  (amount / 100).toLocaleString(locale, { style: 'currency', currency, maximumFractionDigits: 0 })

/** What a cast is called by its place: "Best cast", "Alternative 2". */
export const castName = (at: number): string => (at === 0 ? 'Best cast' : `Alternative ${at}`)

/** Whether a cast is proven best, else how much better one could be. */
export function proofWords({ proven, gap }: Cast, at: number, distance: number): string {
  const apart = at === 0 ? '' : ` of those that differ in ${countWords(distance, 'role')} or more`
  if (proven) return `Proven best${apart}`
  const percent = gap * 100
  const most = percent < 0.1 ? 'less than 0.1' : percent < 10 ? percent.toFixed(1) : percent.toFixed(0)
  return `Time ran out before it was proven: a better one${apart} can be at most ${most} % better`
}

/** The fees of a cast in words, with what is not known of them. */
export function feeWords({ fee, feesUnknown, roles }: Cast, locale: string): string {
  if (fee === null) return roles.length === 1 ? 'Fee not known' : 'No fee is known'
  return feesUnknown === 0 ? moneyWords(fee, locale) : `${moneyWords(fee, locale)} and ${countWords(feesUnknown, 'fee')} not known`
}

/** What chemistry did in the choice; `predicted` is whether anything of it is predicted at all. */
export function chemistryWords({ chemistry }: Pick<EnsembleWishes, 'chemistry'>, { pairs }: Pick<Ensemble, 'pairs'>, predicted: boolean): string {
  if (!predicted) return 'Predictions of chemistry are switched off in Settings.'
  if (chemistry === 0) return 'Chemistry is left out, as you wished.'
  if (pairs.length === 0) return 'No two of these roles meet in the script, so chemistry did not count.'
  return `Chemistry weighed ${Math.round(chemistry * 100)} of 100, by ${countWords(pairs.length, 'pair')} of roles that trade most in the script.`
}

/** A pair of a cast in one sentence. */
export const pairWords = ({ people, roles, mean, interval }: CastPair): string =>
  `${people[0]} and ${people[1]} as ${roles[0]} and ${roles[1]}: ${mean.toFixed(1)} of 5 expected, ${interval.low.toFixed(1)} to ${interval.high.toFixed(1)}`
