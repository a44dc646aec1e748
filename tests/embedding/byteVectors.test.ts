import { describe, expect, it } from 'vitest'
import { noVector, openByteVectors } from '../../src-main/embedding/byteVectors.ts'
import { cosine } from '../../src-main/embedding/embedder.ts'
import { anyVector } from '../support/madeVectors.ts'
import { seededNumbers } from '../support/manyPeople.ts'

describe('vectors kept as bytes', () => {
  it.each([512, 384, 20])('lie as near as they truly do, to some thousandths, with %i numbers each', async dimensions => {
    const random = seededNumbers(dimensions)
    const store = await openByteVectors(dimensions)
    const vectors = Array.from({ length: 3_000 }, () => anyVector(random, dimensions))
    for (const [row, vector] of vectors.entries()) store.put(row * 2 + 1, vector)
    const asked = anyVector(random, dimensions)
    const near = store.nearness(asked)
    const off = vectors.map((vector, row) => Math.abs((near[row * 2 + 1] ?? 9) - cosine(vector, asked)))
    expect(Math.max(...off)).toBeLessThan(dimensions < 100 ? 0.02 : 0.005)
    expect([store.size(), near.length, near[0], near[2]]).toEqual([3_000, 6_000, noVector, noVector])
  })

  it('replace the one that a row had before', async () => {
    const random = seededNumbers(3)
    const store = await openByteVectors(64)
    const [old, newer] = [anyVector(random, 64), anyVector(random, 64)]
    store.put(5, old)
    store.put(5, newer)
    expect(store.size()).toBe(1)
    expect(store.nearness(newer)[5]).toBeCloseTo(1, 2)
  })

  it('find nobody in an empty store, and nothing near a vector of zeros', async () => {
    const store = await openByteVectors(32)
    expect(store.nearness(new Float32Array(32))).toHaveLength(0)
    store.put(0, new Float32Array(32))
    expect(store.nearness(anyVector(seededNumbers(1), 32))[0]).toBe(0)
  })
})
