import { ORPCError, type ClientLink } from '@orpc/client'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Line, NoContext } from './line.ts'

/**
 * A link over whatever line is open now, whose failures say what happened.
 *
 * oRPC reports a lost peer as an AbortError and an aborted stream as a plain Error. Here a call that the page took back
 * rejects with its signal's reason, a call whose line ended with CONNECTION_LOST, and an answer of the office stays as it is.
 * @param current the line to use, a promise of the first, or undefined while it is lost
 */
export function carefulLink(current: () => Line | Promise<Line> | undefined): ClientLink<NoContext> {
  return {
    call: async (path, input, options) => {
      const line = await abortable(current(), options.signal)
      if (line === undefined || line.isEnded()) throw new CastMatchError('CONNECTION_LOST')
      const explain = (error: unknown) => explained(error, line, options.signal)
      try {
        const answer = await line.link.call(path, input, { ...options, signal: whileItLasts(line, options.signal) })
        return isIterator(answer) ? carefulIterator(answer, explain) : answer
      } catch (error) {
        throw explain(error)
      }
    },
  }
}

function explained(error: unknown, line: Line, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return new DOMException('the call was taken back', 'AbortError')
  if (error instanceof ORPCError) return error
  return line.isEnded() ? new CastMatchError('CONNECTION_LOST') : error
}

/** An abort that reaches the line only while it lasts: oRPC would send it over an ended line, and fail where nobody hears. */
function whileItLasts(line: Line, signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined) return undefined
  const passed = new AbortController()
  signal.addEventListener('abort', () => line.isEnded() || passed.abort(signal.reason), { once: true })
  return passed.signal
}

/** Not an `async function*`: that would make `return()` wait for a `next()` that may never come. */
function carefulIterator(inner: AsyncIterator<unknown>, explain: (error: unknown) => unknown): AsyncIteratorObject<unknown> {
  const careful = async (step: Promise<IteratorResult<unknown>>) => {
    try {
      return await step
    } catch (error) {
      throw explain(error)
    }
  }
  return {
    next: () => careful(inner.next()),
    return: async value => (inner.return ? careful(inner.return(value)) : { done: true, value }),
    throw: async error => (inner.throw ? careful(inner.throw(error)) : Promise.reject(error)),
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      await this.return?.()
    },
  }
}

const isIterator = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value

async function abortable<Value>(value: Value | Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return value
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([value, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
