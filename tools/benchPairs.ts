/**
 * Times the pairs: `npm run bench:pairs -- [PEOPLE]` (10,000 where none is named).
 *
 * A book of made people and a script of some 120 pages in an office in this process: which pairs matter, forty candidates against
 * forty with the reads that are learnt from at their most, one pair with its factors, and the running order of 14 reads and of 60.
 * Prints the clock, the processor of all threads, and what the main thread itself took of it, which is the most it can have been held.
 * Ends with 1 where the main thread took 50 ms or more of a call after the first.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOffice } from '../src-main/commandLine/office.ts'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { insertRead } from '../src-main/matching/pairs/readStore.ts'
import { openEmbedder } from '../src-main/embedding/embedder.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import type { RoleId } from '../src-preload/contract/roles.ts'
import type { TalentId } from '../src-preload/contract/talent.ts'
import { keepScript } from '../tests/roles/screenplay.ts'
import { anyVector, ofUnitLength } from '../tests/support/madeVectors.ts'
import { seededNumbers } from '../tests/support/manyPeople.ts'
import { fillBook } from './benchBook.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const count = Number(process.argv[2] ?? 10_000)
const [roles, scenes, speeches, rounds, mostHeld] = [24, 110, 24, 5, 50]
const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
try {
  const made = await seed()
  await inOffice(folder, async ({ client }) => {
    const { productionId, roleIds } = made
    const people = (await client.pairs.grid({ roleIds, limit: 40 })).rows.map(({ id }) => id)
    const [one, other] = people
    if (!one || !other) throw new Error('a book of two at least')
    const reads = (size: number) => Array.from({ length: size }, (_, at) => ({ roleIds, talentIds: [people[at % 8], people[8 + (Math.floor(at / 8) + at) % 8]] as [TalentId, TalentId] }))
    const order = async (size: number) => {
      for await (const event of await client.pairs.plan({ reads: reads(size), day: '2026-12-03', from: '08:00', to: '23:00', minutes: 10 })) if (event.kind === 'done') return event.result
    }
    say(`${'median of five'.padEnd(46)}${'clock ms'.padStart(10)}${'all ms'.padStart(9)}${'main ms'.padStart(9)}`)
    await measure('the pairs of a script of some 120 pages', () => client.pairs.script({ productionId }))
    await measure(`40 against 40 of ${count}, 400 reads learnt from`, () => client.pairs.grid({ roleIds, limit: 40 }))
    await measure('two people with every factor', () => client.pairs.predict({ roleIds, talentIds: [one, other] }))
    await measure('the track record of 400 reads', () => client.pairs.record({ productionId }))
    await measure('the running order of 14 reads', () => order(14))
    await measure('the running order of 60 reads', () => order(60))
  })
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function seed(): Promise<{ readonly productionId: Awaited<ReturnType<typeof keepScript>>['productionId']; readonly roleIds: [RoleId, RoleId] }> {
  const db = openDatabase({ folder, now: () => new Date() })
  const pool = createWorkerPool({ threads: 1 })
  try {
    const random = seededNumbers(7)
    const embedder = await openEmbedder(pool)
    fillBook(db, count, embedder, Array.from({ length: 200 }, () => ofUnitLength(anyVector(random, embedder.dimensions))))
    const { productionId, role } = await keepScript(db, longScript(random))
    const roleIds: [RoleId, RoleId] = [role('ROLE A'), role('ROLE B')]
    const ids = db.prepare<[], TalentId>('SELECT id FROM talent ORDER BY row LIMIT 80').pluck().all()
    for (let at = 0; at < 400; at++) {
      const [one, other] = [ids[at % 40], ids[40 + ((at * 7) % 40)]]
      if (!one || !other) break
      insertRead(db, {
        roleIds, talentIds: [one, other], rating: 1 + (at % 5), by: 'Nandini', on: '2026-11-20', notes: '', at: new Date().toISOString(),
        predicted: { forecast: { mean: 3, interval: { low: 1.2, high: 4.8 }, good: 0.32, reads: 0, others: at }, values: [{ factor: 'languages', value: 0.5, text: '' }] },
      })
    }
    return { productionId, roleIds }
  } finally {
    await pool.close()
    db.close()
  }
}

/** Scenes of two to five roles each who answer one another; the first two roles meet in every third. */
function longScript(random: (below: number) => number): string {
  const names = Array.from({ length: roles }, (_, at) => `ROLE ${String.fromCharCode(65 + at)}`)
  return Array.from({ length: scenes }, (_, at) => {
    const there = [...(at % 3 === 0 ? ['ROLE A', 'ROLE B'] : []), ...Array.from({ length: 2 + random(3) }, () => names[random(roles)] ?? 'ROLE C')]
    const said = Array.from({ length: speeches }, (__, line) => `${there[line % there.length] ?? ''}\nNobody waits for a train that has already left, and still we stand here.`)
    return `INT. PLATFORM ${at + 1} - DAY\n\n${said.join('\n\n')}`
  }).join('\n\n')
}

async function measure(what: string, call: () => Promise<unknown>): Promise<void> {
  await call()
  const [clock, all, main]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    const [start, used, own] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()]
    await call()
    const [after, mine] = [process.cpuUsage(used), process.threadCpuUsage(own)]
    clock.push(performance.now() - start)
    all.push((after.user + after.system) / 1_000)
    main.push((mine.user + mine.system) / 1_000)
  }
  if (middle(main) >= mostHeld) process.exitCode = 1
  say(`${what.padEnd(46)}${[clock, all, main].map((values, at) => middle(values).toFixed(0).padStart(at === 0 ? 10 : 9)).join('')}`)
}
