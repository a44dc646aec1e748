import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCredit } from '../../src-main/talent/readCredit.ts'
import { readBirthDay } from '../../src-main/talent/sheet/readDay.ts'
import { readFee } from '../../src-main/talent/sheet/readFee.ts'
import { readGender } from '../../src-main/talent/sheet/readGender.ts'
import { readHeight } from '../../src-main/talent/sheet/readHeight.ts'
import { readLanguages } from '../../src-main/talent/sheet/readLanguages.ts'
import { readCredits, readEmail, readLinks, readList, readPhone } from '../../src-main/talent/sheet/readLists.ts'
import { readGirth, readVitals, readWeight } from '../../src-main/talent/sheet/readMeasurements.ts'
import { readConflicts, readGuardian, readPassport, readWholeDay } from '../../src-main/talent/sheet/readPapers.ts'
import { readPlayingRange } from '../../src-main/talent/sheet/readPlayingRange.ts'
import { phoneKey } from '../../src-main/talent/talentRecord.ts'
import { readBirthday } from '../../src-main/talent/text/readBirthday.ts'
import { readProfiles } from '../../src-main/talent/text/readProfile.ts'
import { processorTime } from '../support/processorTime.ts'

const digitsOfDevanagari = (text: string): string => text.replace(/\d/g, digit => String.fromCharCode(0x0966 + Number(digit)))
const day = fc.date({ min: new Date('1931-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/).filter(text => !/^(?:till|until|upto|valid|exp|dir|and)/i.test(text))
const all = <Ts>(property: fc.IProperty<Ts>): void => fc.assert(property, { numRuns: 200 })

const partsOf = (iso: string): readonly [year: string, month: string, day: string, name: string] => {
  const [year = '', month = '', of = ''] = iso.split('-')
  return [year, month, of, new Date(iso).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })]
}
const ordinal = (count: number): string => `${count}${count % 10 === 1 && count !== 11 ? 'st' : count % 10 === 2 && count !== 12 ? 'nd' : count % 10 === 3 && count !== 13 ? 'rd' : 'th'}`

describe('a day, however it is written, is the same day', () => {
  it('in a sheet', () => all(fc.property(day, iso => {
    const [year, month, of, name] = partsOf(iso)
    const ways = [iso, `${year}/${month}/${of}`, `${of}.${month}.${year}`, `${Number(of)}/${Number(month)}/${year}`, `${of} ${month} ${year}`, `${ordinal(Number(of))} ${name}, ${year}`, `${Number(of)}-${name.slice(0, 3)}-${year}`, `${name} ${Number(of)}, ${year}`, `${iso} 00:00:00`]
    for (const text of [...ways, ...ways.map(digitsOfDevanagari)]) expect([text, readWholeDay(text), readBirthDay(text)]).toEqual([text, iso, iso])
    expect(readBirthDay(`${of}/${month}/${year.slice(2)}`)).toBe(Number(year) < 1931 || Number(year) > 2030 ? null : iso)
  })))
  it('in a message', () => all(fc.property(day, iso => {
    const [year, month, of, name] = partsOf(iso)
    for (const text of [iso, `${of}/${month}/${year}`, `${of}-${month}-${year.slice(2)}`, `${Number(of)} ${name} ${year}`, `${ordinal(Number(of))} ${name.slice(0, 3)}, ${year}`, `${name} ${Number(of)}, ${year}`]) expect([text, readBirthday(text)]).toEqual([text, iso])
  })))
  it('and none where there is no such day', () => {
    for (const text of ['30/02/2000', '31-04-1999', '2001-02-29', '00/05/1990', '12/13/14/15', '32 March 1990', '12 Foo 1990', '1st', 'March', 'next week']) expect([text, readWholeDay(text), readBirthDay(text), readBirthday(text)]).toEqual([text, null, null, null])
  })
})

describe('measures, however they are written, are the same', () => {
  it('a girth and the three of them', () => all(fc.property(fc.integer({ min: 20, max: 54 }), fc.integer({ min: 55, max: 150 }), (inches, cm) => {
    for (const text of [`${inches}"`, `${inches} in`, `${inches} inches`, `${inches}''`, `${inches}`, `~${inches}`, `approx. ${inches} ins.`, digitsOfDevanagari(`${inches}`)]) expect([text, readGirth(text)]).toEqual([text, Math.round(inches * 2.54)])
    for (const text of [`${cm} cm`, `${cm}cms`, `${cm}`, `${cm} centimetres`]) expect([text, readGirth(text)]).toEqual([text, cm])
    const vitals = { chestCm: cm, waistCm: cm - 5 < 55 ? 55 : cm - 5, hipsCm: cm }
    for (const sign of ['-', ' - ', '/', ', ', ' x ']) expect(readVitals(`${[vitals.chestCm, vitals.waistCm, vitals.hipsCm].join(sign)} cm`)).toEqual(vitals)
  })))
  it('a weight', () => all(fc.property(fc.integer({ min: 30, max: 150 }), kilograms => {
    for (const text of [`${kilograms}`, `${kilograms} kg`, `${kilograms}kgs.`, `about ${kilograms} kilos`, `${(kilograms / 0.453_592_37).toFixed(2)} lbs`]) expect([text, readWeight(text)]).toEqual([text, kilograms])
  })))
  it('a height with half an inch and in any digits', () => all(fc.property(fc.integer({ min: 4, max: 6 }), fc.integer({ min: 0, max: 11 }), (feet, inches) => {
    const cm = Math.round((feet * 12 + inches) * 2.54)
    for (const text of [`${feet}′${inches}″`, `${feet}’ ${inches}”`, `Height ${feet} feet ${inches} inches`, `${feet}ft${inches}`, digitsOfDevanagari(`${feet}'${inches}"`)]) expect([text, readHeight(text)]).toEqual([text, cm])
    expect(readHeight(`${feet}'${inches}.5"`)).toBe(Math.round((feet * 12 + inches + 0.5) * 2.54))
  })))
  it('and none where none is said', () => {
    for (const text of ['', 'as per photo', '34-26', '34-26-36-40', '0', '-34', '999', '34 yards', 'size M']) expect([text, readGirth(text), readVitals(text)]).toEqual([text, null, null])
    for (const text of ['', 'slim', '999 kg', '60 stone', '1']) expect([text, readWeight(text)]).toEqual([text, null])
  })
})

describe('a fee, however it is written, is the same fee', () => {
  it('in rupees and in other money', () => all(fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 9 }), (from, more) => {
    const to = from + more
    const band = { from: from * 10_000_000, to: to * 10_000_000, currency: 'INR', per: 'day', asOf: null }
    for (const text of [`${from}-${to} lakh`, `₹${from} lakhs to ₹${to} lakhs/day`, `Rs ${from}L - ${to}L per shift`, `${from},00,000 - ${to},00,000`, digitsOfDevanagari(`${from} - ${to}`) + ' lac']) expect([text, readFee(text)]).toEqual([text, band])
    for (const [sign, currency] of [['$', 'USD'], ['£', 'GBP'], ['€', 'EUR'], ['AED ', 'AED']] as const) expect(readFee(`${sign}${from}000 - ${sign}${to}000 per day`)).toEqual({ from: from * 100_000, to: to * 100_000, currency, per: 'day', asOf: null })
    expect(readFee(`${from} lakh for the film`)).toEqual({ ...band, to: band.from, per: 'project' })
  })))
  it('and none where it is to be talked about', () => {
    for (const text of ['', 'negotiable', 'as per project', '0', 'ask Neha']) expect([text, readFee(text)]).toEqual([text, null])
  })
})

it('reads a range back in any script, turned about, and in words, and none that cannot be', () => {
  all(fc.property(fc.integer({ min: 3, max: 80 }), fc.integer({ min: 1, max: 15 }), (from, more) => {
    const to = from + more
    for (const text of [`${from}–${to}`, `${to}-${from}`, `${from} se ${to} saal`, `${from} and ${to}`, `playing age: ${from} - ${to} yrs.`, digitsOfDevanagari(`${from}-${to}`)]) expect([text, readPlayingRange(text)]).toEqual([text, { from, to }])
  }))
  for (const text of ['', 'ageless', '200', '5-150', 'twelve']) expect([text, readPlayingRange(text)]).toEqual([text, null])
})

it('knows a phone by one key however it is spaced and prefixed', () => {
  all(fc.property(fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }).map(String), number => {
    const spaced = `${number.slice(0, 5)} ${number.slice(5)}`
    for (const text of [number, spaced, `+91${number}`, `+91 ${spaced}`, `+91-${number}`, `0${number}`, `'${number}`, `${number}.0`, `0091 ${number}`, digitsOfDevanagari(spaced)]) expect([text, phoneKey(readPhone(text))]).toEqual([text, number])
    expect(readPhone(`${spaced}, ${spaced.replace(/\d$/, '0')}`)).toBe(`${spaced} / ${spaced.replace(/\d$/, '0')}`)
  }))
  for (const text of ['', 'N/A', '-', '9.19876E+11']) expect([text, readPhone(text)]).toEqual([text, ''])
})

it('takes an e-mail address and links out of whatever stands round them', () => {
  all(fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{0,20}[a-z0-9]$/), fc.stringMatching(/^[a-z0-9]{1,12}$/), (local, domain) => {
    const address = `${local}@${domain}.co.in`
    for (const text of [address, address.toUpperCase(), `<${address}>`, `mail: ${address}, please`, `Asha (${address})`, `x ${address};b@c.in`]) expect([text, readEmail(text)]).toEqual([text, address])
    expect(readLinks(`https://${domain}.in/a|@${domain}x ; www.${domain}.in`)).toEqual([`https://${domain}.in/a`, `@${domain}x`, `www.${domain}.in`])
  }))
  for (const text of ['', 'asha at example dot in', '@handle', 'a@b', 'n/a']) expect([text, readEmail(text)]).toEqual([text, ''])
})

it('gives a list back whatever parts it, brackets whole, each once', () => {
  all(fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), fc.constantFrom(', ', ';', ' | ', ' • ', '\n', ' · '), (entries, sign) => {
    expect(readList([...entries, ...entries].join(sign))).toEqual(entries)
    expect(readList(entries.map(entry => `${entry} (a, b; c)`).join(sign))).toEqual(entries.map(entry => `${entry} (a, b; c)`))
    const credits = entries.map(entry => `Lead in ${entry}, 2021`)
    expect(readCredits(credits.join(sign === ', ' || sign === ' · ' ? '; ' : sign))).toEqual(credits)
  }))
})

it('gives languages back with how well they are spoken', () => {
  const levels = [['native', ['native', 'mother tongue']], ['fluent', ['fluent', 'good', 'excellent']], ['conversational', ['conversational', 'intermediate', 'average']], ['basic', ['basic', 'beginner', 'learning']]] as const
  const spoken = fc.uniqueArray(fc.tuple(fc.constantFrom('Hindi', 'Marathi', 'English', 'Bhojpuri', 'Tamil', 'Konkani', 'Urdu'), fc.constantFrom(...levels), fc.nat()), { minLength: 1, maxLength: 5, selector: ([language]) => language })
  all(fc.property(spoken, fc.constantFrom(', ', ' / ', '; ', '\n', ' & '), (list, sign) => {
    const expected = list.map(([language, [fluency]]) => ({ language, fluency, dialects: [] }))
    const said = list.map(([language, [, words], at]) => [language, words[at % words.length] ?? ''] as const)
    for (const write of [([language, how]: readonly [string, string]) => `${language} (${how})`, ([language, how]: readonly [string, string]) => `${language} - ${how}`, ([language, how]: readonly [string, string]) => `${language}: ${how}`, ([language, how]: readonly [string, string]) => `${how} ${language.toUpperCase()}`]) {
      const text = said.map(write).join(sign)
      expect([text, readLanguages(text)]).toEqual([text, expected])
    }
  }))
})

it('gives a credit back part by part', () => {
  const title = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' ')).filter(text => !/^(?:Act|Work|Play|Star|Train|Serve|Start|Debut|Known|Has|Was|Did|Been|Film|Show|Movie|Web|Tv|Ad|Stage|Short|Series|Serial|Print|Radio)/.test(text))
  all(fc.property(title, fc.integer({ min: 1950, max: 2029 }), fc.constantFrom('film', 'web series', 'short film', 'ad'), (production, year, kind) => {
    const whole = { production, role: 'Devi', kind, year, director: 'Neeraj Kale' }
    expect(readCredit(`${production} (Devi, ${kind}, ${year}, dir. Neeraj Kale)`)).toEqual(whole)
    expect(readCredit(`Devi in the ${kind} ${production}, ${year}, directed by Neeraj Kale`)).toMatchObject({ production, kind, year, director: 'Neeraj Kale' })
    expect(readCredit(`${year} - ${production} - Devi - Neeraj Kale`)).toEqual({ ...whole, kind: '' })
  }))
  all(fc.property(fc.string({ maxLength: 80 }), text => { expect(readCredit(text).production).not.toBe('') }))
})

it('gives papers, guardians and conflicts back', () => {
  all(fc.property(day, word, word, (until, one, other) => {
    const [year, month, of, name] = partsOf(until)
    for (const end of [`valid till ${of}/${month}/${year}`, `expiry ${Number(of)} ${name} ${year}`, `(valid until ${until})`]) {
      expect([end, readPassport(`Indian, ${end}`)]).toEqual([end, { held: true, country: 'India', until }])
      expect([end, readPassport(`Yes ${end}`)]).toEqual([end, { held: true, country: '', until }])
    }
    expect(readConflicts(`${one} (tea, India, until ${Number(of)} ${name} ${year}); ${other}x`)).toEqual([{ brand: one, category: 'tea', territory: 'India', until }, { brand: `${other}x`, category: '', territory: '', until: null }])
  }))
  for (const [text, relation] of [['Vandana Rane (mother) 98200 00002', 'mother'], ['Father: Vandana Rane, 98200 00002', 'father'], ['Vandana Rane - 98200 00002', '']] as const) expect(readGuardian(text)).toEqual({ name: 'Vandana Rane', relation, phone: '98200 00002' })
  for (const text of ['', '98200 00002', '-']) expect(readGuardian(text)).toBeNull()
  for (const text of ['applied', 'expired 2019', 'not sure', 'lost it']) expect(readPassport(text)).toBeNull()
})

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readWholeDay, readBirthDay, readBirthday, readHeight, readPlayingRange, readFee, readGirth, readWeight, readVitals, readGender, readLanguages, readList, readCredits, readLinks, readPhone, readEmail,
  readPassport, readGuardian, readConflicts, readCredit, message: text => readProfiles(text, 'message'), resume: text => readProfiles(text, 'resume'),
}

describe('any text whatever', () => {
  const bit = fc.constantFrom('(', ')', '[', '-', '/', '@', '.', ',', ':', '"', "'", '+91', '98200', '5\'7"', '25-30', '2 lakh', 'Hindi', 'fluent', ' till ', '12 Mar 1996', 'Name', 'नाम', '\n', '\0', '\ue000', '\ud800', ' ', 'a@b.in', 'mother', '=HYPERLINK(')
  const text = fc.oneof(fc.array(bit, { maxLength: 30 }).map(bits => bits.join('')), fc.string({ unit: 'binary', maxLength: 60 }))
  it.each(Object.entries(readers))('is read by %s without a fault, and the same each time', (_, read) => fc.assert(fc.property(text, said => { expect(read(said)).toEqual(read(said)) }), { numRuns: 150 }))
})

describe('a text of 100,000 letters', () => {
  const parts = ['a', '1', ' ', '-', '1.', ',', '(', '[a', '@', 'a@', "'5", '9 ', '19/', ' valid till ', 'mother ', '12 Mar ', 'Pani (Devi) ', 'a b ']
  it.each(Object.entries(readers).filter(([name]) => name !== 'message' && name !== 'resume'))('is read by %s in time that grows with its length and no faster', async (_, read) => {
    const tooSlow: string[] = []
    for (const part of parts) {
      const [small, large] = [12_500, 100_000].map(length => part.repeat(Math.ceil(length / part.length)))
      // A square law would take 64 times as long; 8 times the text is allowed 32 times, and noise of a busy machine 100 ms.
      if ((await processorTime(() => read(large ?? ''), 1)) > 32 * (await processorTime(() => read(small ?? ''), 2)) + 100) tooSlow.push(part)
    }
    expect(tooSlow).toEqual([])
  }, 60_000)
})
