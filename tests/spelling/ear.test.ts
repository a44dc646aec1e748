import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDevanagari, soundAlike } from '../../src-main/spelling/ear.ts'
import { romanOf } from '../../src-preload/contract/devanagari.ts'

describe('two spellings of one name', () => {
  it.each([
    ['MEERA', 'Mira'], ['RAJOO', 'raju'], ['SHAALU', 'SHALU'], ['Deepak', 'Dipak'], ['VIJAY', 'WIJAI'], ['Chowdhury', 'CHAUDHURI'], ['SHANTHA', 'SANTA'], ['KATHERINE', 'CATHERINE'],
    ['LAXMI', 'LAKSHMI'], ['MANSI', 'MANASI'], ['SONIYA', 'SONIA'], ['STEPHEN', 'STEFEN'], ['SARAH', 'SARA'], ['JEFFREY', 'JEFFRY'], ['SHAMBHU', 'SHANBHU'],
    ['सिंह', 'SINGH'], ['राव', 'RAO'], ['चन्द्र', 'CHANDRA'], ['ज़ोया', 'ZOYA'], ['दीपक', 'DEEPAK'], ['संध्या', 'SANDHYA'], ['ऑस्कर', 'OSCAR'],
  ])('%s sounds like %s', (a, b) => expect([soundAlike(a, b), soundAlike(b, a)]).toEqual([true, true]))

  it.each([
    ['BARD', 'BRAD'], ['KAMAL', 'KAMLA'], ['KAN', 'KHAN'], ['RAJ', 'RAJA'], ['SAROJ', 'SARJU'], ['MEERA', 'MIRI'], ['RAZA', 'RAJA'], ['CHARU', 'KARU'], ['राम', 'RAMA'], ['कमल', 'KAMLA'], ['देव', 'DEVI'],
  ])('%s does not sound like %s', (a, b) => expect([soundAlike(a, b), soundAlike(b, a)]).toEqual([false, false]))

  it('sound alike whichever comes first, and each like itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 20 }), (a, b) => {
      expect(soundAlike(a, a)).toBe(true)
      expect(soundAlike(a, b)).toBe(soundAlike(b, a))
    }))
  })
})

describe('Devanagari in Roman', () => {
  it('drops the last "a" of a word, keeps the others, and reads numbers', () =>
    expect(['राम', 'विजय कुमार', 'मीरा', 'डॉक्टर', 'सिपाही २', 'Meera'].map(romanOf)).toEqual(['ram', 'vijay kumar', 'mira', 'doktar', 'sipahi 2', 'Meera']))
  it('is told from Roman', () => expect(['मीरा', 'Meera', 'MEERA मीरा', ''].map(isDevanagari)).toEqual([true, false, true, false]))
})
