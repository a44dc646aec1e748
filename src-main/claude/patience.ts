import { setTimeout } from 'node:timers/promises'
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, retry, timeout, TimeoutStrategy, wrap } from 'cockatiel'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { isOfTheServer, isPassing } from './failures.ts'

/** How much patience there is with Claude. */
export interface PatienceTerms {
  /** How often a question is asked again after a failure that passes. */
  readonly repeats: number
  /** The first pause in milliseconds; each next is twice as long, and each is shortened by chance by up to a half. */
  readonly firstPauseMs: number
  /** The longest pause that is waited out; a server that asks for more is believed at once, and the user told. */
  readonly longestPauseMs: number
  /** How many failures of the server in a row open the breaker, and how long it then stays open. */
  readonly failuresToOpen: number
  readonly restMs: number
  /** Waits; rejects when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** The patience of the application. */
export const usualPatience: PatienceTerms = {
  repeats: 2, firstPauseMs: 1_000, longestPauseMs: 30_000, failuresToOpen: 6, restMs: 30_000,
  pause: (ms, signal) => setTimeout(ms, undefined, { signal }),
}

/** Stands between the office and Claude: repeats what is worth it, and leaves Claude in peace when it keeps failing. */
export interface Patience {
  /**
   * Does a piece of work under a time limit in milliseconds, again where its failure passes.
   *
   * Where the breaker is open nothing is done, and the failure that opened it is thrown anew with the seconds until the
   * next try. The work is handed a signal that the caller or the limit aborts.
   */
  readonly run: <Result>(work: (signal: AbortSignal) => Promise<Result>, limitMs: number, signal: AbortSignal) => Promise<Result>
  readonly state: () => Pick<ClaudeState, 'breaker' | 'triesAgainAt'>
  /** Closes the breaker: the address or the key is another, or a test went well. */
  readonly reset: () => void
}

/** Makes the patience of one office. */
export function createPatience(terms: PatienceTerms): Patience {
  let breaker = newBreaker(terms)
  const nextTry = () => breaker.openedAt() + terms.restMs
  const state = (): Pick<ClaudeState, 'breaker' | 'triesAgainAt'> => {
    const { state: now } = breaker.policy
    if (now === CircuitState.Closed) return { breaker: 'closed', triesAgainAt: null }
    const isDue = now === CircuitState.HalfOpen || Date.now() >= nextTry()
    return isDue ? { breaker: 'halfOpen', triesAgainAt: null } : { breaker: 'open', triesAgainAt: new Date(nextTry()).toISOString() }
  }
  return {
    state,
    reset: () => {
      breaker = newBreaker(terms)
    },
    run: async (work, limitMs, signal) => {
      const once = wrap(breaker.policy, timeout(limitMs, TimeoutStrategy.Cooperative))
      let failed: unknown = null
      try {
        const done = retry(handleWhen(isPassing), { maxAttempts: terms.repeats }).execute(async ({ attempt }) => {
          if (attempt > 0) await pauseAfter(failed, attempt, terms, signal)
          try {
            return await once.execute(({ signal: stop }) => work(stop), signal)
          } catch (error) {
            if (!(error instanceof BrokenCircuitError)) failed = error
            throw error
          }
        }, signal)
        return await Promise.race([done, untilAborted(signal)])
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error
        const cause = failed ?? breaker.lastFailure()
        if (!(cause instanceof CastMatchError)) throw new CastMatchError('CLAUDE_OVERLOADED', {}, { cause: error })
        throw new CastMatchError(cause.code, { ...cause.data, seconds: Math.max(1, Math.ceil((nextTry() - Date.now()) / 1_000)) }, { cause })
      }
    },
  }
}

/** Rejects when the caller takes the question back, also while it waits for another's try of an open breaker. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const leave = () => reject(new CastMatchError('CANCELLED', { subject: 'The question to Claude' }))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })

function newBreaker(terms: PatienceTerms) {
  const policy = circuitBreaker(handleWhen(isOfTheServer), { halfOpenAfter: terms.restMs, breaker: new ConsecutiveBreaker(terms.failuresToOpen) })
  let openedAt = 0
  policy.onBreak(() => {
    openedAt = Date.now()
  })
  const lastFailure = (): unknown => {
    const last = policy.lastFailure
    return last && 'error' in last ? last.error : null
  }
  return { policy, openedAt: () => openedAt, lastFailure }
}

async function pauseAfter(failed: unknown, attempt: number, terms: PatienceTerms, signal: AbortSignal): Promise<void> {
  const asked = failed instanceof CastMatchError ? failed.data.seconds : undefined
  const grown = Math.min(terms.longestPauseMs, terms.firstPauseMs * 2 ** (attempt - 1))
  const ms = asked === undefined ? Math.round(grown * (0.5 + Math.random() / 2)) : asked * 1_000
  if (ms > terms.longestPauseMs) throw failed
  await terms.pause(ms, signal)
}
