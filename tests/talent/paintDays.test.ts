import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Availability } from '../../src-preload/contract/talent.ts'
import { dayAfter, monthAfter, paintDays, stateOn, weeksOf } from '../../src-renderer/talent/paintDays.ts'

const free = (from: string, to: string): Availability => ({ span: { from, to }, state: 'free' })
const blocked = (from: string, to: string): Availability => ({ span: { from, to }, state: 'blocked' })

describe('days are given a state', () => {
  it('in the middle of a span, which is then two', () => {
    expect(paintDays([free('2026-03-01', '2026-03-10')], { from: '2026-03-04', to: '2026-03-05' }, 'blocked')).toEqual([
      free('2026-03-01', '2026-03-03'), blocked('2026-03-04', '2026-03-05'), free('2026-03-06', '2026-03-10'),
    ])
  })

  it('beside a span of the same state, which then grows over the end of the month', () => {
    expect(paintDays([blocked('2026-02-20', '2026-02-28')], { from: '2026-03-01', to: '2026-03-02' }, 'blocked')).toEqual([blocked('2026-02-20', '2026-03-02')])
  })

  it('or none: they are unknown again', () => {
    expect(paintDays([free('2026-03-01', '2026-03-03')], { from: '2026-03-01', to: '2026-03-03' }, null)).toEqual([])
  })

  const start = '2026-02-20'
  const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([from, length]) => ({ from: dayAfter(start, from), to: dayAfter(start, from + length) }))
  const state = fc.constantFrom('free', 'pencilled', 'blocked')
  const spans = fc.array(fc.record({ span, state }), { maxLength: 6 }) as fc.Arbitrary<Availability[]>
  const days = Array.from({ length: 60 }, (_, index) => dayAfter(start, index - 3))

  it('and no other day changes, whatever was known before; no day stands twice', () => {
    fc.assert(fc.property(spans, span, fc.option(state), (before, painted, next) => {
      const after = paintDays(before, painted, next)
      for (const day of days) {
        const within = painted.from <= day && day <= painted.to
        expect(stateOn(after, day)).toBe(within ? next : stateOn(before, day))
        expect(after.filter(one => one.span.from <= day && day <= one.span.to).length).toBeLessThanOrEqual(1)
      }
    }))
  })
})

describe('a month', () => {
  it('begins its weeks on Monday', () => {
    const weeks = weeksOf('2026-02')
    expect(weeks.length).toBe(5)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01'])
    expect(weeks[4]).toEqual(['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', null])
  })

  it('is followed by the next over the end of the year', () => expect([monthAfter('2026-12'), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']))
})
