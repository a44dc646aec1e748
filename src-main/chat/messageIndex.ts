import { setImmediate } from 'node:timers/promises'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { keepLearning } from '../embedding/learning.ts'
import { signsOf, wordsOfBits } from '../embedding/signs.ts'
import { bytesOf, cosineOfBytes, makeNearBits, type NearBits } from './nearBits.ts'

/** Teaches the search through conversations what was said, in the background, and finds what is near in meaning. */
export interface MessageIndex {
  /** Says that something was said; the work begins where it rests. Ends when all is known or the encoder failed. */
  wake(): Promise<void>
  /** The messages nearest in meaning to a vector of unit length, nearest first, with the cosine. */
  near(vector: Float32Array, count: number): Promise<readonly NearMessage[]>
  /** Stops after the batch at hand; what is due stays due for the next start. */
  close(): Promise<void>
}

/** A message by its row, and how near in meaning it is: the cosine, -1 to 1. */
export interface NearMessage {
  readonly row: number
  readonly cosine: number
}

/** How many messages one step embeds: few, so that a search never waits long behind it. */
const batchSize = 8

/** How much of a message is compared, in characters: the encoder reads little more. */
const mostCharacters = 1_000

/** How many of the nearest by sign are looked at closely: so many that of the ten truly nearest hardly one is missed. */
const lookedAt = 300

/** How many rows are read into memory before other work has its turn. */
const rowsAtOnce = 4_000

/** The id under which vectors of messages are kept; changes with the encoder and with how a message is cut. */
export const messageModelId = (embedder: { readonly id: string }): string => `${embedder.id}/message-1`

/** Opens the index and takes up what an earlier run left. `onError` hears of a failure of the encoder; work then rests until the next wake. */
export function openMessageIndex({ db, embedder, onError }: { readonly db: Database; readonly embedder: Embedder; readonly onError: (error: unknown) => void }): MessageIndex {
  let modelId = messageModelId(embedder)
  let bits = makeNearBits()
  let loading: Promise<void> | undefined
  // Read at the first search or the first new message: an office that searches nothing reads nothing.
  const loaded = (signal: AbortSignal): Promise<void> => (loading ??= load(db, modelId, bits, signal))
  // The encoder changes its id when another model takes over: what is in memory is of no use then.
  const keepUp = (): void => {
    if (messageModelId(embedder) === modelId) return
    modelId = messageModelId(embedder)
    bits = makeNearBits()
    loading = undefined
  }
  const learning = keepLearning(signal => {
    keepUp()
    dueAgain(db, modelId)
    return indexBatch({ db, embedder, modelId, bits, loaded: () => loaded(signal), signal })
  }, onError)
  return {
    wake: learning.wake,
    async near(vector, count) {
      keepUp()
      await loaded(learning.signal)
      return nearestOf(db, modelId, vector, bits.nearest(signsOf(vector), Math.max(lookedAt, count))).slice(0, count)
    },
    async close() {
      await learning.close()
      await loading
    },
  }
}

/** How many messages search by meaning does not know yet. */
export const dueMessages = (db: Database): number => Number(db.prepare('SELECT count(*) FROM chat_vec_due').pluck().get())

/** Vectors of another encoder are made again. */
function dueAgain(db: Database, modelId: string): void {
  const other = db.prepare('SELECT 1 FROM chat_vec WHERE model_id < ? UNION ALL SELECT 1 FROM chat_vec WHERE model_id > ? LIMIT 1')
  if (other.get(modelId, modelId) === undefined) return
  inTransaction(db, () => {
    db.prepare('INSERT OR IGNORE INTO chat_vec_due (message_row) SELECT message_row FROM chat_vec WHERE model_id <> ?').run(modelId)
    db.prepare('DELETE FROM chat_vec WHERE model_id <> ?').run(modelId)
  })
}

async function load(db: Database, modelId: string, bits: NearBits, signal: AbortSignal): Promise<void> {
  const read = db.prepare<[string, number], { row: number; signs: Buffer }>(
    `SELECT message_row AS row, bits AS signs FROM chat_vec WHERE model_id = ? AND message_row > ? ORDER BY message_row LIMIT ${rowsAtOnce}`,
  )
  let after = -1
  while (!signal.aborted) {
    const rows = read.all(modelId, after)
    for (const { row, signs } of rows) bits.add(row, wordsFrom(signs))
    after = rows.at(-1)?.row ?? after
    if (rows.length < rowsAtOnce) return
    await setImmediate()
  }
}

/** A blob may lie at any address, and 32-bit words may not. */
const wordsFrom = (blob: Buffer): Int32Array => new Int32Array(Uint8Array.from(blob).buffer, 0, wordsOfBits)

function nearestOf(db: Database, modelId: string, vector: Float32Array, rows: readonly number[]): readonly NearMessage[] {
  const kept = db
    .prepare<[string, string], { row: number; e: Buffer }>('SELECT message_row AS row, e FROM chat_vec WHERE message_row IN (SELECT value FROM json_each(?)) AND model_id = ?')
    .all(JSON.stringify([...new Set(rows)]), modelId)
  return kept.map(({ row, e }) => ({ row, cosine: cosineOfBytes(vector, new Int8Array(e.buffer, e.byteOffset, e.length)) })).sort((a, b) => b.cosine - a.cosine)
}

interface IndexParts {
  readonly db: Database
  readonly embedder: Embedder
  readonly modelId: string
  readonly bits: NearBits
  readonly loaded: () => Promise<void>
  readonly signal: AbortSignal
}

interface DueRow {
  readonly row: number
  readonly text: string | null
}

/** Embeds some messages as they stand; what is said otherwise meanwhile is due again. Gives how many were due. */
async function indexBatch({ db, embedder, modelId, bits, loaded, signal }: IndexParts): Promise<number> {
  const due = db
    .prepare<[], DueRow>(
      `SELECT d.message_row AS row, CASE WHEN m.role = 'user' OR m.state = 'done' THEN substr(m.text, 1, ${mostCharacters}) END AS text
       FROM chat_vec_due d JOIN chat_message m ON m.row = d.message_row ORDER BY d.message_row DESC LIMIT ${batchSize}`,
    )
    .all()
  if (due.length === 0) return 0
  await loaded()
  const said = due.filter((row): row is DueRow & { readonly text: string } => row.text !== null)
  const vectors = await embedder.embed(said.map(({ text }) => text), signal)
  if (signal.aborted) return 0
  const stands = db.prepare<[number, string], number>(`SELECT 1 FROM chat_message WHERE row = ? AND substr(text, 1, ${mostCharacters}) = ?`).pluck()
  const keep = db.prepare('INSERT OR REPLACE INTO chat_vec (message_row, model_id, bits, e) VALUES (?, ?, ?, ?)')
  const done = db.prepare('DELETE FROM chat_vec_due WHERE message_row = ?')
  const kept = inTransaction(db, () => {
    const known = new Set(said.map(({ row }) => row))
    for (const { row } of due) if (!known.has(row)) done.run(row)
    return said.flatMap(({ row, text }, index) => {
      const vector = vectors[index]
      if (!vector || stands.get(row, text) === undefined) return []
      const signs = signsOf(vector)
      keep.run(row, modelId, Buffer.from(signs.buffer), Buffer.from(bytesOf(vector).buffer))
      done.run(row)
      return [{ row, signs }]
    })
  })
  // Only what is on the disk is found.
  for (const { row, signs } of kept) bits.add(row, signs)
  return due.length
}
