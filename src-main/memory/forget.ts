import type { MemoryId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'

/** What stands in an earlier request where a forgotten memory stood. */
const blank = '(forgotten)'

/**
 * Forgets memories for good and gives how many there were: their rows, words, vectors, uses and proposals, and their text where it was
 * given to Claude in an earlier answer or written into an action or a kept answer of Claude's.
 *
 * SQLite overwrites what is deleted with zeros (`secure_delete`, https://sqlite.org/pragma.html#pragma_secure_delete; in the full-text
 * index by its own option of that name), and the log of latest changes is written into the file and emptied at once; where another
 * connection reads just then, that happens with the next change. What still holds the words: what was said in the conversation itself,
 * and backups that were made before.
 */
export function forget(db: Database, ids: readonly MemoryId[]): number {
  const before = db.pragma('secure_delete', { simple: true })
  db.pragma('secure_delete = ON')
  try {
    const forgotten = inTransaction(db, () => ids.reduce((count, id) => count + forgetOne(db, id), 0))
    if (forgotten > 0) db.pragma('wal_checkpoint(TRUNCATE)')
    return forgotten
  } finally {
    db.pragma(`secure_delete = ${String(before)}`)
  }
}

function forgetOne(db: Database, id: MemoryId): number {
  const found = db.prepare<[string], { row: number; text: string; words: string }>('SELECT row, text, source_words AS words FROM memory WHERE id = ?').get(id)
  if (!found) return 0
  const { row, text } = found
  blankMessages(db, row, id, text)
  db.prepare('DELETE FROM chat_working WHERE instr(text, ?) > 0').run(text)
  blankActions(db, text)
  db.prepare('DELETE FROM claude_answer WHERE instr(answer, ?) > 0').run(escaped(text))
  db.prepare('DELETE FROM memory_proposal WHERE text = ? OR (message_id = (SELECT source_message FROM memory WHERE row = ?) AND source_words = ?)').run(text, row, found.words)
  db.prepare('DELETE FROM memory_fts WHERE rowid = ?').run(row)
  db.prepare('DELETE FROM memory_vec WHERE memory_row = ?').run(row)
  return db.prepare('DELETE FROM memory WHERE row = ?').run(row).changes
}

/** Takes the text out of what earlier answers were given and of the calls in them, where it was used and where it was said; her own words stay. */
function blankMessages(db: Database, row: number, id: MemoryId, text: string): void {
  const used = db
    .prepare<[number, number, string, string, string], { id: string; memories: string; wire: string; blocks: string }>(`SELECT id, memories, wire, blocks FROM chat_message
      WHERE role = 'assistant' AND conversation_id IN (SELECT conversation_id FROM memory_use WHERE memory_row = ? UNION SELECT source_conversation FROM memory WHERE row = ?)
        AND (instr(memories, ?) > 0 OR instr(wire, ?) > 0 OR instr(blocks, ?) > 0)`)
    .all(row, row, id, escaped(text), escaped(text))
  const write = db.prepare('UPDATE chat_message SET memories = ?, wire = ?, blocks = ? WHERE id = ?')
  for (const message of used) {
    const given = (JSON.parse(message.memories) as readonly { id: string; text: string }[]).map(memory => (memory.id === id ? { ...memory, text: '' } : memory))
    const blocks = (JSON.parse(message.blocks) as readonly { kind: string }[]).map(block => (block.kind === 'tool' ? (JSON.parse(withoutText(JSON.stringify(block), text)) as typeof block) : block))
    write.run(JSON.stringify(given), withoutText(message.wire, text), JSON.stringify(blocks), message.id)
  }
}

/** The tools of the chat that handle memories keep their input, so that they can be undone. */
function blankActions(db: Database, text: string): void {
  const actions = db
    .prepare<[], { id: string; input: string; shown: string; receipt: string | null }>(`SELECT id, input, shown, receipt FROM chat_action WHERE tool IN ('remember', 'recall', 'forget')`)
    .all()
    .filter(({ input, shown, receipt }) => [input, shown, receipt ?? ''].some(json => withoutText(json, text) !== json))
  const write = db.prepare('UPDATE chat_action SET input = ?, shown = ?, receipt = ? WHERE id = ?')
  for (const { id, input, shown, receipt } of actions) write.run(withoutText(input, text), withoutText(shown, text), receipt === null ? null : withoutText(receipt, text), id)
}

/** JSON without a text, also where it stands in JSON inside JSON. */
const withoutText = (json: string, text: string): string => json.replaceAll(escaped(escaped(text)), blank).replaceAll(escaped(text), blank)

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)
