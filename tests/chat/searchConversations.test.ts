import { onTestFinished, describe, expect, it } from 'vitest'
import { openMessageIndex, dueMessages } from '../../src-main/chat/messageIndex.ts'
import { searchConversations } from '../../src-main/chat/searchConversations.ts'
import { beginConversation, deleteIncognito, removeConversation, restoreConversation, titleConversation } from '../../src-main/chat/conversations.ts'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { wordEmbedder } from '../matching/book.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testDatabase } from '../support/testDatabase.ts'

const now = new Date('2026-11-21T12:00:00Z')
const begin = (db: Database, incognito = false): ConversationId => beginConversation(db, { productionId: null, incognito }, now).id

let count = 0
function say(db: Database, conversationId: ConversationId, text: string, state: 'done' | 'streaming' = 'done'): string {
  const id = `message ${++count}`
  db.prepare(
    `INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, text, at)
     VALUES (?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM chat_message WHERE conversation_id = ?), 'user', 'user', ?, ?, ?)`,
  ).run(id, conversationId, conversationId, state, text, now.toISOString())
  return id
}

const byWords = async (db: Database, text: string) => searchConversations({ db, embedder: null, index: null }, { text, limit: 30 })
const idsOf = async (db: Database, text: string): Promise<readonly string[]> => (await byWords(db, text)).map(({ conversation }) => conversation.id)

describe('the search through conversations', () => {
  it('finds the message that holds all words, in any ending, and marks them', async () => {
    const db = testDatabase()
    const [one, other] = [begin(db), begin(db)]
    const message = say(db, one, 'The wrestlers of Varanasi were asked about their audition on Monday')
    say(db, other, 'A wrestler from Rohtak')
    const found = await byWords(db, 'wrestler auditions')
    expect(found.map(({ conversation, messageId }) => [conversation.id, messageId])).toEqual([[one, message]])
    expect(found[0]?.marks.map(({ from, to }) => found[0]?.excerpt.slice(from, to))).toEqual(['wrestlers', 'audition'])
  })

  it('shows each conversation once, by its best message', async () => {
    const db = testDatabase()
    const id = begin(db)
    say(db, id, `Nandini, among ${'many other words '.repeat(20)}`)
    const best = say(db, id, 'Nandini Nandini')
    expect((await byWords(db, 'nandini')).map(({ messageId }) => messageId)).toEqual([best])
  })

  it('finds Devanagari by its words', async () => {
    const db = testDatabase()
    const id = begin(db)
    say(db, id, 'नंदिनी के कितने सीन हैं')
    expect(await idsOf(db, 'नंदिनी')).toEqual([id])
    expect(await idsOf(db, 'नंद')).toEqual([id])
    expect(await idsOf(db, 'दिनी')).toEqual([])
  })

  it('finds a conversation by its title alone, and no longer by an earlier one', async () => {
    const db = testDatabase()
    const id = begin(db)
    titleConversation(db, id, 'Grandmothers of Ballia', 'user')
    expect((await byWords(db, 'ballia'))[0]).toMatchObject({ messageId: null, excerpt: 'Grandmothers of Ballia', marks: [{ from: 16, to: 22 }] })
    titleConversation(db, id, 'Station masters', 'user')
    expect(await idsOf(db, 'ballia')).toEqual([])
  })

  it('never finds removed conversations, put-aside versions, or what is still coming', async () => {
    const db = testDatabase()
    const id = begin(db)
    const aside = say(db, id, 'lanterns at the ghat')
    say(db, id, 'lighthouse', 'streaming')
    expect(await idsOf(db, 'lighthouse')).toEqual([])
    removeConversation(db, id, now)
    expect(await idsOf(db, 'lanterns')).toEqual([])
    restoreConversation(db, id)
    expect(await idsOf(db, 'lanterns')).toEqual([id])
    db.prepare('UPDATE chat_message SET put_aside_at = ? WHERE id = ?').run(now.toISOString(), aside)
    expect(await idsOf(db, 'lanterns')).toEqual([])
  })

  it('keeps nothing of an incognito conversation in its index, nor after it is closed', async () => {
    const db = testDatabase()
    const id = begin(db, true)
    say(db, id, 'a secret about quicksilver')
    expect(await idsOf(db, 'quicksilver')).toEqual([])
    expect(dueMessages(db)).toBe(0)
    deleteIncognito(db, id)
    expect(db.prepare("SELECT count(*) FROM chat_fts WHERE chat_fts MATCH 'quicksilver'").pluck().get()).toBe(0)
  })

  it('finds only conversations of the production asked for, or of none', async () => {
    const db = testDatabase()
    const production = createProduction(db, { title: 'Chai', kind: 'film', brief: '' }, now).id
    const [ofIt, ofNone] = [beginConversation(db, { productionId: production, incognito: false }, now).id, begin(db)]
    for (const id of [ofIt, ofNone]) say(db, id, 'a kettle')
    const search = async (productionId: typeof production | null) => (await searchConversations({ db, embedder: null, index: null }, { text: 'kettle', productionId, limit: 30 })).map(({ conversation }) => conversation.id)
    expect(await search(production)).toEqual([ofIt])
    expect(await search(null)).toEqual([ofNone])
  })

  it('finds by meaning what the words alone do not, takes up what an earlier run left, and forgets what was deleted', async () => {
    const db = testDatabase()
    const id = begin(db)
    const message = say(db, id, 'brave widow of the old lighthouse')
    const index = openMessageIndex({ db, embedder: wordEmbedder, onError: error => { throw error } })
    onTestFinished(() => index.close())
    await index.wake()
    expect(dueMessages(db)).toBe(0)
    await index.close()
    const again = openMessageIndex({ db, embedder: wordEmbedder, onError: error => { throw error } })
    onTestFinished(() => again.close())
    const [vector] = await wordEmbedder.embed(['brave widow lighthouse keeper'])
    expect(vector && (await again.near(vector, 5))).toHaveLength(1)
    const search = () => searchConversations({ db, embedder: wordEmbedder, index: again }, { text: 'brave widow lighthouse keeper', limit: 5 })
    expect((await search()).map(({ messageId }) => messageId)).toEqual([message])
    db.prepare('DELETE FROM chat_message WHERE id = ?').run(message)
    expect(vector && (await again.near(vector, 5))).toEqual([])
    expect(await search()).toEqual([])
  })

  it('knows an answer that is said otherwise by its new words', async () => {
    const db = testDatabase()
    const id = begin(db)
    const message = say(db, id, '', 'streaming')
    db.prepare("UPDATE chat_message SET text = 'umbrella', state = 'done' WHERE id = ?").run(message)
    expect(await idsOf(db, 'umbrella')).toEqual([id])
    db.prepare("UPDATE chat_message SET text = 'parasol' WHERE id = ?").run(message)
    expect(await idsOf(db, 'umbrella')).toEqual([])
    expect(await idsOf(db, 'parasol')).toEqual([id])
  })

  it('is not broken by what people type', async () => {
    const db = testDatabase()
    say(db, begin(db), 'quote " and star *')
    for (const text of ['"', '*', 'NEAR(a', 'title:x', '(', 'AND OR NOT', '🎬', "'"]) expect(Array.isArray(await byWords(db, text))).toBe(true)
  })

  it('finds what was said before the search was there', async () => {
    const folder = temporaryFolder()
    const before = openDatabase({ folder, now: () => now, list: migrations.filter(({ version }) => version < 13) })
    const id = begin(before)
    say(before, id, 'the monsoon was late')
    before.prepare("UPDATE chat_conversation SET title = 'Weather' WHERE id = ?").run(id)
    before.close()
    const db = openDatabase({ folder, now: () => now, list: migrations.filter(({ version }) => version <= 13) })
    onTestFinished(() => void db.close())
    expect(await idsOf(db, 'monsoon')).toEqual([id])
    expect(await idsOf(db, 'weather')).toEqual([id])
    expect(dueMessages(db)).toBe(1)
  })
})
