import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutScenes } from '../../src-main/sides/cutScenes.ts'

const shown = (chosen: readonly number[], context: number, count: number) =>
  cutScenes(chosen, context, count).map(part => (part.kind === 'gap' ? `${part.from}-${part.to} left out` : `${part.read ? 'read' : 'context'} ${part.scene}`))

describe('the cut of scenes', () => {
  it('puts context before and after what is read, and says what is left out', () => {
    expect(shown([2, 7], 1, 10)).toEqual(['context 1', 'read 2', 'context 3', '4-5 left out', 'context 6', 'read 7', 'context 8'])
  })

  it('ends at the ends of the script, and merges context that meets', () => {
    expect(shown([0, 3], 2, 5)).toEqual(['read 0', 'context 1', 'context 2', 'read 3', 'context 4'])
    expect(shown([4, 1], 0, 5)).toEqual(['read 1', '2-3 left out', 'read 4'])
    expect(shown([], 5, 5)).toEqual([])
  })

  it('prints every chosen scene once and as read, in order, each other scene only near to one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 45 })), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }), (chosen, context, count) => {
        const parts = cutScenes(chosen, context, count)
        const scenes = parts.flatMap(part => (part.kind === 'scene' ? [part] : []))
        const inside = new Set(chosen.filter(scene => scene >= 0 && scene < count))
        expect(scenes.map(({ scene }) => scene)).toEqual([...new Set(scenes.map(({ scene }) => scene))].sort((a, b) => a - b))
        expect(new Set(scenes.filter(({ read }) => read).map(({ scene }) => scene))).toEqual(inside)
        for (let scene = 0; scene < count; scene++) {
          expect(scenes.some(one => one.scene === scene)).toBe([...inside].some(one => Math.abs(one - scene) <= context))
        }
        // With what is said to be left out, the run from the first to the last has no hole.
        const covered = parts.flatMap(part => (part.kind === 'scene' ? [part.scene] : Array.from({ length: part.to - part.from + 1 }, (_, at) => part.from + at)))
        expect(covered).toEqual(covered.map((_, at) => (covered[0] ?? 0) + at))
      }),
    )
  })
})
