import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitOf } from '../../src-main/matching/fit.ts'
import { scaleOf } from '../../src-main/matching/near.ts'

const factors = fc.array(fc.record({ weight: fc.double({ min: 0.01, max: 1, noNaN: true }), value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) }), { minLength: 1, maxLength: 8 })

describe('the fit', () => {
  it('is the weighted mean of what is known, and the unknown costs nothing', () => {
    expect(fitOf([{ weight: 0.6, value: 0.5 }, { weight: 0.4, value: null }])).toEqual({ fit: 50, interval: { low: 26, high: 74 } })
    expect(fitOf([{ weight: 0.6, value: 0.5 }])).toEqual({ fit: 50, interval: { low: 46, high: 54 } })
    expect(fitOf([])).toEqual({ fit: 50, interval: { low: 0, high: 100 } })
  })

  it('always lies in its interval, which only widens when something becomes unknown', () => {
    fc.assert(fc.property(factors, list => {
      const { fit, interval } = fitOf(list)
      expect(interval.low).toBeLessThanOrEqual(fit)
      expect(interval.high).toBeGreaterThanOrEqual(fit)
      const forgotten = fitOf(list.map((factor, index) => (index === 0 ? { ...factor, value: null } : factor)))
      expect(forgotten.interval.low).toBeLessThanOrEqual(interval.low)
      expect(forgotten.interval.high).toBeGreaterThanOrEqual(interval.high)
    }))
  })
})

describe('the scale of meaning', () => {
  it('is fixed for a small book and read off a larger one, never narrower than its span', () => {
    expect(scaleOf([0.1, 0.9])).toEqual({ none: 0.15, full: 0.7 })
    const large = scaleOf(Array.from({ length: 101 }, (_, index) => index / 100))
    expect(large.none).toBeCloseTo(0.2)
    expect(large.full).toBeCloseTo(0.99)
    const flat = scaleOf(Array.from({ length: 50 }, () => 0.4))
    expect(flat.full - flat.none).toBeCloseTo(0.3)
  })
})
