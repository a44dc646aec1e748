/**
 * Times how an ensemble is cast: `npm run bench:ensemble -- [SEEDS]`.
 *
 * Twelve roles with forty candidates each, six pairs of roles that count, a fee total, a pair who must and a pair who may not, three
 * alternatives; in a worker as the application does it. Prints the clock and processor time of each, and whether every cast is
 * proven. Ends with 1 where one takes more than 5 s of the processor or is not proven.
 */
import type { SolvedEnsemble } from '../src-main/matching/ensemble/problem.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { madeEnsemble } from '../tests/support/madeEnsemble.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seeds = Number(process.argv[2] ?? 5)
const limitSeconds = 5
const pool = createWorkerPool({ threads: 1 })
say('seed   clock s   processor s   casts   proven   worth of each')
for (let seed = 1; seed <= seeds; seed++) {
  const problem = madeEnsemble(seed, { roles: 12, perRole: 40, people: 240, pairs: 6, alternatives: 3 })
  const [clock, processor] = [performance.now(), process.cpuUsage()]
  const { casts } = await pool.run<SolvedEnsemble>('matching/solveEnsemble', { problem })
  const used = process.cpuUsage(processor)
  const seconds = (used.user + used.system) / 1e6
  const proven = casts.length === 4 && casts.every(cast => cast.proven)
  const cells: readonly (readonly [string, number])[] = [
    [String(seed), 4], [((performance.now() - clock) / 1000).toFixed(2), 10], [seconds.toFixed(2), 14], [String(casts.length), 8], [proven ? 'yes' : 'no', 9],
  ]
  say(`${cells.map(([text, width]) => text.padStart(width)).join('')}   ${casts.map(({ worth }) => worth.toFixed(4)).join('  ')}`)
  if (seconds > limitSeconds || !proven) process.exitCode = 1
}
await pool.close()
