/** How long something took, in milliseconds: the main thread on the processor, which other work on the machine hardly stretches, and on the clock, which it does. */
export interface Times {
  readonly processor: readonly number[]
  readonly clock: readonly number[]
}

/**
 * Times each run of some work, after `warm` runs that do not count; `run` is told which run it is.
 *
 * Where threads help, `counting` says to count the processor time of all of them, which is at least what an idle machine would take.
 * `before` is what precedes each run and is not timed.
 */
export async function timesOf(runs: number, run: (round: number) => unknown, warm = 5, counting: 'this thread' | 'all threads' = 'this thread', before?: (round: number) => unknown): Promise<Times> {
  const usage = counting === 'this thread' ? process.threadCpuUsage.bind(process) : process.cpuUsage.bind(process)
  const processor: number[] = []
  const clock: number[] = []
  for (let round = -warm; round < runs; round++) {
    await before?.(round + warm)
    const begun = performance.now()
    const used = usage()
    await run(round + warm)
    const { user, system } = usage(used)
    if (round < 0) continue
    clock.push(performance.now() - begun)
    processor.push((user + system) / 1_000)
  }
  return { processor, clock }
}

/** The value below which a part of the values lies: 0.5 is the median. */
export const rank = (values: readonly number[], part: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

/** A line of a table: median and 95th percentile on both, and whether the latter keeps to a target on the processor, in milliseconds. */
export function tableLine(what: string, { processor, clock }: Times, target: number | null): string {
  const figures = (values: readonly number[]): string => `${rank(values, 0.5).toFixed(1).padStart(6)} ${rank(values, 0.95).toFixed(1).padStart(6)}`
  const kept = target === null ? '' : `  ${target} ms: ${rank(processor, 0.95) <= target ? 'kept' : 'PAST'}`
  return `${what.padEnd(64)} ${figures(processor)}   ${figures(clock)}${kept}`
}

/** What stands above such lines. */
export const tableHead = `${'milliseconds'.padEnd(64)} processor: median, p95 / clock: the same / target of p95 on the processor`
