import { setTimeout } from 'node:timers/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Embedder } from './embedder.ts'

/** How the laptop is fed, as the page sees it; `level` from 0 to 1. */
export interface Power {
  readonly onBattery: boolean
  readonly level: number
}

/** Tells learning in the background when to rest: while she searches, and while the laptop runs low on its battery. */
export interface Resting {
  /** Hears how the laptop is fed; null where nobody can tell, and then learning goes on. */
  power(power: Power | null): void
  /** Looks at the limit again after it was changed. */
  look(): void
  /** Does what somebody waits for; learning rests until a moment after. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
  /** Settles as soon as learning may go on. Throws CANCELLED where `signal` is aborted first. */
  ready(signal?: AbortSignal): Promise<void>
  /** Why learning rests for longer. */
  readonly why: () => 'battery' | null
  /** Calls back whenever {@link Resting.why} changes. */
  onChange(hear: () => void): void
}

/** How long after a search learning begins again, in milliseconds: who types searches again before. */
const quietMs = 700

/**
 * Makes the judge of when to learn. `limit` gives the part of the battery, 0 to 1, below which nothing is learnt without a plug.
 *
 * `wait` is the clock: it settles after some milliseconds.
 */
export function makeResting(limit: () => number, wait: (ms: number) => Promise<unknown> = ms => setTimeout(ms, undefined, { ref: false })): Resting {
  let asked = 0
  let power: Power | null = null
  let before: 'battery' | null = null
  const waiting = new Set<() => void>()
  const hearers = new Set<() => void>()
  const why = (): 'battery' | null => (power !== null && power.onBattery && power.level < limit() ? 'battery' : null)
  const look = (): void => {
    if (asked === 0 && why() === null) for (const go of waiting) go()
    if (why() === before) return
    before = why()
    for (const hear of hearers) hear()
  }
  return {
    power(next) {
      power = next
      look()
    },
    look,
    async during(work) {
      asked++
      try {
        return await work()
      } finally {
        void wait(quietMs).then(() => {
          asked--
          look()
        })
      }
    },
    async ready(signal) {
      const cancelled = (): CastMatchError => new CastMatchError('CANCELLED', { subject: 'Search by meaning' })
      if (signal?.aborted) throw cancelled()
      if (asked === 0 && why() === null) return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const stop = (): void => reject(cancelled())
      signal?.addEventListener('abort', stop)
      waiting.add(resolve)
      try {
        await promise
      } finally {
        waiting.delete(resolve)
        signal?.removeEventListener('abort', stop)
      }
    },
    why,
    onChange: hear => void hearers.add(hear),
  }
}

/** The encoder for those who wait: learning rests meanwhile. What else is read of it is read anew each time. */
export const askedFirst = (embedder: Embedder, resting: Resting): Embedder => ({
  get id() { return embedder.id },
  get dimensions() { return embedder.dimensions },
  slow: () => embedder.slow?.() ?? null,
  embed: (texts, signal) => resting.during(() => embedder.embed(texts, signal)),
})

/** The encoder for learning in the background: each batch waits until it may go on. */
export const inTheBackground = (embedder: Embedder, resting: Resting): Embedder => ({
  get id() { return embedder.id },
  get dimensions() { return embedder.dimensions },
  slow: () => embedder.slow?.() ?? null,
  async embed(texts, signal) {
    await resting.ready(signal)
    return embedder.embed(texts, signal)
  },
})
