import type { Conversation } from '../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold } from '../spelling/folding.ts'

/** What may be sent: yes, no (for a production: it is under NDA), or that nobody said. */
export type Says = 'yes' | 'no' | 'unasked'

/** Tells which productions may be read for Claude: those with a yes, and no other. One that was put away may not. */
export function mayRead(db: Database): (productionId: ProductionId) => boolean {
  const find = db
    .prepare<[string], number>('SELECT c.allowed FROM claude_consent c JOIN production p ON p.id = c.production_id WHERE p.id = ? AND p.removed_at IS NULL')
    .pluck()
  return productionId => find.get(productionId) === 1
}

/** What was said about a conversation: for its production, or for the talent book where it has none. */
export function saidAbout(db: Database, settings: Settings, { productionId }: Pick<Conversation, 'productionId'>): Says {
  if (productionId === null) return settings.claudeOffice
  const allowed = db.prepare<[string], number>('SELECT allowed FROM claude_consent WHERE production_id = ?').pluck().get(productionId)
  return allowed === undefined ? 'unasked' : allowed === 1 ? 'yes' : 'no'
}

/**
 * Tells texts of a conversation that speak of a production without a yes: by a reference to one of its records, its title, or the
 * name of one of its roles. Such a text is not sent, whenever it was said.
 *
 * An earlier answer may have read a production that came under NDA since. The conversation's own production is not looked at, nor
 * are productions that the conversation never pointed at.
 */
export function closedTexts(db: Database, conversation: Pick<Conversation, 'id' | 'productionId'>): (text: string) => boolean {
  const refs = new Set(db.prepare<[string, string | null], string>(`${closed} SELECT ref FROM closed`).pluck().all(conversation.id, conversation.productionId))
  if (refs.size === 0) return () => false
  const names = db
    .prepare<[string, string | null], string>(`${closed}
      SELECT title FROM production WHERE id IN (SELECT production_id FROM closed) UNION SELECT name FROM role WHERE production_id IN (SELECT production_id FROM closed)`)
    .pluck()
    .all(conversation.id, conversation.productionId)
    .map(name => ` ${fold(name)} `)
    .filter(name => name.length > 4)
  return text => {
    if ([...text.matchAll(/(?:\]\(#|"ref":\s*")([a-z]\d{1,6})\b/g)].some(([, ref]) => refs.has(ref ?? ''))) return true
    const folded = ` ${fold(text)} `
    return names.some(name => folded.includes(name))
  }
}

const closed = `
  WITH pointed AS (
    SELECT c.ref, CASE c.kind
      WHEN 'production' THEN c.record_id
      WHEN 'role' THEN (SELECT production_id FROM role WHERE id = c.record_id)
      WHEN 'script' THEN (SELECT production_id FROM script WHERE id = c.record_id)
      WHEN 'session' THEN (SELECT production_id FROM audition_session WHERE id = c.record_id)
      WHEN 'slot' THEN (SELECT a.production_id FROM audition_slot s JOIN audition_session a ON a.id = s.session_id WHERE s.id = c.record_id)
      WHEN 'memory' THEN (SELECT production_id FROM memory WHERE id = c.record_id)
      WHEN 'scene' THEN (SELECT production_id FROM script WHERE id = substr(c.record_id, 1, instr(c.record_id, '/') - 1))
    END AS production_id
    FROM chat_ref c WHERE c.conversation_id = ? AND c.kind <> 'talent'
  ), closed AS (
    SELECT ref, production_id FROM pointed WHERE production_id IS NOT NULL AND production_id IS NOT ?
      AND NOT EXISTS (SELECT 1 FROM claude_consent k WHERE k.production_id = pointed.production_id AND k.allowed = 1)
  )`
