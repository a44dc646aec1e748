/**
 * Times the talent book: `npm run bench:talent -- [PEOPLE ...]` (1,000, 10,000 and 100,000 where none are named).
 *
 * Each size is a book of its own of made people (tests/support/manyPeople.ts). Their vectors are true for the first 1,000 and mixed from these
 * with seeded noise beyond. Prints the median and the 95th percentile of searches end to end in the office (the encoder apart), of
 * lists, names and counts, the import of a sheet of 10,000 rows, memory and file size, how each grows as an exponent of the number of people,
 * and the ten nearest beside a plain scan and, where CASTMATCH_PEERS names a folder with them, hnswlib and LanceDB. Times on the
 * processor are of all threads together, so that other work on the machine hardly stretches them.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { openEmbedder, type Embedder } from '../src-main/embedding/embedder.ts'
import { importSheet } from '../src-main/talent/importSheet.ts'
import { nearnessByScan, openNearPeople, type Nearness } from '../src-main/talent/nearPeople.ts'
import { peopleNamed } from '../src-main/talent/peopleNamed.ts'
import { topAllowed } from '../src-main/talent/search/topOf.ts'
import type { SearchParts } from '../src-main/talent/search/searchParts.ts'
import { openSearchShelf } from '../src-main/talent/search/searchShelf.ts'
import { facetsOf, searchTalent, type TalentSearch } from '../src-main/talent/searchTalent.ts'
import { talentModelId } from '../src-main/talent/talentRecord.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { anyVector, ofUnitLength } from '../tests/support/madeVectors.ts'
import { seededNumbers } from '../tests/support/manyPeople.ts'
import { embedFirst, fillBook, trulyEmbedded, writeSheet } from './benchBook.ts'
import { openPeers, plainScan, type Peer } from './benchPeers.ts'
import { rank, tableHead, tableLine, timesOf } from './benchTimes.ts'

const rounds = 40
const sheetRows = 10_000
const now = () => new Date('2026-03-01T09:00:00.000Z')
const sizes = process.argv.slice(2).map(Number).filter(size => size > 0)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** The medians of each line by size, for the exponents. */
const medians = new Map<string, { readonly size: number; readonly ms: number }[]>()

const pool = createWorkerPool({ threads: 1 })
try {
  const embedder = await openEmbedder(pool)
  const questions = sentences(rounds + 5)
  const vectors = new Map<string, Float32Array>()
  say(tableHead)
  await embedder.embed(['casting'])
  // The sentence without its filters is what is embedded; the whole sentence takes no less.
  say(tableLine('the encoder, a sentence', await timesOf(rounds, async round => void (await embedder.embed([questions[round % questions.length] ?? ''])), 5, 'all threads'), null))
  const remembering: Embedder = {
    ...embedder,
    embed: async texts => Promise.all(texts.map(async text => {
      const vector = vectors.get(text) ?? (await embedder.embed([text]))[0] ?? new Float32Array()
      vectors.set(text, vector)
      return vector
    })),
  }
  await timeImport()
  const begun = performance.now()
  const real = await embedFirst(embedder)
  say(`${trulyEmbedded} people embedded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) await measure(size, remembering, real, questions)
} finally {
  await pool.close()
}
for (const [what, found] of medians) if (found.length > 1) say(`${what.padEnd(64)} grows as people to the power of ${exponent(found).toFixed(2)}`)

async function measure(size: number, embedder: Embedder, real: readonly Float32Array[], questions: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
  const db = openDatabase({ folder, now })
  const onError = (error: unknown): void => say(`the worker failed: ${String(error)}`)
  const near = openNearPeople({ db, folder, pool: createWorkerPool({ threads: 1 }), onError })
  const shelf = openSearchShelf(db, { near, thread: { folder, pool: createWorkerPool({ threads: 1 }), onError } })
  try {
    const begun = performance.now()
    const vectors = fillBook(db, size, embedder, real)
    say(`\n${size} people written in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${megabytes(statSync(join(folder, 'castmatch.db')).size)} on disk`)
    const modelId = talentModelId(embedder)
    const warm = await timesOf(1, () => near.warmUp(modelId), 0, 'all threads')
    say(`vectors read into memory in ${warm.clock[0]?.toFixed(0)} ms (processor ${warm.processor[0]?.toFixed(0)} ms)`)
    const grown = await timesOf(1, () => shelf.warmUp(), 0, 'all threads')
    say(`the book read into memory in ${grown.clock[0]?.toFixed(0)} ms (processor ${grown.processor[0]?.toFixed(0)} ms), its words take ${megabytes(shelf.bytes())}`)
    const parts: SearchParts = { db, embedder, near, glossary: [], today: '2026-03-01', shelf }
    const line = async (what: string, target: number | null, run: (round: number) => unknown, before?: (round: number) => unknown): Promise<void> => {
      const times = await timesOf(rounds, run, 5, 'all threads', before)
      medians.set(what, [...(medians.get(what) ?? []), { size, ms: rank(times.processor, 0.5) }])
      say(tableLine(`${what}, ${size} people`, times, target))
    }
    const ask = (round: number, filters: TalentSearch['filters']): TalentSearch => ({ text: questions[round % questions.length] ?? '', without: [], filters, sort: 'best', limit: 50, offset: 0 })
    for (const question of questions) await searchTalent(parts, { ...ask(0, {}), text: question, limit: 1 })
    const limit = size <= 10_000 ? 30 : 80
    await line('search with filters', limit, round => searchTalent(parts, ask(round, { gender: round % 2 === 0 ? 'female' : 'male', playingRange: { from: 20 + round, to: 30 + round } })))
    await line('search without filters', limit, round => searchTalent(parts, ask(round, {})))
    await line('search with a filter that keeps few', limit, round => searchTalent(parts, ask(round, { city: 'Shillong', language: 'Assamese' })))
    const counted = { gender: 'female', city: 'Pune' } as const
    await line('counts after their search with filters', size <= 10_000 ? 10 : 50, round => facetsOf(parts, ask(round, counted)), round => searchTalent(parts, ask(round, counted)))
    await line('a search with filters and its counts', null, async round => {
      await searchTalent(parts, ask(round, counted))
      await facetsOf(parts, ask(round, counted))
    })
    await line('another filter on the same search', limit, round => searchTalent(parts, ask(0, { playingRange: { from: 20 + round, to: 30 + round } })))
    await line('the list, first page', limit, () => searchTalent(parts, { ...ask(0, {}), text: '' }))
    await line('the list, a page in the middle', limit, () => searchTalent(parts, { ...ask(0, {}), text: '', offset: Math.floor(size / 2) }))
    await line('names by their first letters', limit, round => peopleNamed(db, ['vij', 'sand', 'kulk', 'anj mis'][round % 4] ?? '', 6, modelId))
    await line('a misspelt name', limit, round => searchTalent(parts, { ...ask(0, {}), text: ['Vijaylaxmi Natrajan', 'Debolena Chaterjee', 'Sonali Kulkarny', 'Gurprit Sandu'][round % 4] ?? '' }))
    say(`peak memory before the peers ${megabytes(process.resourceUsage().maxRSS * 1024)}`)
    await compareNearest(db, { near: vector => near.near(modelId, vector), scan: async vector => nearnessByScan(db, modelId, vector) }, vectors, folder)
    say(`peak memory with the peers ${megabytes(process.resourceUsage().maxRSS * 1024)}`)
  } finally {
    await shelf.close()
    await near.close()
    db.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The ten nearest to made questions, by each way, against the plain scan, which is exact. */
async function compareNearest(db: Database, ways: Readonly<Record<string, (vector: Float32Array) => Promise<Nearness>>>, vectors: readonly Float32Array[], folder: string): Promise<void> {
  const random = seededNumbers(4)
  const asked = Array.from({ length: 20 }, () => {
    const [one, noise] = [vectors[Math.floor(random() * vectors.length)] ?? new Float32Array(), anyVector(random)]
    return ofUnitLength(one.map((value, index) => value + 0.6 * (noise[index] ?? 0)))
  })
  const exact = plainScan(vectors)
  const truth = await Promise.all(asked.map(vector => exact.nearest(vector)))
  const ours = Object.entries(ways).map(([name, way]): Peer => ({
    name: name === 'near' ? 'the book (worker in a large one), rescored' : 'sqlite-vec, exact scan',
    builtIn: 0,
    nearest: async vector => {
      const nearness = await way(vector)
      return [...nearness.exactly(topAllowed(nearness.about, new Uint8Array(nearness.about.length).fill(1), 50))].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([row]) => row)
    },
  }))
  for (const { name, builtIn, nearest } of [...ours, exact, ...(await openPeers(vectors, folder))]) {
    let hits = 0
    const times = await timesOf(asked.length, async round => {
      const found = await nearest(asked[round % asked.length] ?? new Float32Array())
      hits += found.filter(row => truth[round % asked.length]?.includes(row)).length
    }, 0, 'all threads')
    say(`${tableLine(`ten nearest: ${name}`, times, null)}  recall@10 ${(hits / asked.length / 10).toFixed(3)}${builtIn > 0 ? `, built in ${(builtIn / 1000).toFixed(0)} s` : ''}`)
  }
  void db
}

async function timeImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
  const db = openDatabase({ folder, now })
  const importPool = createWorkerPool({ threads: 1 })
  try {
    const path = join(folder, 'people.csv')
    await writeSheet(path, sheetRows)
    const before = process.cpuUsage()
    const begun = performance.now()
    for await (const event of importSheet({ db, pool: importPool, now }, { name: 'people.csv', size: statSync(path).size, path })) {
      if (event.kind !== 'done') continue
      const { user, system } = process.cpuUsage(before)
      const { added, updated, failed } = event.result
      say(`a sheet of ${sheetRows} rows: ${added} added, ${updated} changed, ${failed.length} left out in ${((performance.now() - begun) / 1000).toFixed(1)} s, processor ${((user + system) / 1e6).toFixed(1)} s (8 s: ${(user + system) / 1e6 <= 8 ? 'kept' : 'PAST'} on the processor), ${megabytes(statSync(join(folder, 'castmatch.db')).size)}`)
    }
  } finally {
    await importPool.close()
    db.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Sentences as they are typed, all different. */
function sentences(count: number): readonly string[] {
  const who = ['a woman', 'a man', 'an old farmer', 'a grandmother', 'a policeman type', 'a comic', 'a villain with a quiet voice', 'a girl next door']
  const does = ['who sings thumri', 'who can ride a horse', 'who has done nukkad natak', 'good with kushti', 'trained in kathak', 'who fights with a lathi', 'who knows kalaripayattu', 'who plays the dholak', 'and mimicry', 'who teaches']
  const more = ['warm and earthy', 'menacing', 'from a family of musicians', 'speaks Bhojpuri', 'theatre background', 'who drove a taxi', 'with grey hair']
  return Array.from({ length: count }, (_, at) => `${who[at % who.length]} ${does[(at * 3) % does.length]} ${more[(at * 5) % more.length]}`)
}

/** The slope of the logarithms, from the first size to the last. */
function exponent(found: readonly { readonly size: number; readonly ms: number }[]): number {
  const [first, last] = [found[0], found.at(-1)]
  return first && last ? Math.log(last.ms / first.ms) / Math.log(last.size / first.size) : Number.NaN
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
