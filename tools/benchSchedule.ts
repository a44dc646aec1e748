/**
 * Times how readings are placed into rooms: `npm run bench:schedule -- [SEEDS]`.
 *
 * Three rooms on two days and more, filled from a solution that is known, people there only for some time round it; in a worker as
 * the application does it, sending included. Prints how many find a place, and the growth with size as an exponent. Ends with 1
 * where somebody is left out though a place is known, or the p95 of 120 readings is past 3 s of the processor.
 */
import type { Schedule } from '../src-main/auditions/schedule/solveSchedule.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { madeSchedule, type MadeWish } from '../tests/support/madeSchedule.ts'
import { rank, tableHead, tableLine, timesOf } from './benchTimes.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seeds = Number(process.argv[2] ?? 20)
const limit = 3_000
const kinds: readonly (readonly [string, Omit<MadeWish, 'seed'>])[] = [
  ['120 readings of 10, 15 and 20 minutes, 3 rooms, 2 days', { rooms: 3, days: 2, readings: 120, lengths: [10, 15, 20], slack: 60 }],
  ['the same, there for 30 minutes beside their own', { rooms: 3, days: 2, readings: 120, lengths: [10, 15, 20], slack: 30 }],
  ['the same, a fifth in pairs, a fifth reading twice', { rooms: 3, days: 2, readings: 120, lengths: [10, 15, 20], slack: 60, pairs: 0.2, twice: 0.2 }],
  ['168 readings of 15 minutes: not a minute to spare', { rooms: 3, days: 2, readings: 168, lengths: [15], slack: 15 }],
  ['240 readings, 4 days', { rooms: 3, days: 4, readings: 240, lengths: [10, 15, 20], slack: 60 }],
  ['480 readings, 8 days', { rooms: 3, days: 8, readings: 480, lengths: [10, 15, 20], slack: 60 }],
]
const pool = createWorkerPool({ threads: 1 })
say(tableHead)
const medians = new Map<string, number>()
for (const [what, wish] of kinds) {
  let [wanted, placed] = [0, 0]
  const times = await timesOf(seeds, async seed => {
    const { problem } = madeSchedule({ seed, ...wish })
    const { seats } = await pool.run<Schedule>('auditions/solveSchedule', { problem })
    wanted += seats.length
    placed += seats.filter(Boolean).length
  }, 1, 'all threads')
  medians.set(what, rank(times.processor, 0.5))
  say(`${tableLine(what, times, limit)}, ${placed} of ${wanted} placed`)
  if (placed < wanted || rank(times.processor, 0.95) > limit) process.exitCode = 1
}
await pool.close()
const [small, large] = [medians.get(kinds[0]?.[0] ?? '') ?? 0, medians.get(kinds.at(-1)?.[0] ?? '') ?? 0]
say(`growth from 120 to 480 readings: exponent ${(Math.log(large / small) / Math.log(4)).toFixed(2)}`)
