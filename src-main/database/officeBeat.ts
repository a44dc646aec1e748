/**
 * A count in shared memory that goes up while the thread of the office is free.
 *
 * A thread that waits for the lock of the database is blocked in SQLite and does not beat: so a worker that writes sees whether it is waited for.
 */
export type OfficeBeat = SharedArrayBuffer

/** Milliseconds between two beats. */
const every = 4

/** Runs work to which the calling thread beats as long as it runs. */
export async function beatingFor<Result>(work: (office: OfficeBeat) => Promise<Result>): Promise<Result> {
  const office = new SharedArrayBuffer(4)
  const count = new Int32Array(office)
  const beating = setInterval(() => {
    Atomics.add(count, 0, 1)
    Atomics.notify(count, 0)
  }, every)
  try {
    return await work(office)
  } finally {
    clearInterval(beating)
  }
}

/** Sleeps until the next beat, `longestMs` at most. For worker threads. */
export function untilBeat(office: OfficeBeat, longestMs: number): void {
  const count = new Int32Array(office)
  Atomics.wait(count, 0, Atomics.load(count, 0), longestMs)
}
