import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGirth, readVitals, readWeight } from '../../src-main/talent/sheet/readMeasurements.ts'
import { readConflicts, readGuardian, readPassport, readWholeDay } from '../../src-main/talent/sheet/readPapers.ts'
import { BrandConflict, Guardian, Passport } from '../../src-preload/contract/talentFacts.ts'
import { Day } from '../../src-preload/contract/words.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { newBook, readAll, sheetOf, takeInText } from './book.ts'

describe('measurements of a sheet', () => {
  it.each([['34"', 86], ['34', 86], ['34 in', 86], ['86 cm', 86], ['86', 86], ['३४', 86], ['about 40 inches', 102]])('a chest of %s', (text, cm) => expect(readGirth(text)).toBe(cm))
  it.each(['', 'see photo', '0', '900 cm', '34-26-36', 'M'])('no chest in %j', text => expect(readGirth(text)).toBeNull())
  it.each([['58 kg', 58], ['58', 58], ['58.5 Kgs', 58.5], ['128 lbs', 58.1]])('a weight of %s', (text, kg) => expect(readWeight(text)).toBe(kg))
  it.each([['34-26-36', [86, 66, 91]], ['86 / 66 / 91 cm', [86, 66, 91]], ['34"-26"-36"', [86, 66, 91]]] as const)('three in one: %s', (text, [chestCm, waistCm, hipsCm]) =>
    expect(readVitals(text)).toEqual({ chestCm, waistCm, hipsCm }))
  it('are possible, whatever the cell says', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,3}(\.\d)? ?(cm|in|"|kg|lbs)?$/)), text => {
      const cm = readGirth(text)
      const kg = readWeight(text)
      expect(cm === null || (cm >= 10 && cm <= 250 && Number.isInteger(cm))).toBe(true)
      expect(kg === null || (kg >= 2 && kg <= 350)).toBe(true)
    }))
  })
})

describe('a day of birth', () => {
  it.each([
    ['12/08/1998', '1998-08-12'], ['12-08-1998', '1998-08-12'], ['08/22/1998', '1998-08-22'], ['12 Aug 1998', '1998-08-12'], ['12-Aug-1998', '1998-08-12'], ['12th August, 1998', '1998-08-12'],
    ['August 12, 1998', '1998-08-12'], ['1998-08-12', '1998-08-12'], ['1998-08-12T00:00:00.000Z', '1998-08-12'], ['१२/०८/१९९८', '1998-08-12'],
  ])('%s', (text, day) => expect(readWholeDay(text)).toBe(day))
  it.each(['', '12/08/98', '31/02/1998', '1998', 'next Monday', '12 Xyz 1998', '45/45/1998'])('none in %j', text => expect(readWholeDay(text)).toBeNull())
  it('is read back from the ways it can be written', () => {
    const dates = fc.date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(dates, date => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, day] = iso.split('-')
      const name = date.toLocaleDateString('en', { month: 'long', timeZone: 'UTC' })
      for (const written of [iso, `${day}/${month}/${year}`, `${day}.${month}.${year}`, `${Number(day)} ${name} ${year}`, `${Number(day)}-${name.slice(0, 3)}-${year}`, `${name} ${Number(day)}, ${year}`]) expect(readWholeDay(written)).toBe(iso)
    }))
  })
})

describe('papers, guardians and conflicts', () => {
  it.each<[string, Passport | null]>([
    ['Yes', { held: true, country: '', until: null }], ['No', { held: false, country: '', until: null }], ['Indian, valid till 31/12/2030', { held: true, country: 'India', until: '2030-12-31' }],
    ['British passport', { held: true, country: 'British', until: null }], ['Applied for', null], ['Z1234567', null],
  ])('passport %s', (text, passport) => expect(readPassport(text)).toEqual(passport))
  it.each([
    ['Vandana Rane (mother) 98200 00002', { name: 'Vandana Rane', relation: 'mother', phone: '98200 00002' }], ['Mother: Vandana Rane', { name: 'Vandana Rane', relation: 'mother', phone: '' }],
    ['Vandana Rane', { name: 'Vandana Rane', relation: '', phone: '' }], ['98200 00002', null],
  ])('guardian %s', (text, guardian) => expect(readGuardian(text)).toEqual(guardian))
  it('conflicts with category, territory and last day, and a brand alone', () => {
    expect(readConflicts('Chaska Chai (tea, India, until 31 Mar 2027); Nirmal Soap')).toEqual([
      { brand: 'Chaska Chai', category: 'tea', territory: 'India', until: '2027-03-31' }, { brand: 'Nirmal Soap', category: '', territory: '', until: null },
    ])
    expect(readConflicts('')).toEqual([])
  })
  it('can be kept, whatever the cell says', () => {
    const piece = fc.constantFrom('yes', 'no', 'India', 'valid till', '31/12/2030', '(', ')', ',', ';', 'mother', '98200 00002', 'Chaska', 'until', ' ', '\n', 'पासपोर्ट')
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 10 }).map(pieces => pieces.join(' '))), text => {
      expect(Passport.nullable().safeParse(readPassport(text)).success).toBe(true)
      expect(Guardian.nullable().safeParse(readGuardian(text)).success).toBe(true)
      expect(BrandConflict.array().safeParse(readConflicts(text)).success).toBe(true)
      expect(Day.nullable().safeParse(readWholeDay(text)).success).toBe(true)
    }), { numRuns: 1_000 })
  })
})

describe('a sheet of a costume department', () => {
  it('is read into the record, and what cannot be read is kept in the notes', async () => {
    const { people } = await readAll(sheetOf('Name,DOB,Bust,Waist,Weight,Shoe Size,Hair Colour,Passport,Co-ordinator,CINTAA No\nAsha,12/08/1998,34,as per photo,54 kg,UK 5,black,Yes,Sameer 98200 00009,A-12034'), undefined)
    expect(people[0]?.person).toEqual({
      name: 'Asha', born: '1998-08-12', measurements: { weightKg: 54, chestCm: 86, waistCm: null, hipsCm: null, inseamCm: null, shoe: 'UK 5', clothing: '', hair: 'black', eyes: '' },
      passport: { held: true, country: '', until: null }, coordinator: 'Sameer 98200 00009', unionCard: { number: 'A-12034', until: null }, notes: 'Waist: as per photo',
    })
  })

  it('adds to what was measured before', async () => {
    const { db } = newBook()
    await takeInText(db, 'Name,Chest,Shoe\nAsha,34,UK 5')
    await takeInText(db, 'Name,Waist,Shoe\nAsha,26,UK 6')
    expect(talentFactsOf(db, '')[0]?.measurements).toMatchObject({ chestCm: 86, waistCm: 66, shoe: 'UK 6' })
  })
})
