import { describe, expect, it } from 'vitest'
import { TalentField, type TalentId } from '../../src-preload/contract/talent.ts'
import { Measurements } from '../../src-preload/contract/talentFacts.ts'
import { searchTalent } from '../../src-main/talent/searchTalent.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createTalent, getTalent, removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { add, newBook, now } from './book.ts'

const find = (db: Parameters<typeof add>[0], text: string) =>
  searchTalent({ db, embedder: null, glossary: [] }, { text, without: [], filters: {}, sort: 'best', limit: 50, offset: 0 })

const whole = {
  name: 'Asha Rane', legalName: 'Asha V. Rane', spellings: ['Aasha Rane'], gender: 'female', playingRange: { from: 25, to: 34 }, heightCm: 163, city: 'Pune',
  languages: [{ language: 'Marathi', fluency: 'native', dialects: ['Varhadi'] }], skills: ['Lavani'], training: 'Lalit Kala', bio: 'Quick and warm', credits: [{ production: 'Pani', role: 'Lead', kind: 'feature', year: 2019, director: 'R. Kamat' }],
  born: '1998-04-02', measurements: { weightKg: 54.5, chestCm: 84, waistCm: 66, hipsCm: 90, inseamCm: 76, shoe: 'UK 5', clothing: 'S', hair: 'black, long', eyes: 'brown' },
  proofs: [{ skill: 'Lavani', proof: 'Sangeet Natak workshop 2021', link: 'https://example.org/lavani' }],
  union: 'CINTAA', unionCard: { number: 'A-12034', until: '2027-03-31' }, passport: { held: true, country: 'India', until: '2030-01-01' }, coordinator: 'Sameer, 98200 00009',
  conflicts: [{ brand: 'Chaska Chai', category: 'tea', territory: 'India', until: '2026-12-31' }], guardian: { name: 'Vandana Rane', relation: 'mother', phone: '98200 00002' },
  permit: [{ item: 'A parent is present', done: true, on: '2026-02-01' }], auditions: [{ on: '2019-06-01', production: 'Bhopal', role: 'Sister', rating: 4, note: 'Held the pause' }],
  representation: 'Mr K', phone: '98200 00001', email: 'asha@example.org', fee: { from: 100, to: 200, currency: 'INR', per: 'day', asOf: '2026-01-05' },
  availability: [{ span: { from: '2026-03-01', to: '2026-03-05' }, state: 'blocked' }], links: ['https://example.org'], tags: ['new'], notes: 'Cried well',
  consent: { given: true, on: '2026-01-01', purpose: 'casting' },
} as const

describe('a person in the book', () => {
  it('is read back with every fact as it was written', () => {
    const { db } = newBook()
    const person = createTalent(db, structuredClone(whole) as never, { modelId: '', now })
    const origin = { source: 'by hand', at: now().toISOString() }
    const sources = Object.fromEntries(TalentField.options.map(field => [field, origin]))
    expect(getTalent(db, person.id, '')).toEqual({ ...whole, id: person.id, source: 'by hand', createdAt: now().toISOString(), updatedAt: now().toISOString(), indexed: false, picture: null, sources })
  })

  it('may be a name and nothing else', () => {
    const { db } = newBook()
    expect(getTalent(db, add(db, { name: '  Ravi ' }), '')).toMatchObject({ name: 'Ravi', gender: null, languages: [], fee: null })
  })

  it('cannot be without a name', () => {
    const { db } = newBook()
    expect(() => add(db, { name: ' ' })).toThrowError(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(talentFactsOf(db, '')).toEqual([])
  })

  it('keeps the facts that a change leaves out, and is found by the new ones alone', async () => {
    const { db } = newBook()
    const id = add(db, { name: 'Asha Rane', skills: ['fencing'], city: 'Pune' })
    expect(updateTalent(db, id, { skills: ['archery'] }, { modelId: '', now })).toMatchObject({ skills: ['archery'], city: 'Pune' })
    expect((await find(db, 'archery')).total).toBe(1)
    expect((await find(db, 'fencing')).total).toBe(0)
  })

  it('says of each known fact where it came from and when', () => {
    const { db } = newBook()
    const { id } = createTalent(db, { name: 'Asha Rane', city: 'Pune', skills: ['archery'] }, { modelId: '', now, source: 'people.csv' })
    const came = { source: 'people.csv', at: '2026-03-01T09:00:00.000Z' }
    expect(getTalent(db, id, '').sources).toEqual({ name: came, city: came, skills: came })
    const later = () => new Date('2026-04-02T10:00:00.000Z')
    updateTalent(db, id, { city: 'Mumbai', coordinator: 'Sameer', skills: ['archery'] }, { modelId: '', now: later })
    const byHand = { source: 'by hand', at: '2026-04-02T10:00:00.000Z' }
    expect(getTalent(db, id, '').sources).toEqual({ name: came, city: byHand, skills: came, coordinator: byHand })
    updateTalent(db, id, { city: '' }, { modelId: '', now: later, source: 'Résumé of Asha.pdf' })
    expect(getTalent(db, id, '').sources.city).toEqual({ source: 'Résumé of Asha.pdf', at: '2026-04-02T10:00:00.000Z' })
  })

  it('is found by what proves a skill and by a note on an audition of long ago', async () => {
    const { db } = newBook()
    add(db, { name: 'Asha Rane', proofs: [{ skill: 'fencing', proof: 'national bronze 2019', link: '' }], auditions: [{ on: null, production: 'Bhopal', role: 'Sister', rating: 5, note: 'wept without a sound' }] })
    expect((await find(db, 'fencing')).total).toBe(1)
    expect((await find(db, 'wept in Bhopal')).people[0]?.talent.name).toBe('Asha Rane')
  })

  it('is nowhere when removed, and everywhere when restored', async () => {
    const { db } = newBook()
    const id = add(db, { name: 'Asha Rane', skills: ['archery'], languages: [{ language: 'Marathi', fluency: null, dialects: [] }] })
    removeTalent(db, id, now)
    expect(() => getTalent(db, id, '')).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => removeTalent(db, id, now)).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect([(await find(db, 'archery')).total, (await find(db, '')).total, talentFactsOf(db, '', [id])]).toEqual([0, 0, []])
    expect(restoreTalent(db, id, '')).toMatchObject({ name: 'Asha Rane' })
    expect(restoreTalent(db, id, '')).toMatchObject({ name: 'Asha Rane' })
    expect([(await find(db, 'archery')).total, (await find(db, '')).total]).toEqual([1, 1])
  })

  it('that nobody knows cannot be changed or restored', () => {
    const { db } = newBook()
    const nobody = 'nobody' as TalentId
    expect(() => updateTalent(db, nobody, {}, { modelId: '', now })).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => restoreTalent(db, nobody, '')).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})

it('hands people out in the order they are asked for', () => {
  const { db } = newBook()
  const [a, b] = [add(db, { name: 'Asha' }), add(db, { name: 'Bina' })]
  expect(talentFactsOf(db, '', [b, 'nobody' as TalentId, a]).map(({ name }) => name)).toEqual(['Bina', 'Asha'])
  expect(talentFactsOf(db, '').map(({ name }) => name)).toEqual(['Asha', 'Bina'])
})

it('keeps no fact of caste, religion or skin: this is everything that is kept', () => {
  expect([...TalentField.options].sort()).toEqual([
    'auditions', 'availability', 'bio', 'born', 'city', 'conflicts', 'consent', 'coordinator', 'credits', 'email', 'fee', 'gender', 'guardian', 'heightCm', 'languages',
    'legalName', 'links', 'measurements', 'name', 'notes', 'passport', 'permit', 'phone', 'playingRange', 'proofs', 'representation', 'skills', 'spellings', 'tags', 'training',
    'union', 'unionCard',
  ])
  expect(Object.keys(Measurements.shape)).toEqual(['weightKg', 'chestCm', 'waistCm', 'hipsCm', 'inseamCm', 'shoe', 'clothing', 'hair', 'eyes'])
})
