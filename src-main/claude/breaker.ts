import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { isOfTheServer } from './failures.ts'

/** When a breaker opens, and how long it then rests. */
export interface BreakerTerms {
  /** How many failures of the server in a row open it. */
  readonly failuresToOpen: number
  /** How long it then stays open, in milliseconds. */
  readonly restMs: number
}

/** Nothing was tried, since the breaker is open. */
export class Resting extends Error {
  override readonly name = 'Resting'
  /** The failure that opened it. */
  readonly failure: unknown
  /** Whole seconds until the next try, at least 1. */
  readonly seconds: number
  constructor(failure: unknown, seconds: number) {
    super('The breaker is open.')
    this.failure = failure
    this.seconds = seconds
  }
}

/** Leaves the server in peace after failures in a row; then one try, and one only, finds out whether it is back. */
export interface Breaker {
  /**
   * Does a piece of work where the breaker lets it.
   *
   * Throws {@link Resting} where it is open, and what the work throws. While another's try of an open breaker is under way
   * this waits for its outcome, or until the signal aborts: then it throws the reason of the signal.
   */
  readonly pass: <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>
  readonly state: () => Pick<ClaudeState, 'breaker' | 'triesAgainAt'>
  /** Closes it and forgets the failures. */
  readonly reset: () => void
}

interface Standing {
  readonly failures: number
  readonly openedAt: number | null
  readonly last: unknown
}

const well: Standing = { failures: 0, openedAt: null, last: null }

/** Makes a breaker, closed. */
export function createBreaker({ failuresToOpen, restMs }: BreakerTerms): Breaker {
  let standing = well
  let probe: Promise<void> | null = null
  // What began before a reset says nothing about what came after it.
  let era = 0
  const note = (began: number, change: (before: Standing) => Standing): void => {
    if (began === era) standing = change(standing)
  }
  const failed = (error: unknown) => ({ failures, openedAt }: Standing): Standing =>
    ({ failures: failures + 1, openedAt: openedAt ?? (failures + 1 >= failuresToOpen ? Date.now() : null), last: error })

  const watched = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const began = era
    try {
      const result = await work()
      note(began, before => (before.openedAt === null ? well : before))
      return result
    } catch (error) {
      if (isOfTheServer(error)) note(began, failed(error))
      throw error
    }
  }

  const probing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const began = era
    const { promise, resolve } = Promise.withResolvers<void>()
    probe = promise
    try {
      const result = await work()
      note(began, () => well)
      return result
    } catch (error) {
      if (isOfTheServer(error)) note(began, () => ({ failures: failuresToOpen, openedAt: Date.now(), last: error }))
      else if (!isTakenBack(error)) note(began, () => well)
      throw error
    } finally {
      if (probe === promise) probe = null
      resolve()
    }
  }

  return {
    pass: async (work, signal) => {
      for (;;) {
        const { openedAt, last } = standing
        if (openedAt === null) return await watched(work)
        const left = openedAt + restMs - Date.now()
        if (left > 0) throw new Resting(last, Math.max(1, Math.ceil(left / 1_000)))
        if (probe === null) return await probing(work)
        await orAborted(probe, signal)
      }
    },
    state: () => {
      if (standing.openedAt === null) return { breaker: 'closed', triesAgainAt: null }
      const nextTry = standing.openedAt + restMs
      return Date.now() >= nextTry ? { breaker: 'halfOpen', triesAgainAt: null } : { breaker: 'open', triesAgainAt: new Date(nextTry).toISOString() }
    },
    reset: () => {
      standing = well
      probe = null
      era += 1
    },
  }
}

/** A try that was taken back decides nothing. */
const isTakenBack = (error: unknown): boolean => error instanceof CastMatchError && error.code === 'CANCELLED'

/** Waits for work, or rejects with the signal's reason as soon as it aborts; leaves no listener behind. */
export async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const leaving = Promise.withResolvers<never>()
  const leave = () => leaving.reject(signal.reason as Error)
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([work, leaving.promise])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
