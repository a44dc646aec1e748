import { describe, expect, it } from 'vitest'
import type { Indexing } from '../../src-preload/contract/talent.ts'
import type { Embedder } from '../../src-main/embedding/embedder.ts'
import { indexingState, startIndexer, type Indexer } from '../../src-main/talent/indexing.ts'
import { meaningScores } from '../../src-main/talent/meaningScores.ts'
import { embeddedText, talentModelId } from '../../src-main/talent/talentRecord.ts'
import { readCredit } from '../../src-main/talent/readCredit.ts'
import { getTalent, removeTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { add, newBook, newFolder, now, wordBagEmbedder } from './book.ts'

const noError = (error: unknown) => {
  throw error
}

async function untilDone(indexer: Indexer): Promise<readonly Indexing[]> {
  const steps: Indexing[] = []
  for await (const step of indexer.follow()) steps.push(step)
  return steps
}

/** Adds people of different skills. */
const fill = (db: Parameters<typeof add>[0], count: number) => Array.from({ length: count }, (_, index) => add(db, { name: `Person ${index}`, skills: [`skill ${index}`] }))

describe('the indexer', () => {
  it('teaches search by meaning everybody, batch by batch', async () => {
    const { db } = newBook()
    const embedder = wordBagEmbedder()
    const [id] = fill(db, 20)
    const indexer = startIndexer({ db, embedder, onError: noError })
    const steps = await untilDone(indexer)
    expect(steps.at(-1)).toEqual({ done: 20, total: 20 })
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b))
    expect(id && getTalent(db, id, talentModelId(embedder)).indexed).toBe(true)
    await indexer.close()
  })

  it('takes up after a restart what was left, and does nothing twice', async () => {
    const folder = newFolder()
    const first = newBook(folder)
    fill(first.db, 30)
    const one = wordBagEmbedder()
    const untilClosed = (signal?: AbortSignal) => new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(new Error('closed'))))
    const slow: Embedder = { ...one, embed: (texts, signal) => (one.seen.length < 10 ? one.embed(texts, signal) : untilClosed(signal)) }
    const indexer = startIndexer({ db: first.db, embedder: slow, onError: noError })
    for await (const step of indexer.follow()) if (step.done >= 8) break
    await indexer.close()
    const before = indexingState(first.db, talentModelId(one)).done
    expect(before).toBeGreaterThanOrEqual(8)
    expect(before).toBeLessThan(30)
    first.db.close()
    const second = newBook(folder)
    const two = wordBagEmbedder()
    const again = startIndexer({ db: second.db, embedder: two, onError: noError })
    expect((await untilDone(again)).at(-1)).toEqual({ done: 30, total: 30 })
    expect(two.seen).toHaveLength(30 - before)
    await again.close()
  })

  it('learns a person anew only where what is compared has changed', async () => {
    const { db } = newBook()
    const embedder = wordBagEmbedder()
    const [id] = fill(db, 2)
    if (!id) throw new Error('nobody was added')
    const indexer = startIndexer({ db, embedder, onError: noError })
    await untilDone(indexer)
    updateTalent(db, id, { phone: '98200 00001' }, { modelId: '', now })
    indexer.wake()
    await untilDone(indexer)
    expect(embedder.seen).toHaveLength(2)
    updateTalent(db, id, { skills: ['archery'] }, { modelId: '', now })
    expect(getTalent(db, id, talentModelId(embedder)).indexed).toBe(false)
    indexer.wake()
    await untilDone(indexer)
    expect(embedder.seen.slice(2)).toEqual(['Skills: archery'])
    await indexer.close()
  })

  it('makes all vectors again for another model, beside the old ones', async () => {
    const { db } = newBook()
    fill(db, 3)
    for (const id of ['one', 'two']) {
      const indexer = startIndexer({ db, embedder: wordBagEmbedder(id), onError: noError })
      expect((await untilDone(indexer)).at(-1)).toEqual({ done: 3, total: 3 })
      await indexer.close()
    }
    expect(db.prepare('SELECT count(*) FROM talent_vec').pluck().get()).toBe(6)
  })

  it('goes on following for ever until it is told to stop', async () => {
    const { db } = newBook()
    const indexer = startIndexer({ db, embedder: wordBagEmbedder(), onError: noError })
    const stop = new AbortController()
    const totals: number[] = []
    for await (const { done, total } of indexer.follow({ forEver: true, signal: stop.signal })) {
      totals.push(total)
      if (total === 0) {
        fill(db, 1)
        indexer.wake()
      } else if (done === total) stop.abort()
    }
    expect(totals.at(-1)).toBe(1)
    await indexer.close()
  })

  it('rests after a failure of the encoder, says so, and tries again at the next wake', async () => {
    const { db } = newBook()
    fill(db, 3)
    const good = wordBagEmbedder()
    let broken = true
    const embedder: Embedder = { ...good, embed: (texts, signal) => (broken ? Promise.reject(new Error('no memory')) : good.embed(texts, signal)) }
    const heard: unknown[] = []
    const indexer = startIndexer({ db, embedder, onError: error => heard.push(error) })
    await expect(untilDone(indexer)).rejects.toThrow('no memory')
    expect(heard).toHaveLength(1)
    broken = false
    indexer.wake()
    expect((await untilDone(indexer)).at(-1)).toEqual({ done: 3, total: 3 })
    await indexer.close()
  })
})

describe('nearness in meaning', () => {
  it('is measured for whoever is indexed and in the book', async () => {
    const { db } = newBook()
    const embedder = wordBagEmbedder()
    const archer = add(db, { name: 'A', skills: ['archery'] })
    const cook = add(db, { name: 'B', skills: ['cooking'] })
    const gone = add(db, { name: 'C', skills: ['archery'] })
    add(db, { name: 'Only a name' })
    const indexer = startIndexer({ db, embedder, onError: noError })
    await untilDone(indexer)
    removeTalent(db, gone, now)
    const scores = await meaningScores(db, embedder, 'archery skills')
    expect([...scores.keys()].sort()).toEqual([archer, cook].sort())
    expect(scores.get(archer)).toBeCloseTo(1, 5)
    expect(scores.get(archer)).toBeGreaterThan(scores.get(cook) ?? 1)
    expect([...(await meaningScores(db, embedder, 'archery', [cook])).keys()]).toEqual([cook])
    expect((await meaningScores(db, embedder, ' ? ')).size).toBe(0)
    await indexer.close()
  })

  it('compares what somebody can do first, and neither names nor contacts', () => {
    const text = embeddedText({
      gender: 'female', playingRange: { from: 20, to: 30 }, city: 'Pune', skills: ['Lavani'], languages: [{ language: 'Marathi', fluency: 'native', dialects: ['Varhadi'] }], training: 'FTII', bio: 'Warm.', credits: [readCredit('Pani')],
    })
    expect(text).toBe('Woman, plays 20 to 30, Pune. Skills: Lavani. Languages: Marathi Varhadi. Warm. Pani. FTII')
  })
})
