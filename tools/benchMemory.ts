/**
 * Times recall: `npm run bench:memory -- [MEMORIES ...]` (1,000, 10,000 and 40,000 where none are named).
 *
 * Each size is a database of its own with 100,000 messages beside the memories. Prints the median and the 95th percentile of retrieval with
 * a vector at hand, of retrieval by words alone, of the encoder for the same questions, and of what else looks through all memories. Vectors of
 * the memories are made up, since only their number matters here; recall itself is measured by measure:memory.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction } from '../src-main/database/inTransaction.ts'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { openEmbedder, type Embedder } from '../src-main/embedding/embedder.ts'
import { memoryHealth } from '../src-main/memory/health.ts'
import { startMemoryIndexer } from '../src-main/memory/indexing.ts'
import { listMemories } from '../src-main/memory/listMemories.ts'
import { plainFacts } from '../src-main/memory/memoryRecord.ts'
import { insertMemory, type KeptVector } from '../src-main/memory/memoryWriter.ts'
import { nearMemories } from '../src-main/memory/nearMemories.ts'
import { recallWith } from '../src-main/memory/recall.ts'
import { vectorOf } from '../src-main/memory/remember.ts'
import { memoryModelId } from '../src-main/memory/terms.ts'
import { createProduction } from '../src-main/productions/productionStore.ts'
import { createTalent } from '../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { memories, people, productions, questions } from '../tests/memory/recallSet.ts'
import { tableHead, tableLine, timesOf } from './benchTimes.ts'

interface Asked {
  readonly text: string
  readonly vector: KeptVector | null
}

const messages = 100_000
const rounds = 3
const now = new Date()
const sizes = process.argv.slice(2).map(Number).filter(size => size > 0)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const pool = createWorkerPool({ threads: 1 })
try {
  const embedder = await openEmbedder(pool)
  const asked: Asked[] = []
  const encoder = await timesOf(questions.length, async round => {
    const text = questions[round]?.text ?? ''
    asked.push({ text, vector: await vectorOf({ embedder }, text) })
  }, 0)
  say(tableHead)
  say(tableLine('the encoder, a question', encoder, null))
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 40_000]) await measure(size, embedder, asked)
} finally {
  await pool.close()
}

async function measure(size: number, embedder: Embedder, asked: readonly Asked[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
  const db = openDatabase({ folder, now: () => now })
  const quiet: Embedder = { id: embedder.id, dimensions: embedder.dimensions, embed: () => Promise.resolve([]) }
  try {
    const productionId = fill(db, size, embedder)
    const at = (round: number): Asked => asked[round % asked.length] ?? { text: '', vector: null }
    const line = async (what: string, runs: number, target: number | null, run: (round: number) => unknown): Promise<void> =>
      say(tableLine(`${what}, ${size} memories`, await timesOf(runs, run, Math.min(runs, asked.length)), target))
    const limit = size <= 10_000 ? 20 : null
    const retrieve = (round: number, withVector: boolean): unknown => recallWith(db, { text: at(round).text, productionId, limit: 5 }, withVector ? at(round).vector : null, now)
    await line('retrieval', asked.length * rounds, limit, round => retrieve(round, true))
    await line('retrieval by words alone', asked.length * rounds, limit, round => retrieve(round, false))
    await line('what is near a new sentence', asked.length, limit, round => nearMemories(db, { kind: 'semantic', text: at(round).text, people: [], productionId }, at(round).vector))
    const all = { text: '', limit: 50, offset: 0 }
    await line('the list, first page', 30, limit, () => listMemories(db, all))
    await line('the list, last page', 30, limit, () => listMemories(db, { ...all, offset: size - 50 }))
    await line('the list, searched', asked.length, limit, round => listMemories(db, { ...all, text: at(round).text.split(' ').slice(0, 2).join(' ') }))
    await line('health', 30, limit, () => memoryHealth(db, embedder, now))
    const indexer = startMemoryIndexer({ db, embedder: quiet, onError: error => { throw error } })
    await line('looking for what is not learnt yet', 30, limit, () => indexer.wake())
    await indexer.close()
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Sentences of the measured set, each with a number and a word of its own, about people in turn. */
function fill(db: Database, size: number, embedder: Embedder) {
  const places = Object.values(productions).map(title => createProduction(db, { title, kind: 'film', brief: '' }, now).id)
  const talents = Object.values(people).map(name => createTalent(db, { name }, { modelId: '', now: () => now }).id)
  const modelId = memoryModelId(embedder)
  const random = seeded(7)
  inTransaction(db, () => {
    for (let index = 0; index < size; index++) {
      const { text, kind } = memories[index % memories.length] ?? { text: 'nothing', kind: 'semantic' as const }
      const vector = Float32Array.from({ length: embedder.dimensions }, () => random() - 0.5)
      const length = Math.hypot(...vector)
      insertMemory(
        db,
        { ...plainFacts, kind, text: `${text}, number ${index} of ${word(index)}`, productionId: places[index % 5] ?? null, people: index % 2 === 0 ? talents.slice(index % 14, (index % 14) + 1) : [] },
        { from: 'said', words: text, conversationId: null, messageId: null },
        { vector: { modelId, vector: vector.map(value => value / length) }, at: new Date(now.getTime() - (index % 300) * 86_400_000) },
      )
    }
    const addMessage = db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, text, at) VALUES (?, ?, ?, 'user', 'user', 'done', ?, ?)`)
    for (let at = 0; at < messages; at++) {
      const conversation = `c${at % 200}`
      if (at < 200) db.prepare(`INSERT INTO chat_conversation (id, created_at, updated_at) VALUES (?, '2026', '2026')`).run(conversation)
      addMessage.run(`m${at}`, conversation, at, `Who is free for ${word(at)}?`, now.toISOString())
    }
  })
  return places[0] ?? null
}

function word(index: number): string {
  return `${[...String(index)].map(digit => 'kalomerisu'[Number(digit)] ?? '').join('')}pur`
}

function seeded(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
