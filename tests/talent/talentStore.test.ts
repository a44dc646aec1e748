import { describe, expect, it } from 'vitest'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { searchTalent } from '../../src-main/talent/searchTalent.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createTalent, getTalent, removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { add, newBook, now } from './book.ts'

const find = (db: Parameters<typeof add>[0], text: string) =>
  searchTalent({ db, embedder: null, glossary: [] }, { text, without: [], filters: {}, sort: 'best', limit: 50, offset: 0 })

const whole = {
  name: 'Asha Rane', legalName: 'Asha V. Rane', spellings: ['Aasha Rane'], gender: 'female', playingRange: { from: 25, to: 34 }, heightCm: 163, city: 'Pune',
  languages: [{ language: 'Marathi', fluency: 'native', dialects: ['Varhadi'] }], skills: ['Lavani'], training: 'Lalit Kala', bio: 'Quick and warm', credits: ['Lead in Pani'],
  union: 'CINTAA 1', representation: 'Mr K', phone: '98200 00001', email: 'asha@example.org', fee: { from: 100, to: 200, currency: 'INR', per: 'day', asOf: '2026-01-05' },
  availability: [{ span: { from: '2026-03-01', to: '2026-03-05' }, state: 'blocked' }], links: ['https://example.org'], tags: ['new'], notes: 'Cried well',
  consent: { given: true, on: '2026-01-01', purpose: 'casting' },
} as const

describe('a person in the book', () => {
  it('is read back with every fact as it was written', () => {
    const { db } = newBook()
    const person = createTalent(db, structuredClone(whole) as never, { modelId: '', now })
    expect(getTalent(db, person.id, '')).toEqual({ ...whole, id: person.id, source: 'by hand', createdAt: now().toISOString(), updatedAt: now().toISOString(), indexed: false })
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
