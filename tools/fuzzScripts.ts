import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CastMatchError, isErrorCode } from '../src-preload/contract/errors.ts'
import { readers } from '../src-main/scripts/readers.ts'
import { createWorkerPool, type WorkerPool } from '../src-main/workers/workerPool.ts'
import { mutate, numbersFrom } from '../tests/support/mutate.ts'

// npm run fuzz:scripts -- [COUNT] [DIR] [SEED]: reads COUNT (200) files of DIR, each changed at random, through the worker pool with 20 s
// for each. A reading and a code of the list are both well; anything else, and a time limit, is told with the number that makes
// the same file again, and the run ends with 1.

const timeLimitMs = 20_000
/** Files over this size are left out: they are read for long, and nothing in them is not in a smaller one. */
const largest = 400_000

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesIn(path)
    return readers.some(reader => reader.extensions.includes(name.split('.').at(-1) ?? '')) && statSync(path).size <= largest ? [path] : []
  })

const outcomeOf = async (pool: WorkerPool, bytes: Uint8Array, fileName: string): Promise<string> => {
  try {
    await pool.run('scripts/readScript', { bytes, fileName }, { timeLimitMs, transfer: [bytes.buffer as ArrayBuffer] })
    return 'read'
  } catch (error) {
    return error instanceof CastMatchError && isErrorCode(error.code) ? error.code : `NOT OF THE LIST: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

const isFault = (outcome: string): boolean => outcome.startsWith('NOT OF') || outcome === 'TIME_LIMIT' || outcome === 'UNEXPECTED'

const main = async ([count = '200', folder = join(import.meta.dirname, '..', '..', 'shared', 'fixtures', 'scripts'), seed = '1']: readonly string[]): Promise<number> => {
  const files = existsSync(folder) ? filesIn(folder) : []
  if (files.length === 0) {
    process.stderr.write(`There are no scripts in ${folder}. Say where some are: npm run fuzz:scripts -- COUNT DIR [SEED]\n`)
    return 1
  }
  const pool = createWorkerPool({ threads: 2 })
  const outcomes = new Map<string, number>()
  let faults = 0
  let next = 0
  const started = performance.now()
  const lane = async (): Promise<void> => {
    while (next < Number(count)) {
      const round = next++
      const numbers = numbersFrom(Number(seed) * 1_000_003 + round)
      const path = files[numbers(files.length)] ?? ''
      const outcome = await outcomeOf(pool, mutate(new Uint8Array(readFileSync(path)), numbers), basename(path))
      outcomes.set(outcome.split('\n')[0] ?? '', (outcomes.get(outcome.split('\n')[0] ?? '') ?? 0) + 1)
      if (isFault(outcome)) {
        faults++
        process.stdout.write(`round ${round} of seed ${seed}, ${basename(path)}: ${outcome}\n`)
      }
    }
  }
  await Promise.all([lane(), lane()])
  await pool.close()
  for (const [outcome, times] of [...outcomes].sort(([, a], [, b]) => b - a)) process.stdout.write(`${String(times).padStart(7)} ${outcome}\n`)
  process.stdout.write(`${count} changed files of ${files.length} in ${((performance.now() - started) / 1000).toFixed(0)} s: ${faults} crashed, hung or failed without a code\n`)
  return faults === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
