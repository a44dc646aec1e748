import { describe, expect, it, onTestFinished } from 'vitest'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { facetsOf, searchTalent, type SearchParts, type TalentSearch } from '../../src-main/talent/searchTalent.ts'
import { openBookReader } from '../../src-main/talent/search/answerBook.ts'
import { openBookIndex, type BookIndex } from '../../src-main/talent/search/bookIndex.ts'
import { textsOfTables } from '../../src-main/talent/search/bookTexts.ts'
import { conceptsOf } from '../../src-main/talent/search/concepts.ts'
import { wordScores } from '../../src-main/talent/search/fullText.ts'
import { makeGlossary } from '../../src-main/talent/search/glossary.ts'
import { scoresOfNames } from '../../src-main/talent/search/nameScores.ts'
import { rankBook, readQuestion } from '../../src-main/talent/search/rankBook.ts'
import { openBookView } from '../../src-main/talent/search/bookColumns.ts'
import { openSearchShelf } from '../../src-main/talent/search/searchShelf.ts'
import { removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { unknownFacts } from '../../src-main/talent/talentRecord.ts'
import { talentWriter } from '../../src-main/talent/talentWriter.ts'
import { createWorkerPool, type WorkerPool } from '../../src-main/workers/workerPool.ts'
import { manyPeople } from '../support/manyPeople.ts'
import { add, newBook, now, takeInText } from './book.ts'

const sentences = [
  'a woman who sings thumri, warm and earthy', 'an old farmer who can ride a horse', 'nukkad natak', 'wrestler who speaks Bhojpuri, not a dancer', 'villain with a quiet voice',
  'kathak dancer from Pune', 'theatre background, mimicry', 'Vijaylaxmi Natrajan', 'Debolena Chaterjee', 'Sonali', 'someone like Sonali', 'bharathanatiyam', '"comic timing"', 'Marathi', 'O’Brien the naïve singer',
  'कथक', 'हिन्दी नाटक', 'a woman of 30 to 40 in Mumbai', 'zzqx', 'no smokers', 'sings sings sings', 'fluent Tamil, harmonium',
] as const

function madeBook(count: number): { readonly db: Database; readonly folder: string } {
  const book = newBook()
  inTransaction(book.db, () => {
    const writer = talentWriter(book.db)
    let at = 0
    for (const person of manyPeople(count)) writer.insert({ ...unknownFacts, ...person }, { id: `made-${at++}`, source: 'made', at: now().toISOString() })
  })
  return book
}

/** People whose texts are hard to cut into words. */
const hard = [
  { name: 'Zoë O’Brien-D\'Souza', bio: 'A naïve café singer; don’t call her “Zo”. İstanbul, Straße, ﬁne. Sings Singing SANG.', skills: ['thumri/khayal', 'nukkad-natak', 'C++'] },
  { name: 'कविता देशमुख', spellings: ['Kavita Deshmukh'], bio: 'हिन्दी नाटक और कथक। मराठी रंगभूमि।', languages: [{ language: 'हिन्दी', fluency: 'native' as const, dialects: ['ब्रज'] }] },
  { name: 'Ωmega ①②③ 😀', bio: `${'sings '.repeat(40)}and rests`, notes: 'naive\u0301 e\u0301 a\u00adb x\u200dy' },
  { name: 'விஜய்', bio: '', skills: ['சிலம்பம்', 'silambam'] },
]

const grown = (db: Database, index = openBookIndex(db)): BookIndex => {
  for (let at = 0; at < 1_000 && !index.grow(); at++);
  expect(index.isReady()).toBe(true)
  return index
}

/** Holds every answer of the index beside that of the tables. */
async function expectSame(db: Database, index: BookIndex): Promise<void> {
  expect(index.isReady()).toBe(true)
  const tables = textsOfTables(db)
  const columns = await openBookView(db).fresh()
  const glossary = makeGlossary([])
  const someRows = Uint8Array.from({ length: columns.size }, (_, row) => (row % 7 === 3 ? 0 : 1))
  for (const text of sentences) {
    const read = readQuestion({ db, texts: index.texts }, { text, without: [] }, null, '2026-03-01')
    expect(read, text).toEqual(readQuestion({ db, texts: tables }, { text, without: [] }, null, '2026-03-01'))
    const { words } = read.read
    const concepts = conceptsOf(db, index.texts, words, glossary)
    expect(concepts, text).toEqual(conceptsOf(db, tables, words, glossary))
    const [ours, theirs] = [index.texts, tables].map(texts => wordScores(texts, concepts, someRows))
    expect(ours?.rows.toSorted((a, b) => a - b), text).toEqual(theirs?.rows.toSorted((a, b) => a - b))
    for (const row of theirs?.rows ?? []) expect(Math.abs((ours?.scores[row] ?? 0) - (theirs?.scores[row] ?? 0)), `${text}, row ${row}`).toBeLessThan(1e-6)
    expect([...scoresOfNames(index.texts, words)], text).toEqual([...scoresOfNames(tables, words)])
    const asked = { read: read.read, glossary: [], today: '2026-03-01' }
    const [mine, its] = [index.texts, tables].map(texts => rankBook({ db, columns, texts }, asked, null)({ gender: 'female' }))
    expect([...(mine?.ranked.rows ?? [])], text).toEqual([...(its?.ranked.rows ?? [])])
    expect([...(mine?.foundWithout('gender') ?? [])], text).toEqual([...(its?.foundWithout('gender') ?? [])])
  }
}

describe('the book in memory answers as the tables do', () => {
  it('in a book of a thousand people, whatever script and spelling they are written in', async () => {
    const { db } = madeBook(1_000)
    for (const facts of hard) add(db, facts)
    await expectSame(db, grown(db))
  })

  it('after people are added, changed, removed, restored and imported, a few at once and many in pieces', async () => {
    const { db } = madeBook(600)
    const index = grown(db)
    const someone = add(db, { name: 'Sonali Thumriwali', bio: 'Sings thumri on the nukkad.' })
    updateTalent(db, 'made-5' as never, { bio: 'Nukkad natak, and a quiet voice.', name: 'Vijayalaxmi Natarajan' }, { modelId: '', now })
    removeTalent(db, 'made-7' as never, now)
    await expectSame(db, index)
    removeTalent(db, someone, now)
    restoreTalent(db, 'made-7' as never, '')
    await expectSame(db, index)
    await takeInText(db, ['Name,Skills,Bio', ...Array.from({ length: 300 }, (_, at) => `Newcomer ${at},"mimicry, thumri",Rides a horse and sings.`)].join('\n'))
    expect(index.isReady()).toBe(false)
    await expectSame(db, grown(db, index))
  })

  it('and is made anew once much of it is forgotten', async () => {
    const { db } = madeBook(400)
    const index = grown(db)
    const before = index.bytes()
    for (let round = 0; round < 14; round++) {
      inTransaction(db, () => void db.prepare('UPDATE talent SET updated_at = ? WHERE row <= 100').run(`2026-03-02T00:00:0${round % 10}.000Z`))
      grown(db, index)
    }
    expect(index.bytes()).toBeLessThan(before * 2)
    await expectSame(db, index)
  })
})

const everybody: TalentSearch = { text: '', without: [], filters: {}, sort: 'best', limit: 40, offset: 0 }

function largeBook(pool: WorkerPool = createWorkerPool({ threads: 1 })) {
  const { db, folder } = madeBook(300)
  const errors: unknown[] = []
  const shelf = openSearchShelf(db, { thread: { folder, pool, onError: error => errors.push(error), upTo: 100 } })
  onTestFinished(() => shelf.close())
  const large: SearchParts = { db, embedder: null, glossary: [], today: '2026-03-01', shelf }
  const small: SearchParts = { ...large, shelf: openSearchShelf(db) }
  const expectAlike = async (): Promise<void> => {
    for (const text of [...sentences, '']) {
      for (const more of [{}, { sort: 'name' as const, offset: 3 }, { sort: 'newest' as const, filters: { gender: 'male' as const, city: 'Mumbai' } }]) {
        const search = { ...everybody, text, ...more }
        expect(await searchTalent(large, search), text).toEqual(await searchTalent(small, search))
        expect(await facetsOf(large, search), text).toEqual(await facetsOf(small, search))
      }
    }
  }
  return { db, folder, shelf, large, small, errors, expectAlike }
}

describe('a large book', () => {
  it('is searched in a worker, with the same people, reasons and counts, before it is in memory and after', async () => {
    const { shelf, expectAlike, errors, db } = largeBook()
    await expectAlike()
    await shelf.warmUp()
    expect(shelf.bytes()).toBeGreaterThan(0)
    await expectAlike()
    updateTalent(db, 'made-5' as never, { bio: 'Sings thumri.' }, { modelId: '', now })
    await expectAlike()
    expect(errors).toEqual([])
  })

  it('is answered from the tables where the worker fails, which is told, and the next worker reads it anew', async () => {
    const real = createWorkerPool({ threads: 1 })
    let broken = true
    const { large, small, errors, shelf } = largeBook({
      run: (worker, input, options) => (broken ? Promise.reject(new Error('no thread')) : real.run(worker, input, options)),
      close: () => real.close(),
    })
    const search = { ...everybody, text: 'thumri' }
    expect(await searchTalent(large, search)).toEqual(await searchTalent(small, search))
    expect(errors).not.toEqual([])
    broken = false
    await shelf.warmUp()
    expect(shelf.bytes()).toBeGreaterThan(0)
    expect(await searchTalent(large, { ...search, text: 'harmonium' })).toEqual(await searchTalent(small, { ...search, text: 'harmonium' }))
  })
})

it('gives the next page of a long list without an order of its own', async () => {
  const { db } = madeBook(900)
  const reader = openBookReader(db)
  const texts = textsOfTables(db)
  const { read } = readQuestion({ db, texts }, { text: '', without: [] }, null, undefined)
  const question = { key: 'all', asked: { read, glossary: [], today: undefined }, filters: {}, meaning: null }
  const names: number[] = []
  for (let offset = 0; offset < 900; offset += 100) {
    const { people, total } = await reader.answer('page', { ...question, sort: 'name', offset, limit: 100 }, texts)
    expect(total).toBe(900)
    names.push(...people.map(({ row }) => row))
  }
  expect(names).toEqual(db.prepare('SELECT row FROM talent ORDER BY name_key, row').pluck().all())
})
