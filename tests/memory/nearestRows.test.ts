import { expect, it } from 'vitest'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { cosine } from '../../src-main/embedding/embedder.ts'
import { plainFacts } from '../../src-main/memory/memoryRecord.ts'
import { insertMemory, keepVector } from '../../src-main/memory/memoryWriter.ts'
import { nearestRows } from '../../src-main/memory/nearestRows.ts'
import { textHash } from '../../src-main/memory/terms.ts'
import { wordQuery } from '../../src-main/memory/wordQuery.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { testDatabase } from '../support/testDatabase.ts'

const now = new Date('2026-11-21T09:00:00.000Z')
const modelId = 'made/memory-1'

it('finds nearly all of the ten memories that are nearest by the exact vectors', () => {
  const db = testDatabase()
  const vectors = fill(db, 3_000)
  const asked = [0, 700, 1_400, 2_100, 2_800].map(at => blended(vectors[at] ?? anywhere(), anywhere()))
  const hits = asked.map(vector => {
    const truly = vectors.map((other, at) => ({ row: at + 1, like: cosine(vector, other) })).sort((a, b) => b.like - a.like).slice(0, 10)
    const found = new Set(nearestRows(db, { modelId, vector }, { sql: '1', values: [] }, 10).map(({ row }) => row))
    return truly.filter(({ row }) => found.has(row)).length
  })
  expect(hits.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(47)
})

it('finds the one memory of a production although hundreds of others are nearer', () => {
  const db = testDatabase()
  const vectors = fill(db, 600)
  const { id } = createProduction(db, { title: 'The Last Tonga', kind: 'film', brief: '' }, now)
  db.prepare('UPDATE memory SET production_id = ? WHERE row = 9').run(id)
  const vector = (vectors[8] ?? anywhere()).map(value => -value)
  expect(nearestRows(db, { modelId, vector }, { sql: 'm.production_id IS ?', values: [id] }, 20)).toEqual([{ row: 9, cosine: expect.closeTo(-1, 5) as number }])
})

it('leaves out what was learnt of older words and by another encoder', () => {
  const db = testDatabase()
  const [vector = anywhere()] = fill(db, 3)
  keepVector(db, 1, { modelId, vector }, 'of-older-words')
  keepVector(db, 2, { modelId: 'other/memory-1', vector }, textHash('Memory 2 of Rani'))
  expect(nearestRows(db, { modelId, vector }, { sql: '1', values: [] }, 10).map(({ row }) => row)).toEqual([3])
})

it('looks memories up by rare words, and lets common ones only put them in order', () => {
  const db = testDatabase()
  fill(db, 3_100)
  expect(wordQuery(db, ['memory', '17', 'nobody', ''])).toBe('("17") AND ("17" OR "memory")')
  expect(wordQuery(db, ['17', '18'])).toBe('("17" OR "18")')
  expect(wordQuery(db, ['memory'])).toBe('("memory")')
  expect(wordQuery(db, ['nobody'])).toBeNull()
})

/** Memories in rows from 1 on, of directions round thirty centres; gives their vectors in order. */
function fill(db: Database, count: number): readonly Float32Array[] {
  const centres = Array.from({ length: 30 }, anywhere)
  const vectors = Array.from({ length: count }, (_, at) => blended(centres[at % 30] ?? anywhere(), anywhere()))
  const source = { from: 'said', words: '', conversationId: null, messageId: null } as const
  inTransaction(db, () => {
    for (const [at, vector] of vectors.entries()) insertMemory(db, { ...plainFacts, text: `Memory ${at + 1} of Rani` }, source, { vector: { modelId, vector }, at: now })
  })
  return vectors
}

let state = 7
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}
const blended = (one: Float32Array, other: Float32Array): Float32Array => unit(one.map((value, at) => value + 0.8 * (other[at] ?? 0)))

function anywhere(): Float32Array {
  return unit(Float32Array.from({ length: 512 }, () => random() + random() - 1))
}
