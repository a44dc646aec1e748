import { describe, expect, it } from 'vitest'
import { testDatabase } from '../support/testDatabase.ts'
import { figures, gone, measureRecall } from './measureRecall.ts'
import { realEmbedder } from './office.ts'
import { memories, questions } from './recallSet.ts'

describe('recall on the set of 200 memories and 60 questions', () => {
  const encoder = realEmbedder()

  it('finds the right memory among five for nine of ten questions, nothing that is over, and little where nothing is asked for', async () => {
    expect([memories.length, questions.length, questions.filter(({ answers }) => answers.length === 0).length]).toEqual([200, 60, 10])
    const all = await measureRecall(testDatabase(), encoder.embedder())
    const answerable = all.filter(({ answers }) => answers.length > 0)
    expect(figures(answerable).recall).toBeGreaterThanOrEqual(0.94)
    expect(figures(answerable).mrr).toBeGreaterThanOrEqual(0.92)
    expect(figures(answerable.filter(({ aside }) => aside)).recall).toBeGreaterThanOrEqual(0.9)
    expect(all.flatMap(({ found }) => found).filter(({ key }) => gone.has(key) || key === '')).toEqual([])
    expect(all.filter(({ answers, found }) => answers.length === 0 && found.length > 0).length).toBeLessThanOrEqual(4)
  }, 120_000)

  it('finds as much by words alone, where there is no encoder', async () => {
    const all = await measureRecall(testDatabase(), null)
    expect(figures(all.filter(({ answers }) => answers.length > 0)).recall).toBeGreaterThanOrEqual(0.9)
  })
})
