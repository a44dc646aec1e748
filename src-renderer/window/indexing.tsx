import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { Indexing } from '../../src-preload/contract/talent.ts'
import { useChanged } from '../look/changes.tsx'
import { useConnection, useOffice } from '../connection/OfficeProvider.tsx'
import { watchBattery } from './batteryWatch.ts'

const IndexingContext = createContext<Indexing | null>(null)

/** Follows search by meaning as it learns people, once for the whole window, and takes it up again after a lost connection. */
export function IndexingProvider({ children }: { readonly children: ReactNode }) {
  const office = useOffice()
  const connection = useConnection()
  const changed = useChanged()
  const [indexing, setIndexing] = useState<Indexing | null>(null)
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
    // What ends the stream is the connection, which the status strip tells by itself.
    follow().catch(() => undefined)
    void watchBattery(office, stop.signal)
    return () => stop.abort()
  }, [office, connection, changed])
  return <IndexingContext value={indexing}>{children}</IndexingContext>
}

/** How far search by meaning has come, null until the office has said. */
export const useIndexing = (): Indexing | null => useContext(IndexingContext)
