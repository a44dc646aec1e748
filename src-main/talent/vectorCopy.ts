import type { Database } from '../database/openDatabase.ts'
import { openByteVectors, type ByteVectors } from '../embedding/byteVectors.ts'

/** A copy of the vectors of one model in memory, as bytes; the table is the truth, and the copy is made from it. */
export interface VectorCopy {
  /** Reads what was written since the last time; the first time everything. */
  follow(): Promise<void>
  /** About how near each row lies to a vector of unit length, by the number of the row (see ByteVectors). */
  nearness(vector: Float32Array): Float32Array<ArrayBuffer>
  readonly size: () => number
}

interface KeptVector {
  readonly row: number
  readonly seq: number
  readonly e: Buffer
}

/** Opens the copy, empty until it follows. */
export function openVectorCopy(db: Database, modelId: string): VectorCopy {
  const read = db.prepare<[string, number], KeptVector>('SELECT talent_row AS row, seq, e FROM talent_vec WHERE model_id = ? AND seq > ? ORDER BY seq')
  let vectors: ByteVectors | undefined
  let last = -1
  return {
    async follow() {
      vectors ??= await openFor(db, modelId)
      for (const { row, seq, e } of read.iterate(modelId, last)) {
        vectors?.put(row, floatsOf(e))
        last = seq
      }
    },
    nearness: vector => vectors?.nearness(vector) ?? new Float32Array(),
    size: () => vectors?.size() ?? 0,
  }
}

async function openFor(db: Database, modelId: string): Promise<ByteVectors | undefined> {
  const bytes = db.prepare<[string], number>('SELECT length(e) FROM talent_vec WHERE model_id = ? LIMIT 1').pluck().get(modelId)
  return bytes === undefined ? undefined : openByteVectors(bytes / 4)
}

/** The 32-bit floats of a blob, which may lie at any address. */
export const floatsOf = (blob: Uint8Array): Float32Array => new Float32Array(Uint8Array.from(blob).buffer)
