import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestScenes } from '../../src-main/sides/suggestScenes.ts'
import type { RoleScene } from '../../src-preload/contract/sides.ts'

const sceneOf = (index: number, words: number, others: readonly string[] = ['BHOLA', 'PINKI'], longest = 10): Omit<RoleScene, 'reason'> => ({
  scene: { index, number: null, heading: `INT. ROOM ${index}`, setting: 'INT', place: null, time: null, page: index + 1, eighths: 4, element: index * 10 },
  speeches: words > 0 ? 2 : 0, words, longest, with: others.map(name => ({ name, speeches: 1 })),
})
const reasons = (scenes: readonly Omit<RoleScene, 'reason'>[], count = 30) => Object.fromEntries(suggestScenes(scenes, count).flatMap(({ scene, reason }) => (reason === null ? [] : [[scene.index, reason]])))

describe('the scenes suggested for an audition', () => {
  it('are where the role says most, is alone with another, comes in, and speaks longest', () => {
    expect(reasons([sceneOf(1, 30), sceneOf(8, 60, ['GEET']), sceneOf(15, 200), sceneOf(25, 80, ['BHOLA'], 70)])).toEqual({
      1: 'first scene', 8: 'alone with GEET', 15: 'most lines', 25: 'alone with BHOLA, longest speech',
    })
  })

  it('are spread over the script', () => {
    expect(reasons([sceneOf(0, 40), sceneOf(1, 300), sceneOf(14, 30), sceneOf(28, 25)])).toEqual({
      0: 'first scene', 1: 'most lines', 14: 'most lines of the middle third', 28: 'most lines of the last third',
    })
  })

  it('are the only one there is, also where it is short, and none where nothing is said', () => {
    expect(reasons([sceneOf(3, 2)])).toEqual({ 3: 'the only scene' })
    expect(reasons([])).toEqual({})
  })

  it('are one to four, in the order of the script, and no other scene is lost', () => {
    const scenes = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 }).chain(indexes => fc.tuple(...indexes.toSorted((a, b) => a - b).map(index =>
      fc.tuple(fc.integer({ min: 1, max: 400 }), fc.subarray(['BHOLA', 'PINKI', 'GEET'])).map(([words, others]) => sceneOf(index, words, others, Math.ceil(words / 2))))))
    fc.assert(fc.property(scenes, given => {
      const found = suggestScenes(given, 100)
      expect(found.map(({ scene }) => scene.index)).toEqual(given.map(({ scene }) => scene.index))
      const count = found.filter(({ reason }) => reason !== null).length
      expect(count).toBeGreaterThan(0)
      expect(count).toBeLessThanOrEqual(4)
    }))
  })
})
