/**
 * Times the search through conversations: `npm run bench:chatSearch -- [COUNT ...]` (10000 and 100000 messages where none is given).
 *
 * Messages are made of words of the field and vectors of clustered random numbers, in a temporary folder. Prints medians and 95th percentiles of the
 * whole search without the encoder, and of finding the near ones in two ways: signs in memory and a vec0 table of signed bytes, each with how many
 * of the ten truly nearest it finds. Processor time stands beside the clock, since other work may share the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMessageIndex, messageModelId } from '../src-main/chat/messageIndex.ts'
import { bytesOf } from '../src-main/chat/nearBits.ts'
import { searchConversations } from '../src-main/chat/searchConversations.ts'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { cosine, type Embedder } from '../src-main/embedding/embedder.ts'
import { keptSigns } from '../src-main/embedding/signs.ts'

const dimensions = 512
const asked = 30
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const counts = process.argv.slice(2).map(Number).filter(count => count > 0)
const words = 'woman man forty thirty Bhojpuri Marathi Hindi dancer wrestler audition callback Monday March list role scene page hold shoot Mumbai Patna grandmother station platform voice singing theatre fee agent free booked'.split(' ')

let seed = 7
const random = (): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return seed / 2 ** 32
}
const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
const unit = (vector: Float32Array): Float32Array => {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return vector.map(value => value / length)
}
const anywhere = (): Float32Array => unit(Float32Array.from({ length: dimensions }, () => random() + random() - 1))
const centres = Array.from({ length: 200 }, anywhere)
const near = (): Float32Array => {
  const [centre, off] = [pick(centres), anywhere()]
  return unit(off.map((value, at) => value * 0.8 + (centre?.[at] ?? 0)))
}

for (const count of counts.length > 0 ? counts : [10_000, 100_000]) await bench(count)

async function bench(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-chat-search-'))
  const db = openDatabase({ folder, now: () => new Date() })
  try {
    const queries = Array.from({ length: asked }, near)
    let at = 0
    const embedder: Embedder = { id: 'bench', dimensions, embed: texts => Promise.resolve(texts.map(() => queries[at++ % asked] ?? new Float32Array(dimensions))) }
    const nearest = fill(db, count, embedder, queries)
    const index = openMessageIndex({ db, embedder, onError: error => { throw error } })
    await index.near(queries[0] ?? anywhere(), 1)
    say(`\n${count} messages`)
    await time('signs in memory, 300 by bytes', queries, async query => (await index.near(query, 10)).map(({ row }) => row), nearest)
    const bytes = db.prepare<[Buffer], number>('SELECT rowid FROM near_bytes WHERE e MATCH vec_int8(?) AND k = 10').pluck()
    await time('vec0 of signed bytes', queries, async query => bytes.all(Buffer.from(bytesOf(query).buffer)), nearest)
    const texts = queries.map(() => `${pick(words)} ${pick(words)}`)
    await time('search, two words and meaning', texts, async text => (await searchConversations({ db, embedder, index }, { text, limit: 30 })).map(() => 0))
    await time('search, words alone', texts, async text => (await searchConversations({ db, embedder: null, index: null }, { text, limit: 30 })).map(() => 0))
    await index.close()
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fills the database; gives for each query the rows of the ten nearest by the exact vectors. */
function fill(db: Database, count: number, embedder: Embedder, queries: readonly Float32Array[]): ReadonlyMap<Float32Array, ReadonlySet<number>> {
  db.pragma('synchronous = OFF')
  db.exec('CREATE VIRTUAL TABLE near_bytes USING vec0(e int8[512] distance_metric = cosine)')
  const moment = new Date().toISOString()
  const conversation = db.prepare('INSERT INTO chat_conversation (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)')
  const message = db.prepare("INSERT INTO chat_message (row, id, conversation_id, seq, role, said_by, state, text, at) VALUES (?, ?, ?, ?, 'user', 'user', 'done', ?, ?)")
  const vec = db.prepare('INSERT INTO chat_vec (message_row, model_id, bits, e) VALUES (?, ?, ?, ?)')
  const table = db.prepare('INSERT INTO near_bytes (rowid, e) VALUES (?, vec_int8(?))')
  const best = queries.map(query => ({ query, found: [] as { row: number; like: number }[] }))
  for (let from = 1; from <= count; from += 2_000) {
    db.transaction(() => {
      for (let row = from; row < from + 2_000 && row <= count; row++) {
        const owner = `c${Math.ceil(row / 100)}`
        if (row % 100 === 1) conversation.run(owner, `${pick(words)} ${pick(words)}`, moment, moment)
        message.run(row, `m${row}`, owner, row, Array.from({ length: 25 }, () => pick(words)).join(' '), moment)
        const vector = near()
        const bytes = Buffer.from(bytesOf(vector).buffer)
        vec.run(row, messageModelId(embedder), keptSigns(vector), bytes)
        table.run(BigInt(row), bytes)
        for (const { query, found } of best) {
          const like = cosine(query, vector)
          if (found.length < 10 || like > (found.at(-1)?.like ?? -1)) {
            found.push({ row, like })
            found.sort((a, b) => b.like - a.like).splice(10)
          }
        }
      }
      db.exec('DELETE FROM chat_vec_due')
    })()
  }
  return new Map(best.map(({ query, found }) => [query, new Set(found.map(({ row }) => row))]))
}

async function time<Asked>(name: string, queries: readonly Asked[], run: (query: Asked) => Promise<readonly number[]>, truth?: ReadonlyMap<Asked, ReadonlySet<number>>): Promise<void> {
  const clock: number[] = []
  let [hits, possible] = [0, 0]
  const used = process.cpuUsage()
  for (const query of queries) {
    const began = performance.now()
    const rows = await run(query)
    clock.push(performance.now() - began)
    hits += rows.filter(row => truth?.get(query)?.has(row)).length
    possible += truth?.get(query)?.size ?? 0
  }
  const { user, system } = process.cpuUsage(used)
  clock.sort((a, b) => a - b)
  const at = (share: number): string => (clock[Math.min(clock.length - 1, Math.floor(clock.length * share))] ?? 0).toFixed(1)
  say(`${name.padEnd(34)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   processor ${((user + system) / 1_000 / queries.length).toFixed(1)} ms${possible > 0 ? `   of the ten nearest ${(hits / possible).toFixed(3)}` : ''}`)
}
