import type { Session, SessionFacts } from '../../src-preload/contract/auditions.ts'
import type { PlannedRead } from '../../src-preload/contract/pairs.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { createSession, getSession } from './sessionStore.ts'
import { bookSlot, type AuditionContext } from './slotStore.ts'

/**
 * Makes a session of reads, each with its two people booked for their roles; all of it or nothing.
 *
 * Throws as making a session and booking a slot do.
 */
export function createPairSession(db: Database, facts: SessionFacts, reads: readonly Pick<PlannedRead, 'from' | 'minutes' | 'roleIds' | 'talentIds'>[], context: AuditionContext): Session {
  return inTransaction(db, () => {
    const { id } = createSession(db, facts, context.now())
    for (const { from, minutes, roleIds, talentIds } of reads) {
      for (const [at, talentId] of talentIds.entries()) bookSlot(db, { sessionId: id, from, minutes, talentId, roleId: roleIds[at] }, context)
    }
    return getSession(db, id)
  })
}
