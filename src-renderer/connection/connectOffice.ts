import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../src-preload/contract/index.ts'
import { carefulLink } from './carefulLink.ts'
import type { Dial, Line } from './line.ts'

/** The office as the page calls it: every procedure of the contract, typed. */
export type OfficeClient = ContractRouterClient<Contract>

/** How the connection stands; 'lost' means it was there and is being sought again. */
export type ConnectionState = 'connecting' | 'connected' | 'lost'

/** The one connection of a page. */
export type Connection = {
  readonly office: OfficeClient
  readonly state: () => ConnectionState
  /** Calls back after each change of {@link state}; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Hangs up for good. */
  readonly close: () => void
}

/** Milliseconds. A beat each `beat`; a line that stays silent for `silentBeats` of them is dead; waits between dials, the last repeats. */
export type Patience = { readonly beat: number; readonly silentBeats: number; readonly redial: readonly number[] }

/** What suits an office on the same machine: it is noticed dead after half a minute of silence, at once where the line breaks. */
export const usualPatience: Patience = { beat: 5_000, silentBeats: 6, redial: [100, 250, 500, 1_000, 2_000, 5_000] }

/**
 * Keeps one connection to the office: dials, listens to its pulse, notices its loss and dials again, for ever.
 *
 * Calls made before the first connection wait for it; calls in flight when it breaks, and calls made while it is lost,
 * fail with CONNECTION_LOST. The silence is counted in ticks of a timer rather than by the clock, so that a laptop that
 * slept does not take its own sleep for the death of the office.
 */
export function connectOffice(dial: Dial, patience: Patience = usualPatience): Connection {
  const closing = new AbortController()
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connecting'
  let line: Line | undefined
  const first = Promise.withResolvers<Line>()
  first.promise.catch(() => undefined)

  const become = (next: ConnectionState) => {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }
  const link = carefulLink(() => (state === 'connecting' ? first.promise : line))

  const keepLine = async () => {
    const open = await dial(closing.signal)
    const stop = () => open.hangUp()
    closing.signal.addEventListener('abort', stop)
    try {
      await listenToPulse(open, patience, () => {
        line = open
        first.resolve(open)
        become('connected')
      })
    } finally {
      closing.signal.removeEventListener('abort', stop)
      open.hangUp()
      line = undefined
    }
  }
  const keepConnection = async () => {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      await keepLine().catch(() => undefined)
      if (closing.signal.aborted) return
      if (state === 'connected') failures = 0
      if (state !== 'connecting') become('lost')
      await pause(patience.redial[Math.min(failures, patience.redial.length - 1)] ?? 1_000, closing.signal)
    }
  }
  void keepConnection()

  return {
    office: createORPCClient(link),
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      closing.abort()
      first.reject(new DOMException('the page closed its connection', 'AbortError'))
    },
  }
}

/** Follows the office's pulse over a line until it ends or stays silent; calls back at the first beat. */
async function listenToPulse(line: Line, patience: Patience, onFirst: () => void): Promise<void> {
  const office: OfficeClient = createORPCClient(line.link)
  let silent = 0
  let beating = false
  const watch = setInterval(() => {
    silent += 1
    if (silent >= patience.silentBeats) line.hangUp()
  }, patience.beat)
  try {
    const beats = await office.health.pulse({ everyMs: patience.beat })
    for await (const _beat of beats) {
      silent = 0
      if (!beating) onFirst()
      beating = true
    }
  } finally {
    clearInterval(watch)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
