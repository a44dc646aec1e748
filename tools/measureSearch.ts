/**
 * Measures the search of the talent book: `npm run measure:search -- [DIR] [--verbose]`.
 *
 * DIR (../shared/talent-eval where it is left out) holds `profiles.json` and `queries.json` with graded judgements. The profiles go
 * through the real import and the real indexer into a temporary data folder. Prints nDCG@10, recall@20 and MRR by kind of query, and
 * how many seeded misspellings of names are found among the first three. Ends with 1 where nDCG@10 is under 0.70.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { openEmbedder } from '../src-main/embedding/embedder.ts'
import { importSheet } from '../src-main/talent/importSheet.ts'
import { startIndexer } from '../src-main/talent/indexing.ts'
import { searchTalent, type SearchParts } from '../src-main/talent/searchTalent.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'

interface Profile {
  readonly id: string
  readonly name: string
  readonly gender: string
  readonly playing_age: readonly [number, number]
  readonly base: string
  readonly languages: string
  readonly skills: string
  readonly training: string
  readonly bio: string
  readonly credits: string
}

interface Query {
  readonly id: string
  readonly kind: string
  readonly query: string
  readonly relevant: Readonly<Record<string, number>>
}

const required = 0.7
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const misspelt = 20
const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const folder = args.find(arg => !arg.startsWith('--')) ?? '../shared/talent-eval'

if (!existsSync(join(folder, 'profiles.json'))) {
  say(`measure:search: nothing at ${folder}, nothing measured`)
  process.exit(0)
}
const profiles = JSON.parse(readFileSync(join(folder, 'profiles.json'), 'utf8')) as readonly Profile[]
const queries = JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')) as readonly Query[]
const idByName = new Map(profiles.map(({ name, id }) => [name, id]))

const data = mkdtempSync(join(tmpdir(), 'castmatch-search-'))
const pools = [createWorkerPool({ threads: 1 }), createWorkerPool({ threads: 1 })] as const
const now = () => new Date()
const db = openDatabase({ folder: data, now })
try {
  await importProfiles()
  const embedder = await openEmbedder(pools[1])
  const began = performance.now()
  const indexer = startIndexer({ db, embedder, onError: error => say(`the indexer failed: ${String(error)}`) })
  for await (const state of indexer.follow()) if (verbose) process.stderr.write(`\r${state.done} of ${state.total} indexed `)
  say(`indexed ${profiles.length} people in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const scores = await measureQueries({ db, embedder, glossary: [] })
  await measureNames({ db, embedder, glossary: [] })
  await indexer.close()
  if (scores < required) process.exitCode = 1
} finally {
  await Promise.all(pools.map(pool => pool.close()))
  db.close()
  rmSync(data, { recursive: true, force: true })
}

async function importProfiles(): Promise<void> {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = profiles.map(p => [p.name, p.gender, p.playing_age.join('-'), p.base, p.languages, p.skills, p.training, p.bio, p.credits].map(cell).join(','))
  const path = join(data, 'profiles.csv')
  writeFileSync(path, ['Name,Gender,Playing Age,City,Languages,Skills,Training,Bio,Credits', ...rows].join('\n'))
  for await (const event of importSheet({ db, pool: pools[0], now }, { name: 'profiles.csv', size: statSync(path).size, path })) {
    if (event.kind !== 'done') continue
    const { added, failed } = event.result
    if (added !== profiles.length) say(`${added} of ${profiles.length} profiles taken in; left out: ${JSON.stringify(failed)}`)
  }
}

async function ranking(parts: SearchParts, text: string, limit: number): Promise<readonly string[]> {
  const { people } = await searchTalent(parts, { text, without: [], filters: {}, sort: 'best', limit, offset: 0 })
  return people.map(({ talent }) => idByName.get(talent.name) ?? talent.name)
}

async function measureQueries(parts: SearchParts): Promise<number> {
  const measured: { readonly kind: string; readonly ndcg: number; readonly recall: number; readonly mrr: number }[] = []
  const times: number[] = []
  for (const { id, kind, query, relevant } of queries) {
    const before = performance.now()
    const found = await ranking(parts, query, 20)
    times.push(performance.now() - before)
    const ideal = dcg(Object.values(relevant).sort((a, b) => b - a))
    const ndcg = dcg(found.slice(0, 10).map(person => relevant[person] ?? 0)) / ideal
    const wanted = Object.keys(relevant).filter(person => (relevant[person] ?? 0) > 0)
    const recall = found.filter(person => wanted.includes(person)).length / Math.min(20, wanted.length)
    const first = found.findIndex(person => (relevant[person] ?? 0) >= 2)
    measured.push({ kind, ndcg, recall, mrr: first < 0 ? 0 : 1 / (first + 1) })
    if (verbose) {
      say(`${id} ${ndcg.toFixed(3)} ${query}`)
      say(`     found ${found.slice(0, 10).map(person => `${person}:${relevant[person] ?? 0}`).join(' ')}`)
      say(`     missed ${wanted.filter(person => (relevant[person] ?? 0) >= 2 && !found.slice(0, 10).includes(person)).join(' ')}`)
    }
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const line = (name: string, of: typeof measured): string =>
    `${name.padEnd(22)}${String(of.length).padStart(4)}${[of.map(m => m.ndcg), of.map(m => m.recall), of.map(m => m.mrr)].map(values => mean(values).toFixed(3).padStart(10)).join('')}`
  say(`${'kind'.padEnd(22)}   n   nDCG@10 recall@20       MRR`)
  for (const kind of new Set(measured.map(m => m.kind))) say(line(kind, measured.filter(m => m.kind === kind)))
  say(line('all', measured))
  say(`search: median ${times.sort((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`)
  return mean(measured.map(m => m.ndcg))
}

async function measureNames(parts: SearchParts): Promise<void> {
  const random = seeded(20_26)
  let found = 0
  for (let at = 0; at < misspelt; at++) {
    const person = profiles[Math.floor(random() * profiles.length)]
    if (!person) continue
    const wrong = misspell(person.name, random)
    const place = (await ranking(parts, wrong, 10)).indexOf(person.id)
    if (place >= 0 && place < 3) found++
    else say(`misspelt name not found: ${wrong} for ${person.name} (place ${place + 1})`)
  }
  say(`misspelt names among the first three: ${found} of ${misspelt}`)
}

/** Two slips of the finger or the ear in a name: a letter doubled, dropped, swapped or written as another that sounds alike. */
function misspell(name: string, random: () => number): string {
  const alike = ['ee>i', 'i>ee', 'v>w', 'w>v', 'sh>s', 's>sh', 'th>t', 't>th', 'oo>u', 'u>oo', 'k>q', 'j>z', 'ph>f', 'd>dh']
  let wrong = name
  for (let slips = 0; slips < 2 || wrong === name; slips++) {
    const at = 1 + Math.floor(random() * (wrong.length - 2))
    const kind = Math.floor(random() * 4)
    const [from = '', to = ''] = (alike[Math.floor(random() * alike.length)] ?? '').split('>')
    if (wrong[at] === ' ') continue
    if (kind === 0) wrong = wrong.slice(0, at) + wrong.slice(at + 1)
    else if (kind === 1) wrong = wrong.slice(0, at) + (wrong[at] ?? '') + wrong.slice(at)
    else if (kind === 2) wrong = wrong.slice(0, at) + (wrong[at + 1] ?? '') + (wrong[at] ?? '') + wrong.slice(at + 2)
    else wrong = wrong.replace(from, to)
  }
  return wrong
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

function dcg(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
}
