import { describe, expect, it, onTestFinished } from 'vitest'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { cosinesOf, nearnessByScan, openNearPeople, type Nearness, type NearPeople } from '../../src-main/talent/nearPeople.ts'
import { topAllowed, topOf } from '../../src-main/talent/search/topOf.ts'
import { unknownFacts } from '../../src-main/talent/talentRecord.ts'
import { talentWriter } from '../../src-main/talent/talentWriter.ts'
import { createWorkerPool, type WorkerPool } from '../../src-main/workers/workerPool.ts'
import { anyVector, mixedVectors, ofUnitLength } from '../support/madeVectors.ts'
import { seededNumbers } from '../support/manyPeople.ts'
import { newBook, now } from './book.ts'

const modelId = 'made'
const people = 700

interface LargeBook {
  readonly db: Database
  readonly near: NearPeople
  readonly errors: unknown[]
}

/** A book that is large enough for the worker, each person with a vector. */
function largeBook(pool: WorkerPool = createWorkerPool({ threads: 1 })): LargeBook {
  const { db, folder } = newBook()
  const random = seededNumbers(11)
  const real = Array.from({ length: 60 }, () => anyVector(random))
  inTransaction(db, () => {
    const writer = talentWriter(db)
    for (const vector of mixedVectors(real, people)) {
      const row = writer.insert({ ...unknownFacts, name: 'Somebody' }, { id: crypto.randomUUID(), source: 'made', at: now().toISOString() })
      keep(db, row, vector)
    }
  })
  const errors: unknown[] = []
  const near = openNearPeople({ db, folder, pool, onError: error => errors.push(error), upTo: 500 })
  onTestFinished(() => near.close())
  return { db, near, errors }
}

const keep = (db: Database, row: number, vector: Float32Array): void =>
  void db.prepare('INSERT OR REPLACE INTO talent_vec (talent_row, model_id, text_hash, e) SELECT row, ?, text_hash, ? FROM talent WHERE row = ?').run(modelId, vector, row)

const everybody = ({ about }: Nearness): Uint8Array => new Uint8Array(about.length).fill(1)

async function nearest({ db, near }: LargeBook, vector: Float32Array, count: number): Promise<readonly number[]> {
  const nearness = await near.near(modelId, vector)
  const exact = nearness.exactly(topAllowed(nearness.about, everybody(nearness), count + 60))
  expect(exact).toEqual(cosinesOf(db, modelId, vector, [...exact.keys()]))
  return [...exact].sort((a, b) => b[1] - a[1]).slice(0, count).map(([row]) => row)
}

const byScan = ({ db }: LargeBook, vector: Float32Array, count: number): readonly number[] => {
  const { about } = nearnessByScan(db, modelId, vector)
  return [...about.keys()].filter(row => about[row] !== -2).sort((a, b) => (about[b] ?? -2) - (about[a] ?? -2)).slice(0, count)
}

describe('the nearest in a large book', () => {
  it('are those of the exact scan', async () => {
    const book = largeBook()
    const random = seededNumbers(5)
    for (let round = 0; round < 8; round++) {
      const asked = anyVector(random)
      expect(await nearest(book, asked, 200)).toEqual(byScan(book, asked, 200))
    }
    expect(book.errors).toEqual([])
  })

  it('are in step with every write: new and changed people are found, the removed and those changed since are not', async () => {
    const book = largeBook()
    const { db } = book
    const asked = anyVector(seededNumbers(99))
    expect(await nearest(book, asked, 10)).not.toContain(77)
    keep(db, 77, asked)
    expect((await nearest(book, asked, 10))[0]).toBe(77)
    const added = talentWriter(db).insert({ ...unknownFacts, name: 'New' }, { id: 'new', source: 'made', at: now().toISOString() })
    keep(db, added, ofUnitLength(asked.map((value, index) => (index === 0 ? value + 0.01 : value))))
    expect((await nearest(book, asked, 2)).toSorted()).toEqual([77, added].toSorted())
    talentWriter(db).hide(added, now().toISOString())
    db.prepare(`UPDATE talent SET text_hash = 'other' WHERE row = 77`).run()
    const after = await nearest(book, asked, 10)
    expect(after).toEqual(byScan(book, asked, 10))
    expect(after).not.toContain(77)
    expect(after).not.toContain(added)
  })

  it('come from the database where the worker fails, which is told', async () => {
    const broken: WorkerPool = { run: () => Promise.reject(new Error('no thread')), close: () => Promise.resolve() }
    const book = largeBook(broken)
    const asked = anyVector(seededNumbers(6))
    expect(await nearest(book, asked, 20)).toEqual(byScan(book, asked, 20))
    expect(book.errors).toHaveLength(1)
  })

  it('of a model without vectors are none', async () => {
    const book = largeBook()
    const nearness = await book.near.near('another', anyVector(seededNumbers(2)))
    expect(topAllowed(nearness.about, new Uint8Array(people).fill(1), people)).toEqual([])
  })
})

describe('the best of many', () => {
  it('are those that sorting gives', () => {
    const random = seededNumbers(8)
    const scores = Array.from({ length: 500 }, () => random())
    const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    for (const count of [1, 2, 3, 17, 499, 500, 900]) expect(topOf(scores.keys(), row => scores[row] ?? 0, count).toSorted()).toEqual(sorted.slice(0, count).toSorted())
    expect(topOf(scores.keys(), () => -2, 5)).toEqual([])
  })

  it('are the same out of many scores at once, of those who are allowed, and of two alike the earlier', () => {
    const random = seededNumbers(9)
    const scores = Float64Array.from({ length: 600 }, () => (random() < 0.1 ? -2 : Math.floor(random() * 40) / 40))
    const allowed = Uint8Array.from(scores, () => (random() < 0.6 ? 1 : 0))
    const some = [...scores.keys()].filter(() => random() < 0.5)
    for (const count of [0, 1, 2, 17, 200, 900]) {
      for (const rows of [null, some, some.toReversed()]) {
        const best = topOf((rows ?? [...scores.keys()]).filter(row => allowed[row] === 1), row => scores[row] ?? 0, count)
        expect(topAllowed(scores, allowed, count, rows).toSorted()).toEqual(best.toSorted())
      }
    }
  })
})
