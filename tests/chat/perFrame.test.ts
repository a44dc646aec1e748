import { describe, expect, it } from 'vitest'
import { perFrame, type AskFrame } from '../../src-renderer/chat/perFrame.ts'

function frames() {
  let asked: (() => void)[] = []
  const ask: AskFrame = go => {
    asked.push(go)
    return () => { asked = asked.filter(other => other !== go) }
  }
  const draw = () => {
    const now = asked
    asked = []
    for (const go of now) go()
  }
  return { ask, draw, asked: () => asked.length }
}

describe('words that come faster than the page is drawn', () => {
  it('are handed on together, once a frame, in their order', () => {
    const { ask, draw, asked } = frames()
    const taken: string[][] = []
    const collect = perFrame<string>(all => taken.push([...all]), { ask })
    for (const word of ['a', 'b', 'c']) collect.add(word)
    expect(asked()).toBe(1)
    expect(taken).toEqual([])
    draw()
    collect.add('d')
    draw()
    expect(taken).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('ask for no frame while nothing comes, and for none after the end', () => {
    const { ask, draw, asked } = frames()
    const taken: string[] = []
    const collect = perFrame<string>(all => taken.push(...all), { ask })
    expect(asked()).toBe(0)
    collect.add('a')
    draw()
    expect(asked()).toBe(0)
    collect.add('b')
    collect.stop()
    expect(asked()).toBe(0)
    draw()
    expect(taken).toEqual(['a'])
  })

  it('give what is heavy to draw a frame of its own, between what came before and after it', () => {
    const { ask, draw, asked } = frames()
    const taken: string[][] = []
    const collect = perFrame<string>(all => taken.push([...all]), { ask, isHeavy: one => one === one.toUpperCase() })
    for (const word of ['a', 'b', 'END', 'TITLE', 'c', 'd']) collect.add(word)
    for (let picture = 0; picture < 4; picture += 1) draw()
    expect(taken).toEqual([['a', 'b'], ['END'], ['TITLE'], ['c', 'd']])
    expect(asked()).toBe(0)
  })
})
