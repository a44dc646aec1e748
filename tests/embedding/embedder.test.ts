import { expect, it, onTestFinished } from 'vitest'
import { cosine, openEmbedder } from '../../src-main/embedding/embedder.ts'
import { sentenceModelId } from '../../src-main/embedding/liteFiles.ts'
import { loadSentenceModel } from '../../src-main/embedding/sentenceModel.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'

it('gives texts of like meaning vectors that lie close, each of unit length', async () => {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const embedder = await openEmbedder(pool)
  const [inspector, policeman, dancer, again, nothing] = await embedder.embed(['an inspector of police', 'a policeman', 'a classical dancer', 'an inspector of police', ' - '])
  if (!inspector || !policeman || !dancer || !again || !nothing) throw new Error('a vector is missing')
  expect([inspector.length, embedder.dimensions]).toEqual([512, 512])
  expect(cosine(inspector, inspector)).toBeCloseTo(1, 5)
  expect(cosine(inspector, policeman)).toBeGreaterThan(cosine(inspector, dancer) + 0.2)
  expect(again).toEqual(inspector)
  expect(nothing.every(value => value === 0)).toBe(true)
  const cancelled = AbortSignal.abort()
  await expect(embedder.embed(['too late'], cancelled)).rejects.toMatchObject({ code: 'CANCELLED' })
})

it('reads no further than the model can, so that a very long text costs no more', async () => {
  const model = await loadSentenceModel()
  const long = 'A weathered farmer from a village near Satara who sings while he works. '.repeat(40)
  const [whole, cut] = [await model.embed([long]), await model.embed([`${long} and dances, too`])]
  expect(cosine(whole, cut)).toBeCloseTo(1, 6)
})

it('is known by its weights: the id is the same each time', async () => {
  expect(await sentenceModelId()).toMatch(/^use-lite-[0-9a-f]{16}$/)
  expect(await sentenceModelId()).toBe(await sentenceModelId())
})
