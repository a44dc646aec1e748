import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MeaningStep } from '../../src-preload/contract/meaning.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { makeResting, type Resting } from '../../src-main/embedding/resting.ts'
import { openEncoders, type Encoders } from '../../src-main/talent/encoders.ts'
import { startIndexer } from '../../src-main/talent/indexing.ts'
import { meaningScores } from '../../src-main/talent/meaningScores.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { memorySettingsKeeper } from '../support/memoryKeepers.ts'
import { writeSmallModel } from '../support/smallModel.ts'
import { add, newBook, newFolder } from './book.ts'

interface Shop {
  readonly db: Database
  readonly folder: string
  readonly encoders: Encoders
  readonly resting: Resting
  /** Settles at the next change of the model that answers. */
  readonly switched: Promise<void>
  readonly errors: unknown[]
}

async function open(before?: { readonly db: Database; readonly folder: string; readonly settings: ReturnType<typeof memorySettingsKeeper> }): Promise<Shop & { settings: ReturnType<typeof memorySettingsKeeper> }> {
  const { db, folder } = before ?? newBook()
  const settings = before?.settings ?? memorySettingsKeeper()
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const switched = Promise.withResolvers<void>()
  const errors: unknown[] = []
  const resting = makeResting(() => 0.3)
  const encoders = await openEncoders({ db, settings, dataFolder: folder, pool, resting, onError: error => errors.push(error), onSwitch: () => switched.resolve() })
  onTestFinished(() => encoders.close())
  return { db, folder, encoders, resting, switched: switched.promise, errors, settings }
}

function modelFolder(seed = 1): readonly { name: string; path: string }[] {
  const folder = newFolder()
  writeSmallModel(folder, 24, seed)
  return ['model.onnx', 'tokenizer.json'].map(name => ({ name, path: join(folder, name) }))
}

/** Lets the model that answers learn everybody. */
async function learnAll({ db, encoders }: Shop): Promise<void> {
  const indexer = startIndexer({ db, embedder: encoders.embedder, onError: error => { throw error } })
  for await (const step of indexer.follow()) void step
  await indexer.close()
}

const models = (db: Database): unknown[] => db.prepare('SELECT DISTINCT model_id FROM talent_vec').pluck().all()

describe("the user's own model", () => {
  it('learns everybody beside the one that answers, then takes over, and the old vectors go', async () => {
    const shop = await open()
    const { db, encoders, resting } = shop
    const archer = add(db, { name: 'A', skills: ['archery'] })
    add(db, { name: 'B', skills: ['cooking'] })
    await learnAll(shop)
    const shipped = encoders.embedder.id
    resting.power({ onBattery: true, level: 0.1 })
    await encoders.choose('My multilingual model', modelFolder())
    expect(encoders.state()).toMatchObject({ model: { id: shipped, done: 2, total: 2 }, next: { name: 'My multilingual model', done: 0, total: 2 }, resting: 'battery' })
    expect((await meaningScores(db, encoders.embedder, 'archery')).size).toBe(2)
    resting.power({ onBattery: false, level: 0.1 })
    await shop.switched
    expect(encoders.state()).toMatchObject({ model: { name: 'My multilingual model', ownFiles: true, dimensions: 24, done: 2, total: 2 }, next: null })
    const scores = await meaningScores(db, encoders.embedder, 'Skills: archery')
    expect(scores.get(archer)).toBeCloseTo(1, 5)
    await encoders.close()
    expect(models(db)).toHaveLength(1)
    expect(shop.errors).toEqual([])
  })

  it('tells whoever follows how far the next model has come, that it rests, and that it answers', async () => {
    const shop = await open()
    const { db, encoders, resting } = shop
    add(db, { name: 'A', skills: ['archery'] })
    await learnAll(shop)
    const steps = encoders.follow()
    const until = async (is: (step: MeaningStep) => boolean): Promise<MeaningStep> => {
      for (;;) {
        const { value, done } = await steps.next()
        if (done) throw new Error('the steps ended')
        if (is(value)) return value
      }
    }
    expect(await until(() => true)).toEqual({ model: 'English, ships with CastMatch', next: null, resting: null })
    resting.power({ onBattery: true, level: 0.1 })
    expect(await until(step => step.resting === 'battery')).toMatchObject({ next: null })
    await encoders.choose('Mine', modelFolder())
    expect(await until(step => step.next !== null)).toMatchObject({ model: 'English, ships with CastMatch', next: { name: 'Mine', done: 0, total: 1 }, resting: 'battery' })
    resting.power({ onBattery: false, level: 0.1 })
    expect(await until(step => step.model === 'Mine')).toEqual({ model: 'Mine', next: null, resting: null })
    await encoders.close()
    expect(await steps.next()).toEqual({ value: undefined, done: true })
  })

  it('goes on learning after a restart, and answers after the next', async () => {
    const first = await open()
    add(first.db, { name: 'A', skills: ['archery'] })
    first.resting.power({ onBattery: true, level: 0.1 })
    await first.encoders.choose('Mine', modelFolder())
    await first.encoders.close()
    const second = await open(first)
    void second.encoders.resume()
    await second.switched
    const third = await open(second)
    expect(third.encoders.state().model).toMatchObject({ name: 'Mine', ownFiles: true, dimensions: 24 })
  })

  it('is given up where she cancels: the one that answers stays, and nothing of the other', async () => {
    const { db, folder, encoders, resting } = await open()
    add(db, { name: 'A', skills: ['archery'] })
    const shipped = encoders.embedder.id
    resting.power({ onBattery: true, level: 0.1 })
    await encoders.choose('Mine', modelFolder())
    await encoders.cancel()
    expect(encoders.state()).toMatchObject({ model: { id: shipped }, next: null })
    expect(readdirSync(join(folder, 'encoders'))).toEqual([])
  })

  it('is refused where a file is missing or damaged, and the one that answers goes on', async () => {
    const { folder, encoders } = await open()
    const shipped = encoders.embedder.id
    const [model, tokenizer] = modelFolder()
    if (!model || !tokenizer) throw new Error('a file is missing')
    await expect(encoders.choose('Half', [model])).rejects.toThrow(/no tokenizer\.json/)
    const broken = newFolder()
    writeFileSync(join(broken, 'model.onnx'), 'no model at all')
    await expect(encoders.choose('Broken', [{ name: 'model.onnx', path: join(broken, 'model.onnx') }, tokenizer])).rejects.toThrow(/no model that onnxruntime can load/)
    writeFileSync(join(broken, 'tokenizer.json'), '{}')
    await expect(encoders.choose('Broken', [model, { name: 'tokenizer.json', path: join(broken, 'tokenizer.json') }])).rejects.toThrow(/tokenizer/)
    expect(encoders.state()).toMatchObject({ model: { id: shipped }, next: null })
    expect(existsSync(join(folder, 'encoders')) && readdirSync(join(folder, 'encoders')).some(name => name.startsWith('half'))).toBe(false)
  })
})
