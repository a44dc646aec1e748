import type { Memory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { checkedFacts, dayOf, plainFacts, readMemories, readMemory } from './memoryRecord.ts'
import { insertMemory, replaceFacts } from './memoryWriter.ts'

/** A casting decision as it is remembered. */
export interface Episode {
  /** One sentence that is understood by itself: "Asha Rane was put on the short list for KAMALA". */
  readonly text: string
  readonly productionId: ProductionId
  readonly people: readonly TalentId[]
  readonly roles: readonly RoleId[]
  /** Left out: 0.5; a booking is 0.9 and never fades. */
  readonly importance?: number
}

/**
 * Remembers a casting decision; it needs no yes, since it is a record.
 *
 * Where the same people moved for the same roles earlier that day, that memory takes the new sentence: a day of moving somebody to and fro
 * is one event. Recall by meaning learns it at the indexer's next wake.
 */
export function recordEpisode(db: Database, { text, productionId, people, roles, importance = 0.5 }: Episode, now: Date): Memory {
  const day = dayOf(now)
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 500)
  const facts = checkedFacts({ ...plainFacts, kind: 'episodic', text: words, productionId, people: [...people], roles: [...roles], importance, validFrom: day })
  return inTransaction(db, () => {
    const earlier = earlierThatDay(db, facts, day)
    if (earlier === null) return readMemory(db, insertMemory(db, facts, { from: 'casting', words, conversationId: null, messageId: null }, { vector: null, at: now })).memory
    replaceFacts(db, earlier.row, { ...facts, pinned: earlier.memory.pinned }, { vector: null, at: now })
    db.prepare('UPDATE memory SET source_words = ? WHERE row = ?').run(words, earlier.row)
    return readMemory(db, earlier.memory.id).memory
  })
}

function earlierThatDay(db: Database, { productionId, people, roles }: Pick<Memory, 'productionId' | 'people' | 'roles'>, day: string): { readonly row: number; readonly memory: Memory } | null {
  if (people.length === 0) return null
  const rows = db
    .prepare<[string, string | null, string], number>(`SELECT m.row FROM memory_person p JOIN memory m ON m.row = p.memory_row
      WHERE p.talent_id = ? AND m.production_id IS ? AND m.valid_from = ? AND m.source_from = 'casting' AND m.state = 'live' ORDER BY m.row DESC`)
    .pluck()
    .all(people[0] ?? '', productionId, day)
  return readMemories(db, rows).find(({ memory }) => memory.people.toSorted().join() === people.toSorted().join() && memory.roles.toSorted().join() === roles.toSorted().join()) ?? null
}
