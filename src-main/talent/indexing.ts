import type { Indexing, TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import type { Resting } from '../embedding/resting.ts'
import { talentFactsOf } from './talentFacts.ts'
import { embeddedText, talentModelId } from './talentRecord.ts'

/** Teaches search by meaning new and changed people, in the background. */
export interface Indexer {
  /** Says that people were added or changed; the work begins where it rests. */
  wake(): void
  /**
   * Streams how far it has come: at once, then after each batch.
   *
   * Ends when all are known, or with `forEver` only where `signal` is aborted or the indexer closed. Where the encoder
   * fails the stream throws what it threw; the next {@link Indexer.wake} tries again.
   */
  follow(options?: { readonly forEver?: boolean; readonly signal?: AbortSignal | undefined }): AsyncGenerator<Indexing, void, undefined>
  /** Stops after the text at hand; what is done is kept and the rest is taken up at the next start. */
  close(): Promise<void>
}

/** How many people one step takes: a step is written as one transaction and then reported. */
const batchSize = 8

/**
 * Starts the indexer and takes up what an earlier run left.
 *
 * `onError` hears of a failure of the encoder; work then rests until the next wake.
 */
export function startIndexer({ db, embedder, resting, onError }: {
  readonly db: Database
  readonly embedder: Embedder
  /** Tells why the encoder keeps waiting, for those who follow. */
  readonly resting?: Pick<Resting, 'why' | 'onChange'>
  readonly onError: (error: unknown) => void
}): Indexer {
  // Asked anew each time: the encoder changes its id when another model takes over.
  const modelId = (): string => talentModelId(embedder)
  const closed = new AbortController()
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined
  let wokenAgain = false
  let failure: Error | undefined

  const tell = (): void => listeners.forEach(listener => listener())
  resting?.onChange(tell)
  const work = async (): Promise<void> => {
    try {
      do {
        wokenAgain = false
        const due = rowsDue(db, modelId())
        for (let from = 0; from < due.length && !closed.signal.aborted; from += batchSize) {
          await indexBatch(db, embedder, due.slice(from, from + batchSize), closed.signal)
          tell()
        }
      } while (wokenAgain)
    } catch (error) {
      if (closed.signal.aborted) return
      failure = error instanceof Error ? error : new Error(String(error))
      onError(error)
    } finally {
      running = undefined
      tell()
    }
  }
  const wake = (): void => {
    if (closed.signal.aborted) return
    failure = undefined
    wokenAgain = true
    // Begun a moment later: with nobody to learn, work would end before `running` is set, and `running` would stay for ever.
    running ??= Promise.resolve().then(work)
  }
  wake()
  return {
    wake,
    async *follow({ forEver = false, signal } = {}) {
      const ended = signal ? AbortSignal.any([signal, closed.signal]) : closed.signal
      let wakeUp = (): void => {}
      let changed = true
      const listener = (): void => {
        changed = true
        wakeUp()
      }
      listeners.add(listener)
      ended.addEventListener('abort', listener)
      try {
        while (!ended.aborted) {
          if (changed) {
            changed = false
            const state = indexingState(db, modelId())
            yield resting?.why() ? { ...state, resting: 'battery' } : state
            if (failure !== undefined && !forEver) throw failure
            if (!forEver && running === undefined && state.done >= state.total) return
          } else {
            await new Promise<void>(resolve => {
              wakeUp = resolve
              if (changed || ended.aborted) resolve()
            })
          }
        }
      } finally {
        listeners.delete(listener)
        ended.removeEventListener('abort', listener)
      }
    },
    async close() {
      closed.abort()
      await running
    },
  }
}

/** How many people search by meaning knows as they stand now, of all in the book. */
export function indexingState(db: Database, modelId: string): Indexing {
  return db
    .prepare(`SELECT count(*) AS total, count(v.talent_row) AS done
      FROM talent t LEFT JOIN talent_vec v ON v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash
      WHERE t.removed_at IS NULL`)
    .get(modelId) as Indexing
}

/** The rows of the people whose vector is missing or out of date, in the order the book was filled. */
function rowsDue(db: Database, modelId: string): readonly number[] {
  return db
    .prepare(`SELECT t.row FROM talent t LEFT JOIN talent_vec v ON v.talent_row = t.row AND v.model_id = ?
      WHERE t.removed_at IS NULL AND (v.talent_row IS NULL OR v.text_hash <> t.text_hash) ORDER BY t.row`)
    .pluck()
    .all(modelId) as number[]
}

/** Embeds some people as they stand now; whoever changes meanwhile is due again. */
async function indexBatch(db: Database, embedder: Embedder, rows: readonly number[], signal: AbortSignal): Promise<void> {
  const modelId = talentModelId(embedder)
  const batch = db
    .prepare('SELECT row, id, text_hash AS hash FROM talent WHERE removed_at IS NULL AND row IN (SELECT value FROM json_each(?)) ORDER BY row')
    .all(JSON.stringify(rows)) as readonly { row: number; id: TalentId; hash: string }[]
  const people = talentFactsOf(db, modelId, batch.map(({ id }) => id))
  const vectors = await embedder.embed(people.map(embeddedText), signal)
  const keep = db.prepare('INSERT OR REPLACE INTO talent_vec (talent_row, model_id, text_hash, e) VALUES (?, ?, ?, ?)')
  inTransaction(db, () => {
    for (const [index, { row, hash }] of batch.entries()) keep.run(row, modelId, hash, vectors[index])
  })
}
