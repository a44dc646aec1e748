import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { fold } from '../../src-main/spelling/folding.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-02T12:00:00Z')

it('brings the chat to a file that was written before it, and leaves what stood there', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 10) })
  before.prepare(`INSERT INTO production (id, title, kind, brief, created_at, opened_at) VALUES ('p', 'The Last Tonga', 'film', '', ?, ?)`).run(now().toISOString(), now().toISOString())
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 10) })
  expect(db.prepare('SELECT title FROM production').pluck().all()).toEqual(['The Last Tonga'])
  db.exec(`
    INSERT INTO chat_conversation (id, production_id, created_at, updated_at) VALUES ('c', 'p', '2026', '2026');
    INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, at) VALUES ('m', 'c', 1, 'assistant', 'claude', 'streaming', '2026');
    INSERT INTO chat_piece (message_id, block, kind, text) VALUES ('m', 0, 'text', 'Dev');
    DELETE FROM chat_conversation;
  `)
  expect(db.prepare('SELECT (SELECT count(*) FROM chat_message) + (SELECT count(*) FROM chat_piece)').pluck().get()).toBe(0)
  expect(() => db.exec(`INSERT INTO chat_conversation (id, production_id, created_at, updated_at) VALUES ('d', 'no such', '2026', '2026')`)).toThrow(/FOREIGN KEY/)
  db.close()
})

it('learns the names of the people who were in the book before it, as the writer of the book would', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 10) })
  const names: readonly (readonly [string, string, readonly string[]])[] = [
    ['Asha Rane', '', []], ["D'Souza, Ria-Mae", 'Ria D’Souza (Sr.)', ['Riya Dsouza']], ['विजय  लक्ष्मी', 'Vijayalakshmi', ['Vijaylaxmi', '']],
  ]
  const addWord = before.prepare(`INSERT OR IGNORE INTO talent_word (talent_row, kind, word) SELECT row, 'name', @word FROM talent WHERE id = @id AND @word <> ''`)
  for (const [name, legalName, spellings] of names) {
    const id = writeTalentOfBefore(before, name)
    before.prepare('UPDATE talent SET legal_name = ?, spellings = ? WHERE id = ?').run(legalName, JSON.stringify(spellings), id)
    for (const word of [name, legalName, ...spellings].map(fold)) addWord.run({ id, word })
  }
  const words = 'SELECT t.name, w.word FROM talent_word w JOIN talent t ON t.row = w.talent_row WHERE w.kind = ? ORDER BY t.row, w.word'
  const written = before.prepare(words).all('name')
  expect(written.length).toBeGreaterThanOrEqual(6)
  before.prepare(`DELETE FROM talent_word WHERE kind = 'name'`).run()
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 10) })
  expect(db.prepare(words).all('name')).toEqual(written)
  db.close()
})
