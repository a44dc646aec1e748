import { describe, expect, it } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { joinDatabase } from '../../src-main/database/openDatabase.ts'
import { saying } from '../support/claudeStandIn.ts'
import { complaintsAbout } from '../support/messagesApi.ts'
import { openWholeOffice, wordsOf } from './wholeOffice.ts'

/** Fills a conversation with questions and answers that looked people up; every twentieth answer was stopped before its tool had answered. */
function fill(folder: string, conversationId: ConversationId, count: number): void {
  const db = joinDatabase(folder)
  const insert = db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, blocks, wire, text, at) VALUES (?, ?, ?, ?, ?, 'done', ?, ?, ?, '2026-11-02T09:30:00.000Z')`)
  db.transaction(() => {
    for (let seq = 1; seq <= count; seq++) {
      const text = seq % 2 === 1 ? `Question ${seq}: who could play the sister?` : `Answer ${seq}: Asha Rane, who plays 30 to 42.`
      const said = { kind: 'text', text }
      const call = { kind: 'toolCall', callId: `call_${seq}`, name: 'search_talent', input: { sentence: 'woman of forty' } }
      const result = { kind: 'toolResult', callId: `call_${seq}`, text: JSON.stringify(Array.from({ length: 12 }, (_, at) => ({ ref: `t${at + 1}`, line: 'Woman, plays 30 to 42, Mumbai' }))), isError: false }
      const wire = seq % 40 === 0 ? [{ role: 'assistant', blocks: [call] }] : [{ role: 'assistant', blocks: [call] }, { role: 'user', blocks: [result] }, { role: 'assistant', blocks: [said] }]
      insert.run(`${conversationId}-${seq}`, conversationId, seq, ...(seq % 2 === 1 ? ['user', 'user', JSON.stringify([said]), '[]'] : ['assistant', 'claude', JSON.stringify([said]), JSON.stringify(wire)]), text)
    }
  })()
  db.close()
}

interface WireMessage { readonly role: string; readonly content: readonly { readonly type: string; readonly id?: string; readonly tool_use_id?: string }[] }
const messagesIn = (body: unknown): readonly WireMessage[] => (body as { readonly messages: readonly WireMessage[] }).messages
const idsOf = (message: WireMessage | undefined, type: string): readonly (string | undefined)[] =>
  (message?.content ?? []).flatMap(block => (block.type === type ? [type === 'tool_use' ? block.id : block.tool_use_id] : []))

describe('a conversation of 5,000 messages', () => {
  it('still gets its answers, within a request of bounded size that the Messages API takes, every call with its result', async () => {
    const office = await openWholeOffice()
    const id = await office.begin()
    fill(office.folder, id, 5_000)
    office.standIn.replies(saying([{ text: 'Let me look.' }, { tool: 'search_talent', input: { sentence: 'woman of forty' } }]), saying([{ text: 'Asha Rane still.' }]))
    for (const text of ['Who of them is free?', 'And the next?', 'And then?']) {
      await office.ask(id, text)
      expect(await office.last(id)).toMatchObject({ state: 'done', by: 'claude', failure: null })
    }
    expect(wordsOf(await office.last(id))).toContain('Asha Rane still.')
    const asked = office.standIn.requests.filter(({ body }) => JSON.stringify(body).includes('Who of them is free?'))
    expect(asked.length).toBeGreaterThanOrEqual(2)
    for (const request of asked) {
      expect(complaintsAbout(request)).toEqual([])
      expect(JSON.stringify(request.body).length).toBeLessThan(150_000)
      const messages = messagesIn(request.body)
      messages.forEach((message, at) => expect(idsOf(messages[at + 1], 'tool_result')).toEqual(idsOf(message, 'tool_use')))
    }
  })

  it('says in what leaves this laptop that earlier words are left out', async () => {
    const office = await openWholeOffice()
    const id = await office.begin()
    fill(office.folder, id, 5_000)
    const shown = await office.client.chat.exactRequest({ conversationId: id, text: 'Who of them is free?' })
    expect(shown.parts.find(({ title }) => title === 'The conversation so far')?.why).toContain('What was said earlier than this is left out.')
    expect(shown.json).toContain('What was said earlier in this conversation is not sent')
    expect(shown.json).toContain('Answer 4998:')
    expect(shown.json).not.toContain('Answer 2000:')
  })
})
