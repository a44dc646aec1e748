import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, fold, skeleton } from '../../src-main/spelling/folding.ts'
import { readFee } from '../../src-main/talent/sheet/readFee.ts'
import { readGender } from '../../src-main/talent/sheet/readGender.ts'
import { readHeight } from '../../src-main/talent/sheet/readHeight.ts'
import { readLanguages } from '../../src-main/talent/sheet/readLanguages.ts'
import { readCredits, readEmail, readLinks, readList, readPhone } from '../../src-main/talent/sheet/readLists.ts'
import { readBirthDay } from '../../src-main/talent/sheet/readDay.ts'
import { phoneKey } from '../../src-main/talent/talentRecord.ts'
import { saysNothing } from '../../src-main/talent/sheet/readNumbers.ts'
import { readPlayingRange } from '../../src-main/talent/sheet/readPlayingRange.ts'

describe('playing age', () => {
  it.each([
    ['25-30', 25, 30], ['25 to 30', 25, 30], ['25 – 30 years', 25, 30], ['25/30', 25, 30], ['30-25', 25, 30], ['30s', 30, 39], ['early 30s', 30, 33],
    ['mid-30s', 33, 37], ['late twenties', 26, 29], ['45+', 45, 55], ['45 and above', 45, 55], ['under 12', 2, 12], ['32', 32, 32], ['32 yrs', 32, 32], ['teens', 13, 19],
    ['30s-40s', 30, 49], ['18-22, 25-28', 18, 28], ['२५-३०', 25, 30], ['10-Dec', 10, 12], ['Dec-10', 10, 12],
  ])('reads %s', (text, from, to) => expect(readPlayingRange(text)).toEqual({ from, to }))

  it.each(['', 'abc', '999', '1990', 'May', 'any age', '12/03/1996'])('finds none in %j', text => expect(readPlayingRange(text)).toBeNull())
})

describe('height', () => {
  it.each([
    [`5'7"`, 170], ['5’7”', 170], ["5' 10''", 178], ['5 ft 7 in', 170], [`5'-7"`, 170], ['5feet7inches', 170], ['5.7', 170], ['5.11', 180], ['5-8', 173], ["5'", 152], ['170 cm', 170],
    ['170', 170], ['1.70 m', 170], ['67 inches', 170], ["Height: 5'4", 163],
  ])('reads %s', (text, cm) => expect(readHeight(text)).toBe(cm))

  it.each(['tall', '', '9 ft', '5 ft 14', '20'])('finds none in %j', text => expect(readHeight(text)).toBeNull())
})

describe('day of birth', () => {
  it.each([
    ['12/03/1996', '1996-03-12'], ['12-Mar-96', '1996-03-12'], ['12th March 1996', '1996-03-12'], ['12/3/96', '1996-03-12'], ["12 Mar '96", '1996-03-12'], ['5-Jan-08', '2008-01-05'], ['35136', '1996-03-12'],
    ['DOB: 12 March 1996', '1996-03-12'], ['1996-03-12', '1996-03-12'],
  ])('reads %s', (text, day) => expect(readBirthDay(text)).toBe(day))
  it.each(['', '1996', '31/02/1996', '45/45/1996', 'in March', '98200 00001'])('finds none in %j', text => expect(readBirthDay(text)).toBeNull())
  it('reads every day in each way it is written', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1931-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true }), date => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const named = date.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' }).slice(0, 3)
      const serial = Math.floor(date.getTime() / 86_400_000) + 25_569
      for (const text of [`${day}/${month}/${year}`, `${Number(day)}-${named}-${year.slice(2)}`, `${Number(day)} ${named} ${year}`, `${serial}`]) expect(readBirthDay(text)).toBe(iso)
    }))
  })
})

describe('gender', () => {
  it.each([['F', 'female'], ['Male', 'male'], ['Female (Adult)', 'female'], ['महिला', 'female'], ['trans woman', 'female'], ['Other', 'nonBinary'], ['Non-binary', 'nonBinary']])(
    'reads %s', (text, gender) => expect(readGender(text)).toBe(gender),
  )
  it.each(['xyz', 'M/F', ''])('finds none in %j', text => expect(readGender(text)).toBeNull())
})

describe('languages', () => {
  const said = (text: string) => readLanguages(text).map(({ language, fluency, dialects }) => [language, fluency, ...dialects])
  it.each([
    ['Bhojpuri (mother tongue), Hindi, Magahi', [['Bhojpuri', 'native'], ['Hindi', null], ['Magahi', null]]],
    ['Marathi - fluent', [['Marathi', 'fluent']]],
    ['Hindi-native, English-fluent', [['Hindi', 'native'], ['English', 'fluent']]],
    ['Marathi: Fluent; Hindi: basic', [['Marathi', 'fluent'], ['Hindi', 'basic']]],
    ['fluent Hindi & English', [['Hindi', 'fluent'], ['English', null]]],
    ['Hindi (Bambaiya, Kanpuria)', [['Hindi', null, 'Bambaiya', 'Kanpuria']]],
    ['HINDI/ENGLISH', [['Hindi', null], ['English', null]]],
    ['conversational Konkani, some German', [['Konkani', 'conversational'], ['German', 'basic']]],
    ['Hindi, Hindi (native)', [['Hindi', 'native']]],
    ['n/a', []],
    ['Hindi (native), Eng - fluent, bit of Marathi', [['Hindi', 'native'], ['English', 'fluent'], ['Marathi', 'basic']]],
    ['Hin/Eng/Mar', [['Hindi', null], ['English', null], ['Marathi', null]]],
    ['Hindi (R/W/S), हिंदी, मराठी', [['Hindi', null], ['Marathi', null]]],
    ['Hindi-Fluent English-Good', [['Hindi', 'fluent'], ['English', 'fluent']]],
  ])('reads %s', (text, expected) => expect(said(text)).toEqual(expected))
})

describe('fee', () => {
  it.each([
    ['2 lakh/day', 200_000, 200_000, 'INR', 'day'], ['₹50,000', 50_000, 50_000, 'INR', 'day'], ['Rs. 25k - 40k per day', 25_000, 40_000, 'INR', 'day'],
    ['1.5-2 lakhs', 150_000, 200_000, 'INR', 'day'], ['3,00,000 for the film', 300_000, 300_000, 'INR', 'project'], ['$500', 500, 500, 'USD', 'day'],
    ['15000/-', 15_000, 15_000, 'INR', 'day'], ['50k-1 lakh', 50_000, 100_000, 'INR', 'day'],
  ])('reads %s', (text, from, to, currency, per) => expect(readFee(text)).toEqual({ from: from * 100, to: to * 100, currency, per, asOf: null }))

  it('finds none where it is to be talked about', () => expect(readFee('negotiable')).toBeNull())
})

describe('lists and contacts', () => {
  it('keeps a comma inside brackets and every entry once', () =>
    expect(readList('Kathak (Lucknow, Jaipur), swimming; swimming.\nhorse riding')).toEqual(['Kathak (Lucknow, Jaipur)', 'swimming', 'horse riding']))
  it('parts credits at semicolons alone', () => expect(readCredits('Lead in Pani, 2021; cop in Raat.')).toEqual(['Lead in Pani, 2021', 'cop in Raat']))
  it('keeps links and handles', () => expect(readLinks('https://example.org/reel, @someone')).toEqual(['https://example.org/reel', '@someone']))
  it('drops a phone number that Excel has cut', () => expect(readPhone('9.19876E+11')).toBe(''))
  it('takes the apostrophe off a phone number', () => expect(readPhone("'98200 00001")).toBe('98200 00001'))
  it.each([['98200 00001, 98200 00002', '98200 00001 / 98200 00002'], ['+91 98200 00001/09820000002', '+91 98200 00001 / 09820000002'], ['9820000001', '9820000001'], ['ask Neha', 'ask Neha']])(
    'parts the phone numbers of %j', (text, said) => expect(readPhone(text)).toBe(said))
  it('knows a person by the first of two numbers', () => expect([phoneKey(readPhone('09820000001 / 98200 00002')), phoneKey('+91 98200 00001')]).toEqual(['9820000001', '9820000001']))
  it('finds the address among words', () => expect(readEmail('mail: Someone@Example.org please')).toBe('someone@example.org'))
  it('knows a cell that says nothing', () => expect(['', ' - ', 'N/A', 'TBD', 'nil'].every(saysNothing)).toBe(true))
})

it('reads every height back from the ways it is written', () => {
  fc.assert(fc.property(fc.integer({ min: 4, max: 6 }), fc.integer({ min: 0, max: 11 }), (feet, inches) => {
    const cm = Math.round((feet * 12 + inches) * 2.54)
    for (const text of [`${feet}'${inches}"`, `${feet} ft ${inches} in`, `${feet}feet${inches}inches`, `${feet}.${inches}`, `${feet}'-${inches}"`, `${cm} cm`, `${cm}`, `${(cm / 100).toFixed(2)} m`]) expect(readHeight(text)).toBe(cm)
  }))
})

it('reads every range and every fee back from the ways they are written', () => {
  fc.assert(fc.property(fc.integer({ min: 3, max: 80 }), fc.integer({ min: 0, max: 15 }), (from, more) => {
    const to = from + more
    for (const text of [`${from}-${to}`, `${from} to ${to} yrs`, `${from} – ${to}`]) expect(readPlayingRange(text)).toEqual({ from, to })
    const fee = { from: from * 100_000, to: to * 100_000, currency: 'INR', per: 'day', asOf: null }
    for (const text of [`${from}k-${to}k`, `${from} to ${to} thousand`, `₹${from},000 - ₹${to},000 per day`]) expect(readFee(text)).toEqual(fee)
  }))
})

it('reads any text without throwing, and only possible values', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.stringMatching(/^[0-9 '"a-z.,/()+-]{0,30}$/))
  fc.assert(
    fc.property(anything, text => {
      const range = readPlayingRange(text)
      expect(range === null || (range.from >= 0 && range.from <= range.to && range.to <= 110)).toBe(true)
      const height = readHeight(text)
      expect(height === null || (height >= 40 && height <= 260)).toBe(true)
      const fee = readFee(text)
      expect(fee === null || (fee.from <= fee.to && Number.isSafeInteger(fee.to))).toBe(true)
      expect(readLanguages(text).every(({ language }) => language.trim() !== '' && language.length <= 60)).toBe(true)
      expect(readList(text).every(entry => entry.trim() === entry && entry !== '')).toBe(true)
      readGender(text)
      readEmail(text)
      readLinks(text)
    }),
    { numRuns: 2_000, examples: [['111+']] },
  )
})

describe('folding', () => {
  it('brings the Roman spellings of one Indian word to one skeleton', () => {
    expect(new Set(['Bharatanatyam', 'bharathanatyam', 'bharatnatyam', 'Bharata Natyam'].map(skeleton)).size).toBe(1)
    expect(skeleton('pehlwan')).toBe(skeleton('pehalwan'))
    expect(skeleton('kushti')).not.toBe(skeleton('kathak'))
  })
  it('takes accents off Latin letters and leaves Devanagari whole', () => expect([fold('Crème-Brûlée!'), fold('नमस्ते दिल्ली')]).toEqual(['creme brulee', 'नमस्ते दिल्ली']))
  it('counts a swap of neighbours as one change', () => expect([editDistance('baliram', 'balirma'), editDistance('ira', 'ira'), editDistance('abc', 'vwxyz', 2)]).toEqual([1, 0, 3]))
  it('measures the same way in both directions', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20))
    }))
  })
})
