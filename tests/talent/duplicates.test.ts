import { describe, expect, it } from 'vitest'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { comparePair, dismissPair, listPairs, reopenPair } from '../../src-main/talent/duplicates/pairStore.ts'
import { renewPairs } from '../../src-main/talent/duplicates/renewPairs.ts'
import { removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { startDuplicateFinder } from '../../src-main/talent/duplicates/duplicateFinder.ts'
import { processorTime } from '../support/processorTime.ts'
import { add, newBook, newFolder, now } from './book.ts'

const at = now().toISOString()
const context = { modelId: '', now }
const renew = (db: Database, all = false) => renewPairs(db, { at, all, say: () => {} })
const pairsOf = (db: Database) => listPairs(db, { limit: 50, offset: 0 }).pairs.map(({ people, reasons }) => ({ names: people.map(({ name }) => name).sort(), why: reasons.filter(({ speaks }) => speaks === 'for').map(({ words }) => words), against: reasons.filter(({ speaks }) => speaks === 'against').map(({ words }) => words) }))

describe('the same person twice in the book', () => {
  it('is suggested with reasons: names alike across spellings and scripts, the same phone, the same city', () => {
    const { db } = newBook()
    add(db, { name: 'Vijaylaxmi Nadkarni', phone: '+91 98200 11201', city: 'Bombay' })
    add(db, { name: 'Vijayalakshmi Nadkarni', phone: '098200-11201', city: 'Mumbai' })
    add(db, { name: 'सुनीता कुलकर्णी', city: 'पुणे', playingRange: { from: 40, to: 50 } })
    add(db, { name: 'Sunita Kulkarni', city: 'Pune', playingRange: { from: 40, to: 50 } })
    expect(renew(db)).toMatchObject({ people: 4, suggested: 2 })
    expect(pairsOf(db)).toEqual([
      { names: ['Vijayalakshmi Nadkarni', 'Vijaylaxmi Nadkarni'], why: [expect.stringMatching(/^names sound alike: Vijay\w+ Nadkarni \/ Vijay/), 'same phone', 'same city'], against: [] },
      { names: ['Sunita Kulkarni', 'सुनीता कुलकर्णी'], why: [expect.stringMatching(/^same name in two scripts/), 'same city', 'same playing age'], against: [] },
    ])
  })

  it('is not seen in siblings with one phone, in the actors of one agent, nor in namesakes of other ages and cities', () => {
    const { db } = newBook()
    add(db, { name: 'Rohan Bhosale', gender: 'male', phone: '9822019001', city: 'Pune' })
    add(db, { name: 'Rohit Bhosale', gender: 'male', phone: '9822019001', city: 'Pune' })
    for (const name of ['Samir Kochhar', 'Sameer Dharma', 'Neeraj Kabi', 'Neeraj Sood', 'Varun Badola', 'Varun Sobti']) add(db, { name, phone: '9820021000', city: 'Mumbai' })
    add(db, { name: 'Rahul Sharma', city: 'Delhi', playingRange: { from: 20, to: 28 }, phone: '9811018001' })
    add(db, { name: 'Rahul Sharma', city: 'Mumbai', playingRange: { from: 45, to: 55 }, phone: '9820018002' })
    expect(renew(db).suggested).toBe(0)
  })

  it('says what speaks against it', () => {
    const { db } = newBook()
    add(db, { name: 'Ninad Limaye', born: '1990-02-03', phone: '9822019001', city: 'Pune', email: 'ninad@post.example' })
    add(db, { name: 'Ninad Limaye', born: '1988-02-03', phone: '9822019001', city: 'Mumbai', email: 'ninad@post.example' })
    renew(db)
    expect(pairsOf(db)[0]?.against).toEqual(['born 2 years apart', 'different city'])
  })

  it('is looked for again only among those who were changed', () => {
    const { db } = newBook()
    inTransaction(db, () => {
      for (let index = 0; index < 300; index++) add(db, { name: `${['Asha', 'Ravi', 'Meera', 'Imran'][index % 4]} ${'bcdfghjklm'[Math.floor(index / 4) % 10]}a${'npqrstvz'[Math.floor(index / 40)]}kar` })
    })
    const id = add(db, { name: 'Tara Sood', phone: '9816013001' })
    renew(db)
    const before = listPairs(db, { limit: 50, offset: 0 }).total
    expect(renew(db)).toEqual({ people: 0, compared: 0, suggested: 0 })
    const other = add(db, { name: 'T. Sood', phone: '9816013001' })
    expect(listPairs(db, { limit: 1, offset: 0 }).waiting).toBe(1)
    expect(renew(db)).toMatchObject({ people: 1, suggested: 1 })
    expect(listPairs(db, { limit: 50, offset: 0 }).total).toBe(before + 1)
    updateTalent(db, other, { name: 'Nikhil Bendre', phone: '' }, context)
    renew(db)
    expect(listPairs(db, { limit: 50, offset: 0 }).total).toBe(before)
    updateTalent(db, other, { name: 'Sood Tara', phone: '9816013001' }, context)
    renew(db)
    expect(pairsOf(db).map(({ names }) => names)).toContainEqual(['Sood Tara', 'Tara Sood'])
    removeTalent(db, id, now)
    renew(db)
    expect(listPairs(db, { limit: 50, offset: 0 }).total).toBe(before)
  })

  it('finds the same pairs one change after the other as all at once', () => {
    const { db } = newBook()
    const names = ['Vijaylaxmi Rao', 'Ram Kumar Tiwari', 'Zeenat Shaikh', 'Daljit Sahota', 'Anushree Kotnis']
    for (const name of names) add(db, { name, city: 'Mumbai' })
    renew(db)
    for (const name of ['Vijayalakshmi Rao', 'Ramkumar Tiwari', 'Jinat Sheikh', 'Daljeet Sahota', 'Anushreee Kotnis']) {
      add(db, { name, city: 'Mumbai' })
      db.exec('UPDATE duplicate_count SET people = people') // stands between two runs
      renew(db)
    }
    const found = pairsOf(db).map(({ names: pair }) => pair).sort()
    expect(found).toHaveLength(5)
    renew(db, true)
    expect(pairsOf(db).map(({ names: pair }) => pair).sort()).toEqual(found)
  })

  it('is found again in a small book, however often one of the two goes and comes back', () => {
    const { db } = newBook()
    add(db, { name: 'Vijaylaxmi Rao', phone: '98490 12345', city: 'Hyderabad' })
    const id = add(db, { name: 'Vijayalakshmi Rao', phone: '98490 12345', city: 'Mumbai' })
    for (const name of ['Bhim Naik', 'Asha Rane']) add(db, { name, city: 'Pune' })
    renew(db)
    const found = listPairs(db, { limit: 1, offset: 0 }).pairs[0]?.likelihood
    expect(found).toBeGreaterThan(0.5)
    for (let time = 0; time < 4; time++) {
      removeTalent(db, id, now)
      expect(renew(db).suggested).toBe(0)
      restoreTalent(db, id, '')
      renew(db)
      expect(listPairs(db, { limit: 1, offset: 0 }).pairs[0]?.likelihood).toBe(found)
    }
  })

  it('is never suggested again once they were said to be two, until that is taken back', () => {
    const { db } = newBook()
    add(db, { name: 'Tara Sood', phone: '9816013001' })
    const id = add(db, { name: 'Tara Sud', phone: '9816013001' })
    renew(db)
    const pair = listPairs(db, { limit: 1, offset: 0 }).pairs[0]
    if (!pair) throw new Error('nothing was suggested')
    dismissPair(db, pair.id, now())
    expect(listPairs(db, { limit: 1, offset: 0 })).toMatchObject({ total: 0, people: 0 })
    updateTalent(db, id, { city: 'Shimla' }, context)
    renew(db)
    renew(db, true)
    expect(listPairs(db, { limit: 1, offset: 0 }).total).toBe(0)
    expect(() => dismissPair(db, pair.id, now())).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    reopenPair(db, pair.id)
    expect(listPairs(db, { limit: 1, offset: 0 }).pairs.map(open => open.id)).toEqual([pair.id])
  })

  it('lays the better known record on the side that is kept', () => {
    const { db } = newBook()
    add(db, { name: 'Tara Sood', phone: '9816013001' })
    const known = add(db, { name: 'Tara Sood', phone: '9816013001', city: 'Shimla', heightCm: 164, notes: 'Warm, quick' })
    renew(db)
    const pair = listPairs(db, { limit: 1, offset: 0 }).pairs[0]
    if (!pair) throw new Error('nothing was suggested')
    const { kept, facts } = comparePair(db, pair, '')
    expect(kept.id).toBe(known)
    expect(facts).toEqual([
      { field: 'name', state: 'same', joins: false, proposed: 'kept' }, { field: 'heightCm', state: 'one', joins: false, proposed: 'kept' }, { field: 'city', state: 'one', joins: false, proposed: 'kept' },
      { field: 'phone', state: 'same', joins: false, proposed: 'kept' }, { field: 'notes', state: 'one', joins: false, proposed: 'kept' },
    ])
  })

  it('does not grow past line with a name that everybody has', async () => {
    const time = async (people: number) => {
      const { db } = newBook()
      inTransaction(db, () => {
        for (let index = 0; index < people; index++) add(db, { name: 'Amit Kumar', city: ['Patna', 'Delhi', 'Mumbai'][index % 3] ?? '', playingRange: { from: 20 + (index % 30), to: 30 + (index % 30) } })
      })
      return processorTime(() => renew(db, true))
    }
    const [few, many] = [await time(200), await time(800)]
    expect(many / few).toBeLessThan(10) // 16 where everybody met everybody
  })

  it('is found in the background by a worker, and a search that is broken off leaves what was suggested', async () => {
    const { db } = newBook()
    const pool = createWorkerPool({ threads: 1 })
    const errors: unknown[] = []
    const finder = startDuplicateFinder({ db, pool, now, onError: error => errors.push(error) })
    add(db, { name: 'Tara Sood', phone: '9816013001' })
    add(db, { name: 'Tara Sud', phone: '9816013001' })
    finder.wake()
    const events = []
    for await (const event of finder.find(true)) events.push(event)
    expect(events.at(-1)).toMatchObject({ kind: 'done', result: { people: 2, suggested: 1 } })
    const stop = new AbortController()
    stop.abort()
    await expect(finder.find(true, stop.signal).next()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(listPairs(db, { limit: 1, offset: 0 }).total).toBe(1)
    await finder.close()
    await pool.close()
    expect(errors).toEqual([])
  })
})

describe('a file from before duplicates were looked for', () => {
  it('has all of its people compared at the next chance', () => {
    const folder = newFolder()
    const place = migrations.findIndex(({ name }) => name === 'duplicates')
    const old = openDatabase({ folder, now, list: migrations.slice(0, place) })
    const insert = old.prepare("INSERT INTO talent (id, name, name_key, phone, phone_key, source, text_hash, created_at, updated_at) VALUES (?, ?, ?, '9816013001', '9816013001', '', '', ?, ?)")
    for (const [id, name] of [['a', 'Tara Sood'], ['b', 'Tara Sud']] as const) insert.run(id, name, name.toLowerCase(), at, at)
    old.close()
    const db = openDatabase({ folder, now })
    expect(renew(db)).toMatchObject({ people: 2, suggested: 1 })
    db.close()
  })
})
