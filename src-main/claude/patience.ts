import { setTimeout } from 'node:timers/promises'
import { handleWhen, retry, timeout, TimeoutStrategy } from 'cockatiel'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError, type ErrorCode } from '../../src-preload/contract/errors.ts'
import { createBreaker, orAborted, Resting, type BreakerTerms } from './breaker.ts'
import { isPassing } from './failures.ts'
import { createTurnstile, type TurnstileTerms } from './turnstile.ts'

/** How much patience there is with Claude. */
export interface PatienceTerms extends BreakerTerms, TurnstileTerms {
  /** How often a question is asked again after a failure that passes. */
  readonly repeats: number
  /** The first pause in milliseconds; each next is twice as long, and each is shortened by chance by up to a half. */
  readonly firstPauseMs: number
  /** The longest pause that is waited out; a server that asks for more is believed at once, and the user told. */
  readonly longestPauseMs: number
  /** The same where somebody watches the pause and can end it. */
  readonly longestWatchedMs: number
  /** Waits; rejects when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** The patience of the application. */
export const usualPatience: PatienceTerms = {
  repeats: 2, firstPauseMs: 1_000, longestPauseMs: 30_000, longestWatchedMs: 120_000, failuresToOpen: 6, restMs: 30_000, atOnce: 4, unwatchedAtOnce: 3,
  pause: (ms, signal) => setTimeout(ms, undefined, { signal }),
}

/** A pause before a question is asked again. */
export interface Pause {
  /** Why: what failed. */
  readonly code: ErrorCode
  readonly ms: number
  /** The try that comes after it, from 2. */
  readonly attempt: number
}

/** A piece of work, and how it may go. */
export interface Errand<Result> {
  /** Does it; the signal is aborted by the caller or the time limit. `attempt` counts from 1. */
  readonly work: (stop: AbortSignal, attempt: number) => Promise<Result>
  /** For one try, in milliseconds. */
  readonly limitMs: number
  readonly signal: AbortSignal
  /** Told of each pause before it begins, where somebody watches. */
  readonly onPause?: (pause: Pause) => void
}

/** Stands between the office and Claude: so much at a time, repeats what is worth it, and leaves Claude in peace when it keeps failing. */
export interface Patience {
  /**
   * Does a piece of work under a time limit when its turn comes, again where its failure passes.
   *
   * Where the breaker is open nothing is done, and the failure that opened it is thrown anew with the seconds until the
   * next try. Throws CANCELLED as soon as the caller takes the work back.
   */
  readonly run: <Result>(errand: Errand<Result>) => Promise<Result>
  readonly state: () => Pick<ClaudeState, 'breaker' | 'triesAgainAt' | 'underWay' | 'queued'>
  /** Closes the breaker: the address or the key is another, or a test went well. */
  readonly reset: () => void
}

/** Makes the patience of one office. */
export function createPatience(terms: PatienceTerms): Patience {
  const breaker = createBreaker(terms)
  const turnstile = createTurnstile(terms)
  // The turnstile stands before the breaker: what queued while Claude failed is not sent after all. A pause holds no place.
  const tryOnce = <Result>({ work, limitMs, signal, onPause }: Errand<Result>, attempt: number): Promise<Result> => {
    const limited = () => timeout(limitMs, TimeoutStrategy.Cooperative).execute(({ signal: stop }) => work(stop, attempt), signal)
    return turnstile.pass(() => breaker.pass(limited, signal), onPause !== undefined, signal)
  }
  return {
    state: () => ({ ...breaker.state(), ...turnstile.state() }),
    reset: breaker.reset,
    run: async errand => {
      const { signal, onPause } = errand
      let failed: unknown = null
      const tries = retry(handleWhen(isPassing), { maxAttempts: terms.repeats }).execute(async ({ attempt }) => {
        if (attempt > 0) await pauseAfter(failed, attempt, terms, signal, onPause)
        try {
          return await tryOnce(errand, attempt + 1)
        } catch (error) {
          if (!(error instanceof Resting)) failed = error
          throw error
        }
      }, signal)
      try {
        return await orAborted(tries, signal)
      } catch (error) {
        if (signal.aborted && !(error instanceof CastMatchError)) throw new CastMatchError('CANCELLED', { subject: 'The question to Claude' })
        if (!(error instanceof Resting)) throw error
        const cause = failed ?? error.failure
        if (!(cause instanceof CastMatchError)) throw new CastMatchError('CLAUDE_OVERLOADED', {}, { cause: error })
        throw new CastMatchError(cause.code, { ...cause.data, seconds: error.seconds }, { cause })
      }
    },
  }
}

async function pauseAfter(failed: unknown, attempt: number, terms: PatienceTerms, signal: AbortSignal, onPause: Errand<unknown>['onPause']): Promise<void> {
  const asked = failed instanceof CastMatchError ? failed.data.seconds : undefined
  const grown = Math.min(terms.longestPauseMs, terms.firstPauseMs * 2 ** (attempt - 1))
  const ms = asked === undefined ? Math.round(grown * (0.5 + Math.random() / 2)) : asked * 1_000
  if (ms > (onPause ? terms.longestWatchedMs : terms.longestPauseMs)) throw failed
  if (failed instanceof CastMatchError) onPause?.({ code: failed.code, ms, attempt: attempt + 1 })
  await terms.pause(ms, signal)
}
