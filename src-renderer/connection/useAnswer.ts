import { useCallback, useEffect, useState, type DependencyList } from 'react'
import type { OfficeClient } from './connectOffice.ts'
import { toFailure, wasCancelled, type Failure } from './failure.ts'
import { useConnection, useOffice } from './OfficeProvider.tsx'

/**
 * What came of a question to the office; whether it is empty is the caller's to say.
 *
 * `data` is the last answer: it stays while the question is asked again (`reloading`) and beside a later failure.
 */
export type Answer<T> = {
  readonly state: 'loading' | 'failed' | 'ready'
  readonly data?: T
  readonly failure?: Failure
  readonly reloading: boolean
  /** Asks again, keeping the last answer meanwhile. */
  readonly again: () => void
}

type Held<T> = { readonly question: DependencyList; readonly round: number; readonly state: 'failed' | 'ready'; readonly data?: T; readonly failure?: Failure }

/**
 * Asks the office and follows the answer: at first, whenever `deps` change, and on `again()`.
 *
 * The signal aborts when the component goes or a newer question is asked; late answers are dropped. A question that
 * failed because the connection was lost is asked again by itself once it is back.
 * @param options.keep keeps the last answer also when `deps` change (a search box), instead of starting from 'loading'
 */
export function useAnswer<T>(
  ask: (office: OfficeClient, signal: AbortSignal) => Promise<T>,
  deps: DependencyList,
  options: { readonly keep?: boolean } = {},
): Answer<T> {
  const office = useOffice()
  const connection = useConnection()
  const [held, setHeld] = useState<Held<T> | null>(null)
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound(last => last + 1), [])

  useEffect(() => {
    const taking = new AbortController()
    ask(office, taking.signal).then(
      data => {
        if (!taking.signal.aborted) setHeld({ question: deps, round, state: 'ready', data })
      },
      (error: unknown) => {
        if (taking.signal.aborted || wasCancelled(error)) return
        setHeld(last => {
          const data = last !== null && (options.keep || sameQuestion(last.question, deps)) ? last.data : undefined
          return { question: deps, round, state: 'failed', data, failure: toFailure(error) }
        })
      },
    )
    return () => taking.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `ask` is new on every render; the caller's deps say when the question changes
  }, [office, round, ...deps])

  const waitsForConnection = held?.failure?.code === 'CONNECTION_LOST' && held.round === round
  useEffect(() => {
    if (connection === 'connected' && waitsForConnection) again()
  }, [connection, waitsForConnection, again])

  const same = held !== null && sameQuestion(held.question, deps)
  if (held === null || (!same && !options.keep)) return { state: 'loading', reloading: false, again }
  return { state: held.state, data: held.data, failure: held.failure, reloading: !same || held.round !== round, again }
}

const sameQuestion = (before: DependencyList, now: DependencyList): boolean =>
  before.length === now.length && before.every((part, index) => Object.is(part, now[index]))
