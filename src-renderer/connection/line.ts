import type { ClientLink } from '@orpc/client'

/** What oRPC calls a call's options, without a context of ours. */
export type NoContext = Record<never, never>

/** One open line to the office, over a port or a socket. */
export type Line = {
  /** Carries the calls. */
  readonly link: ClientLink<NoContext>
  /** Settles once, when the other side is gone or {@link hangUp} was called. Never rejects. */
  readonly ended: Promise<void>
  /** Tells whether {@link ended} has happened: known before any call in flight fails. */
  readonly isEnded: () => boolean
  /** Ends the line from this side. */
  readonly hangUp: () => void
}

/** Opens a line; rejects where nobody answers, or when the signal aborts. */
export type Dial = (signal: AbortSignal) => Promise<Line>

/** A latch for the end of a line: `end()` may be called often, only the first counts. */
export function lineEnd(): { readonly ended: Promise<void>; readonly isEnded: () => boolean; readonly end: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let over = false
  return {
    ended: promise,
    isEnded: () => over,
    end: () => {
      over = true
      resolve()
    },
  }
}
