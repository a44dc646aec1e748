import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import type { ChatTool } from '../../src-main/chat/tool.ts'
import { calls, noteTools, says, waitsAfter, type Turn } from './prepared.ts'
import { openRoom, type Room } from './room.ts'

const begin = ({ chat }: Room): ConversationId => chat.begin({ productionId: null, incognito: false }).id
const ask = (room: Room, conversationId: ConversationId, text: string) => room.untilRest(conversationId, () => room.chat.send({ conversationId, text }, [], 'claude'))
const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => (error instanceof CastMatchError ? error.code : String(error)))
const messagesOf = ({ chat }: Room, conversationId: ConversationId): readonly Message[] => chat.messages({ conversationId, limit: 500 }).messages
const lastOf = (room: Room, conversationId: ConversationId): Message => {
  const last = messagesOf(room, conversationId).at(-1)
  if (!last) throw new Error('nothing was said')
  return last
}
const textOf = ({ blocks }: Message): string => blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('|')
const streaming = ({ db }: Room): unknown => db.prepare(`SELECT count(*) FROM chat_message WHERE state = 'streaming'`).pluck().get()

/** A tool that looks until it is stopped; `begun` resolves once it does. */
function slowTool() {
  const begun = Promise.withResolvers<void>()
  const tool: ChatTool = {
    name: 'slow', description: 'Takes its time.', input: noteTools([])[0]?.input ?? (undefined as never), writes: false, title: () => 'Looked for long',
    run: (_input, { signal }) => {
      begun.resolve()
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('let go'))))
    },
  }
  return { tool, begun: begun.promise }
}

describe('an answer that is stopped from outside', () => {
  it('lets go of a tool at work, and goes on legally afterwards', async () => {
    const slow = slowTool()
    const room = openRoom({ turns: [calls({ name: 'slow' }, { name: 'look_up' }), says('Yes.')], tools: [...noteTools([]), slow.tool] })
    const id = begin(room)
    const rest = ask(room, id, 'Look.')
    await slow.begun
    await room.chat.stop(id)
    await rest
    expect(lastOf(room, id)).toMatchObject({ state: 'stopped', blocks: [{ kind: 'thinking' }, { kind: 'text' }, { kind: 'tool', state: 'failed' }] })
    await ask(room, id, 'And now?')
    expect(textOf(lastOf(room, id))).toBe('Yes.')
  })

  it('is kept where its conversation is removed meanwhile, and stands there when that comes back', async () => {
    const going = waitsAfter('Half ')
    const room = openRoom({ turns: [going.turn, says('Yes.')] })
    const id = begin(room)
    await room.chat.send({ conversationId: id, text: 'Tell.' }, [], 'claude')
    await going.said
    await room.chat.remove(id)
    expect(streaming(room)).toBe(0)
    expect(await codeOf(room.chat.send({ conversationId: id, text: 'More?' }, [], 'claude'))).toBe('NOT_FOUND')
    room.chat.restore(id)
    expect(lastOf(room, id)).toMatchObject({ state: 'stopped', blocks: [{ text: 'Half ' }] })
    await ask(room, id, 'More?')
    expect(textOf(lastOf(room, id))).toBe('Yes.')
  })

  it('leaves nothing behind where a conversation is removed in the same moment as it is asked in', async () => {
    const room = openRoom({ turns: [says('A'), says('B')] })
    const id = begin(room)
    const [removed, sent] = await Promise.all([codeOf(room.chat.remove(id)), codeOf(room.chat.send({ conversationId: id, text: 'Now?' }, [], 'claude'))])
    expect({ removed, sent }).toEqual({ removed: 'none', sent: 'NOT_FOUND' })
    expect(room.db.prepare('SELECT count(*) FROM chat_message').pluck().get()).toBe(0)
    const secret = room.chat.begin({ productionId: null, incognito: true }).id
    expect(await Promise.all([codeOf(room.chat.endIncognito(secret)), codeOf(room.chat.send({ conversationId: secret, text: 'Now?' }, [], 'claude'))])).toEqual(['none', 'NOT_FOUND'])
  })

  it('is kept where CastMatch closes meanwhile, with a tool at work or without', async () => {
    const slow = slowTool()
    const going = waitsAfter('Half ')
    const room = openRoom({ turns: [going.turn, calls({ name: 'slow' })], tools: [slow.tool] })
    const [a, b] = [begin(room), begin(room)]
    await room.chat.send({ conversationId: a, text: 'A?' }, [], 'claude')
    await going.said
    await room.chat.send({ conversationId: b, text: 'B?' }, [], 'claude')
    await slow.begun
    await room.chat.close()
    expect(streaming(room)).toBe(0)
    expect([lastOf(room, a).state, lastOf(room, b).state]).toEqual(['stopped', 'stopped'])
  })

  it('is not edited, answered anew or asked again while it comes', async () => {
    const going = waitsAfter('Half ')
    const room = openRoom({ turns: [going.turn] })
    const id = begin(room)
    const { question, answer } = await room.chat.send({ conversationId: id, text: 'Tell.' }, [], 'claude')
    await going.said
    expect(await codeOf(room.chat.edit(question.id, { text: 'Tell me.' }, []))).toBe('CHAT_BUSY')
    expect(await codeOf(room.chat.retry(answer?.id ?? question.id, []))).toBe('CHAT_BUSY')
    await room.untilRest(id, async () => going.end())
    expect(messagesOf(room, id).map(textOf)).toEqual(['Tell.', 'Half '])
  })
})

describe('an answer that failed with a question queued behind it', () => {
  it('is tried again in its place: the queued question stays behind it, with its words', async () => {
    const room = openRoom({ turns: [async () => { throw new CastMatchError('CLAUDE_REFUSED', { subject: 'your question' }) }, says('Whole.')] })
    const id = begin(room)
    await ask(room, id, 'Tell.')
    const failed = lastOf(room, id)
    expect(failed.state).toBe('failed')
    const queued = await room.chat.send({ conversationId: id, text: 'And then?' }, [], 'queue')
    const events = await room.untilRest(id, () => room.chat.retry(failed.id, []))
    expect(messagesOf(room, id).map(textOf)).toEqual(['Tell.', 'Whole.', 'And then?'])
    expect(room.chat.get(id).queued).toBe(1)
    expect(events.flatMap(event => (event.kind === 'message' && event.message.id === queued.question.id ? [event.message.state] : []))).toEqual(['queued'])
  })
})

describe('an answer after an end of CastMatch', () => {
  it('is answered anew on request, with what came kept as a version', async () => {
    const going = waitsAfter('Half ')
    const room = openRoom({ turns: [going.turn], report: () => undefined }) // its end is not told to it: it was killed
    const id = begin(room)
    await room.chat.send({ conversationId: id, text: 'Tell.' }, [], 'claude')
    await going.said
    const again = openRoom({ db: room.db, turns: [says('Whole.')] })
    await again.untilRest(id, () => again.chat.retry(lastOf(again, id).id, []))
    expect(messagesOf(again, id).map(textOf)).toEqual(['Tell.', 'Whole.'])
    expect(again.chat.versions(lastOf(again, id).id).map(textOf)).toEqual(['Half '])
    going.end()
  })
})

describe('many at once', () => {
  it('shows two windows the same, and answers thirty conversations side by side', async () => {
    const room = openRoom({ turns: Array.from({ length: 30 }, (_, index): Turn => async hear => {
      for (const text of ['One ', 'two ', `${index}`]) {
        hear({ kind: 'text', text })
        await setTimeout(1)
      }
      return { blocks: [{ kind: 'text', text: `One two ${index}` }], stopReason: 'end' }
    }) })
    const ids = Array.from({ length: 30 }, () => begin(room))
    const windows = await Promise.all(ids.map(async id => Promise.all([room.untilRest(id, () => room.chat.send({ conversationId: id, text: `Q ${id}` }, [], 'claude')), room.untilRest(id, async () => undefined)])))
    for (const [at, [one, other]] of windows.entries()) {
      const said = (events: typeof one): string => events.flatMap(event => (event.kind === 'delta' ? [event.text] : [])).join('')
      expect(said(other)).toBe(said(one))
      expect(said(one)).toBe(textOf(lastOf(room, ids[at] ?? ('' as ConversationId))))
    }
    expect({ streaming: streaming(room), followers: room.chat.followers() }).toEqual({ streaming: 0, followers: 0 })
  })

  it('keeps the queues of several conversations apart', async () => {
    const room = openRoom({ turns: [says('Answer to B.'), says('Answer to A.')] })
    const [a, b] = [begin(room), begin(room)]
    const queued = await Promise.all([a, b].map(id => room.chat.send({ conversationId: id, text: `Q of ${id}` }, [], 'queue')))
    await room.untilRest(b, () => room.chat.sendQueued(queued[1]?.question.id ?? ('' as never), []))
    expect([room.chat.get(a).queued, room.chat.get(b).queued]).toEqual([1, 0])
    await room.untilRest(a, () => room.chat.sendQueued(queued[0]?.question.id ?? ('' as never), []))
    expect([textOf(lastOf(room, a)), textOf(lastOf(room, b))]).toEqual(['Answer to A.', 'Answer to B.'])
  })
})

describe('an odd answer', () => {
  it('of 200,000 characters is kept whole', async () => {
    const words = 'Asha Rane plays Sita. '.repeat(9_100)
    const room = openRoom({ turns: [says(...(words.match(/[^]{1,40}/g) ?? [])), says('Yes.')] })
    const id = begin(room)
    const events = await ask(room, id, 'Tell all.')
    expect(textOf(lastOf(room, id))).toBe(words)
    expect(events.flatMap(event => (event.kind === 'delta' ? [event.text] : [])).join('')).toBe(words)
    await ask(room, id, 'And?')
    expect(textOf(lastOf(room, id))).toBe('Yes.')
  })

  it.each<[string, Turn]>([
    ['nothing', async () => ({ blocks: [], stopReason: 'end' })],
    ['only thinking', async hear => {
      hear({ kind: 'thinking', text: 'Hm.' })
      return { blocks: [{ kind: 'thinking', text: 'Hm.', signature: 's' }], stopReason: 'end' }
    }],
    ['only blanks', async hear => {
      hear({ kind: 'text', text: '  \n' })
      return { blocks: [{ kind: 'text', text: '  \n' }], stopReason: 'end' }
    }],
  ])('that is %s says so, and the conversation goes on', async (_what, turn) => {
    const room = openRoom({ turns: [turn, says('Yes.')] })
    const id = begin(room)
    await ask(room, id, 'Well?')
    expect(lastOf(room, id)).toMatchObject({ state: 'failed', failure: { code: 'CLAUDE_UNREADABLE', sentence: expect.stringContaining('no words') as string } })
    await ask(room, id, 'And now?')
    expect(textOf(lastOf(room, id))).toBe('Yes.')
  })

  it('with a tool that fails in a way nobody foresaw is told so, and the failure is in the log', async () => {
    const reported: unknown[] = []
    const broken: ChatTool = { name: 'broken', description: 'Breaks.', input: noteTools([])[0]?.input ?? (undefined as never), writes: false, title: () => 'Looked', run: () => { throw new TypeError('x is not a function') } }
    const room = openRoom({ turns: [calls({ name: 'broken' }), says('Pity.')], tools: [broken], report: error => reported.push(error) })
    const id = begin(room)
    await ask(room, id, 'Look.')
    expect(lastOf(room, id)).toMatchObject({ state: 'done', blocks: [{}, {}, { kind: 'tool', state: 'failed' }, { text: 'Pity.' }] })
    expect(JSON.stringify(room.requests[1]?.messages)).not.toContain('is not a function')
    expect(reported).toHaveLength(1)
  })

  it('that was cut off keeps what came and says what to do', async () => {
    const room = openRoom({ turns: [async hear => {
      hear({ kind: 'text', text: 'A long ' })
      return { blocks: [{ kind: 'text', text: 'A long ' }], stopReason: 'cutOff' }
    }, says('rest.')] })
    const id = begin(room)
    await ask(room, id, 'Tell.')
    expect(lastOf(room, id).failure?.sentence).toMatch(/cut off.*kept.*go on/i)
    await ask(room, id, 'Go on.')
    expect(JSON.stringify(room.requests[1]?.messages)).toContain('A long ')
  })
})
