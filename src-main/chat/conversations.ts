import { v7 as uuid } from 'uuid'
import type { Conversation } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'

interface Row {
  readonly id: ConversationId
  readonly production_id: ProductionId | null
  readonly title: string
  readonly titled_by: Conversation['titledBy']
  readonly incognito: number
  readonly created_at: string
  readonly updated_at: string
  readonly archived_at: string | null
  readonly messages: number
  readonly queued: number
  readonly answering: number
  readonly waiting: number
}

const select = `
  SELECT c.*,
    (SELECT count(*) FROM chat_message m WHERE m.conversation_id = c.id AND m.put_aside_at IS NULL AND m.state <> 'queued') AS messages,
    (SELECT count(*) FROM chat_message m WHERE m.conversation_id = c.id AND m.put_aside_at IS NULL AND m.state = 'queued') AS queued,
    EXISTS (SELECT 1 FROM chat_message m WHERE m.conversation_id = c.id AND m.state = 'streaming') AS answering,
    EXISTS (SELECT 1 FROM chat_action a JOIN chat_message m ON m.id = a.message_id
      WHERE a.conversation_id = c.id AND a.state = 'waiting' AND m.put_aside_at IS NULL) AS waiting
  FROM chat_conversation c`

/** Which conversations are listed. */
export interface ConversationsAsked {
  /** Those of a production, of none (null), or all where it is left out. */
  readonly productionId?: ProductionId | null | undefined
  readonly archived: boolean
  readonly limit: number
  readonly offset: number
}

/** Lists conversations that were not removed, last used first. */
export function listConversations(db: Database, { productionId, archived, limit, offset }: ConversationsAsked): { total: number; conversations: Conversation[] } {
  const which = `c.removed_at IS NULL AND (c.archived_at IS NOT NULL) = @archived
    AND (@all OR c.production_id IS @productionId)`
  const bound = { archived: archived ? 1 : 0, all: productionId === undefined ? 1 : 0, productionId: productionId ?? null }
  const total = db.prepare<[typeof bound], number>(`SELECT count(*) FROM chat_conversation c WHERE ${which}`).pluck().get(bound) ?? 0
  const rows = db
    .prepare<[typeof bound & { limit: number; offset: number }], Row>(`${select} WHERE c.id IN (SELECT c.id FROM chat_conversation c WHERE ${which} ORDER BY c.updated_at DESC, c.id DESC LIMIT @limit OFFSET @offset)
      ORDER BY c.updated_at DESC, c.id DESC`)
    .all({ ...bound, limit, offset })
  return { total, conversations: rows.map(toConversation) }
}

/** Reads a conversation. Throws NOT_FOUND where there is none, or where it was removed. */
export function getConversation(db: Database, id: ConversationId): Conversation {
  const row = db.prepare<[string], Row>(`${select} WHERE c.id = ? AND c.removed_at IS NULL`).get(id)
  if (!row) throw noConversation()
  return toConversation(row)
}

/** Reads conversations by their ids, in no order; those that are not there, or were removed, are left out. */
export const readConversations = (db: Database, ids: readonly ConversationId[]): Conversation[] =>
  db
    .prepare<[string], Row>(`${select} WHERE c.id IN (SELECT value FROM json_each(?)) AND c.removed_at IS NULL`)
    .all(JSON.stringify(ids))
    .map(toConversation)

/** Begins a conversation. Throws NOT_FOUND where its production is not there. */
export function beginConversation(db: Database, given: { readonly productionId: ProductionId | null; readonly incognito: boolean }, now: Date): Conversation {
  if (given.productionId !== null) getProduction(db, given.productionId)
  const id = uuid() as ConversationId
  const at = now.toISOString()
  db.prepare('INSERT INTO chat_conversation (id, production_id, incognito, created_at, updated_at) VALUES (?, ?, ?, ?, ?)').run(
    id, given.productionId, given.incognito ? 1 : 0, at, at,
  )
  return getConversation(db, id)
}

/**
 * Gives a conversation its title.
 *
 * A title by the user stands against every later one but her own; one by Claude against one by rule.
 */
export function titleConversation(db: Database, id: ConversationId, title: string, by: 'user' | 'castmatch' | 'claude'): Conversation {
  const over = { user: ['nobody', 'castmatch', 'claude', 'user'], claude: ['nobody', 'castmatch'], castmatch: ['nobody'] }[by]
  db.prepare(`UPDATE chat_conversation SET title = ?, titled_by = ? WHERE id = ? AND titled_by IN (SELECT value FROM json_each(?))`).run(
    title, by, id, JSON.stringify(over),
  )
  return getConversation(db, id)
}

/** Puts a conversation away or takes it back; nothing of it is lost. Throws NOT_FOUND. */
export function archiveConversation(db: Database, id: ConversationId, archived: boolean, now: Date): Conversation {
  return inTransaction(db, () => {
    getConversation(db, id)
    db.prepare('UPDATE chat_conversation SET archived_at = CASE WHEN ? THEN coalesce(archived_at, ?) END WHERE id = ?').run(archived ? 1 : 0, now.toISOString(), id)
    return getConversation(db, id)
  })
}

/** Removes a conversation; {@link restoreConversation} brings it back. Throws NOT_FOUND. */
export function removeConversation(db: Database, id: ConversationId, now: Date): void {
  const { changes } = db.prepare('UPDATE chat_conversation SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes !== 1) throw noConversation()
}

/** Brings a removed conversation back. Throws NOT_FOUND where there never was one. */
export function restoreConversation(db: Database, id: ConversationId): Conversation {
  db.prepare('UPDATE chat_conversation SET removed_at = NULL WHERE id = ?').run(id)
  return getConversation(db, id)
}

/** Notes that a conversation was used now. */
export const touchConversation = (db: Database, id: ConversationId, now: Date): void => {
  db.prepare('UPDATE chat_conversation SET updated_at = max(updated_at, ?) WHERE id = ?').run(now.toISOString(), id)
}

/** Deletes an incognito conversation for good, with all that was said in it. Throws NOT_FOUND where it is none. */
export function deleteIncognito(db: Database, id: ConversationId): void {
  const { changes } = db.prepare('DELETE FROM chat_conversation WHERE id = ? AND incognito = 1').run(id)
  if (changes !== 1) throw noConversation()
}

/** Deletes every incognito conversation that an end of CastMatch left behind; tells how many. */
export const deleteLeftIncognito = (db: Database): number => db.prepare('DELETE FROM chat_conversation WHERE incognito = 1').run().changes

const noConversation = (): CastMatchError => new CastMatchError('NOT_FOUND', { subject: 'The conversation' })

const toConversation = (row: Row): Conversation => ({
  id: row.id,
  productionId: row.production_id,
  title: row.title,
  titledBy: row.titled_by,
  incognito: row.incognito === 1,
  messages: row.messages,
  state: row.answering === 1 ? 'answering' : row.waiting === 1 ? 'waiting' : 'idle',
  queued: row.queued,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  archivedAt: row.archived_at,
})
