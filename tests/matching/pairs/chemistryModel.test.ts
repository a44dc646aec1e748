import { expect, it } from 'vitest'
import { beliefs, foresee, learnReads, normal, type PairPoint, type RatedPair } from '../../../src-main/matching/pairs/chemistryModel.ts'

const nothing = [0, 0, 0, 0, 0, 0, 0]
const pair = (one: string, other: string, values: readonly (number | null)[] = nothing): PairPoint => ({ people: [one, other], values })
const rated = (one: string, other: string, rating: number, values?: readonly (number | null)[]): RatedPair => ({ ...pair(one, other, values), rating })

it('before the first read says the middle, and nearly everything lies in the interval', () => {
  const { forecast } = foresee(learnReads([]), pair('a', 'b'))
  expect(forecast).toMatchObject({ mean: 3, reads: 0, others: 0 })
  expect(forecast.interval.high - forecast.interval.low).toBeGreaterThan(3)
})

it('follows the known formula of the Normal where one read of the same two was seen', () => {
  const known = beliefs.office ** 2 + 2 * beliefs.person ** 2 + beliefs.pair ** 2
  const noise = beliefs.read ** 2 + 1 / 12
  const { forecast } = foresee(learnReads([rated('a', 'b', 5)]), pair('b', 'a'))
  expect(forecast.mean).toBeCloseTo(3 + (2 * known) / (known + noise), 10)
  const spread = Math.sqrt((known * noise) / (known + noise) + beliefs.read ** 2)
  expect(forecast.good).toBeCloseTo(1 - normal((3.5 - forecast.mean) / spread), 10)
  expect(forecast.reads).toBe(1)
})

it('moves the two who read most, one of them in another pair less, and strangers least', () => {
  const learnt = learnReads([rated('a', 'b', 5)])
  const mean = (point: PairPoint): number => foresee(learnt, point).forecast.mean
  expect(mean(pair('a', 'b'))).toBeGreaterThan(mean(pair('a', 'c')))
  expect(mean(pair('a', 'c'))).toBeGreaterThan(mean(pair('c', 'd')))
  expect(mean(pair('c', 'd'))).toBeGreaterThan(3)
})

it('widens by what is not known and lowers nothing by it', () => {
  const whole = foresee(learnReads([]), pair('a', 'b')).forecast
  const unknown = foresee(learnReads([]), pair('a', 'b', nothing.map(() => null))).forecast
  expect(unknown.mean).toBe(whole.mean)
  expect(unknown.interval.low).toBeLessThan(whole.interval.low)
})

it('narrows with every read of the two', () => {
  const width = (reads: number): number => {
    const { low, high } = foresee(learnReads(Array.from({ length: reads }, () => rated('a', 'b', 3))), pair('a', 'b')).forecast.interval
    return high - low
  }
  expect([width(0) > width(1), width(1) > width(4), width(4) > width(16)]).toEqual([true, true, true])
})

it('splits the mean into its factors and the reads, and nothing is left over', () => {
  const values = [0.6, 0, 1, -0.5, 1, null, 0]
  const learnt = learnReads([rated('a', 'b', 5, values), rated('c', 'd', 2, [0, 0, -1, 1, 0, 1, -1])])
  const { forecast, parts, byReads } = foresee(learnt, pair('a', 'c', values))
  expect(parts[5]).toBeNull()
  expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), beliefs.middle + byReads)).toBeCloseTo(forecast.mean, 10)
})

it('learns from reads whether contrast in style helps, which it does not believe before', () => {
  const styled = (value: number): readonly number[] => [0, 0, 0, 0, 0, value, 0]
  const reads = Array.from({ length: 12 }, (_, at) => rated(`a${at}`, `b${at}`, at % 2 === 0 ? 5 : 1, styled(at % 2 === 0 ? -1 : 1)))
  expect(foresee(learnReads([]), pair('x', 'y', styled(-1))).forecast.mean).toBe(3)
  expect(foresee(learnReads(reads), pair('x', 'y', styled(-1))).forecast.mean).toBeGreaterThan(3.3)
})
