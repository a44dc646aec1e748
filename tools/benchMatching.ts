/**
 * Times matching: `npm run bench:matching -- [PEOPLE ...]` (2,000 and 10,000 where none are named).
 *
 * A book of made people (tests/support/manyPeople.ts) is ranked beside one role that asks for range, language, skills and a fee: gates, fit, reasons
 * and gaps, in the worker as the office does it. Prints the first ranking, which reads the book, the later ones, the ranking after ten people
 * changed, and the longest that the main thread was held meanwhile. Times on the processor are of all threads together. The role's words
 * are embedded by the true encoder; the vectors of the people are made. Ends with 1 where a target is not kept on the processor.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { openEmbedder, type Embedder } from '../src-main/embedding/embedder.ts'
import { candidatesFor, type MatchParts } from '../src-main/matching/candidates.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { anyVector, ofUnitLength } from '../tests/support/madeVectors.ts'
import { seededNumbers } from '../tests/support/manyPeople.ts'
import { fillBook } from './benchBook.ts'
import { rank, tableHead, tableLine, timesOf } from './benchTimes.ts'
import { makeRole } from './madeRole.ts'

const rounds = 12
const now = () => new Date('2026-03-01T09:00:00.000Z')
const targets: Readonly<Record<number, number>> = { 2_000: 300, 10_000: 1_500 }
const named = process.argv.slice(2).map(Number).filter(size => size > 0)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const pool = createWorkerPool({ threads: 1 })
try {
  const embedder = await openEmbedder(pool)
  say(tableHead)
  for (const size of named.length > 0 ? named : [2_000, 10_000]) await measure(size, embedder)
} finally {
  await pool.close()
}

async function measure(size: number, embedder: Embedder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
  const db = openDatabase({ folder, now })
  const matcher = { folder, pool: createWorkerPool({ threads: 1 }) }
  try {
    const random = seededNumbers(7)
    fillBook(db, size, embedder, Array.from({ length: 200 }, () => ofUnitLength(anyVector(random, embedder.dimensions))))
    const roleId = makeRole(db, {
      name: 'INSPECTOR', playingRange: { from: 35, to: 50 }, languages: [{ name: 'Hindi', must: true, fluency: 'fluent' }, { name: 'Marathi', must: false }],
      skills: [{ name: 'Horse riding', must: false }, { name: 'Police drill', must: false }], notes: 'A tired inspector who hides his grief behind jokes and sings ghazals alone.',
      dates: { from: '2026-04-01', to: '2026-04-20' }, budget: { upTo: 200_000_00, currency: 'INR', per: 'day' },
    }, now())
    const parts: MatchParts = { db, embedder, settings: () => ({ suggestions: true, glossary: [] }), now, matcher }
    await embedder.embed(['casting'])
    const once = await timesOf(1, () => candidatesFor(parts, roleId), 0, 'all threads')
    say(tableLine(`the first ranking of ${size} people, the book unread`, once, null))
    const held = monitorEventLoopDelay({ resolution: 5 })
    held.enable()
    let ranking = await candidatesFor(parts, roleId)
    const later = await timesOf(rounds, async () => void (ranking = await candidatesFor(parts, roleId)), 2, 'all threads')
    held.disable()
    say(tableLine(`a ranking of ${size} people with reasons`, later, targets[size] ?? null))
    if (rank(later.processor, 0.95) > (targets[size] ?? Infinity)) process.exitCode = 1
    const edited = await timesOf(rounds, round => {
      db.prepare('UPDATE talent SET notes = ? WHERE row <= 10').run(`seen ${round}`)
      return candidatesFor(parts, roleId)
    }, 2, 'all threads')
    say(tableLine(`the same after ten people changed`, edited, targets[size] ?? null))
    say(`${ranking.candidates.length + ranking.stopped.length} shown of ${ranking.considered}; the main thread was held for ${(held.max / 1e6).toFixed(0)} ms at most`)
  } finally {
    await matcher.pool.close()
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
