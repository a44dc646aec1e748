import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOf } from '../../src-main/roles/readAge.ts'

describe('an age in a script', () => {
  it.each([
    ['28', 28, 28],
    ['AGE 3', 3, 3],
    ['now 17', 17, 17],
    ['aged 12', 12, 12],
    ['40s', 40, 49],
    ["40's", 40, 49],
    ['mid-thirties', 34, 36],
    ['early 50s', 50, 53],
    ['in her late fifties', 57, 59],
    ['in his mid-40s', 44, 46],
    ['mid to late 20s', 24, 29],
    ['around 30', 28, 32],
    ['20-25', 20, 25],
    ['all 20-23 years of age', 20, 23],
    ['14-year-old', 14, 14],
    ['twenty-eight', 28, 28],
    ['thirtysomething', 30, 39],
    ['teenage', 13, 19],
    ['middle-aged', 40, 60],
    ['चालीस साल', 40, 40],
    ['40 साल की', 40, 40],
    ['उम्र ४५', 45, 45],
    ['करीब पचास साल का', 48, 52],
    ['umar 35', 35, 35],
    ['chalees saal ka', 40, 40],
  ])('reads %s', (text, from, to) => {
    expect(ageOf(text)).toEqual({ from, to })
  })

  it.each(['5 minutes late', '20 men behind him', '1973', 'strikes a match', 'a hundred', '28 Down Express', '', 'late', 'old', '30-20', 'saat'])('does not take %j for an age', text => {
    expect(ageOf(text)).toBeNull()
  })

  it('never throws and never leaves the range of a life', () => {
    fc.assert(fc.property(fc.string(), text => {
      const age = ageOf(text)
      return age === null || (age.from <= age.to && age.from >= 0 && age.to <= 110)
    }))
  })
})
