import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { talentModelId } from './talentRecord.ts'

/**
 * How near in meaning each person is to a text: the cosine, -1 to 1.
 *
 * People whose vector is not made yet are missing from the map, as is everybody where the text has no words. `talentIds`
 * narrows it; without them the whole book is compared, in one exact scan. Throws CANCELLED where `signal` is aborted.
 */
export async function meaningScores(
  db: Database,
  embedder: Embedder,
  text: string,
  talentIds?: readonly TalentId[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<TalentId, number>> {
  const vector = await meaningOf(embedder, text, signal)
  if (!vector) return new Map()
  const wanted = talentIds && new Set<string>(talentIds)
  const rows = db
    .prepare(`SELECT t.id, 1 - vec_distance_cosine(v.e, ?) FROM talent_vec v JOIN talent t ON t.row = v.talent_row
      WHERE v.model_id = ? AND v.text_hash = t.text_hash AND t.removed_at IS NULL AND vec_distance_cosine(v.e, v.e) IS NOT NULL`)
    .raw()
    .all(vector, talentModelId(embedder)) as readonly [id: TalentId, cosine: number][]
  return new Map(rows.filter(([id]) => wanted?.has(id) ?? true))
}

/** How near in meaning each person in the book is to a vector made by {@link meaningOf}, by the number of the row; whose vector is of older facts is left out. */
export function meaningByRow(db: Database, modelId: string, vector: Float32Array): ReadonlyMap<number, number> {
  const rows = db
    .prepare(`SELECT v.talent_row, 1 - vec_distance_cosine(v.e, ?) FROM talent_vec v JOIN talent t ON t.row = v.talent_row
      WHERE v.model_id = ? AND v.text_hash = t.text_hash AND t.removed_at IS NULL`)
    .raw()
    .all(vector, modelId) as readonly [row: number, cosine: number | null][]
  return new Map(rows.filter((pair): pair is [number, number] => pair[1] !== null))
}

/** The vector of a text, null where it says nothing. */
export async function meaningOf(embedder: Embedder, text: string, signal?: AbortSignal): Promise<Float32Array | null> {
  const [vector] = await embedder.embed([text], signal)
  return vector?.some(value => value !== 0) ? vector : null
}
