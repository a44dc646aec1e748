/** Work in the background that is done in batches until nothing is due, and taken up again when it is woken. */
export interface Learning {
  /** Looks for what is due; settles when nothing is any more, or the work rests after a failure. */
  readonly wake: () => Promise<void>
  /** Ends after the batch at hand; what is left is taken up at the next start. */
  readonly close: () => Promise<void>
  /** Aborted by {@link Learning.close}. */
  readonly signal: AbortSignal
}

/**
 * Starts to learn and takes up what an earlier run left. `batch` does some of what is due and tells how much it did.
 *
 * `onError` hears of a failure of a batch; work then rests until the next wake.
 */
export function keepLearning(batch: (signal: AbortSignal) => Promise<number>, onError: (error: unknown) => void): Learning {
  const closed = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const work = async (): Promise<void> => {
    try {
      while (!closed.signal.aborted && (await batch(closed.signal)) > 0);
    } catch (error) {
      if (!closed.signal.aborted) onError(error)
    }
  }
  const wake = (): Promise<void> => (running = running.then(work))
  void wake()
  return {
    wake,
    signal: closed.signal,
    close: async () => {
      closed.abort()
      await running
    },
  }
}
