import { describe, expect, it } from 'vitest'
import { sizesOf } from '../../src-main/roles/roleSize.ts'

describe('the size of a role', () => {
  it('is lead for who carries the story, day player for who is called for a day, supporting between', () => {
    expect(sizesOf([
      { speeches: 120, scenes: 40 },
      { speeches: 60, scenes: 25 },
      { speeches: 30, scenes: 10 },
      { speeches: 5, scenes: 4 },
      { speeches: 6, scenes: 1 },
      { speeches: 0, scenes: 0 },
    ])).toEqual(['lead', 'lead', 'supporting', 'dayPlayer', 'dayPlayer', 'dayPlayer'])
  })

  it('does not make a lead of a long scene, nor a day player of the only scene there is', () => {
    expect(sizesOf([{ speeches: 100, scenes: 40 }, { speeches: 60, scenes: 1 }])).toEqual(['lead', 'supporting'])
    expect(sizesOf([{ speeches: 4, scenes: 1 }])).toEqual(['lead'])
    expect(sizesOf([])).toEqual([])
  })
})
