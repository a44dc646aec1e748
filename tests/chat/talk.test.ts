import { describe, expect, it } from 'vitest'
import type { ChatEvent, Message } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { emptyTalk, messageOf, withEarlier, withEvents, withLater, withNewest, withPage, type Talk } from '../../src-renderer/chat/talk.ts'

const id = (name: string) => name as MessageId
const message = (seq: number, change: Partial<Message> = {}): Message => ({
  id: id(`m${seq}`), conversationId: 'c' as ConversationId, seq, role: seq % 2 ? 'user' : 'assistant', by: seq % 2 ? 'user' : 'claude', state: 'done',
  blocks: [{ kind: 'text', text: `words ${seq}` }], cards: [], failure: null, model: null, paise: null, memories: [], needsClaude: false, versions: 0, at: '2026-11-21T10:00:00.000Z', ...change,
})
const delta = (seq: number, from: number, text: string, block = 0, says: 'text' | 'thinking' = 'text'): ChatEvent => ({ kind: 'delta', messageId: id(`m${seq}`), block, says, from, text })
const streaming = (text = '') => message(4, { state: 'streaming', blocks: text === '' ? [] : [{ kind: 'text', text }] })
const page = (...messages: readonly Message[]) => ({ messages, earlier: 0, later: 0 })
const textOf = (talk: Talk, name: string) => messageOf(talk, id(name))?.blocks.map(block => (block.kind === 'tool' ? block.title : block.text)).join('|')

describe('a conversation on the page', () => {
  it('adds the words of an answer where they belong and leaves every other message the same object', () => {
    const before = withPage(emptyTalk, page(message(1), message(2), message(3), streaming()))
    const after = withEvents(before, [delta(4, 0, 'Asha '), delta(4, 5, 'Rane')])
    expect(textOf(after, 'm4')).toBe('Asha Rane')
    for (const name of ['m1', 'm2', 'm3']) expect(messageOf(after, id(name))).toBe(messageOf(before, id(name)))
    expect(after.order).toBe(before.order)
    expect(after.settled).toBe(before.settled)
  })

  it('does not say twice what it has already', () => {
    const before = withPage(emptyTalk, page(streaming('Asha Rane')))
    expect(textOf(withEvents(before, [delta(4, 0, 'Asha ')]), 'm4')).toBe('Asha Rane')
    expect(textOf(withEvents(before, [delta(4, 5, 'Rane plays')]), 'm4')).toBe('Asha Rane plays')
    expect(withEvents(before, [delta(4, 5, 'Rane')])).toBe(before)
  })

  it('knows when it missed something', () => {
    const before = withPage(emptyTalk, page(streaming('Asha')))
    expect(withEvents(before, [delta(4, 9, 'plays')]).torn).toBe(true)
    expect(withEvents(before, [delta(6, 0, 'An answer nobody told of')]).torn).toBe(true)
    expect(withEvents(before, [delta(4, 4, ' Rane')]).torn).toBe(false)
  })

  it('keeps thinking thinking, and begins a new block after a tool', () => {
    const tool: Message['blocks'][number] = { kind: 'tool', callId: 'c1', tool: 'search_talent', title: 'Searched', state: 'done', detail: '', cards: [], draft: null, action: null }
    const before = withPage(emptyTalk, page(message(4, { state: 'streaming', blocks: [{ kind: 'thinking', text: 'Let me' }, tool] })))
    const after = withEvents(before, [delta(4, 6, ' see', 0, 'thinking'), delta(4, 0, 'Found', 2)])
    expect(messageOf(after, id('m4'))?.blocks.map(({ kind }) => kind)).toEqual(['thinking', 'tool', 'text'])
    expect(textOf(after, 'm4')).toBe('Let me see|Searched|Found')
    expect(withEvents(before, [delta(4, 0, 'into a tool', 1)]).torn).toBe(true)
  })

  it('takes the first words of a thought for a thought', () => {
    const after = withEvents(withPage(emptyTalk, page(streaming())), [delta(4, 0, 'Let me see', 0, 'thinking'), delta(4, 0, 'Asha', 1)])
    expect(messageOf(after, id('m4'))?.blocks.map(({ kind }) => kind)).toEqual(['thinking', 'text'])
  })

  it('settles an answer that ended, and takes away what a retry put aside', () => {
    const before = withPage(emptyTalk, page(message(3), streaming('Asha')))
    const ended = withEvents(before, [{ kind: 'message', message: message(4) }])
    expect(ended.live.size).toBe(0)
    expect(ended.settled.get(id('m4'))?.state).toBe('done')
    const retried = withEvents(ended, [{ kind: 'gone', messageIds: [id('m4')] }, { kind: 'message', message: message(6, { state: 'streaming' }) }])
    expect(retried.order).toEqual(['m3', 'm6'])
    expect(retried.settled.has(id('m4'))).toBe(false)
  })

  it('puts earlier pages in front and later ones behind, by their place and without doubles', () => {
    const middle = withPage(emptyTalk, { messages: [message(11), message(12)], earlier: 10, later: 2 })
    const earlier = withEarlier(middle, { messages: [message(9), message(10)], earlier: 8, later: 4 })
    const all = withLater(earlier, { messages: [message(12), message(13), message(14)], earlier: 11, later: 0 })
    expect(all.order).toEqual(['m9', 'm10', 'm11', 'm12', 'm13', 'm14'])
    expect([all.earlier, all.later]).toEqual([8, 0])
  })

  it('leaves no hole: a message after what is read in waits until the newest are read', () => {
    const middle = withPage(emptyTalk, { messages: [message(11)], earlier: 10, later: 2 })
    const after = withEvents(middle, [{ kind: 'message', message: message(14) }, delta(14, 0, 'unseen')])
    expect(after.order).toEqual(['m11'])
    expect(after.later).toBe(3)
    expect(after.torn).toBe(false)
    expect(withEvents(middle, [{ kind: 'message', message: message(3) }]).order).toEqual(['m11'])
  })

  it('keeps what she scrolled up to when the line was lost, and takes in what came and went meanwhile', () => {
    const before = withEarlier(withPage(emptyTalk, { messages: [message(11), message(12), message(13)], earlier: 10, later: 0 }), { messages: [message(9), message(10)], earlier: 8, later: 3 })
    const after = withNewest(before, { messages: [message(11), message(12, { state: 'stopped' }), message(15), message(16)], earlier: 10, later: 0 })
    expect(after.order).toEqual(['m9', 'm10', 'm11', 'm12', 'm15', 'm16'])
    expect([after.earlier, after.later]).toEqual([8, 0])
    expect(messageOf(after, id('m12'))?.state).toBe('stopped')
    expect(messageOf(after, id('m13'))).toBeNull()
  })

  it('starts over where so much came meanwhile that a hole would lie between', () => {
    const before = withPage(emptyTalk, page(message(1), message(2)))
    const after = withNewest({ ...before, torn: true }, { messages: [message(200), message(201)], earlier: 199, later: 0 })
    expect(after.order).toEqual(['m200', 'm201'])
    expect([after.earlier, after.torn]).toEqual([199, false])
    expect(withNewest(before, page()).order).toEqual([])
  })
})
