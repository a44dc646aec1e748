import { useEffect, useState } from 'react'
import type { ReadChoices, ScriptId, TriedReading } from '../../src-preload/contract/scripts.ts'
import { toFailure, wasCancelled, type Failure } from '../connection/failure.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork } from '../jobs/jobs.tsx'

/** A trial reading: under way, done or failed; `tried` is what the last one that was done was read with. */
export interface Trial {
  readonly reading: boolean
  readonly tried: ReadChoices | null
  readonly result: TriedReading | null
  readonly failure: Failure | null
}

/** How long a click waits for another before the script is read, in milliseconds. */
const settleMs = 200

/** Reads a script on trial whenever `choices` change, the newest ones only; null tries nothing. The last result stays while the next is under way. */
export function useTrial(id: ScriptId, choices: ReadChoices | null): Trial {
  const office = useOffice()
  const [done, setDone] = useState<Omit<Trial, 'reading'>>({ tried: null, result: null, failure: null })
  const [asked, setAsked] = useState<ReadChoices | null>(null)
  useEffect(() => {
    if (choices === null) return
    const stop = new AbortController()
    const read = async () => {
      setAsked(choices)
      try {
        const result = await followWork(await office.scripts.tryReading({ id, choices }, { signal: stop.signal }), () => undefined)
        if (!stop.signal.aborted) setDone({ tried: choices, result, failure: null })
      } catch (error) {
        if (!stop.signal.aborted && !wasCancelled(error)) setDone(last => ({ ...last, tried: choices, failure: toFailure(error) }))
      }
    }
    const timer = setTimeout(() => void read(), settleMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [office, id, choices])
  if (choices === null) return { reading: false, tried: null, result: null, failure: null }
  return { ...done, reading: asked !== choices || done.tried !== choices }
}
