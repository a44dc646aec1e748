import type { Database } from '../database/openDatabase.ts'
import { noVector } from '../embedding/byteVectors.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { meaningByRow } from './meaningScores.ts'
import type { NearInput } from './nearPeople.worker.ts'

/** How near people lie in meaning to what is looked for. */
export interface Nearness {
  /** About the cosine of each row by its number, some thousandths off; -2 where it has no vector. */
  readonly about: Float32Array | Float64Array
  /** The cosines of some rows as the database has them now; whoever is removed, or whose vector is of older facts, is left out. */
  readonly exactly: (rows: readonly number[]) => ReadonlyMap<number, number>
}

/** Finds who is near in meaning, fast in a large book. */
export interface NearPeople {
  /** Compares everybody with a vector of unit length. */
  near(modelId: string, vector: Float32Array): Promise<Nearness>
  /** About how near everybody lies, as the worker tells it; null where the database is to be read: the book is small, or the worker failed. */
  about(modelId: string, vector: Float32Array): Promise<Float32Array | null>
  /** Reads the vectors into memory, so that the first search need not wait. */
  warmUp(modelId: string): Promise<void>
  /** Ends the thread. */
  close(): Promise<void>
}

/** Up to this many people every vector is read from the database for each search: there is nothing to keep in memory, and nothing to wait for. */
const fewPeople = 4_000

/**
 * Opens the search for the nearest over the vectors of a data folder.
 *
 * In a large book a worker holds the vectors as bytes and compares them all; `pool` should be its own, of one thread that stays. Its answers
 * only say whom to look at closely: the order comes from the database. Where the worker fails `onError` hears of it and the database is read.
 */
export function openNearPeople({ db, folder, pool, onError, upTo = fewPeople }: {
  readonly db: Database
  readonly folder: string
  readonly pool: WorkerPool
  readonly onError: (error: unknown) => void
  /** How many people are few; 4,000 where it is left out. */
  readonly upTo?: number
}): NearPeople {
  const ask = (input: Omit<NearInput, 'folder'>): Promise<Float32Array> => pool.run<Float32Array>('talent/nearPeople', { ...input, folder })
  let closed = false
  const isLarge = (modelId: string): boolean => db.prepare('SELECT 1 FROM talent_vec WHERE model_id = ? LIMIT 1 OFFSET ?').get(modelId, upTo) !== undefined
  const about = async (modelId: string, vector: Float32Array): Promise<Float32Array | null> => {
    if (!isLarge(modelId)) return null
    return ask({ modelId, vector }).catch((error: unknown) => {
      onError(error)
      return null
    })
  }
  return {
    about,
    near: async (modelId, vector) => nearnessOf(db, modelId, vector, await about(modelId, vector)),
    async warmUp(modelId) {
      if (isLarge(modelId)) await ask({ modelId, vector: null }).catch((error: unknown) => closed || onError(error))
    },
    async close() {
      closed = true
      await pool.close()
    },
  }
}

/** The nearness of a book by what its worker told of everybody, or, where it told nothing, by the database. */
export function nearnessOf(db: Database, modelId: string, vector: Float32Array, about: Float32Array | null): Nearness {
  if (!about) return nearnessByScan(db, modelId, vector)
  const known = new Map<number, number | undefined>()
  return {
    about,
    // One ranking asks for the same rows again and again, each time under other filters.
    exactly(rows) {
      const fresh = rows.filter(row => !known.has(row))
      const cosines = fresh.length > 0 ? cosinesOf(db, modelId, vector, fresh) : new Map<number, number>()
      for (const row of fresh) known.set(row, cosines.get(row))
      return new Map(rows.flatMap(row => {
        const cosine = known.get(row)
        return cosine === undefined ? [] : [[row, cosine]]
      }))
    },
  }
}

/** Compares every vector of the book as it stands in the database, on this thread. */
export function nearnessByScan(db: Database, modelId: string, vector: Float32Array): Nearness {
  const cosines = meaningByRow(db, modelId, vector)
  let last = -1
  for (const row of cosines.keys()) last = Math.max(last, row)
  const about = new Float64Array(last + 1).fill(noVector)
  for (const [row, cosine] of cosines) about[row] = cosine
  return {
    about,
    exactly: rows => new Map(rows.flatMap(row => {
      const cosine = cosines.get(row)
      return cosine === undefined ? [] : [[row, cosine]]
    })),
  }
}

/** The cosines of some rows with a vector, of people in the book whose vector is of the facts as they stand. */
export function cosinesOf(db: Database, modelId: string, vector: Float32Array, rows: readonly number[]): ReadonlyMap<number, number> {
  const kept = db
    .prepare(`SELECT t.row, 1 - vec_distance_cosine(v.e, ?) FROM json_each(?) j CROSS JOIN talent t ON t.row = j.value
      JOIN talent_vec v ON v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash WHERE t.removed_at IS NULL`)
    .raw()
    .all(vector, JSON.stringify(rows), modelId) as readonly [row: number, cosine: number | null][]
  return new Map(kept.filter((pair): pair is [number, number] => pair[1] !== null))
}
