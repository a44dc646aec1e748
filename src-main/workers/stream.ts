import type { Progress, WorkEvent } from '../../src-preload/contract/words.ts'

/**
 * Turns work that reports its progress by a callback into the stream of the contract.
 *
 * Progress steps are passed on as they come, the newest one winning where the reader is slow; the result comes last.
 * Where the reader leaves early, `signal` as handed to the work is aborted and the work is waited for.
 */
export async function* streamWork<Result>(
  outer: AbortSignal | undefined,
  start: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<WorkEvent<Result>, void, undefined> {
  const left = new AbortController()
  const signal = outer ? AbortSignal.any([outer, left.signal]) : left.signal
  let newest: Progress | undefined
  let wake = (): void => {}
  const running = start(progress => {
    newest = progress
    wake()
  }, signal).then(
    result => ({ result }),
    (error: unknown) => ({ error }),
  )
  try {
    for (;;) {
      const step = new Promise<void>(resolve => {
        wake = resolve
        if (newest) resolve()
      })
      const ended = await Promise.race([running, step])
      if (newest) {
        yield newest
        newest = undefined
      }
      if (!ended) continue
      if ('error' in ended) throw ended.error
      yield { kind: 'done', result: ended.result }
      return
    }
  } finally {
    left.abort()
    await running
  }
}
