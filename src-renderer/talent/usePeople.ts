import { useCallback, useEffect, useRef, useState } from 'react'
import type { Chip, FoundTalent } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import type { Answer } from '../connection/useAnswer.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import type { TalentPlace } from './talentAddress.ts'

/** How many rows one call brings: some more than a table shows at once, since the first are awaited with every letter. */
const windowRows = 50

/** What the office found: how many, what it understood, and the rows that were fetched so far. */
export interface People {
  readonly understood: readonly Chip[]
  readonly total: number
  /** A row by its place, undefined while it is on its way. */
  readonly row: (at: number) => FoundTalent | undefined
}

interface Windows {
  /** The first window that these belong to; a fresh first window makes them old. */
  readonly of: unknown
  readonly key: string
  readonly rows: ReadonlyMap<number, readonly FoundTalent[]>
}

/**
 * Finds people and fetches them window by window of 50 as they come into sight, so that any number scrolls alike.
 *
 * A new question takes the earlier call back and keeps the last rows until its answer is there. `learnt` is asked again
 * when it changes: search by meaning knows more people than before.
 */
export function usePeople(place: TalentPlace, learnt: boolean): { readonly answer: Answer<People>; readonly show: (from: number, to: number) => void } {
  const office = useOffice()
  const { text, without, filters, sort, like } = place
  const key = JSON.stringify([text, without, filters, sort, like, learnt])
  const ask = { text, without: [...without], filters, sort, like, limit: windowRows }
  const first = useFreshAnswer(['talent'], (asked, signal) => asked.talent.search({ ...ask, offset: 0 }, { signal }), [key], { keep: true })
  const [windows, setWindows] = useState<Windows>({ of: undefined, key: '', rows: new Map() })
  const [wanted, setWanted] = useState<readonly number[]>([])
  const asking = useRef(ask)
  useEffect(() => {
    asking.current = ask
  })

  const head = first.data
  useEffect(() => {
    const missing = wanted.filter(at => at > 0 && !(windows.of === head && windows.rows.has(at)))
    if (head === undefined || first.reloading || missing.length === 0) return
    const taking = new AbortController()
    const fetchWindow = async (at: number) => {
      const { people } = await office.talent.search({ ...asking.current, offset: at * windowRows }, { signal: taking.signal })
      setWindows(last => ({ of: head, key, rows: new Map(last.of === head ? last.rows : []).set(at, people) }))
    }
    // A window that fails stays a grey row; scrolling on, or the next answer, asks for it again.
    for (const at of missing) fetchWindow(at).catch(() => undefined)
    return () => taking.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what came meanwhile must not take the other windows back
  }, [office, head, first.reloading, wanted.join()])

  const show = useCallback((from: number, to: number) => {
    const windowsInSight = Array.from({ length: Math.floor(to / windowRows) - Math.floor(from / windowRows) + 1 }, (_, step) => Math.floor(from / windowRows) + step)
    setWanted(last => (last.join() === windowsInSight.join() ? last : windowsInSight))
  }, [])

  const row = (at: number): FoundTalent | undefined => {
    const window = Math.floor(at / windowRows)
    if (window === 0) return head?.people[at]
    // After an edit the old rows of the same question stay in sight until the fresh ones are there.
    return windows.of === head || windows.key === key ? windows.rows.get(window)?.[at % windowRows] : undefined
  }
  const data = head && { understood: head.understood, total: head.total, row }
  return { answer: { ...first, data }, show }
}
