import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { forget } from '../../src-main/memory/forget.ts'
import { listMemories } from '../../src-main/memory/listMemories.ts'
import { listProposals, propose } from '../../src-main/memory/proposals.ts'
import { recall } from '../../src-main/memory/recall.ts'
import { remember } from '../../src-main/memory/remember.ts'
import { markUsed } from '../../src-main/memory/uses.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { realEmbedder, testMemory } from './office.ts'

/** Whether any file of a folder holds the bytes of a word, in any case. */
const holds = (folder: string, word: string): boolean =>
  readdirSync(folder).filter(name => name.startsWith('castmatch.db')).some(name => readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes(word))

describe('what is forgotten', () => {
  const encoder = realEmbedder()

  it('is gone from every byte of the database: words, index, vectors, uses, proposals, and what was given to earlier answers', async () => {
    const folder = temporaryFolder()
    const db = openDatabase({ folder, now: () => new Date() })
    const { parts, conversation } = testMemory(encoder.embedder(), db)
    for (let index = 0; index < 40; index++) await remember({ ...parts, embedder: null }, { facts: { text: `The producer of film number ${index} wants ${index + 5} dancers of village ${index * 7}` } })
    const text = `The producer hides xylocanary under the "stairs" of the studio, ${'and xylocanary again '.repeat(15)}`.trim()
    const { memory } = await remember(parts, { facts: { text } })
    const tellsOf = JSON.stringify([{ role: 'user', blocks: [{ kind: 'toolResult', text: JSON.stringify({ memories: [text] }) }] }])
    const used = conversation({ memories: [{ id: memory.id, text: memory.text }, { id: 'other', text: 'Asha sings' }], wire: tellsOf })
    markUsed(db, [memory.id], used.conversationId, used.messageId, parts.now())
    db.prepare(`INSERT INTO chat_action (id, conversation_id, message_id, call_id, tool, input, shown, state, asked_by, asked_at) VALUES ('a', ?, ?, 'c', 'remember', ?, ?, 'done', 'claude', '2026')`)
      .run(used.conversationId, used.messageId, JSON.stringify({ text }), JSON.stringify({ title: `Remember: ${text}` }))
    db.prepare(`INSERT INTO claude_answer (question_sha256, model, answer, input_tokens, output_tokens, cache_write_tokens, cache_read_tokens, answered_at, used_at) VALUES ('h', 'm', ?, 1, 1, 0, 0, '2026', '2026')`).run(JSON.stringify({ memories: [text] }))
    db.pragma('wal_checkpoint(TRUNCATE)')
    expect(holds(folder, 'xylocanary')).toBe(true)

    expect(forget(db, [memory.id])).toBe(1)
    expect(holds(folder, 'xylocanary')).toBe(false)
    expect(holds(folder, 'xlknr')).toBe(false) // as it sounds, in the index
    expect(JSON.parse(String(db.prepare('SELECT memories FROM chat_message WHERE id = ?').pluck().get(used.messageId)))).toEqual([{ id: memory.id, text: '' }, { id: 'other', text: 'Asha sings' }])
    expect(db.prepare('SELECT count(*) FROM memory_use').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM memory_vec').pluck().get()).toBe(0)
    expect(await recall(parts, { text: 'what does the producer hide under the stairs?', productionId: null, limit: 5 })).toEqual([])
    expect(listMemories(db, { text: 'dancers village', limit: 50, offset: 0 }).total).toBe(40)
    db.exec(`INSERT INTO memory_fts(memory_fts) VALUES ('integrity-check')`)
    db.close()
    expect(holds(folder, 'xylocanary')).toBe(false)
  })

  it('takes the proposal of the same sentence with it', async () => {
    const { parts, conversation } = testMemory()
    const said = { ...conversation(), kind: 'semantic', text: 'The producer wants no smokers at all', productionId: null, words: 'remember, the producer wants no smokers at all' } as const
    expect(await propose(parts, said)).toBe(true)
    const { memory } = await remember(parts, { facts: { text: said.text } })
    expect(listProposals(parts.db)).toHaveLength(1)
    expect(forget(parts.db, [memory.id])).toBe(1)
    expect(listProposals(parts.db)).toEqual([])
    expect(forget(parts.db, [memory.id])).toBe(0)
  })

  it('leaves a memory that took its place', async () => {
    const { parts } = testMemory()
    const old = await remember(parts, { facts: { text: 'The studio in Malad has no lift' } })
    const newer = await remember(parts, { facts: { text: 'The studio in Malad has a new lift' }, replaces: old.memory.id })
    forget(parts.db, [newer.memory.id])
    expect(listMemories(parts.db, { text: '', state: 'closed', limit: 9, offset: 0 }).memories).toMatchObject([{ id: old.memory.id, closedBy: null }])
  })
})
