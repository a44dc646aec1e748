/**
 * Measures the search of the talent book: `npm run measure:search -- [DIR] [--verbose]`.
 *
 * Without DIR two sets are measured: ../shared/talent-eval, which search is tuned on, and tests/talent/keptAside, which was written before search was run on
 * it and is never tuned on; with DIR that one alone. The profiles go through the real import and the real indexer into a temporary data folder. Prints
 * nDCG@10, recall@20 and MRR by kind of query, and how many names written another way are found among the first three. `--verbose` shows each query, never
 * those kept aside. Ends with 1 where nDCG@10 of any set is under 0.70.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { openEmbedder, type Embedder } from '../src-main/embedding/embedder.ts'
import { importSheet } from '../src-main/talent/importSheet.ts'
import { startIndexer } from '../src-main/talent/indexing.ts'
import { searchTalent, type SearchParts } from '../src-main/talent/searchTalent.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { mean, scoreFound, scoreHead, scoreLines, type Scored } from './searchScores.ts'
import { readSearchSet, sheetOfProfiles, type AskedName, type Profile, type SearchSet } from './searchSets.ts'

const required = 0.7
const aside = 'tests/talent/keptAside'
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const named = args.find(arg => !arg.startsWith('--'))
const now = () => new Date()

const pools = [createWorkerPool({ threads: 1 }), createWorkerPool({ threads: 1 })] as const
try {
  const embedder = await openEmbedder(pools[1])
  for (const folder of named === undefined ? ['../shared/talent-eval', aside] : [named]) {
    const set = readSearchSet(folder)
    if (!set) say(`measure:search: nothing at ${folder}, nothing measured`)
    else if ((await measureSet(set, embedder)) < required) process.exitCode = 1
  }
} finally {
  await Promise.all(pools.map(pool => pool.close()))
}

async function measureSet(set: SearchSet, embedder: Embedder): Promise<number> {
  say(`${set.folder}${set.folder === aside ? ' (kept aside)' : ''}`)
  const score = await inBook(set.profiles, async db => {
    const began = performance.now()
    const indexer = startIndexer({ db, embedder, onError: error => say(`the indexer failed: ${String(error)}`) })
    for await (const state of indexer.follow()) if (verbose) process.stderr.write(`\r${state.done} of ${state.total} indexed `)
    say(`indexed ${set.profiles.length} people in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    const parts: SearchParts = { db, embedder, glossary: [] }
    const scored = await measureQueries(parts, set)
    for (const [kind, names] of Object.entries(set.names)) await measureNames(parts, set, `names, ${kind}`, names)
    await indexer.close()
    return scored
  })
  const written = [...(set.names['scripts'] ?? []), ...(set.names['otherScripts'] ?? [])]
  if (written.length > 0) await measureRomanOfScripts(set, written, embedder)
  return score
}

/** The same people written in their own script in the book, and asked for in Roman letters. */
async function measureRomanOfScripts(set: SearchSet, written: readonly AskedName[], embedder: Embedder): Promise<void> {
  const own = new Map(written.map(({ asked, person }) => [person, asked]))
  const profiles = set.profiles.map(profile => ({ ...profile, name: own.get(profile.id) ?? profile.name }))
  const asked = set.profiles.filter(({ id }) => own.has(id)).map(({ id, name }) => ({ asked: name, person: id }))
  await inBook(profiles, db => measureNames({ db, embedder, glossary: [] }, { ...set, profiles }, 'names, Roman of scripts', asked))
}

/** Hands a book with the profiles in it, gone afterwards. */
async function inBook<Result>(profiles: readonly Profile[], run: (db: Database) => Promise<Result>): Promise<Result> {
  const data = mkdtempSync(join(tmpdir(), 'castmatch-search-'))
  const db = openDatabase({ folder: data, now })
  try {
    const path = join(data, 'profiles.csv')
    writeFileSync(path, sheetOfProfiles(profiles))
    for await (const event of importSheet({ db, pool: pools[0], now }, { name: 'profiles.csv', size: statSync(path).size, path })) {
      if (event.kind !== 'done') continue
      const { added, failed } = event.result
      if (added !== profiles.length) say(`${added} of ${profiles.length} profiles taken in; left out: ${JSON.stringify(failed)}`)
    }
    return await run(db)
  } finally {
    db.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function ranking(parts: SearchParts, { profiles }: SearchSet, text: string, limit: number): Promise<readonly string[]> {
  const { people } = await searchTalent(parts, { text, without: [], filters: {}, sort: 'best', limit, offset: 0 })
  return people.map(({ talent }) => profiles.find(({ name }) => name === talent.name)?.id ?? talent.name)
}

async function measureQueries(parts: SearchParts, set: SearchSet): Promise<number> {
  const scored: Scored[] = []
  const times: number[] = []
  for (const query of set.queries) {
    const before = performance.now()
    const found = await ranking(parts, set, query.query, 20)
    times.push(performance.now() - before)
    const score = scoreFound(query, found)
    scored.push(score)
    const { id, relevant } = query
    if (verbose && (named !== undefined || set.folder !== aside)) {
      say(`${id} ${score.ndcg.toFixed(3)} ${query.query}`)
      say(`     found ${found.slice(0, 10).map(person => `${person}:${relevant[person] ?? 0}`).join(' ')}`)
      say(`     missed ${Object.keys(relevant).filter(person => (relevant[person] ?? 0) >= 2 && !found.slice(0, 10).includes(person)).join(' ')}`)
    }
  }
  say(scoreHead)
  for (const line of scoreLines(scored)) say(line)
  say(`search: median ${times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`)
  return mean(scored.map(({ ndcg }) => ndcg))
}

async function measureNames(parts: SearchParts, set: SearchSet, what: string, names: readonly AskedName[]): Promise<void> {
  const missed: string[] = []
  for (const { asked, person } of names) {
    const place = (await ranking(parts, set, asked, 10)).indexOf(person)
    if (place < 0 || place > 2) missed.push(`${asked} for ${set.profiles.find(({ id }) => id === person)?.name ?? person}${place < 0 ? '' : ` (place ${place + 1})`}`)
  }
  say(`${what}, among the first three: ${names.length - missed.length} of ${names.length}${missed.length > 0 ? `; not ${missed.join(', ')}` : ''}`)
}
