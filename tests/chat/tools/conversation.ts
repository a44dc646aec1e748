import { v7 as uuid } from 'uuid'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import type { ConversationId, MessageId } from '../../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import { noon } from '../../roles/screenplay.ts'

/** Begins an empty conversation, as a row of its table. */
export function beginConversation(db: Database, productionId: ProductionId | null = null): ConversationId {
  const id = uuid() as ConversationId
  const at = noon.toISOString()
  db.prepare('INSERT INTO chat_conversation (id, production_id, created_at, updated_at) VALUES (?, ?, ?, ?)').run(id, productionId, at, at)
  return id
}

/** The id of a message that is in no table. */
export const someMessage = (): MessageId => uuid() as MessageId
