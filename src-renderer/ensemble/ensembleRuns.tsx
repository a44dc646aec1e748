import { createContext, useContext, useState, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { Ensemble, EnsembleWishes } from '../../src-preload/contract/ensemble.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { toFailure, type Failure } from '../connection/failure.ts'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { placeNow } from '../look/hashPlace.ts'
import { countWords } from '../look/words.ts'

/** A cast that was found, and the wishes that it was found under. */
export interface AnsweredCast {
  readonly ensemble: Ensemble
  readonly wishes: EnsembleWishes
}

/** How casting stands for a production: what is under way, the last answer, and why there is no newer one. */
export interface EnsembleRun {
  readonly progress: Omit<Progress, 'kind'> | null
  readonly answered: AnsweredCast | null
  readonly failure: Failure | null
}

interface Runs {
  readonly runs: Readonly<Record<string, EnsembleRun>>
  readonly stops: ReadonlyMap<string, AbortController>
}

const RunsContext = createContext<StoreApi<Runs> | null>(null)
const still: EnsembleRun = { progress: null, answered: null, failure: null }

/** Keeps the casts of this window while screens come and go. */
export function EnsembleRunsProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore<Runs>(() => ({ runs: {}, stops: new Map() })))
  return <RunsContext value={store}>{children}</RunsContext>
}

/** The address of the ensemble of a production. */
export const ensemblePlace = (id: ProductionId): string => `/production/${id}/ensemble`

/** How casting stands for a production, and the means to start and cancel it. Throws an Error outside an {@link EnsembleRunsProvider}. */
export function useEnsembleRun(productionId: ProductionId): { readonly run: EnsembleRun; readonly cast: (wishes: EnsembleWishes) => void; readonly cancel: () => void } {
  const store = useContext(RunsContext)
  if (store === null) throw new Error('useEnsembleRun needs an EnsembleRunsProvider above it')
  const office = useOffice()
  const jobs = useJobs()
  const run = useStore(store, ({ runs }) => runs[productionId] ?? still)
  const patch = (change: Partial<EnsembleRun>) => store.setState(({ runs }) => ({ runs: { ...runs, [productionId]: { ...(runs[productionId] ?? still), ...change } } }))
  const cast = (wishes: EnsembleWishes) => {
    if (store.getState().stops.has(productionId)) return
    const stop = new AbortController()
    store.setState(({ stops }) => ({ stops: new Map(stops).set(productionId, stop) }))
    patch({ progress: { stage: 'Waiting to begin', done: 0, total: 0 }, failure: null })
    void jobs.start({
      title: `Cast ${countWords(wishes.roleIds.length, 'role')}`,
      run: async (signal, report) => {
        try {
          const ensemble = await followWork(
            await office.ensemble.cast({ ...wishes, productionId }, { signal: AbortSignal.any([signal, stop.signal]) }),
            step => { report(step); patch({ progress: step }) },
          )
          patch({ progress: null, answered: { ensemble, wishes } })
          return ensemble
        } catch (error) {
          const failure = toFailure(error)
          const cancelled = signal.aborted || stop.signal.aborted || failure.code === 'CANCELLED'
          patch({ progress: null, failure: cancelled ? null : failure })
          throw error
        } finally {
          store.setState(({ stops }) => ({ stops: new Map([...stops].filter(([id]) => id !== productionId)) }))
        }
      },
      summary: ({ state }) => (state === 'found' ? 'A cast is found.' : state === 'impossible' ? 'No cast keeps all of these wishes.' : 'No cast was found in the time given.'),
      link: () => ({ label: 'See the cast', place: ensemblePlace(productionId) }),
      quiet: () => placeNow().startsWith(ensemblePlace(productionId)),
    })
  }
  return { run, cast, cancel: () => store.getState().stops.get(productionId)?.abort() }
}
