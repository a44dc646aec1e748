import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { orAborted } from './breaker.ts'

/** How many requests go to Claude at a time. */
export interface TurnstileTerms {
  /** In all; at least 1. */
  readonly atOnce: number
  /** Of those nobody watches, such as analyses: fewer, so that the chat finds a place free. At least 1. */
  readonly unwatchedAtOnce: number
}

/** Lets so many requests through at a time; the others queue, those first that somebody watches. */
export interface Turnstile {
  /** Does a piece of work when its turn comes. Where the signal aborts before, nothing is done and the signal's reason is thrown. */
  readonly pass: <Result>(work: () => Promise<Result>, watched: boolean, signal: AbortSignal) => Promise<Result>
  readonly state: () => Pick<ClaudeState, 'underWay' | 'queued'>
}

interface Waiting {
  readonly watched: boolean
  readonly go: () => void
}

/** Makes a turnstile, with nobody in it. */
export function createTurnstile({ atOnce, unwatchedAtOnce }: TurnstileTerms): Turnstile {
  const through = { watched: 0, unwatched: 0 }
  let queue: readonly Waiting[] = []
  const underWay = (): number => through.watched + through.unwatched
  const isFree = (watched: boolean): boolean => underWay() < atOnce && (watched || through.unwatched < unwatchedAtOnce)
  const enter = (watched: boolean): void => void (through[watched ? 'watched' : 'unwatched'] += 1)
  const leave = (watched: boolean): void => {
    through[watched ? 'watched' : 'unwatched'] -= 1
    const next = queue.find(one => one.watched) ?? queue[0]
    if (next === undefined || !isFree(next.watched)) return
    queue = queue.filter(one => one !== next)
    // Entered for it here: else somebody new could take the place before it has woken.
    enter(next.watched)
    next.go()
  }
  const turn = async (watched: boolean, signal: AbortSignal): Promise<void> => {
    if (isFree(watched)) return enter(watched)
    const { promise, resolve } = Promise.withResolvers<void>()
    const own: Waiting = { watched, go: resolve }
    queue = [...queue, own]
    try {
      await orAborted(promise, signal)
    } catch (error) {
      // Where its turn came in the same moment, the place is handed on.
      if (queue.includes(own)) queue = queue.filter(one => one !== own)
      else leave(watched)
      throw error
    }
  }
  return {
    pass: async (work, watched, signal) => {
      signal.throwIfAborted()
      await turn(watched, signal)
      try {
        return await work()
      } finally {
        leave(watched)
      }
    },
    state: () => ({ underWay: underWay(), queued: queue.length }),
  }
}
