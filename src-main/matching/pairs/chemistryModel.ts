import type { PairFactorName, PairForecast } from '../../../src-preload/contract/pairs.ts'
import { choleskyOf, solveLower, solveUpper, type Lower } from './cholesky.ts'

/** The factors of a pair in the order of its values; reads are not among them, they are what the values are learnt from. */
export const valueFactors = ['workedTogether', 'ratedTogether', 'playingRange', 'height', 'languages', 'style', 'notes'] as const satisfies readonly PairFactorName[]

/**
 * What is believed before the first read, in points of the rating from 1 to 5.
 *
 * `points` is what a factor moves at its value 1, `doubt` the deviation of that belief. Height and style begin at 0: whether likeness
 * or contrast makes chemistry nobody knows, so only reads can tell. `office` is how high an eye rates on the whole, `person` what
 * one brings to every pair, `pair` what is the two's own, `read` what one read differs from the next.
 */
export const beliefs = {
  middle: 3,
  factors: {
    workedTogether: { points: 0.3, doubt: 0.2 },
    ratedTogether: { points: 0.5, doubt: 0.2 },
    playingRange: { points: 0.3, doubt: 0.2 },
    height: { points: 0, doubt: 0.15 },
    languages: { points: 0.2, doubt: 0.15 },
    style: { points: 0, doubt: 0.25 },
    notes: { points: 0.4, doubt: 0.2 },
  },
  office: 0.35,
  person: 0.35,
  pair: 0.6,
  read: 0.65,
  /** The mean square of a value that is not known. */
  unknown: 1 / 3,
} as const

/** Two people as the model sees them: who they are and the value of each factor, -1 to 1, null where it is not known. */
export interface PairPoint {
  readonly people: readonly [string, string]
  readonly values: readonly (number | null)[]
}

/** A read that was rated. */
export interface RatedPair extends PairPoint {
  readonly rating: number
}

/** A forecast with what each factor and the reads moved it by; the parts and the middle add up to the mean before it is held to 1 to 5. */
export interface PairOutcome {
  readonly forecast: PairForecast
  readonly parts: readonly (number | null)[]
  readonly byReads: number
}

/** What was learnt from reads. */
export interface Learnt {
  readonly reads: readonly RatedPair[]
  readonly lower: Lower
  /** The inverse of the covariance of the reads by what they differ from what was believed. */
  readonly pull: readonly number[]
}

const beliefOf = (at: number): { readonly points: number; readonly doubt: number } => {
  const factor = valueFactors[at]
  return factor ? beliefs.factors[factor] : { points: 0, doubt: 0 }
}
const square = (value: number): number => value * value
/** A rating is a whole number: what rounding adds to its variance. */
const rounding = 1 / 12
const ninetyPercent = 1.6449

const believed = ({ values }: PairPoint): number => values.reduce<number>((sum, value, at) => sum + beliefOf(at).points * (value ?? 0), beliefs.middle)

/** What the unknown of a pair adds to its variance, so that it widens the interval instead of lowering the mean. */
const unknownOf = ({ values }: PairPoint): number =>
  values.reduce<number>((sum, value, at) => (value === null ? sum + (square(beliefOf(at).points) + square(beliefOf(at).doubt)) * beliefs.unknown : sum), 0)

const isSame = (a: PairPoint, b: PairPoint): boolean =>
  (a.people[0] === b.people[0] && a.people[1] === b.people[1]) || (a.people[0] === b.people[1] && a.people[1] === b.people[0])

const inBoth = (a: PairPoint, b: PairPoint): number => Number(b.people.includes(a.people[0])) + Number(b.people.includes(a.people[1]))

/** How much two pairs say of each other. */
function covariance(a: PairPoint, b: PairPoint): number {
  let sum = square(beliefs.office) + square(beliefs.person) * inBoth(a, b)
  for (const [at, value] of a.values.entries()) sum += square(beliefOf(at).doubt) * (value ?? 0) * (b.values[at] ?? 0)
  return isSame(a, b) ? sum + square(beliefs.pair) + unknownOf(a) : sum
}

/**
 * Learns from the reads that were rated.
 *
 * Everything is a Normal with known variances, so the update is exact: regression with a Gaussian prior, written in its covariances
 * (C. E. Rasmussen, C. K. I. Williams, "Gaussian Processes for Machine Learning", 2006, equations 2.22 to 2.24; for one pair
 * alone it is the Normal with known variance of K. P. Murphy, "Conjugate Bayesian analysis of the Gaussian distribution", 2007, section 2).
 */
export function learnReads(reads: readonly RatedPair[]): Learnt {
  const rows = reads.map((one, at) => reads.slice(0, at + 1).map((other, before) => covariance(one, other) + (before === at ? square(beliefs.read) + rounding : 0)))
  const lower = choleskyOf(rows)
  return { reads, lower, pull: solveUpper(lower, solveLower(lower, reads.map(read => read.rating - believed(read)))) }
}

/** What is expected of the next read of two people after all that was learnt. */
export function foresee({ reads, lower, pull }: Learnt, point: PairPoint): PairOutcome {
  const near = reads.map(read => covariance(point, read))
  const mean = near.reduce((sum, value, at) => sum + value * (pull[at] ?? 0), believed(point))
  const explained = solveLower(lower, near).reduce((sum, value) => sum + square(value), 0)
  const spread = Math.sqrt(Math.max(0, covariance(point, point) - explained) + square(beliefs.read))
  const parts = point.values.map((value, at) => (value === null ? null : value * learntPoints(reads, pull, at)))
  const own = reads.filter(read => isSame(read, point)).length
  return {
    forecast: { ...inRatings(mean, spread), reads: own, others: reads.length - own },
    parts,
    byReads: parts.reduce<number>((rest, part) => rest - (part ?? 0), mean - beliefs.middle),
  }
}

/** What a factor moves at its value 1, after the reads. */
const learntPoints = (reads: readonly RatedPair[], pull: readonly number[], at: number): number =>
  reads.reduce((sum, { values }, row) => sum + square(beliefOf(at).doubt) * (values[at] ?? 0) * (pull[row] ?? 0), beliefOf(at).points)

function inRatings(mean: number, spread: number): Omit<PairForecast, 'reads' | 'others'> {
  const half = ninetyPercent * Math.sqrt(square(spread) + rounding)
  return { mean: held(mean), interval: { low: held(mean - half), high: held(mean + half) }, good: 1 - normal((3.5 - mean) / spread) }
}

const held = (rating: number): number => Math.min(5, Math.max(1, rating))

/** The share of a standard Normal under a value, to 1.5e-7 (M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 7.1.26). */
export function normal(value: number): number {
  const x = Math.abs(value) / Math.SQRT2
  const t = 1 / (1 + 0.327_591_1 * x)
  const tail = t * (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429)))) * Math.exp(-x * x)
  return value < 0 ? tail / 2 : 1 - tail / 2
}
