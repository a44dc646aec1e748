import { describe, expect, it } from 'vitest'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { calls, noteTools, says } from './prepared.ts'
import { openRoom, type Room } from './room.ts'

const begin = ({ chat }: Room): ConversationId => chat.begin({ productionId: null, incognito: false }).id
const ask = (room: Room, conversationId: ConversationId, text: string) => room.untilRest(conversationId, () => room.chat.send({ conversationId, text }, [], 'claude'))
const messagesOf = ({ chat }: Room, conversationId: ConversationId): readonly Message[] => chat.messages({ conversationId, limit: 500 }).messages
const wordsOf = (message: Message | undefined): string => (message?.blocks ?? []).flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('')

/** A disk that takes no change of an answer but its words: as where it is full in the moment in which the answer ends. */
const refuse = ({ db }: Room, when: string): void => void db.exec(`CREATE TEMP TRIGGER refusing BEFORE UPDATE ON chat_message WHEN ${when} BEGIN SELECT RAISE(ABORT, 'planted'); END`)
const allow = ({ db }: Room): void => void db.exec('DROP TRIGGER refusing')

describe('a fault in the midst of an answer', () => {
  it('while the result of a tool is written ends the answer as failed, with what came, and the next question is answered', async () => {
    const room = openRoom({ tools: noteTools(['Devnath is free in May.']), turns: [calls({ name: 'look_up' }), says('Free in May.')], report: () => undefined })
    const id = begin(room)
    refuse(room, `NEW.wire LIKE '%toolResult%' AND NEW.state = 'streaming'`)
    await ask(room, id, 'Who is free?')
    expect(messagesOf(room, id)[1]).toMatchObject({ state: 'failed', failure: { code: 'UNEXPECTED' }, blocks: [{ kind: 'thinking' }, { kind: 'text', text: 'I look. ' }, { kind: 'tool', state: 'failed' }] })
    allow(room)
    await ask(room, id, 'And now?')
    expect(messagesOf(room, id)[3]).toMatchObject({ state: 'done', blocks: [{ kind: 'text', text: 'Free in May.' }] })
  })

  it('while its end is written shows it as failed at once, keeps every word, and the next question ends it for good', async () => {
    const reported: unknown[] = []
    const room = openRoom({ turns: [says('Devnath ', 'is free ', 'in May.'), says('Still here.')], report: error => reported.push(error) })
    const id = begin(room)
    refuse(room, `NEW.state <> 'streaming' OR NEW.blocks <> OLD.blocks`)
    const events = await ask(room, id, 'Who is free?')
    const shown = events.flatMap(event => (event.kind === 'message' && event.message.role === 'assistant' ? [event.message] : [])).at(-1)
    expect(shown).toMatchObject({ state: 'failed', failure: { code: 'UNEXPECTED', sentence: expect.stringContaining('.') as string } })
    expect(wordsOf(shown)).toBe('Devnath is free in May.')
    expect(events.at(-1)).toMatchObject({ kind: 'phase', phase: { kind: 'idle' } })
    expect(reported).not.toEqual([])
    allow(room)
    const later = await ask(room, id, 'Are you there?')
    const [, first, , second] = messagesOf(room, id)
    expect(first).toMatchObject({ state: 'stopped' })
    expect(wordsOf(first)).toBe('Devnath is free in May.')
    expect(later.some(event => event.kind === 'message' && event.message.id === first?.id && event.message.state === 'stopped')).toBe(true)
    expect(second).toMatchObject({ state: 'done' })
    expect(room.requests).toHaveLength(2)
    expect(JSON.stringify(room.requests[1]?.messages)).toContain('Devnath is free in May.')
  })
})
