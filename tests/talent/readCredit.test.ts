import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCredit } from '../../src-main/talent/readCredit.ts'
import { creditLine } from '../../src-preload/contract/said.ts'
import { Credit } from '../../src-preload/contract/talentFacts.ts'

const credit = (production: string, more: Partial<Credit> = {}): Credit => ({ production, role: '', kind: '', year: null, director: '', ...more })

describe('a credit is parted where that is sure', () => {
  it.each<[string, Credit]>([
    ['Masaan (2015) as Devi, dir. Neeraj Ghaywan', credit('Masaan', { role: 'Devi', year: 2015, director: 'Neeraj Ghaywan' })],
    ['Kinara (lead, feature, 2024)', credit('Kinara', { role: 'lead', kind: 'feature', year: 2024 })],
    ['Second Monsoon (sister, web series, 2023, directed by R. Kamat)', credit('Second Monsoon', { role: 'sister', kind: 'web series', year: 2023, director: 'R. Kamat' })],
    ['Savitri in the film Kaath', credit('Kaath', { role: 'Savitri', kind: 'film' })],
    ['recurring lawyer in the Marathi serial Nyay Mandir', credit('Nyay Mandir', { role: 'recurring lawyer', kind: 'Marathi serial' })],
    ['Lead in Pani, 2019', credit('Pani', { role: 'Lead', year: 2019 })],
    ['2019 - Pani - Lead - R. Kamat', credit('Pani', { role: 'Lead', year: 2019, director: 'R. Kamat' })],
    ['2019 – Pani – Lead', credit('Pani', { role: 'Lead', year: 2019 })],
    ['Pani as Lead', credit('Pani', { role: 'Lead' })],
    ['मसान (2015)', credit('मसान', { year: 2015 })],
    ['cop in Raat', credit('Raat', { role: 'cop' })],
  ])('%s', (line, expected) => expect(readCredit(line)).toEqual(expected))
})

describe('a credit stays one line where it could mean two things', () => {
  it.each([
    'Once Upon a Time in Mumbaai', 'Alice in Wonderland', 'Devi in Masaan', 'Worked in Masaan as Devi', 'Bhima in a touring Mahabharata', 'Role, Production, 2019', 'Tilism-e-Hoshruba (storyteller, stage, 2019-2023)',
    'Boy in red in Masaan', 'Masaan (2015) (Devi)', 'Many ads, films and serials', 'Masaan (Devi, 2015) as Shalu',
  ])('%s', line => expect(readCredit(line)).toEqual(credit(line)))

  it('though a year or a title that is sure is taken', () => {
    expect(readCredit('Once Upon a Time in Mumbaai, 2010')).toEqual(credit('Once Upon a Time in Mumbaai', { year: 2010 }))
  })
})

const piece = fc.constantFrom('Masaan', 'Devi', 'lead', 'feature', 'web series', '2015', '2019-2023', 'in', 'the', 'as', 'dir.', 'directed by', 'Neeraj', ' - ', ', ', '(', ')', 'पानी', '"', '|', "O'Brien")
const line = fc.oneof(fc.string(), fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(' ')))

describe('whatever is written as a credit', () => {
  it('can be kept, and reads the same when its line is read again', () => {
    fc.assert(fc.property(line.filter(text => text.trim() !== ''), text => {
      const read = readCredit(text)
      expect(Credit.safeParse(read).success).toBe(true)
      expect(readCredit(creditLine(read))).toEqual(read)
    }), { numRuns: 2_000 })
  })

  it('loses no word but the small ones that join', () => {
    const joining = new Set(['in', 'the', 'a', 'an', 'as', 'dir', 'directed', 'by', 'director', 'd'])
    const words = (text: string) => (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}']+/gu) ?? []).filter(word => !joining.has(word.toLowerCase())).sort()
    fc.assert(fc.property(line.filter(text => text.trim() !== '' && text.length < 900), text => {
      expect(words(creditLine(readCredit(text)))).toEqual(words(text))
    }), { numRuns: 2_000 })
  })
})
