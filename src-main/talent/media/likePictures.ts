import type { MediaId, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { likenessDistance, mostDifferent } from '../../media/likeness.ts'

/** Two people whose headshots are one picture. */
export interface LikePictures {
  readonly talentIds: readonly [TalentId, TalentId]
  readonly mediaIds: readonly [MediaId, MediaId]
  /** In how many of 64 bits they differ, 0 to {@link mostDifferent}. */
  readonly distance: number
}

interface Row {
  readonly id: string
  readonly talentId: string
  readonly likeness: string
}

/** More pictures than this that agree in one band are a common backdrop; of those, only what agrees in another band too is found. */
const fullBucket = 400

/**
 * The pairs of people who have the same headshot, saved again or made smaller, the likest first; one pair of people once.
 *
 * Likenesses that differ in at most 4 bits agree in at least one of five bands of theirs (the pigeonhole principle), so only those of one band are
 * compared: the work grows with the number of pictures, not with its square.
 */
export function likePictures(db: Database): readonly LikePictures[] {
  const rows = db
    .prepare<[], Row>(`SELECT m.id, m.talent_id AS talentId, m.likeness FROM talent_media m JOIN talent t ON t.id = m.talent_id
      WHERE m.likeness IS NOT NULL AND m.kind = 'headshot' AND m.removed_at IS NULL AND t.removed_at IS NULL ORDER BY m.row`)
    .all()
  const found = new Map<string, LikePictures>()
  for (const bucket of bucketsOf(rows)) {
    if (bucket.length > fullBucket) continue
    for (const [index, a] of bucket.entries()) for (const b of bucket.slice(index + 1)) note(found, a, b)
  }
  return [...found.values()].sort((a, b) => a.distance - b.distance)
}

/** Hexadecimal digits of each band: all 16, for what is quite the same, then five of which four different bits must leave one alone. */
const bands: readonly (readonly [from: number, to: number])[] = [[0, 16], [0, 4], [4, 7], [7, 10], [10, 13], [13, 16]]

function bucketsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const buckets = new Map<string, Row[]>()
  for (const row of rows) {
    for (const [band, [from, to]] of bands.entries()) {
      const key = `${band}:${row.likeness.slice(from, to)}`
      const bucket = buckets.get(key)
      if (bucket) bucket.push(row)
      else buckets.set(key, [row])
    }
  }
  return [...buckets.values()].filter(bucket => bucket.length > 1)
}

function note(found: Map<string, LikePictures>, a: Row, b: Row): void {
  if (a.talentId === b.talentId) return
  const distance = likenessDistance(a.likeness, b.likeness)
  if (distance > mostDifferent) return
  const [first, second] = a.talentId < b.talentId ? [a, b] : [b, a]
  const key = `${first.talentId} ${second.talentId}`
  const before = found.get(key)
  if (before && before.distance <= distance) return
  found.set(key, { talentIds: [first.talentId as TalentId, second.talentId as TalentId], mediaIds: [first.id as MediaId, second.id as MediaId], distance })
}
