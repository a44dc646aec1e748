import { describe, expect, it } from 'vitest'
import type { Progress } from '../../src-preload/contract/words.ts'
import { streamWork } from '../../src-main/workers/stream.ts'

const step = (done: number): Progress => ({ kind: 'progress', stage: 'Reading', done, total: 3 })

describe('work that streams', () => {
  it('gives progress and then the result, last', async () => {
    const events = []
    for await (const event of streamWork(undefined, async report => {
      report(step(1))
      await new Promise(resolve => setImmediate(resolve))
      report(step(2))
      return 'read'
    })) events.push(event)
    expect(events).toEqual([step(1), step(2), { kind: 'done', result: 'read' }])
  })

  it('throws what the work threw, after its progress', async () => {
    const stream = streamWork(undefined, async report => {
      report(step(1))
      throw new Error('torn page')
    })
    expect((await stream.next()).value).toEqual(step(1))
    await expect(stream.next()).rejects.toThrow('torn page')
  })

  it('aborts the work and waits for it where the reader leaves early', async () => {
    let ended = false
    for await (const _ of streamWork(undefined, async (report, signal) => {
      report(step(1))
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
      ended = true
      return null
    })) break
    expect(ended).toBe(true)
  })

  it('hands the outer abort to the work', async () => {
    const outer = new AbortController()
    const stream = streamWork(outer.signal, async (_, signal) => {
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
      throw new Error('stopped')
    })
    const next = stream.next()
    outer.abort()
    await expect(next).rejects.toThrow('stopped')
  })
})
