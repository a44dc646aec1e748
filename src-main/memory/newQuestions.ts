import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Database } from '../database/openDatabase.ts'

/** What the user said in a conversation since it was last looked through for memories. */
export interface NewQuestions {
  readonly productionId: ProductionId | null
  /** Oldest first. */
  readonly questions: readonly { readonly messageId: MessageId; readonly text: string }[]
  /** The place of the last one: to be marked with {@link markLooked} when it was looked through. */
  readonly upTo: number
}

/** The questions of a conversation that were not looked through yet; null where it is incognito, removed, or has none. */
export function newQuestions(db: Database, conversationId: ConversationId): NewQuestions | null {
  const conversation = db
    .prepare<[string], { productionId: ProductionId | null; seq: number | null }>(`SELECT c.production_id AS productionId, l.seq FROM chat_conversation c
      LEFT JOIN memory_looked l ON l.conversation_id = c.id WHERE c.id = ? AND c.incognito = 0 AND c.removed_at IS NULL`)
    .get(conversationId)
  if (!conversation) return null
  const questions = db
    .prepare<[string, number], { messageId: MessageId; text: string; seq: number }>(`SELECT id AS messageId, text, seq FROM chat_message
      WHERE conversation_id = ? AND seq > ? AND role = 'user' AND state = 'done' AND put_aside_for IS NULL ORDER BY seq`)
    .all(conversationId, conversation.seq ?? -1)
  const last = questions.at(-1)
  return last ? { productionId: conversation.productionId, questions, upTo: last.seq } : null
}

/** Marks a conversation as looked through up to a place. */
export function markLooked(db: Database, conversationId: ConversationId, seq: number): void {
  db.prepare('INSERT OR REPLACE INTO memory_looked (conversation_id, seq) VALUES (?, ?)').run(conversationId, seq)
}
