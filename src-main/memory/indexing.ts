import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { keepLearning } from '../embedding/learning.ts'
import { keepVector } from './memoryWriter.ts'
import { embeddedText, memoryModelId, textHash } from './terms.ts'

/** Teaches recall by meaning the memories that have no vector, or one of another encoder or of older words. */
export interface MemoryIndexer {
  /** Says that memories came or changed; the work begins where it rests. Ends when all are known or the encoder failed. */
  wake(): Promise<void>
  /** Stops after the batch at hand; the rest is taken up at the next start. */
  close(): Promise<void>
}

/** How many memories one step takes: few, so that a question never waits long for the encoder. */
const batchSize = 8

/** Starts the indexer and takes up what an earlier run left. `onError` hears of a failure of the encoder; work then rests until the next wake. */
export function startMemoryIndexer({ db, embedder, onError }: { readonly db: Database; readonly embedder: Embedder; readonly onError: (error: unknown) => void }): MemoryIndexer {
  const { wake, close } = keepLearning(signal => indexBatch(db, embedder, signal), onError)
  return { wake, close }
}

/** How many of the live memories recall by meaning knows as they stand. */
export function indexedCount(db: Database, modelId: string): number {
  return Number(db.prepare(`SELECT count(*) FROM memory m INDEXED BY memory_hash CROSS JOIN memory_vec v INDEXED BY memory_vec_bits
    ON v.model_id = ? AND v.memory_row = m.row AND v.text_hash = m.text_hash WHERE m.state = 'live'`).pluck().get(modelId))
}

/** Embeds some memories as they stand; one that changes or is forgotten meanwhile is left. Gives how many were due. */
async function indexBatch(db: Database, embedder: Embedder, signal: AbortSignal): Promise<number> {
  const modelId = memoryModelId(embedder)
  const due = db
    .prepare<[string], { row: number; text: string; hash: string }>(`SELECT m.row, m.text, m.text_hash AS hash FROM (
        SELECT h.row FROM memory h INDEXED BY memory_hash
        WHERE NOT EXISTS (SELECT 1 FROM memory_vec v INDEXED BY memory_vec_bits WHERE v.model_id = ? AND v.memory_row = h.row AND v.text_hash = h.text_hash)
        ORDER BY h.state = 'closed', h.row DESC LIMIT ${batchSize}
      ) d JOIN memory m ON m.row = d.row ORDER BY m.state = 'closed', m.row DESC`)
    .all(modelId)
  if (due.length === 0) return 0
  const vectors = await embedder.embed(due.map(({ text }) => embeddedText(text)), signal)
  if (signal.aborted) return 0
  const same = db.prepare<[number, string]>('SELECT 1 FROM memory WHERE row = ? AND text = ?')
  const setHash = db.prepare('UPDATE memory SET text_hash = ? WHERE row = ?')
  inTransaction(db, () => {
    for (const [index, { row, text, hash }] of due.entries()) {
      const vector = vectors[index]
      if (!vector || same.get(row, text) === undefined) continue
      // The hash of a text changes where a newer CastMatch reads it otherwise.
      const now = textHash(text)
      if (now !== hash) setHash.run(now, row)
      keepVector(db, row, { modelId, vector }, now)
    }
  })
  return due.length
}
