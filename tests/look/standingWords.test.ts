import { describe, expect, it } from 'vitest'
import { changeWords, holdWords, today } from '../../src-renderer/casting/standingWords.ts'
import type { Standing } from '../../src-preload/contract/casting.ts'

const stands = (change: Partial<Standing> = {}): Standing => ({ list: 'selects', status: 'selected', hold: null, note: '', ...change })

describe('a hold in words', () => {
  it('says its pencil and the days left, and calls the eye when it runs out', () => {
    const words = (expires: string | null, position = 1) => holdWords({ position, expires }, '2026-12-03', 'en-IN')
    expect(words(null)).toEqual({ words: '1st pencil', needsEye: false })
    expect(words('2026-12-20', 2)).toEqual({ words: '2nd pencil, 17 days left', needsEye: false })
    expect(words('2026-12-04')).toEqual({ words: '1st pencil, 1 day left', needsEye: true })
    expect(words('2026-12-03', 3)).toEqual({ words: '3rd pencil, ends today', needsEye: true })
    expect(words('2026-12-01')).toEqual({ words: '1st pencil, ran out 1 Dec 2026', needsEye: true })
  })

  it('counts from the day of this laptop', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})

describe('a change in words', () => {
  it('says only what became different', () => {
    const words = (before: Standing | null, after: Standing | null) => changeWords({ before, after }, 'en-IN')
    expect(words(null, stands())).toBe('put on Selects, Selected')
    expect(words(stands(), null)).toBe('taken off Selects')
    expect(words(stands(), stands({ list: 'shortList', status: 'onHold', hold: { position: 1, expires: '2026-12-20' } }))).toBe('Selects to Short list, Selected to On hold, 1st pencil to 20 Dec 2026')
    expect(words(stands({ hold: { position: 1, expires: null } }), stands({ note: 'Dates' }))).toBe('hold taken off, note changed')
    expect(words(stands({ note: 'Dates' }), stands())).toBe('note taken off')
  })
})
