import type { Database } from '../database/openDatabase.ts'
import { keptSigns } from '../embedding/signs.ts'
import type { KeptVector } from './memoryWriter.ts'

/** A memory and how near in meaning it is. */
export interface NearRow {
  readonly row: number
  /** 1 where it points the same way, 0 where it has nothing to do with it. */
  readonly cosine: number
}

/** Which memories are looked among: a condition on `memory m` in SQL, with the values of its question marks. */
export interface Scope {
  readonly sql: string
  readonly values: readonly (string | number | null)[]
}

/** How many of the nearest by sign are looked at closely: so many that of the truly nearest hardly one is missed. */
const lookedAt = 200
/** How much further is looked where too few of those are in the scope. */
const further = 8

/**
 * The memories nearest in meaning to a vector, nearest first, `count` at most; only what was learnt by the same encoder from the words as they stand.
 *
 * The signs of all vectors are compared, 64 bytes each from an index of their own, and the exact cosine is reckoned of the nearest alone.
 */
export function nearestRows(db: Database, { modelId, vector }: KeptVector, { sql, values }: Scope, count: number): readonly NearRow[] {
  const bySigns = db
    .prepare<[string, Buffer, number], number>('SELECT memory_row FROM memory_vec WHERE model_id = ? ORDER BY vec_distance_hamming(vec_bit(bits), vec_bit(?)) LIMIT ?')
    .pluck()
  const signs = keptSigns(vector)
  for (let limit = lookedAt; ; limit *= further) {
    const rows = bySigns.all(modelId, signs, limit)
    const near = nearnessOf(db, { modelId, vector }, rows, { sql, values })
    if (near.length >= count || rows.length < limit) return near.slice(0, count)
  }
}

/** How near some memories are to a vector, nearest first; those that are not learnt, or not in the scope, are left out. */
export const nearnessOf = (db: Database, { modelId, vector }: KeptVector, rows: readonly number[], { sql, values }: Scope = { sql: '1', values: [] }): readonly NearRow[] =>
  db
    .prepare<[Float32Array, string, string, ...(string | number | null)[]], NearRow>(
      `SELECT m.row, 1 - vec_distance_cosine(v.e, ?) AS cosine FROM json_each(?) near CROSS JOIN memory_vec v ON v.memory_row = near.value
       JOIN memory m ON m.row = v.memory_row AND m.text_hash = v.text_hash WHERE v.model_id = ? AND ${sql} ORDER BY cosine DESC`,
    )
    .all(vector, JSON.stringify(rows), modelId, ...values)
