import { describe, expect, it } from 'vitest'
import type { TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { explainTalent } from '../../src-main/talent/explainTalent.ts'
import { startIndexer } from '../../src-main/talent/indexing.ts'
import { newsOf, openSearch, listSearches, removeSearch, renameSearch, restoreSearch, saveSearch } from '../../src-main/talent/savedSearches.ts'
import { openSearchShelf } from '../../src-main/talent/search/searchShelf.ts'
import { facetsOf, searchTalent, type SearchParts, type TalentSearch } from '../../src-main/talent/searchTalent.ts'
import { removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { add, newBook, now, wordBagEmbedder } from './book.ts'

/** A Sunday, the day of the test book. */
const today = '2026-03-01'
const fee = (from: number, to: number, per: 'day' | 'project' = 'day', currency = 'INR') => ({ from: from * 100, to: to * 100, currency, per, asOf: null })
const span = (from: string, to: string, state: 'free' | 'pencilled' | 'blocked') => ({ span: { from, to }, state })
const speaks = (language: string, fluency: 'native' | 'fluent' | 'basic' | null = null) => ({ language, fluency, dialects: [] })

const company: readonly (Partial<TalentFacts> & { readonly name: string })[] = [
  { name: 'Asha Rane', gender: 'female', playingRange: { from: 30, to: 40 }, heightCm: 165, city: 'Mumbai', languages: [speaks('Marathi', 'native'), speaks('Hindi', 'fluent')], skills: ['singing', 'Lavani'], fee: fee(50_000, 80_000), union: 'CINTAA', availability: [span('2026-03-03', '2026-03-09', 'free')], tags: ['Callback'], bio: 'Sings of the river. She laughs at herself.' },
  { name: 'Bina Kale', gender: 'female', playingRange: { from: 25, to: 32 }, heightCm: 158, city: 'Pune', languages: [speaks('Marathi', 'basic')], skills: ['singing'], fee: fee(300_000, 400_000), union: 'FWICE', availability: [span('2026-03-05', '2026-03-06', 'blocked')] },
  { name: 'Chitra Sen', gender: 'female', playingRange: { from: 50, to: 60 }, heightCm: 170, city: 'Navi Mumbai', languages: [speaks('Bengali', 'native'), speaks('Marathi')], skills: ['cooking'], fee: fee(900_000, 900_000, 'project'), availability: [span('2026-03-01', '2026-03-04', 'pencilled')] },
  { name: 'Dev Malhotra', gender: 'male', playingRange: { from: 14, to: 17 }, born: '2010-06-01', city: 'Delhi', skills: ['football'], passport: { held: true, country: 'India', until: null }, bio: 'A non-smoker who never smokes.' },
  { name: 'Eknath Pawar', gender: 'male', playingRange: { from: 40, to: 50 }, heightCm: 182, skills: ['singing'], passport: { held: false, country: '', until: null }, bio: 'Smokes bidis.' },
  { name: 'Farid Unknown' },
]

function bookOf(embedder: SearchParts['embedder'] = null) {
  const { db } = newBook()
  const ids = new Map(company.map(facts => [facts.name, add(db, facts)]))
  const parts: SearchParts = { db, embedder, glossary: [], today, shelf: openSearchShelf(db) }
  const search = (text: string, more: Partial<TalentSearch> = {}) => searchTalent(parts, { text, without: [], filters: {}, sort: 'best', limit: 50, offset: 0, ...more })
  const names = async (text: string, more?: Partial<TalentSearch>) => (await search(text, more)).people.map(({ talent }) => talent.name.split(' ')[0]).sort().join(' ')
  const why = async (text: string, name: string) => (await search(text)).people.find(({ talent }) => talent.name.startsWith(name))?.reasons
  return { db, parts, search, names, why, idOf: (name: string) => ids.get(company.find(one => one.name.startsWith(name))?.name ?? '') as TalentId }
}

describe('a condition of the sentence', () => {
  it.each([
    ['under 1 lakh a day', 'Asha Chitra Dev Eknath Farid'], ['under 10 lakh for the project', 'Asha Bina Chitra Dev Eknath Farid'], ['over 2 lakh a day', 'Bina Chitra Dev Eknath Farid'],
    ['free 3-9 March', 'Asha Chitra Dev Eknath Farid'], ['free 10 March', 'Asha Bina Chitra Dev Eknath Farid'],
    ["above 5'6", 'Chitra Dev Eknath Farid'], ['in Mumbai', 'Asha Chitra Eknath Farid'], ['fluent Marathi', 'Asha Chitra Dev Eknath Farid'], ['with CINTAA card', 'Asha Chitra Dev Eknath Farid'],
    ['with a passport', 'Asha Bina Chitra Dev Farid'], ['no minors', 'Asha Bina Chitra Eknath Farid'], ['minors', 'Dev Farid'], ['tagged callback', 'Asha'], ['with a reel', ''], ['no smokers', 'Asha Bina Chitra Dev Farid'],
  ])('%s', async (text, expected) => expect(await bookOf().names(text)).toBe(expected))

  it('says what the record says of it, and what is not known', async () => {
    const { why } = bookOf()
    expect(await why('under 1 lakh a day', 'Asha')).toContain('₹50,000 to ₹80,000 a day')
    expect(await why('under 1 lakh a day', 'Chitra')).toContain('₹9 lakh for the project, which cannot be compared')
    expect(await why('under 1 lakh a day', 'Farid')).toContain('fee not known')
    expect(await why('free 3-9 March', 'Asha')).toContain('free 3 to 9 Mar')
    expect(await why('free 3-9 March', 'Chitra')).toContain('pencilled 3 to 4 Mar')
    expect(await why('free 3-9 March', 'Farid')).toContain('availability not known')
    expect(await why('fluent Marathi', 'Chitra')).toContain('speaks Marathi, how well is not known')
    expect(await why("above 5'6", 'Eknath')).toContain('6′0″')
  })

  it('counts no longer once its chip is taken away', async () => {
    const { names } = bookOf()
    expect(await names('woman free 3-9 March')).toBe('Asha Chitra Farid')
    expect((await names('woman free 3-9 March', { without: ['dates:2026-03-03/2026-03-09'] })).includes('Bina')).toBe(false)
    expect(await names('woman', { without: [] })).toBe('Asha Bina Chitra Farid')
  })
})

describe('someone like a person', () => {
  it('shares her skills and languages, is not she, and may be asked to differ', async () => {
    const { search, names, idOf } = bookOf()
    const { understood, people } = await search('someone like Asha Rane')
    expect(understood.map(({ label }) => label)).toEqual(['Like Asha Rane', 'Woman'])
    expect(people.map(({ talent }) => talent.name)).toEqual(['Bina Kale', 'Chitra Sen'])
    expect(people[0]?.reasons).toContain('“singing” in skills')
    expect(await names('like Asha Rane but younger')).toBe('Bina')
    expect(await names('who speaks Bengali', { like: idOf('Asha') })).toBe('Chitra')
  })
  it('is compared by the vector of the record where it is made', async () => {
    const embedder = wordBagEmbedder()
    const { db, search } = bookOf(embedder)
    const indexer = startIndexer({ db, embedder, onError: () => {} })
    for await (const step of indexer.follow()) expect(step.total).toBe(company.length)
    const asked = embedder.seen.length
    const { people } = await search('someone like Asha Rane', { without: ['gender:female'] })
    // Of whom nothing is known but the name, nothing can be compared.
    expect(people.length).toBe(company.length - 2)
    expect(embedder.seen.length).toBe(asked)
    await indexer.close()
  })
})

describe('counts beside the found', () => {
  const valuesOf = async (parts: SearchParts, of: string, question: Partial<TalentSearch> = {}) => {
    const facet = (await facetsOf(parts, { text: '', without: [], filters: {}, ...question })).find(one => one.of === of)
    return { counts: Object.fromEntries(facet?.values.map(({ label, count }) => [label, count]) ?? []), unknown: facet?.unknown }
  }
  it('count everybody once for each value, and who is not known', async () => {
    const { parts } = bookOf()
    expect(await valuesOf(parts, 'gender')).toEqual({ counts: { Woman: 3, Man: 2 }, unknown: 1 })
    expect(await valuesOf(parts, 'language')).toEqual({ counts: { Marathi: 3, Bengali: 1, Hindi: 1 }, unknown: 3 })
    expect(await valuesOf(parts, 'playingRange')).toEqual({ counts: { '10 to 19': 1, '20 to 29': 1, '30 to 39': 2, '40 to 49': 2, '50 to 59': 2, '60 to 69': 1 }, unknown: 1 })
    expect((await valuesOf(parts, 'skill')).counts).toEqual({ singing: 3, cooking: 1, football: 1, lavani: 1 })
    expect((await valuesOf(parts, 'tag')).counts).toEqual({ callback: 1 })
  })
  it('count under the other filters, and under the sentence', async () => {
    const { parts, search } = bookOf()
    expect(await valuesOf(parts, 'gender', { filters: { gender: 'male', skill: 'singing' } })).toEqual({ counts: { Woman: 2, Man: 1 }, unknown: 1 })
    expect((await valuesOf(parts, 'city', { filters: { gender: 'male' } })).counts).toEqual({ Delhi: 1 })
    expect((await valuesOf(parts, 'city', { text: 'Marathi singing' })).counts).toEqual({ Mumbai: 1, 'Navi Mumbai': 1, Pune: 1 })
    const { total } = await search('Marathi singing', { filters: { city: 'Pune' } })
    expect(total).toBe(2)
  })
  it('follow every change of the book', async () => {
    const { db, parts, idOf } = bookOf()
    expect((await valuesOf(parts, 'city')).counts).toEqual({ Delhi: 1, Mumbai: 1, 'Navi Mumbai': 1, Pune: 1 })
    updateTalent(db, idOf('Asha'), { city: 'Pune' }, { modelId: '', now })
    removeTalent(db, idOf('Dev'), now)
    add(db, { name: 'Gauri', city: 'Pune' })
    expect((await valuesOf(parts, 'city')).counts).toEqual({ 'Navi Mumbai': 1, Pune: 3 })
    restoreTalent(db, idOf('Dev'), '')
    expect((await valuesOf(parts, 'city')).counts).toEqual({ Delhi: 1, 'Navi Mumbai': 1, Pune: 3 })
  })
})

describe('an explanation', () => {
  it('marks the words in the texts, and tells each condition', async () => {
    const { parts, idOf } = bookOf()
    const { texts, conditions, name } = await explainTalent(parts, { text: 'woman singing under 1 lakh a day', without: [], filters: {} }, idOf('Asha'))
    expect(texts.find(({ field }) => field === 'skills')?.pieces).toEqual([{ text: 'singing', marked: true }, { text: ', Lavani', marked: false }])
    expect(texts.find(({ field }) => field === 'biography')?.pieces[0]).toEqual({ text: 'Sings', marked: true })
    expect(conditions).toEqual([{ label: 'Up to ₹1 lakh a day', says: '₹50,000 to ₹80,000 a day', known: true }, { label: 'Woman', says: 'woman', known: true }])
    expect(name).toBeNull()
    expect((await explainTalent(parts, { text: 'Asha Rane', without: [], filters: {} }, idOf('Asha'))).name).toBe('Asha Rane')
  })
  it('shows the sentence of the profile that is nearest in meaning', async () => {
    const embedder = wordBagEmbedder()
    const { db, parts, idOf } = bookOf(embedder)
    const indexer = startIndexer({ db, embedder, onError: () => {} })
    for await (const step of indexer.follow()) expect(step.total).toBe(company.length)
    const { nearest } = await explainTalent(parts, { text: 'laughs at herself she', without: [], filters: {} }, idOf('Asha'))
    expect(nearest).toEqual({ field: 'biography', sentence: 'She laughs at herself.' })
    await indexer.close()
  })
  it('of somebody who is gone is refused', async () => {
    const { parts } = bookOf()
    await expect(explainTalent(parts, { text: 'singing', without: [], filters: {} }, 'nobody' as TalentId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a saved search', () => {
  const question = { text: 'singing', without: [], filters: { gender: 'female' as const } }
  it('says who is new since it was opened, by name of the people, whatever was written meanwhile', async () => {
    const { db, parts, idOf } = bookOf()
    const { id } = await saveSearch(parts, { name: 'Singers', question }, now())
    expect(await newsOf(parts, id)).toEqual({ total: 2, fresh: 0 })
    const gauri = add(db, { name: 'Gauri', gender: 'female', skills: ['singing'] })
    add(db, { name: 'Hari', gender: 'male', skills: ['singing'] })
    updateTalent(db, idOf('Chitra'), { skills: ['singing'] }, { modelId: '', now })
    expect(await newsOf(parts, id)).toEqual({ total: 4, fresh: 2 })
    const opened = await openSearch(parts, id, new Date('2026-03-05T10:00:00Z'))
    expect(new Set(opened.fresh)).toEqual(new Set([gauri, idOf('Chitra')]))
    expect(opened.search.seenAt).toBe(now().toISOString())
    expect(await newsOf(parts, id)).toEqual({ total: 4, fresh: 0 })
    expect(listSearches(db)[0]?.seenAt).toBe('2026-03-05T10:00:00.000Z')
  })
  it('does not call new whoever left and came back', async () => {
    const { db, parts, idOf } = bookOf()
    const { id } = await saveSearch(parts, { name: 'All', question: { text: '', without: [], filters: {} } }, now())
    removeTalent(db, idOf('Asha'), now)
    await openSearch(parts, id, now())
    restoreTalent(db, idOf('Asha'), '')
    expect(await newsOf(parts, id)).toEqual({ total: 6, fresh: 0 })
  })
  it('is renamed, removed and brought back', async () => {
    const { db, parts } = bookOf()
    const { id } = await saveSearch(parts, { name: 'Singers', question }, now())
    expect(renameSearch(db, id, 'Women who sing').name).toBe('Women who sing')
    removeSearch(db, id, now())
    expect(listSearches(db)).toEqual([])
    await expect(newsOf(parts, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(restoreSearch(db, id)).toMatchObject({ name: 'Women who sing', question })
  })
})
