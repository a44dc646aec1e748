import { expect, it } from 'vitest'
import { personWords } from '../../src-renderer/talent/talentWords.ts'

const day = '2026-03-01'

it('calls a child a girl or a boy, by the day of birth before the playing range', () => {
  expect(personWords({ gender: 'female', playingRange: { from: 8, to: 12 } }, day)).toBe('Girl')
  expect(personWords({ gender: 'male', playingRange: { from: 14, to: 20 }, born: '2010-06-01' }, day)).toBe('Boy')
  expect(personWords({ gender: 'female', playingRange: { from: 14, to: 17 }, born: '2004-06-01' }, day)).toBe('Woman')
})

it('calls whoever may play eighteen a woman or a man, and nobody anything whose gender is not known', () => {
  expect(personWords({ gender: 'male', playingRange: { from: 16, to: 18 } }, day)).toBe('Man')
  expect(personWords({ gender: 'female', playingRange: null }, day)).toBe('Woman')
  expect(personWords({ gender: null, playingRange: { from: 8, to: 12 } }, day)).toBe('')
})
