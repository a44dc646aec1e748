/**
 * Measures matching: `npm run measure:matching -- [BENCHMARKS] [--verbose]` (three made benchmarks where no number is given).
 *
 * 1. Made benchmarks with known truth (tests/support/truth): 16 roles and some 450 people made from facts, then written down as offices do, with facts
 *    missing and words spelt otherwise. Prints recall@10 of those who truly fit, and of each gate how often it stopped whom it may not, and let through
 *    whom it is known to stop.
 * 2. ../shared/talent-eval: of its queries those that read like a role (tools/roleLikeQueries.ts), nDCG@10 of matching beside that of search in the same run.
 * 3. Twenty directors whose taste is known decide on forty people each: how far the learnt weights agree with them on pairs of other roles.
 *
 * Ends with 1 where recall is under 0.9, any gate was wrong, matching is not above search, or learning agrees with fewer than 0.75 or falls below the start by
 * more than 0.05 at any of the forty (means over the directors).
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { openEmbedder, type Embedder } from '../src-main/embedding/embedder.ts'
import { candidatesFor, type MatchParts } from '../src-main/matching/candidates.ts'
import { readAsk, readValues } from '../src-main/matching/prepare.ts'
import { importSheet } from '../src-main/talent/importSheet.ts'
import { startIndexer } from '../src-main/talent/indexing.ts'
import { meaningOf } from '../src-main/talent/meaningScores.ts'
import { searchTalent } from '../src-main/talent/searchTalent.ts'
import { talentModelId } from '../src-main/talent/talentRecord.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import type { RoleId } from '../src-preload/contract/roles.ts'
import type { TalentId } from '../src-preload/contract/talent.ts'
import { keepCasting, type KeptCasting } from '../tests/support/truth/madeBench.ts'
import { makeCasting } from '../tests/support/truth/madeCasting.ts'
import { makeRole } from './madeRole.ts'
import { countTruth } from './matchingTruth.ts'
import { isRoleLike, roleOfQuery } from './roleLikeQueries.ts'
import { mean, scoreFound } from './searchScores.ts'
import { readSearchSet, sheetOfProfiles, type SearchSet } from './searchSets.ts'
import { simulateTaste, type AllValues } from './simulatedTaste.ts'

const required = { recall: 0.9, agreement: 0.75, fall: 0.05, directors: 20 }
const now = () => new Date('2026-11-21T12:00:00.000Z')
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const benchmarks = Number(args.find(arg => /^\d+$/.test(arg)) ?? 3)
const hold = (kept: boolean, words: string): void => {
  say(`${kept ? 'kept' : 'NOT KEPT'}: ${words}`)
  if (!kept) process.exitCode = 1
}

const pools = [createWorkerPool({ threads: 1 }), createWorkerPool({ threads: 1 })] as const
try {
  const embedder = await openEmbedder(pools[0])
  await measureTruth(embedder)
  const set = readSearchSet('../shared/talent-eval')
  if (set) await measureEval(set, embedder)
  else say('nothing at ../shared/talent-eval, not measured')
} finally {
  await Promise.all(pools.map(pool => pool.close()))
}

/** Hands a database, gone afterwards. */
async function inBook(run: (db: Database, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-measure-'))
  const db = openDatabase({ folder, now })
  try {
    await run(db, folder)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function learn(db: Database, embedder: Embedder): Promise<void> {
  const indexer = startIndexer({ db, embedder, onError: error => say(`the indexer failed: ${String(error)}`) })
  for await (const { done, total } of indexer.follow()) if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} indexed `)
  await indexer.close()
}

async function measureTruth(embedder: Embedder): Promise<void> {
  const recalls: number[] = []
  let wrong = 0
  for (let seed = 1; seed <= benchmarks; seed++) {
    await inBook(async db => {
      const kept = keepCasting(db, makeCasting(seed), { embedder, now, seed })
      await learn(db, embedder)
      const parts: MatchParts = { db, embedder, settings: () => ({ suggestions: true, glossary: [] }), now }
      const { gates, roles } = await countTruth(parts, kept)
      say(`\nbenchmark ${seed}: ${kept.roles.length} roles, ${kept.people.length} people`)
      say(`${'gate'.padEnd(14)} had to stop   had not   stopped though allowed   let through though known to stop`)
      for (const [gate, { stops, opens, stoppedThoughAllowed, letThrough }] of gates) {
        say(`${gate.padEnd(14)}${String(stops).padStart(12)}${String(opens).padStart(10)}${String(stoppedThoughAllowed).padStart(25)}${String(letThrough).padStart(34)}`)
        wrong += stoppedThoughAllowed + letThrough
        if (stops === 0 || opens === 0) wrong++
      }
      for (const { name, fitting, recall, missed } of roles) {
        recalls.push(recall)
        if (verbose) say(`${name.padEnd(16)} ${fitting} fit, recall ${recall.toFixed(2)}${missed.length > 0 ? `; missed: ${missed.join(' | ')}` : ''}`)
      }
      if (seed === 1) await measureLearning(db, embedder, kept)
    })
  }
  say('')
  hold(wrong === 0, `gates wrong ${wrong} times`)
  hold(mean(recalls) >= required.recall, `recall@10 of the truly fitting ${mean(recalls).toFixed(3)} over ${recalls.length} roles, the worst role ${Math.min(...recalls).toFixed(2)}`)
}

async function measureLearning(db: Database, embedder: Embedder, { roles, people }: KeptCasting): Promise<void> {
  const plain = { settings: { suggestions: true, glossary: [] }, today: now().toISOString().slice(0, 10) }
  const learntFrom = new Map<RoleId, Float32Array>()
  for (const { id } of roles) {
    const vector = await meaningOf(embedder, readAsk(db, { ...plain, roleId: id }).ask.text)
    if (vector) learntFrom.set(id, vector)
  }
  const read = readValues(db, { ...plain, modelId: talentModelId(embedder), learntFrom })
  const ids = people.map(person => person.id as TalentId)
  const values: AllValues = new Map(roles.map(({ id }) => [id, read(id, ids)]))
  const tastes = Array.from({ length: required.directors }, (_, at) => simulateTaste(values, at + 1))
  const gains = tastes.map(({ start, after }) => after.map(agreement => agreement - start))
  const reached = tastes.map(({ after }) => after.at(-1) ?? 0)
  const curve = (gains[0] ?? []).map((_, at) => mean(gains.map(gain => gain[at] ?? 0)))
  say('')
  say(`learning: agreement on unseen pairs ${mean(tastes.map(({ start }) => start)).toFixed(3)} before any decision; after 10, 20, 30 and 40: ${[10, 20, 30, 40].map(count => mean(tastes.map(({ after }) => after[count - 1] ?? 0)).toFixed(3)).join(', ')}`)
  say(`the worst director: ${Math.min(...reached).toFixed(3)} after forty; the deepest fall of any at any point: ${Math.min(...gains.flat()).toFixed(3)}`)
  hold(mean(reached) >= required.agreement, `agreement on unseen pairs after forty decisions ${mean(reached).toFixed(3)}`)
  hold(Math.min(...curve) >= -required.fall, `never below the start by more than ${Math.max(0, -Math.min(...curve)).toFixed(3)} (mean over ${required.directors} directors)`)
}

async function measureEval(set: SearchSet, embedder: Embedder): Promise<void> {
  await inBook(async (db, folder) => {
    const path = join(folder, 'people.csv')
    writeFileSync(path, sheetOfProfiles(set.profiles))
    for await (const event of importSheet({ db, pool: pools[1], now }, { name: 'people.csv', path, size: statSync(path).size })) void event
    await learn(db, embedder)
    const parts: MatchParts = { db, embedder, settings: () => ({ suggestions: true, glossary: [] }), now }
    const idOf = new Map(set.profiles.map(({ id, name }) => [name, id]))
    const scores = []
    for (const query of set.queries.filter(({ query: text }) => isRoleLike(text))) {
      const { people } = await searchTalent({ db, embedder, glossary: [] }, { text: query.query, without: [], filters: {}, sort: 'best', limit: 10, offset: 0 })
      const { candidates } = await candidatesFor(parts, makeRole(db, roleOfQuery(query.id, query.query), now()), { limit: 10 })
      const ndcg = (found: readonly { readonly talent: { readonly name: string } }[]): number => scoreFound(query, found.map(({ talent }) => idOf.get(talent.name) ?? talent.name)).ndcg
      const score = { search: ndcg(people), matching: ndcg(candidates) }
      scores.push(score)
      if (verbose) say(`${query.id} search ${score.search.toFixed(3)} matching ${score.matching.toFixed(3)} ${query.query}`)
    }
    const [search, matching] = [mean(scores.map(score => score.search)), mean(scores.map(score => score.matching))]
    say(`\ntalent-eval: ${scores.length} of ${set.queries.length} queries read like a role; nDCG@10 of search ${search.toFixed(3)}, of matching ${matching.toFixed(3)}`)
    hold(matching > search, `matching above search by ${(matching - search).toFixed(3)}`)
  })
}
