import { describe, expect, it } from 'vitest'
import { inTheBackground, makeResting } from '../../src-main/embedding/resting.ts'
import type { Embedder } from '../../src-main/embedding/embedder.ts'

const encoder = (seen: string[]): Embedder => ({
  id: 'a', dimensions: 1,
  embed: async texts => {
    seen.push(...texts)
    return texts.map(() => new Float32Array(1))
  },
})

/** A clock that is moved by hand. */
function handClock() {
  const waits: (() => void)[] = []
  return { wait: () => new Promise<void>(resolve => waits.push(resolve)), move: () => waits.splice(0).forEach(go => go()) }
}

/** Lets all that can go on go on. */
const settle = () => new Promise<void>(resolve => void setImmediate(resolve))

describe('learning in the background', () => {
  it('rests on a battery under the limit and goes on with the plug, or where nobody knows', async () => {
    const seen: string[] = []
    const resting = makeResting(() => 0.3)
    const heard: unknown[] = []
    resting.onChange(() => heard.push(resting.why()))
    const learning = inTheBackground(encoder(seen), resting)
    resting.power({ onBattery: true, level: 0.29 })
    const first = learning.embed(['one'])
    await settle()
    expect([seen, resting.why()]).toEqual([[], 'battery'])
    resting.power({ onBattery: true, level: 0.3 })
    await first
    resting.power({ onBattery: true, level: 0.1 })
    const second = learning.embed(['two'])
    resting.power(null)
    await second
    expect([seen, heard]).toEqual([['one', 'two'], ['battery', null, 'battery', null]])
  })

  it('lets whoever searches go first, and a moment after', async () => {
    const seen: string[] = []
    const clock = handClock()
    const resting = makeResting(() => 0.3, clock.wait)
    const asked = Promise.withResolvers<string>()
    const search = resting.during(() => asked.promise)
    const learnt = inTheBackground(encoder(seen), resting).embed(['one'])
    asked.resolve('found')
    expect(await search).toBe('found')
    await settle()
    expect(seen).toEqual([])
    clock.move()
    await learnt
    expect(seen).toEqual(['one'])
  })

  it('ends while it rests where the office closes', async () => {
    const resting = makeResting(() => 0.3)
    resting.power({ onBattery: true, level: 0 })
    const closing = new AbortController()
    const learnt = inTheBackground(encoder([]), resting).embed(['one'], closing.signal)
    closing.abort()
    await expect(learnt).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
