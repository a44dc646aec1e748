import type { WorkingMemory } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'

/** How much a conversation holds for the time being, and for how long. */
export const workingBounds = { lines: 20, days: 7, characters: 300 } as const

/**
 * Notes a line of what a conversation is about.
 *
 * A line that is there already becomes the newest; the oldest beyond {@link workingBounds} go, and so do those whose time is over.
 */
export function noteWorking(db: Database, conversationId: ConversationId, text: string, now: Date): void {
  const line = text.replaceAll(/\s+/gu, ' ').trim().slice(0, workingBounds.characters)
  if (line === '') return
  const until = new Date(now.getTime() + workingBounds.days * 86_400_000)
  inTransaction(db, () => {
    db.prepare('DELETE FROM chat_working WHERE conversation_id = ? AND (text = ? OR until <= ?)').run(conversationId, line, now.toISOString())
    db.prepare('INSERT INTO chat_working (conversation_id, text, at, until) VALUES (?, ?, ?, ?)').run(conversationId, line, now.toISOString(), until.toISOString())
    db.prepare('DELETE FROM chat_working WHERE conversation_id = @id AND row NOT IN (SELECT row FROM chat_working WHERE conversation_id = @id ORDER BY row DESC LIMIT @lines)').run({
      id: conversationId, lines: workingBounds.lines,
    })
  })
}

/** What a conversation holds for the time being, oldest first. */
export const readWorking = (db: Database, conversationId: ConversationId, now: Date): WorkingMemory[] =>
  db.prepare<[string, string], WorkingMemory>('SELECT text, at, until FROM chat_working WHERE conversation_id = ? AND until > ? ORDER BY row').all(conversationId, now.toISOString())
