import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignKeys, heaviestRising } from '../../src-main/drafts/align.ts'

describe('the alignment of two sequences', () => {
  it('pairs the same keys only, rising on both sides, and all of them where the sequences are one', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })
    fc.assert(fc.property(keys, keys, (old, now) => {
      const pairs = alignKeys(old, now)
      expect(pairs.every(([a, b]) => old[a] === now[b])).toBe(true)
      expect(pairs.every(([a, b], at) => at === 0 || (a > (pairs[at - 1]?.[0] ?? 0) && b > (pairs[at - 1]?.[1] ?? 0)))).toBe(true)
      expect(alignKeys(old, old)).toHaveLength(old.length)
    }))
  })

  it('keeps what is common of sequences too long to be compared each with each', () => {
    const old = Array.from({ length: 6_000 }, (_, at) => String(at))
    const now = old.flatMap((key, at) => (at % 10 === 0 ? [] : at % 10 === 1 ? [key, `new ${key}`] : [key]))
    expect(alignKeys(old, now)).toHaveLength(5_400)
    expect(alignKeys(Array.from({ length: 3_000 }, () => 'a'), Array.from({ length: 3_001 }, () => 'a'))).toHaveLength(3_000)
  })

  it('finds the heaviest run that rises', () => {
    expect([...heaviestRising([3, 0, 1, 2], [1, 1, 1, 1])].toSorted()).toEqual([1, 2, 3])
    expect([...heaviestRising([3, 0, 1, 2], [9, 1, 1, 1])]).toEqual([0])
    expect([...heaviestRising([], [])]).toEqual([])
  })
})
