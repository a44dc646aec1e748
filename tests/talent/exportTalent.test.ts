import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { foundPeople } from '../../src-main/talent/foundPeople.ts'
import { exportTalent } from '../../src-main/talent/profiles/exportTalent.ts'
import { chosen } from '../../src-main/talent/profiles/propose.ts'
import { readSource } from '../../src-main/talent/profiles/readSource.ts'
import { takeIn } from '../../src-main/talent/sheet/takeIn.ts'
import { factsOf } from '../../src-main/talent/imports/changedFacts.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { unknownFacts } from '../../src-main/talent/talentRecord.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { manyPeople } from '../support/manyPeople.ts'
import { add, newBook, now, readAll, sheetOf } from './book.ts'

const day = fc.date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/).filter(text => !/^(?:Till|Until|Upto|Valid|Exp|Dir|And|None|Held|Have|With|Mother|Father|Uncle|Aunt|Nana|Nani|Dada|Dadi|Papa|Mummy|Parent|Sister|Brother|Guardian)/.test(text))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const formula = fc.constantFrom('=HYPERLINK("http://evil.example","x")', '+cmd|calc', '-2+3', '@SUM(A1)', "'=1+1", "''@x", '=1+1')

/** What a sheet has columns for beside the facts that made people have, and what only the export of CastMatch keeps. */
const more = fc.record({
  born: maybe(day.filter(text => text < '2020')),
  measurements: fc.record({
    weightKg: maybe(fc.integer({ min: 30, max: 120 })), chestCm: maybe(fc.integer({ min: 60, max: 140 })), waistCm: maybe(fc.integer({ min: 40, max: 140 })), hipsCm: maybe(fc.integer({ min: 60, max: 140 })), inseamCm: maybe(fc.integer({ min: 40, max: 110 })),
    shoe: fc.constantFrom('', 'UK 8', 'EU 42'), clothing: fc.constantFrom('', 'M', '38'), hair: fc.constantFrom('', 'black, long'), eyes: fc.constantFrom('', 'brown'),
  }),
  unionCard: maybe(fc.record({ number: fc.constantFrom('A-12034', '77/B', 'JA 10'), until: maybe(day) })),
  passport: maybe(fc.oneof(fc.record({ held: fc.constant(true), country: fc.constantFrom('', 'India', 'Nepal'), until: maybe(day) }), fc.constant({ held: false, country: '', until: null }))),
  guardian: maybe(fc.record({ name: fc.tuple(word, word).map(names => names.join(' ')), relation: fc.constantFrom('', 'mother', 'father', 'uncle'), phone: fc.constantFrom('', '98200 00002', '+91 98200 00002') })),
  conflicts: fc.uniqueArray(fc.record({ brand: word, category: fc.constantFrom('', 'tea'), territory: fc.constantFrom('', 'India'), until: maybe(day) }), { maxLength: 3, selector: ({ brand }) => brand }),
  consent: maybe(fc.record({ given: fc.boolean(), on: maybe(day), purpose: fc.constantFrom('', 'casting', 'ads for a year, and films') })),
  notes: fc.oneof(fc.constant('Late twice; told so.'), formula),
  bio: fc.oneof(fc.constant('A quiet one, "still" on camera.\nSecond line.'), formula),
  skills: fc.uniqueArray(fc.oneof(word, formula.filter(text => !/[,|]/.test(text))), { maxLength: 4 }),
})
const people = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.array(more, { minLength: 10, maxLength: 25 })).map(([seed, list]): readonly TalentFacts[] =>
  [...manyPeople(list.length, seed)].map((person, at) => ({ ...unknownFacts, ...person, ...list[at] })))

/** Facts that a sheet has no columns for that are read again: the export for CastMatch keeps them. */
const notOnSheets = ['availability', 'proofs', 'auditions', 'permit'] as const
const onSheet = (facts: TalentFacts): Partial<TalentFacts> => Object.fromEntries(Object.entries(factsOf(facts)).filter(([name]) => !(notOnSheets as readonly string[]).includes(name)))
const inBook = (db: Database): TalentFacts[] => talentFactsOf(db, '').map(person => factsOf(person))

describe('an export of the book', () => {
  it.each(['csv', 'xlsx'] as const)('as %s is read again with the same facts, and no cell of it is a formula', async format => {
    await fc.assert(fc.asyncProperty(people, async made => {
      const { db } = newBook()
      for (const facts of made) add(db, facts)
      const { people: read, bad } = await readAll(sheetOf(await exportTalent(db, null, format, now()), `book.${format}`))
      expect(bad).toEqual([])
      expect(read.map(({ person }) => onSheet({ ...unknownFacts, ...person }))).toEqual(inBook(db).map(onSheet))
    }), { seed: 2026, numRuns: 6, endOnFailure: true })
  })

  it('as JSON is read again with every fact', async () => {
    await fc.assert(fc.asyncProperty(people, async made => {
      const [from, to] = [newBook(), newBook()]
      for (const facts of made) add(from.db, facts)
      const read = await readSource({ kind: 'files', files: [sheetOf(await exportTalent(from.db, null, 'json', now()), 'book.json')] })
      takeIn(to.db, chosen(to.db, read, { leftOut: [], without: {}, names: {} }), { kind: 'export', source: 'book.json', at: now().toISOString() })
      expect(inBook(to.db)).toEqual(inBook(from.db))
    }), { seed: 2026, numRuns: 3, endOnFailure: true })
  })

  it('guards each cell of CSV that a spreadsheet would work out, and takes the guard off again', async () => {
    const { db } = newBook()
    add(db, { name: 'Asha Rane', notes: '=HYPERLINK("x")', bio: "'@SUM(A1)" })
    const csv = new TextDecoder().decode(await exportTalent(db, null, 'csv', now()))
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(`''@SUM(A1)`)
    expect(csv.split(/[,\r\n]/).filter(cell => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
    expect((await readAll(sheetOf(csv))).people[0]?.person).toMatchObject({ notes: '=HYPERLINK("x")', bio: "'@SUM(A1)" })
  })

  it.each(['csv', 'xlsx', 'json'] as const)('as %s, taken into the book that it came from, changes nobody and adds nobody', async format => {
    const { db } = newBook()
    for (const person of manyPeople(60, 11)) add(db, person)
    add(db, { name: 'Asha Rane', city: 'Pune' })
    add(db, { name: 'Asha Rane', city: 'Nashik', playingRange: { from: 60, to: 70 } })
    const before = inBook(db)
    const file = sheetOf(await exportTalent(db, null, format, now()), `book.${format}`)
    const about = { kind: format === 'json' ? 'export' as const : 'sheet' as const, source: file.name, at: now().toISOString() }
    const taken = format === 'json' ? takeIn(db, chosen(db, await readSource({ kind: 'files', files: [file] }), { leftOut: [], without: {}, names: {} }), about) : takeIn(db, await readAll(file), about)
    expect(taken).toMatchObject({ added: 0, updated: 0, unchanged: 62 })
    expect(inBook(db)).toEqual(before)
  })

  it('of those who were found holds them alone', async () => {
    const { db } = newBook()
    for (const [name, city] of [['Asha Rane', 'Pune'], ['Ravi Menon', 'Kochi'], ['Joy Das', 'Pune']] as const) add(db, { name, city, skills: name === 'Joy Das' ? ['tabla'] : [] })
    const found = await foundPeople({ db, embedder: null, glossary: [] }, { text: 'tabla', without: [], filters: { city: 'Pune' } })
    const csv = sheetOf(await exportTalent(db, found, 'csv', now()))
    expect((await readAll(csv)).people.map(({ person }) => person.name)).toEqual(['Joy Das'])
  })
})
