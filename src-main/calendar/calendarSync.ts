import type { Round } from './syncRound.ts'

/** What keeps the calendar in step. */
export interface CalendarSyncParts {
  readonly round: (terms: { readonly hurried: boolean }) => Promise<Round>
  readonly now: () => Date
  /** Does a piece of work after so many milliseconds; gives what calls it off. */
  readonly later: (work: () => void, ms: number) => () => void
  /** Hears how each round went. */
  readonly onRound: (round: Round) => void
  readonly onError: (error: unknown) => void
}

/** Keeps the calendar in step with Google as long as it runs. */
export interface CalendarSync {
  /** Something changed here, or the net or the user is back: a round is begun soon. */
  readonly wake: () => void
  /** A round now, whatever was waited for: the user asked. A round that runs already is the answer. */
  readonly syncNow: () => Promise<Round | null>
  /** Begins no further round, and waits for the one that runs. */
  readonly close: () => Promise<void>
}

/** What is changed in one go is sent in one round. */
const soonMs = 1_500
/** How often Google is asked without cause. */
const everyMs = 5 * 60_000
/** When to look again where another start of the application writes. */
const busyMs = 30_000

/** Begins with a round soon; the next is when what was waited for is over, and in five minutes at the latest. */
export function startCalendarSync({ round, now, later, onRound, onError }: CalendarSyncParts): CalendarSync {
  let callOff = (): void => undefined
  let running: Promise<Round | null> | null = null
  let isWoken = false
  let isClosed = false
  const plan = (ms: number): void => {
    callOff()
    if (!isClosed) callOff = later(() => void run(false), ms)
  }
  const begin = async (hurried: boolean): Promise<Round | null> => {
    const done = await round({ hurried }).catch((error: unknown) => {
      onError(error)
      return null
    })
    running = null
    if (done) onRound(done)
    const wait = waitAfter(done, now().getTime())
    if (isWoken) plan(soonMs)
    else if (wait !== null) plan(wait)
    return done
  }
  const run = (hurried: boolean): Promise<Round | null> => {
    if (running) {
      isWoken = true
      return running
    }
    callOff()
    isWoken = false
    running = begin(hurried)
    return running
  }
  plan(soonMs)
  return {
    wake: () => {
      if (running) isWoken = true
      else plan(soonMs)
    },
    syncNow: () => (isClosed ? Promise.resolve(null) : run(true)),
    close: async () => {
      isClosed = true
      callOff()
      await running
    },
  }
}

/** How long to wait after a round, in milliseconds; null where there is nothing to wait for. */
function waitAfter(round: Round | null, now: number): number | null {
  if (round?.kind === 'off') return null
  if (round?.kind === 'busy') return busyMs
  if (round?.kind !== 'paused' && round?.kind !== 'broken') return everyMs
  return Math.min(Math.max(Date.parse(round.until) - now, soonMs), everyMs * 3)
}
