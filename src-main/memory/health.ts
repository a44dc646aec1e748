import type { MemoryHealth } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { indexedCount } from './indexing.ts'
import { memoryModelId } from './terms.ts'

const dayMs = 86_400_000
const staleAfterDays = 365
const unusedAfterDays = 90

/** Tells how good the memory is: what is stale, said twice, never used, and not yet known to recall by meaning. */
export function memoryHealth(db: Database, embedder: Pick<Embedder, 'id'> | null, now: Date): MemoryHealth {
  const before = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString()
  const counts = db
    .prepare(`SELECT count(*) FILTER (WHERE state = 'live') AS live, count(*) FILTER (WHERE state = 'faded') AS faded, count(*) FILTER (WHERE state = 'closed') AS closed,
      count(*) FILTER (WHERE state = 'live' AND kind <> 'episodic' AND pinned = 0 AND confirmed_at < ?) AS stale,
      count(*) FILTER (WHERE state = 'live' AND uses = 0 AND pinned = 0 AND created_at < ?) AS unused FROM memory`)
    .get(before(staleAfterDays), before(unusedAfterDays)) as Omit<MemoryHealth, 'duplicates' | 'indexed'>
  return { ...counts, duplicates: duplicates(db), indexed: embedder === null ? 0 : indexedCount(db, memoryModelId(embedder)) }
}

/** Live memories beyond the first with the same telling words, about the same people and for the same production; people are read only where words meet. */
function duplicates(db: Database): number {
  return Number(db.prepare(`SELECT coalesce(sum(n - 1), 0) FROM (
    SELECT count(*) AS n FROM (
      SELECT m.text_key, m.production_id, (SELECT group_concat(talent_id) FROM (SELECT talent_id FROM memory_person WHERE memory_row = m.row ORDER BY talent_id)) AS people
      FROM (SELECT text_key FROM memory WHERE state = 'live' GROUP BY text_key HAVING count(*) > 1) t CROSS JOIN memory m ON m.text_key = t.text_key AND m.state = 'live'
    ) GROUP BY text_key, production_id, people HAVING n > 1)`).pluck().get())
}
