import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { MeaningStep } from '../../src-preload/contract/meaning.ts'
import type { Indexing } from '../../src-preload/contract/talent.ts'
import { useChanged } from '../look/changes.tsx'
import { useConnection, useOffice } from '../connection/OfficeProvider.tsx'
import { watchBattery } from './batteryWatch.ts'

const IndexingContext = createContext<Indexing | null>(null)
const NextModelContext = createContext<MeaningStep['next']>(null)

/** Follows search by meaning as it learns people, once for the whole window, and takes it up again after a lost connection. */
export function IndexingProvider({ children }: { readonly children: ReactNode }) {
  const office = useOffice()
  const connection = useConnection()
  const changed = useChanged()
  const [indexing, setIndexing] = useState<Indexing | null>(null)
  const [next, setNext] = useState<MeaningStep['next']>(null)
  useEffect(() => {
    if (connection !== 'connected') return
    const stop = new AbortController()
    const follow = async () => {
      let learning = false
      for await (const step of await office.talent.indexing({ follow: true }, { signal: stop.signal })) {
        setIndexing(step)
        // Rankings and searches say more once everybody is known.
        if (learning && step.done === step.total) changed('talent')
        learning = step.done < step.total
      }
    }
    const followModels = async () => {
      let before: string | null = null
      for await (const step of await office.meaning.follow({}, { signal: stop.signal })) {
        setNext(step.next)
        // Which models there are is asked anew, and who is found, where another one learns or answers.
        const models = `${step.model}\n${step.next?.name ?? ''}`
        if (before !== null && models !== before) changed('talent')
        before = models
      }
    }
    // What ends the streams is the connection, which the status strip tells by itself.
    follow().catch(() => undefined)
    followModels().catch(() => undefined)
    void watchBattery(office, stop.signal)
    return () => stop.abort()
  }, [office, connection, changed])
  return <IndexingContext value={indexing}><NextModelContext value={next}>{children}</NextModelContext></IndexingContext>
}

/** How far search by meaning has come, null until the office has said. */
export const useIndexing = (): Indexing | null => useContext(IndexingContext)

/** How far the next model has come with everybody, null where none learns. */
export const useNextModel = (): MeaningStep['next'] => useContext(NextModelContext)

/** What is said where learning rests, and what is found meanwhile. */
export const restingWords = 'Learning rests while the battery is low; it goes on once the laptop is plugged in.'
