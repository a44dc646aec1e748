import { expect, it } from 'vitest'
import { allMessages, exportConversation } from '../../src-main/chat/exportConversation.ts'
import { Message, type Conversation, type MessageBlock, type RecordCard } from '../../src-preload/contract/chat.ts'

const at = '2026-11-21T12:00:00.000Z'
const now = new Date(at)
const conversation = {
  id: 'c1', productionId: 'p1', title: 'Who: plays "RAMDIN"?', titledBy: 'user', incognito: false, messages: 2, state: 'idle', queued: 0, createdAt: at, updatedAt: at, archivedAt: null,
} as Conversation
const card = { ref: 't3', kind: 'talent', id: 't', productionId: null, scriptId: null, scene: null, title: 'Asha Rane', line: 'Woman' } as RecordCard
const action = {
  id: 'a1', conversationId: 'c1', messageId: 'm2', tool: 'put_on_list', title: 'Put Asha Rane on the short list', changes: [{ what: 'List', before: '', after: 'short list' }], warnings: [], records: [card],
  state: 'undone', failure: null, askedBy: 'claude', askedAt: at, decidedAt: at, canUndo: false,
}
const message = (seq: number, blocks: readonly unknown[], more: Record<string, unknown> = {}): Message =>
  Message.parse({
    id: `m${seq}`, conversationId: 'c1', seq, role: seq % 2 === 1 ? 'user' : 'assistant', by: seq % 2 === 1 ? 'user' : 'claude', state: 'done', blocks, cards: [card], failure: null, model: null, paise: null,
    memories: [], needsClaude: false, versions: 0, at, ...more,
  })
const block = (text: string): MessageBlock => ({ kind: 'text', text })
const messages = [
  message(1, [block('Who could play RAMDIN?')]),
  message(2, [
    { kind: 'thinking', text: 'secret thoughts' },
    block('I would put [Asha Rane](#t3) first.'),
    { kind: 'tool', callId: 'x', tool: 'put_on_list', title: 'Put on a list', state: 'done', detail: '1 person', cards: [card], draft: null, action },
  ], { memories: [{ id: 'mem', text: 'She likes newcomers' }], state: 'stopped' }),
]
const written = { conversation, production: 'Chai / Nine', messages }

it('writes a conversation to read: who said what, names for cards, actions with what came of them, memories, no thoughts', async () => {
  const file = exportConversation(written, 'markdown', now)
  expect(file.name).toBe('Chai Nine - Who plays RAMDIN - 21 Nov 2026.md')
  const text = await file.text()
  expect(text).toContain('# Who: plays "RAMDIN"?\n\nProduction: Chai / Nine · Begun 21 Nov 2026')
  expect(text).toContain('## You, 2026-11-21 12:00 UTC\n\nWho could play RAMDIN?')
  expect(text).toContain('## Claude, 2026-11-21 12:00 UTC, stopped\n\nI would put Asha Rane first.')
  expect(text).toContain('**Put Asha Rane on the short list** – done, then taken back, 21 Nov 2026\n\n- List: nothing → short list')
  expect(text).toContain('- She likes newcomers')
  expect(text).not.toContain('secret thoughts')
})

it('writes everything as JSON that the contract reads again', async () => {
  const parsed: unknown = JSON.parse(await exportConversation(written, 'json', now).text())
  expect(parsed).toMatchObject({ castmatch: 'conversation', version: 1, exportedAt: at, production: 'Chai / Nine', conversation: { id: 'c1' } })
  expect(Message.array().parse((parsed as { messages: unknown }).messages)).toEqual(messages)
})

it('gives a conversation without a title a name that every disk takes', () => {
  expect(exportConversation({ ...written, production: null, conversation: { ...conversation, title: '' } }, 'json', now).name).toBe('Conversation - 21 Nov 2026.json')
})

it('reads a long conversation in pages, each message once and in its order', () => {
  const long = Array.from({ length: 11 }, (_, index) => message(index + 1, []))
  const read = (before = 99) => {
    const rest = long.filter(({ seq }) => seq < before)
    return { messages: rest.slice(-4), earlier: Math.max(0, rest.length - 4) }
  }
  expect(allMessages(read).map(({ seq }) => seq)).toEqual(long.map(({ seq }) => seq))
})
