import type { Memory, MemoryId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { dayOf, readMemory } from './memoryRecord.ts'

/** How long a memory of a kind may lie unused before it fades, in days; null never fades. */
export const fadesAfterDays: Readonly<Record<Memory['kind'], number | null>> = { episodic: 180, semantic: 365, procedural: null }

/** From this importance on nothing fades. */
const neverFadesFrom = 0.8

/** Ends a memory today; it is never recalled again, but can be read and reopened. Throws NOT_FOUND. */
export function closeMemory(db: Database, id: MemoryId, now: Date, closedBy: MemoryId | null = null): Memory {
  return inTransaction(db, () => {
    const { memory } = readMemory(db, id)
    if (closedBy !== null) readMemory(db, closedBy)
    if (memory.state === 'closed') return memory
    const today = dayOf(now)
    const until = memory.validUntil !== null && memory.validUntil < today ? memory.validUntil : today
    db.prepare(`UPDATE memory SET state = 'closed', closed_by = ?, until_before = valid_until, valid_until = ? WHERE id = ?`).run(closedBy, until, id)
    return readMemory(db, id).memory
  })
}

/** Takes back the closing of a memory: live again, with the last day it had, unless that day is past. Throws NOT_FOUND. */
export function reopenMemory(db: Database, id: MemoryId, now: Date): Memory {
  return inTransaction(db, () => {
    if (readMemory(db, id).memory.state !== 'closed') return readMemory(db, id).memory
    db.prepare(`UPDATE memory SET state = 'live', closed_by = NULL, confirmed_at = ?,
      valid_until = CASE WHEN until_before >= ? THEN until_before END, until_before = NULL WHERE id = ?`).run(now.toISOString(), dayOf(now), id)
    return readMemory(db, id).memory
  })
}

/**
 * Closes what has passed its last day, and lets fade what is neither pinned nor important and was long not used or confirmed.
 *
 * To be called at the start and once a day. Gives how many of each.
 */
export function fade(db: Database, now: Date): { readonly closed: number; readonly faded: number } {
  return inTransaction(db, () => {
    const closed = db
      .prepare(`UPDATE memory SET state = 'closed', until_before = valid_until WHERE state <> 'closed' AND valid_until IS NOT NULL AND valid_until < ?`)
      .run(dayOf(now)).changes
    const fades = db.prepare(`UPDATE memory SET state = 'faded' WHERE state = 'live' AND kind = ? AND pinned = 0 AND importance < ${neverFadesFrom} AND max(confirmed_at, coalesce(used_at, '')) < ?`)
    let faded = 0
    for (const [kind, days] of Object.entries(fadesAfterDays)) if (days !== null) faded += fades.run(kind, new Date(now.getTime() - days * dayMs).toISOString()).changes
    return { closed, faded }
  })
}

/** Lets memories fade now and from then on every hour, since a laptop sleeps; gives what ends that. `onError` hears where it fails. */
export function keepFading(db: Database, now: () => Date, onError: (error: unknown) => void): () => void {
  const once = (): void => {
    try {
      fade(db, now())
    } catch (error) {
      onError(error)
    }
  }
  once()
  const hourly = setInterval(once, 3_600_000)
  hourly.unref()
  return () => clearInterval(hourly)
}

const dayMs = 86_400_000
