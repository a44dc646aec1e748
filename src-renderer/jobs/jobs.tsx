import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { ErrorCode } from '../../src-preload/contract/errors.ts'
import type { Progress, WorkEvent } from '../../src-preload/contract/words.ts'
import { toFailure } from '../connection/failure.ts'

/** A place a finished job offers to open. */
export interface JobLink {
  readonly label: string
  readonly place: string
}

/** What else can be done where a job failed. */
export interface OtherWay {
  readonly label: string
  readonly act: () => void
}

/** A piece of long work as the tray shows it; `total` 0 means that the end is not known yet. */
export interface Job {
  readonly id: string
  readonly title: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly stage: string
  readonly done: number
  readonly total: number
  /** What came of it, in a sentence; empty while it runs. */
  readonly summary: string
  readonly link: JobLink | null
  readonly otherWay: OtherWay | null
}

/** What a job does and how it speaks of its end. */
export interface JobPlan<Result> {
  readonly title: string
  /** Does the work; `report` takes each step. Aborting the signal must end it. */
  readonly run: (signal: AbortSignal, report: (step: Omit<Progress, 'kind'>) => void) => Promise<Result>
  readonly summary: (result: Result) => string
  readonly link?: (result: Result) => JobLink | null
  /** What else can be done where it failed with a code. */
  readonly otherWay?: (code: ErrorCode) => OtherWay | null
  /** True where its end shows by itself (the result was opened): the tray then keeps no summary. */
  readonly quiet?: (result: Result) => boolean
}

interface JobShelf {
  readonly jobs: readonly Job[]
  readonly stops: ReadonlyMap<string, AbortController>
}

const JobsContext = createContext<StoreApi<JobShelf> | null>(null)

/** Keeps the jobs of this window while screens come and go. */
export function JobsProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore<JobShelf>(() => ({ jobs: [], stops: new Map() })))
  return <JobsContext value={store}>{children}</JobsContext>
}

/** The jobs of this window, running ones and those whose summary was not read yet, and what can be done with them. */
export interface Jobs {
  readonly jobs: readonly Job[]
  /** Starts a job; resolves with its result, or undefined where it failed or was cancelled (the tray says so). */
  readonly start: <Result>(plan: JobPlan<Result>) => Promise<Result | undefined>
  readonly cancel: (id: string) => void
  /** Takes a finished job out of the tray. */
  readonly dismiss: (id: string) => void
}

/** Gives the jobs and the means to start, cancel and dismiss them. Throws an Error outside a {@link JobsProvider}. */
export function useJobs(): Jobs {
  const store = useContext(JobsContext)
  if (store === null) throw new Error('useJobs needs a JobsProvider above it')
  const jobs = useStore(store, shelf => shelf.jobs)
  const actions = useMemo(() => jobActions(store), [store])
  return { jobs, ...actions }
}

function jobActions(store: StoreApi<JobShelf>): Omit<Jobs, 'jobs'> {
  const patch = (id: string, change: Partial<Job>) =>
    store.setState(shelf => ({ jobs: shelf.jobs.map(job => (job.id === id ? { ...job, ...change } : job)) }))
  return {
    start: async plan => {
      const id = crypto.randomUUID()
      const stop = new AbortController()
      const job: Job = { id, title: plan.title, state: 'running', stage: 'Waiting to begin', done: 0, total: 0, summary: '', link: null, otherWay: null }
      store.setState(shelf => ({ jobs: [job, ...shelf.jobs], stops: new Map(shelf.stops).set(id, stop) }))
      try {
        const result = await plan.run(stop.signal, step => patch(id, step))
        if (plan.quiet?.(result)) store.setState(shelf => ({ jobs: shelf.jobs.filter(other => other.id !== id) }))
        else patch(id, { state: 'done', summary: plan.summary(result), link: plan.link?.(result) ?? null })
        return result
      } catch (error) {
        const failure = toFailure(error)
        const cancelled = stop.signal.aborted || failure.code === 'CANCELLED'
        patch(id, cancelled ? { state: 'cancelled', summary: 'Cancelled. Nothing was half-saved.' } : { state: 'failed', summary: failure.sentence, otherWay: plan.otherWay?.(failure.code) ?? null })
        return undefined
      } finally {
        store.setState(shelf => ({ stops: new Map([...shelf.stops].filter(([key]) => key !== id)) }))
      }
    },
    cancel: id => store.getState().stops.get(id)?.abort(),
    dismiss: id => store.setState(shelf => ({ jobs: shelf.jobs.filter(job => job.id !== id || job.state === 'running') })),
  }
}

/** Follows streamed work to its result, reporting each step. Throws what the stream throws; an Error where it ends without a result. */
export async function followWork<Result>(
  events: AsyncIterable<WorkEvent<Result>>,
  report: (step: Omit<Progress, 'kind'>) => void,
): Promise<Result> {
  for await (const event of events) {
    if (event.kind === 'done') return event.result
    report({ stage: event.stage, done: event.done, total: event.total })
  }
  throw new Error('the work ended without a result')
}
