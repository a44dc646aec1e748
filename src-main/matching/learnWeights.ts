import { FactorName, type FitWeights } from '../../src-preload/contract/matching.ts'

/** How somebody does on each factor, 0 to 1; null where it is not known or not asked. */
export type FactorValues = Readonly<Partial<Record<FactorName, number | null>>>

/** The first was preferred to the second. */
export type Preference = readonly [FactorValues, FactorValues]

/** What was learnt: weights as the sliders have them, and how many of the preferences they agree with, beside the weights begun with. */
export interface Learnt {
  readonly weights: FitWeights
  readonly agreement: number
  readonly before: number
}

/** The strength of the pull back to the visible weights, per preference; the more decisions, the less it holds. */
const pull = 6
/** How sharply a difference of fit decides. */
const sharpness = 12
const rounds = 300
const rate = 0.02
/** How far the weights go from the visible ones towards the learnt ones: the least that is best on decisions held out. */
const steps = [0, 0.25, 0.5, 0.75, 1] as const
/** Below so many preferences nothing is learnt. */
const leastPreferences = 6
const folds = 5

type Vector = readonly number[]

/**
 * Learns how much each factor counts from who was preferred to whom: logistic regression on pairs (Bradley and Terry, 1952),
 * drawn towards the visible weights, none below zero.
 *
 * How far it goes from them is chosen by agreement on decisions held out in turn, so that it does not follow a few by chance;
 * with fewer than six preferences the visible weights stay.
 */
export function learnWeights(preferences: readonly Preference[], visible: FitWeights): Learnt {
  const start = normal(FactorName.options.map(factor => visible[factor]))
  const pairs = preferences.map(([preferred, other]) => FactorName.options.map(factor => valueOf(preferred, factor) - valueOf(other, factor)))
  const before = agreementOf(start, pairs)
  if (pairs.length < leastPreferences) return { weights: visible, agreement: before, before }
  const held = Array.from({ length: folds }, (_, fold) => {
    const of = (inside: boolean): readonly Vector[] => pairs.filter((_pair, at) => (at % folds === fold) === inside)
    return { learnt: descend(of(false), start), apart: of(true) }
  })
  const scores = steps.map(step => held.reduce((sum, { learnt, apart }) => sum + agreementOf(mixed(start, learnt, step), apart) * apart.length, 0) / pairs.length)
  const best = scores.reduce((most, score, at) => (score > (scores[most] ?? 0) + 0.01 ? at : most), 0)
  const weights = mixed(start, descend(pairs, start), steps[best] ?? 0)
  return { weights: asSliders(weights), agreement: agreementOf(weights, pairs), before }
}

/** What is not known counts as the middle, on either side. */
const valueOf = (values: FactorValues, factor: FactorName): number => values[factor] ?? 0.5

const dot = (weights: Vector, pair: Vector): number => weights.reduce((sum, weight, at) => sum + weight * (pair[at] ?? 0), 0)

const normal = (weights: Vector): Vector => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return total === 0 ? weights.map(() => 1 / weights.length) : weights.map(weight => weight / total)
}

const mixed = (start: Vector, learnt: Vector, step: number): Vector => start.map((weight, at) => weight + step * ((learnt[at] ?? 0) - weight))

/** The part of pairs whose preferred one has the higher fit; a tie is half. Half where there are none. */
function agreementOf(weights: Vector, pairs: readonly Vector[]): number {
  if (pairs.length === 0) return 0.5
  return pairs.reduce((sum, pair) => sum + (Math.sign(dot(weights, pair)) + 1) / 2, 0) / pairs.length
}

function descend(pairs: readonly Vector[], start: Vector): Vector {
  let weights = start
  for (let round = 0; round < rounds; round++) {
    const gradient = start.map((weight, at) => (pull * 2 * ((weights[at] ?? 0) - weight)) / Math.max(1, pairs.length))
    for (const pair of pairs) {
      const miss = 1 / (1 + Math.exp(sharpness * dot(weights, pair)))
      pair.forEach((value, at) => (gradient[at] = (gradient[at] ?? 0) - (miss * value) / pairs.length))
    }
    weights = normal(weights.map((weight, at) => Math.max(0, weight - rate * (gradient[at] ?? 0))))
  }
  return weights
}

/** Whole numbers of which the largest is at most 100, in the proportions of the weights; they sum to about 125, as those of the house. */
const asSliders = (weights: Vector): FitWeights =>
  Object.fromEntries(FactorName.options.map((factor, at) => [factor, Math.min(100, Math.round(125 * (weights[at] ?? 0)))])) as FitWeights
