import type { CalibrationStep, PairRead, PairRecord } from '../../../src-preload/contract/pairs.ts'

/** What a prediction of chemistry is and what it is not, as the user reads it. */
export const chemistryStatement: readonly string[] = [
  'A prediction is a hypothesis about the next chemistry read, made from facts of the talent book, the ages the script asks for and the reads you recorded. It is no verdict on two people, and it stops nobody.',
  'No face, no voice and no picture is looked at; neither are gender, faith, caste, skin or origin.',
  'The interval is wide because little is known: nine of ten reads are to lie in it. Only a read shows what is between two people.',
  'Every prediction is written down before its read is recorded, and held against it here.',
]

/** What may count, in the words of the user. */
export const countedInWords: readonly string[] = [
  'Productions and years that both list as credits', 'Your ratings of both for one production', 'The gap of their playing ranges beside the script’s', 'Height',
  'Languages that both speak', 'Training, skills and kinds of work, by meaning', 'Your notes in which one names the other', 'Chemistry reads you recorded',
]

/** From this rating on a read came good. */
export const goodFrom = 4

const stepsOfCurve = 5

/** A chance that was given and whether it came true. */
export interface Chance {
  readonly chance: number
  readonly good: boolean
}

/**
 * Holds what was predicted against what was seen; reads taken back count nowhere, those without a prediction only in `reads`.
 *
 * Where `suggestions` is false, since chemistry is switched off, only the reads are counted.
 */
export function recordOf(reads: readonly PairRead[], suggestions = true): PairRecord {
  const standing = reads.filter(({ undone }) => !undone)
  const pairs = (suggestions ? standing : []).flatMap(({ predicted, rating }) => (predicted ? [{ predicted, rating, chance: predicted.good, good: rating >= goodFrom }] : []))
  const good = pairs.filter(pair => pair.good).length
  const steps = calibrationSteps(pairs)
  return {
    suggestions,
    reads: standing.length,
    predicted: pairs.length,
    hits: pairs.filter(pair => pair.good === pair.chance >= 0.5).length,
    usual: Math.max(good, pairs.length - good),
    inside: pairs.filter(({ predicted: { interval }, rating }) => interval.low <= rating && rating <= interval.high).length,
    error: pairs.length === 0 ? null : calibrationError(steps),
    meanError: pairs.length === 0 ? null : pairs.reduce((sum, { predicted, rating }) => sum + Math.abs(predicted.mean - rating), 0) / pairs.length,
    steps: [...steps],
    statement: [...chemistryStatement],
    counts: [...countedInWords],
  }
}

/** The calibration curve in five steps of equal width, empty ones left out. */
export const calibrationSteps = (chances: readonly Chance[]): readonly CalibrationStep[] =>
  Array.from({ length: stepsOfCurve }, (_, at) => at).flatMap(at => {
    const own = chances.filter(({ chance }) => Math.min(stepsOfCurve - 1, Math.floor(chance * stepsOfCurve)) === at)
    if (own.length === 0) return []
    const expected = own.reduce((sum, { chance }) => sum + chance, 0) / own.length
    return [{ from: at / stepsOfCurve, to: (at + 1) / stepsOfCurve, reads: own.length, expected, observed: own.filter(({ good }) => good).length / own.length }]
  })

/** The expected calibration error: the distance of each step, weighed by its reads (M. P. Naeini and others, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015). */
export function calibrationError(steps: readonly CalibrationStep[]): number {
  const reads = steps.reduce((sum, step) => sum + step.reads, 0)
  return steps.reduce((sum, step) => sum + (step.reads * Math.abs(step.expected - step.observed)) / Math.max(1, reads), 0)
}
