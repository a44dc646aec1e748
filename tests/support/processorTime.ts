/** Processor time of the fastest of some runs in milliseconds, so that other work on the machine does not count. */
export async function processorTime(run: () => unknown, rounds = 3): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}
