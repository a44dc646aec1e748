/** Tells followers that something changed; what it is now they ask themselves. */
export interface Changes {
  readonly tell: () => void
  /** Yields at once, then after every change, several of them as one where the reader is slow; ends where `signal` is aborted or all is over. */
  follow(signal?: AbortSignal): AsyncGenerator<void, void, undefined>
  /** Ends every follower. */
  readonly end: () => void
}

/** Makes what tells of changes. */
export function changes(): Changes {
  const over = new AbortController()
  const listeners = new Set<() => void>()
  return {
    tell: () => listeners.forEach(listener => listener()),
    end: () => over.abort(),
    async *follow(signal) {
      const ended = signal ? AbortSignal.any([signal, over.signal]) : over.signal
      let changed = true
      let wake = (): void => {}
      const listener = (): void => {
        changed = true
        wake()
      }
      listeners.add(listener)
      ended.addEventListener('abort', listener)
      try {
        while (!ended.aborted) {
          if (changed) {
            changed = false
            yield
          } else {
            await new Promise<void>(resolve => {
              wake = resolve
            })
          }
        }
      } finally {
        listeners.delete(listener)
        ended.removeEventListener('abort', listener)
      }
    },
  }
}
