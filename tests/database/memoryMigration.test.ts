import { describe, expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { listMemories } from '../../src-main/memory/listMemories.ts'
import { remember } from '../../src-main/memory/remember.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

describe('the tables of memory', () => {
  it('come to a file of the version before, whose people and conversations stay as they are', async () => {
    const folder = temporaryFolder()
    const now = () => new Date('2026-03-01T10:00:00Z')
    const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 11) })
    before.exec(`INSERT INTO talent (id, name, name_key, source, text_hash, created_at, updated_at) VALUES ('t', 'Asha Rane', 'asha rane', 'by hand', '', '2026', '2026');
      INSERT INTO chat_conversation (id, title, created_at, updated_at) VALUES ('c', 'The leads', '2026', '2026');
      INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, text, at) VALUES ('q', 'c', 1, 'user', 'user', 'done', 'Who rides?', '2026')`)
    before.close()
    const db = openDatabase({ folder, now })
    expect(db.prepare('SELECT text FROM chat_message').pluck().all()).toEqual(['Who rides?'])
    await remember({ db, embedder: null, now }, { facts: { text: 'Asha Rane rides bareback', people: ['t' as TalentId] } })
    expect(listMemories(db, { text: 'asha', limit: 10, offset: 0 }).total).toBe(1)
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()
  })
})
