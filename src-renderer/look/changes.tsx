import { createContext, useContext, useEffect, useRef, useState, type DependencyList, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { OfficeClient } from '../connection/connectOffice.ts'
import { useAnswer, type Answer } from '../connection/useAnswer.ts'

/** What a change may be about; a screen that shows it asks the office again. */
export type Subject = 'productions' | 'scripts' | 'roles' | 'talent' | 'searches' | 'orders' | 'sides' | 'claude' | 'chat' | 'memory' | 'casting' | 'auditions' | 'pairs' | 'toTest'

type Rounds = Readonly<Record<Subject, number>>

const ChangesContext = createContext<StoreApi<Rounds> | null>(null)

/** Keeps count of what was changed by this window, for everything below it. */
export function ChangesProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore<Rounds>(() => ({ productions: 0, scripts: 0, roles: 0, talent: 0, searches: 0, orders: 0, sides: 0, claude: 0, chat: 0, memory: 0, casting: 0, auditions: 0, pairs: 0, toTest: 0 })))
  return <ChangesContext value={store}>{children}</ChangesContext>
}

function useChangesStore(): StoreApi<Rounds> {
  const store = useContext(ChangesContext)
  if (store === null) throw new Error('useChanged needs a ChangesProvider above it')
  return store
}

/** Gives a function that tells the other screens what was changed: `changed('roles', 'productions')`. */
export function useChanged(): (...subjects: readonly Subject[]) => void {
  const store = useChangesStore()
  const [changed] = useState(() => (...subjects: readonly Subject[]) =>
    store.setState(rounds => Object.fromEntries(subjects.map(subject => [subject, rounds[subject] + 1]))))
  return changed
}

/** Asks the office as `useAnswer` does, and again whenever one of the subjects was changed, keeping the last answer meanwhile. */
export function useFreshAnswer<T>(
  subjects: readonly Subject[],
  ask: (office: OfficeClient, signal: AbortSignal) => Promise<T>,
  deps: DependencyList,
  options: { readonly keep?: boolean } = {},
): Answer<T> {
  const answer = useAnswer(ask, deps, options)
  const round = useStore(useChangesStore(), rounds => subjects.reduce((sum, subject) => sum + rounds[subject], 0))
  const seen = useRef(round)
  const { again } = answer
  useEffect(() => {
    if (seen.current === round) return
    seen.current = round
    again()
  }, [round, again])
  return answer
}
