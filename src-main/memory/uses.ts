import type { ConversationId, MemoryId, MemoryUse, MessageId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'

/**
 * Marks memories as used in an answer, once for each answer; one that had faded is live again.
 *
 * The message must be kept already. What recall tools found counts as used too, so that forgetting reaches it there.
 */
export function markUsed(db: Database, ids: readonly MemoryId[], conversationId: ConversationId, messageId: MessageId, now: Date): void {
  const add = db.prepare(`INSERT OR IGNORE INTO memory_use (memory_row, message_id, conversation_id, at) SELECT row, ?, ?, ? FROM memory WHERE id = ?`)
  const count = db.prepare(`UPDATE memory SET uses = uses + 1, used_at = ?, state = CASE state WHEN 'faded' THEN 'live' ELSE state END WHERE id = ?`)
  const at = now.toISOString()
  inTransaction(db, () => {
    for (const id of ids) if (add.run(messageId, conversationId, at, id).changes > 0) count.run(at, id)
  })
}

/** The answers in which a memory was used, latest first. */
export function usesOf(db: Database, row: number): MemoryUse[] {
  return db
    .prepare(`SELECT u.at, u.conversation_id AS conversationId, u.message_id AS messageId, c.title FROM memory_use u
      JOIN chat_conversation c ON c.id = u.conversation_id WHERE u.memory_row = ? AND c.removed_at IS NULL ORDER BY u.at DESC`)
    .all(row) as MemoryUse[]
}
