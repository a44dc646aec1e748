import { expect, it } from 'vitest'
import { ageOn, isOver, minority } from '../../src-preload/contract/minors.ts'

it('counts the age by the day of birth, a child of 29 February from the 1st of March', () => {
  expect([ageOn('2008-03-02', '2026-03-01'), ageOn('2008-03-01', '2026-03-01'), ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18, 17, 18])
})

it('knows a minor by the day of birth, and says what is only possible', () => {
  const day = '2026-03-01'
  expect(minority({ born: '2008-03-02', playingRange: { from: 20, to: 25 } }, day)).toBe('yes')
  expect(minority({ born: '2000-01-01', playingRange: { from: 14, to: 18 } }, day)).toBe('no')
  expect(minority({ born: null, playingRange: { from: 14, to: 20 } }, day)).toBe('possible')
  expect(minority({ born: null, playingRange: { from: 18, to: 20 } }, day)).toBe('no')
  expect(minority({ born: null, playingRange: null }, day)).toBe('no')
})

it('counts a conflict through its last day', () => {
  expect([isOver({ until: '2026-02-28' }, '2026-03-01'), isOver({ until: '2026-03-01' }, '2026-03-01'), isOver({ until: null }, '2026-03-01')]).toEqual([true, false, false])
})
