import { describe, expect, it } from 'vitest'
import type { ChatEvent, Conversation, Message } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { calls, claudeOf, fails, noteTools, says, waitsAfter } from './prepared.ts'
import { openRoom, type Room } from './room.ts'

const begin = ({ chat }: Room, given: Partial<Pick<Conversation, 'productionId' | 'incognito'>> = {}): ConversationId =>
  chat.begin({ productionId: null, incognito: false, ...given }).id

const ask = (room: Room, conversationId: ConversationId, text: string): Promise<readonly ChatEvent[]> =>
  room.untilRest(conversationId, () => room.chat.send({ conversationId, text }, [], 'claude'))

const refusalOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => (error instanceof CastMatchError ? error.code : String(error)))

const messagesOf = ({ chat }: Room, conversationId: ConversationId): readonly Message[] => chat.messages({ conversationId, limit: 500 }).messages
const lastOf = (room: Room, conversationId: ConversationId): Message => {
  const last = messagesOf(room, conversationId).at(-1)
  if (!last) throw new Error('nothing was said')
  return last
}
const textOf = (message: Message | undefined): string => (message?.blocks ?? []).flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('|')
const actionOf = (message: Message) => {
  const action = message.blocks.flatMap(block => (block.kind === 'tool' && block.action ? [block.action] : []))[0]
  if (!action) throw new Error('no action was asked for')
  return action
}

describe('a question and its answer', () => {
  it('is kept, titled and answered, and every word that was shown is in the answer', async () => {
    const room = openRoom({ turns: [says('Devnath ', 'Rai ', 'could.')] })
    const id = begin(room)
    const events = await ask(room, id, 'Who could play Ramdin, the old tonga driver who hums in Bhojpuri?')
    const shown = events.flatMap(event => (event.kind === 'delta' ? [event.text] : [])).join('')
    expect(shown).toBe('Devnath Rai could.')
    expect(lastOf(room, id)).toMatchObject({ role: 'assistant', by: 'claude', state: 'done', model: 'prepared', paise: 9, blocks: [{ kind: 'text', text: shown }] })
    expect(room.chat.get(id)).toMatchObject({ title: 'Who could play Ramdin, the old tonga driver…', titledBy: 'castmatch', messages: 2, state: 'idle' })
    expect(room.db.prepare('SELECT count(*) FROM chat_piece').pluck().get()).toBe(0)
  })

  it('gives Claude what was said before', async () => {
    const room = openRoom({ turns: [says('One.'), says('Two.')] })
    const id = begin(room)
    await ask(room, id, 'First?')
    await ask(room, id, 'Second?')
    expect(room.requests[1]?.messages.map(({ blocks }) => blocks[0])).toMatchObject([{ text: 'First?' }, { text: 'One.' }, { text: 'Second?' }])
  })

  it('folds thinking apart from the words, and looks things up in between', async () => {
    const room = openRoom({ turns: [calls({ name: 'look_up' }, { name: 'fail' }, { name: 'no_such' }), says('Two notes.')], tools: noteTools(['a', 'b']) })
    const id = begin(room)
    const events = await ask(room, id, 'How many notes?')
    expect(lastOf(room, id).blocks).toMatchObject([
      { kind: 'thinking', text: 'Let me look.' },
      { kind: 'text', text: 'I look. ' },
      { kind: 'tool', tool: 'look_up', state: 'done', detail: '2 notes' },
      { kind: 'tool', tool: 'fail', state: 'failed', detail: expect.stringContaining('The note is not there') as string },
      { kind: 'tool', tool: 'no_such', state: 'failed' },
      { kind: 'text', text: 'Two notes.' },
    ])
    expect(events.flatMap(event => (event.kind === 'phase' ? [event.phase.kind] : []))).toEqual(expect.arrayContaining(['asking', 'thinking', 'writing', 'working', 'idle']))
    expect(room.chat.working(id).map(({ text }) => text)).toEqual(['Looked at the notes: 2 notes'])
    const sent = room.requests[1]?.messages.at(-1)?.blocks
    expect(sent).toMatchObject([{ kind: 'toolResult', text: '{"notes":["a","b"]}', isError: false }, { isError: true }, { isError: true }])
  })

  it('stops after twelve rounds of looking things up, and says so', async () => {
    const room = openRoom({ turns: Array.from({ length: 20 }, (_, index) => calls({ name: 'look_up', id: `c${index}` })), tools: noteTools([]) })
    const id = begin(room)
    await ask(room, id, 'Look.')
    expect(room.requests).toHaveLength(12)
    expect(textOf(lastOf(room, id))).toMatch(/12 times/)
  })

  it('counts a try that began and failed no more', async () => {
    const room = openRoom({
      turns: [async hear => {
        hear({ kind: 'text', text: 'Dev' })
        hear({ kind: 'restart' })
        hear({ kind: 'text', text: 'Asha.' })
        return { blocks: [{ kind: 'text', text: 'Asha.' }], stopReason: 'end' }
      }],
    })
    const id = begin(room)
    await ask(room, id, 'Who?')
    expect(textOf(lastOf(room, id))).toBe('Asha.')
  })

  it('answers one at a time in a conversation, and several conversations at once', async () => {
    const first = waitsAfter('One')
    const second = waitsAfter('Two')
    const room = openRoom({ turns: [first.turn, second.turn] })
    const a = begin(room)
    const b = begin(room)
    const sent = room.untilRest(a, () => room.chat.send({ conversationId: a, text: 'A?' }, [], 'claude'))
    await first.said
    expect(await refusalOf(room.chat.send({ conversationId: a, text: 'Again?' }, [], 'claude'))).toBe('CHAT_BUSY')
    const other = room.untilRest(b, () => room.chat.send({ conversationId: b, text: 'B?' }, [], 'claude'))
    await second.said
    first.end()
    second.end()
    await Promise.all([sent, other])
    expect([textOf(lastOf(room, a)), textOf(lastOf(room, b))]).toEqual(['One', 'Two'])
    expect(messagesOf(room, a)).toHaveLength(2)
  })
})

describe('an answer that does not end well', () => {
  it('is stopped at once, keeps what came, and is legal to go on from', async () => {
    const going = waitsAfter('Half an ')
    const room = openRoom({ turns: [going.turn, says('Yes.')] })
    const id = begin(room)
    const rest = ask(room, id, 'Tell me all.')
    await going.said
    await room.chat.stop(id)
    await rest
    expect(lastOf(room, id)).toMatchObject({ state: 'stopped', blocks: [{ kind: 'text', text: 'Half an ' }] })
    await ask(room, id, 'And now?')
    expect(textOf(lastOf(room, id))).toBe('Yes.')
  })

  it('keeps what came and says why it failed', async () => {
    const room = openRoom({ turns: [fails('CLAUDE_OVERLOADED', 'Dev'), says('Devnath.')] })
    const id = begin(room)
    await ask(room, id, 'Who?')
    const failed = lastOf(room, id)
    expect(failed).toMatchObject({ state: 'failed', by: 'claude', failure: { code: 'CLAUDE_OVERLOADED', sentence: expect.stringContaining('overloaded') as string } })
    expect(textOf(failed)).toBe('Dev')
    await room.untilRest(id, () => room.chat.retry(failed.id, []))
    expect(messagesOf(room, id).map(textOf)).toEqual(['Who?', 'Devnath.'])
    expect(lastOf(room, id).versions).toBe(1)
    expect(room.chat.versions(lastOf(room, id).id).map(textOf)).toEqual(['Dev'])
  })

  it('comes from the records where Claude cannot be reached before its first word', async () => {
    const room = openRoom({ turns: [fails('CLAUDE_OFFLINE')] })
    const id = begin(room)
    await ask(room, id, 'Who is free?')
    expect(lastOf(room, id)).toMatchObject({ by: 'records', state: 'done', needsClaude: true, failure: { code: 'CLAUDE_OFFLINE' } })
    expect(textOf(lastOf(room, id))).toBe('From the records: Who is free?')
  })

  it('does not show Claude later what the records said', async () => {
    const room = openRoom({ turns: [says('Yes.')] })
    const id = begin(room)
    await room.untilRest(id, () => room.chat.send({ conversationId: id, text: 'Who?' }, [], 'records'))
    expect(lastOf(room, id)).toMatchObject({ by: 'records', failure: null })
    await ask(room, id, 'And Claude?')
    expect(JSON.stringify(room.requests[0]?.messages)).not.toContain('From the records')
  })

  it('says that it was cut off, and keeps what came', async () => {
    const room = openRoom({ turns: [async hear => {
      hear({ kind: 'text', text: 'A long ' })
      return { blocks: [{ kind: 'text', text: 'A long ' }], stopReason: 'cutOff' }
    }] })
    const id = begin(room)
    await ask(room, id, 'Tell.')
    expect(lastOf(room, id)).toMatchObject({ state: 'failed', blocks: [{ text: 'A long ' }], failure: { sentence: expect.stringContaining('cut off') as string } })
  })

  it('is never begun where a yes is missing, and nothing is kept', async () => {
    const room = openRoom()
    const refusing = openRoom({ db: room.db, sending: {
      assemble: () => Promise.reject(new Error('never')), exactRequest: () => Promise.reject(new Error('never')),
      before: async () => ({ who: 'claude', why: '', asks: ['first'], tokens: 1, paise: 1, monthPaise: 0, budgetPaise: null }),
      assertAgreed: async (_matter, agreed) => { if (!agreed.includes('first')) throw new CastMatchError('CLAUDE_ASKS_FIRST') },
    } })
    const id = begin(refusing)
    expect(await refusalOf(refusing.chat.send({ conversationId: id, text: 'Who?' }, [], 'claude'))).toBe('CLAUDE_ASKS_FIRST')
    expect(messagesOf(refusing, id)).toEqual([])
    await refusing.chat.send({ conversationId: id, text: 'Who?' }, [], 'records')
  })

  it('is marked as stopped at the next start, with all that was shown', async () => {
    const going = waitsAfter('It was ', 'shown. ')
    const room = openRoom({ turns: [going.turn] })
    const id = begin(room)
    const following = room.chat.follow(id)
    const shown = Promise.withResolvers<void>()
    void (async () => {
      for await (const event of following) if (event.kind === 'delta' && event.from + event.text.length === 14) shown.resolve()
    })()
    await room.chat.send({ conversationId: id, text: 'Tell.' }, [], 'claude')
    await shown.promise
    const again = openRoom({ db: room.db, turns: [says('Go on.')] }) // as after a kill: the first office is not asked
    expect(lastOf(again, id)).toMatchObject({ state: 'stopped', blocks: [{ kind: 'text', text: 'It was shown. ' }] })
    await ask(again, id, 'And?')
    expect(again.requests).toHaveLength(1)
    going.end()
  })
})

describe('asking in other words', () => {
  it('keeps the question and what followed as a version, also when it is done twice', async () => {
    const room = openRoom({ turns: [says('A1'), says('A2'), says('B1'), says('C1')] })
    const id = begin(room)
    await ask(room, id, 'Q1')
    await ask(room, id, 'Q2')
    const question = messagesOf(room, id)[0]
    if (!question) throw new Error('no question')
    await room.untilRest(id, () => room.chat.edit(question.id, { text: 'Q1 in other words' }, []))
    expect(messagesOf(room, id).map(textOf)).toEqual(['Q1 in other words', 'B1'])
    const second = messagesOf(room, id)[0]
    await room.untilRest(id, () => room.chat.edit(second?.id ?? question.id, { text: 'Q1 once more' }, []))
    const third = messagesOf(room, id)[0]
    expect(third?.versions).toBe(2)
    expect(room.chat.versions(third?.id ?? question.id).map(textOf)).toEqual(['Q1 in other words', 'B1', 'Q1', 'A1', 'Q2', 'A2'])
    expect(room.requests.at(-1)?.messages).toHaveLength(1)
  })
})

describe('the queue', () => {
  it('keeps a question until she sends it, and then asks it as the newest', async () => {
    const room = openRoom({ turns: [says('First.'), says('Later.')] })
    const id = begin(room)
    const { question, answer } = await room.chat.send({ conversationId: id, text: 'When the net is back?' }, [], 'queue')
    expect({ state: question.state, answer, queued: room.chat.get(id).queued }).toEqual({ state: 'queued', answer: null, queued: 1 })
    await ask(room, id, 'Now?')
    await room.chat.edit(question.id, { text: 'When the net is back, in short?' }, [])
    await room.untilRest(id, () => room.chat.sendQueued(question.id, []))
    expect(messagesOf(room, id).map(textOf)).toEqual(['Now?', 'First.', 'When the net is back, in short?', 'Later.'])
    expect(room.chat.get(id).queued).toBe(0)
  })

  it('can be left again', async () => {
    const room = openRoom()
    const id = begin(room)
    const { question } = await room.chat.send({ conversationId: id, text: 'Later?' }, [], 'queue')
    room.chat.dropQueued(question.id)
    expect(messagesOf(room, id)).toEqual([])
    expect(await refusalOf(room.chat.sendQueued(question.id, []))).toBe('NOT_FOUND')
  })
})

describe('what Claude would change', () => {
  const wishes = calls({ name: 'write_note', input: { text: 'call Asha' }, id: 'w1' }, { name: 'look_up', id: 'l1' })

  async function waiting(given: Parameters<typeof openRoom>[0] = {}, notes: string[] = []) {
    const room = openRoom({ turns: [wishes, says('Noted.')], tools: noteTools(notes), ...given })
    const id = begin(room)
    await ask(room, id, 'Note it.')
    return { room, id, notes, action: actionOf(lastOf(room, id)) }
  }
  const decided = ({ room, id, action }: Awaited<ReturnType<typeof waiting>>, yes: boolean) => room.untilRest(id, () => room.chat.decide(action.id, yes))
  const resultsIn = (room: Room, at: number) => room.requests[at]?.messages.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'toolResult' ? [block.text] : [])))

  it('is shown and waits; nothing is done before the yes, then once, and the same answer goes on', async () => {
    const { room, id, notes, action } = await waiting()
    expect(action).toMatchObject({ title: 'Write "call Asha"', state: 'waiting', askedBy: 'claude', canUndo: false, changes: [{ after: 'call Asha' }] })
    expect({ notes, state: room.chat.get(id).state, answer: lastOf(room, id).state }).toEqual({ notes: [], state: 'waiting', answer: 'done' })
    await room.untilRest(id, async () => {
      const both = await Promise.all([room.chat.decide(action.id, true), room.chat.decide(action.id, true)])
      expect(both.map(({ state }) => state)).toEqual(['done', 'done'])
    })
    expect(notes).toEqual(['call Asha'])
    expect(lastOf(room, id).blocks.map(({ kind }) => kind)).toEqual(['thinking', 'text', 'tool', 'tool', 'text'])
    expect(messagesOf(room, id)).toHaveLength(2)
    expect(resultsIn(room, 1)).toEqual([expect.stringMatching(/said yes.*"written":"call Asha"/) as string, '{"notes":[]}'])
  })

  it('is not done after a no, and Claude is told so', async () => {
    const stage = await waiting()
    await decided(stage, false)
    expect(stage.notes).toEqual([])
    expect(actionOf(lastOf(stage.room, stage.id))).toMatchObject({ state: 'declined', decidedAt: expect.any(String) as string })
    expect(resultsIn(stage.room, 1)?.[0]).toMatch(/said no/)
    expect((await stage.room.chat.decide(stage.action.id, true)).state).toBe('declined')
    expect(stage.notes).toEqual([])
  })

  it('can be taken back once, and stands in the log', async () => {
    const stage = await waiting()
    await decided(stage, true)
    expect(stage.room.chat.actions({ limit: 10, offset: 0 }).actions).toMatchObject([{ title: 'Write "call Asha"', state: 'done', askedBy: 'claude', canUndo: true }])
    await Promise.all([stage.room.chat.undoAction(stage.action.id), stage.room.chat.undoAction(stage.action.id)])
    expect(stage.notes).toEqual([])
    expect((await stage.room.chat.undoAction(stage.action.id)).state).toBe('undone')
    expect(actionOf(lastOf(stage.room, stage.id)).canUndo).toBe(false)
  })

  it('says why it could not be done', async () => {
    const stage = await waiting({ turns: [calls({ name: 'write_note', input: { text: 'impossible' } }), says('Pity.')] })
    await decided(stage, true)
    expect(actionOf(lastOf(stage.room, stage.id))).toMatchObject({ state: 'failed', failure: { code: 'CONFLICT' }, canUndo: false })
    expect(textOf(lastOf(stage.room, stage.id))).toMatch(/Pity/)
  })

  it('waits over an end of CastMatch, and the answer goes on days later', async () => {
    const { room, id, notes, action } = await waiting()
    await room.chat.close()
    const later = openRoom({ db: room.db, turns: [says('At last.')], tools: noteTools(notes) })
    await later.untilRest(id, () => later.chat.decide(action.id, true))
    expect({ notes, text: textOf(lastOf(later, id)) }).toEqual({ notes: ['call Asha'], text: 'I look. |At last.' })
  })

  it('stays open while she asks something else, and Claude is told that it is not decided', async () => {
    const { room, id, notes, action } = await waiting()
    await ask(room, id, 'Something else?')
    expect(resultsIn(room, 1)?.[0]).toMatch(/Not decided yet/)
    expect(room.chat.get(id).state).toBe('waiting')
    expect((await room.chat.decide(action.id, true)).state).toBe('done')
    expect(notes).toEqual(['call Asha'])
    expect(messagesOf(room, id)).toHaveLength(4)
    expect(room.requests).toHaveLength(2)
  })

  it('is done without Claude too, and the answer stays as it was', async () => {
    const stage = await waiting({ turns: [wishes] })
    await decided(stage, true)
    expect(lastOf(stage.room, stage.id)).toMatchObject({ state: 'done', failure: null })
    expect(stage.notes).toEqual(['call Asha'])
  })

  it('says plainly where CastMatch ended while it was being done', async () => {
    const notes: string[] = []
    const never = new Promise<never>(() => undefined)
    const tools = noteTools(notes, { later: true }).map(tool => (tool.writes ? { ...tool, act: () => never } : tool))
    const { room, id, action } = await waiting({ tools }, notes)
    void room.chat.decide(action.id, true)
    const after = openRoom({ db: room.db, tools: noteTools(notes) })
    const found = actionOf(lastOf(after, id))
    expect(found).toMatchObject({ state: 'failed', failure: { sentence: expect.stringContaining('look at the record') as string } })
    expect((await after.chat.decide(action.id, true)).state).toBe('failed')
    expect(notes).toEqual([])
  })

  it('is done where the tool takes its time', async () => {
    const notes: string[] = []
    const stage = await waiting({ tools: noteTools(notes, { later: true }) }, notes)
    await decided(stage, true)
    expect(actionOf(lastOf(stage.room, stage.id)).state).toBe('done')
  })

  it('counts as declined where the question is answered anew', async () => {
    const { room, id, notes, action } = await waiting()
    await room.untilRest(id, () => room.chat.retry(lastOf(room, id).id, []))
    expect(room.chat.actions({ conversationId: id, limit: 10, offset: 0 }).actions).toMatchObject([{ id: action.id, state: 'declined' }])
    expect((await room.chat.decide(action.id, true)).state).toBe('declined')
    expect(notes).toEqual([])
  })
})

describe('following a conversation', () => {
  it('shows who joins late the same words, none twice and none missing', async () => {
    const going = waitsAfter('One ', 'two ', 'three ')
    const room = openRoom({ turns: [going.turn] })
    const id = begin(room)
    const early = ask(room, id, 'Count.')
    await going.said
    const late = room.chat.follow(id)
    const begun = [await late.next(), await late.next(), await late.next()].map(({ value }) => value as ChatEvent)
    const message = begun.find(event => event.kind === 'message')?.message
    let text = textOf(message)
    const gaps: number[] = []
    going.end()
    for await (const event of late) {
      if (event.kind === 'delta') {
        gaps.push(event.from - text.length)
        text += event.text
      }
      if (event.kind === 'phase' && event.phase.kind === 'idle') break
    }
    await early
    expect(gaps.filter(gap => gap !== 0)).toEqual([])
    expect(text).toBe('One two three ')
    expect(textOf(lastOf(room, id))).toBe(text)
  })

  it('leaves no listener behind, whether the follower leaves or is cut off', async () => {
    const room = openRoom({ turns: [says('Yes.')] })
    const id = begin(room)
    const gone = new AbortController()
    const cut = room.chat.follow(id, gone.signal)
    await cut.next()
    await cut.next()
    const open = cut.next()
    await ask(room, id, 'Who?')
    await open
    expect(room.chat.followers()).toBe(1)
    gone.abort()
    for await (const _event of cut) { /* what was told before */ }
    expect(room.chat.followers()).toBe(0)
  })

  it('goes on answering where nobody follows', async () => {
    const room = openRoom({ turns: [says('Yes.')] })
    const id = begin(room)
    const { answer } = await room.chat.send({ conversationId: id, text: 'Who?' }, [], 'claude')
    expect(answer?.state).toBe('streaming')
    await room.chat.close()
    expect(lastOf(room, id).state).not.toBe('streaming')
  })
})

describe('a conversation', () => {
  it('is left alone once for all its new questions', async () => {
    const room = openRoom({ turns: [says('A'), says('B')] })
    const id = begin(room)
    await ask(room, id, 'One?')
    expect(room.quiet).toEqual([id])
    for await (const _event of room.chat.follow(id)) break
    expect(room.quiet).toEqual([id])
    await ask(room, id, 'Two?')
    room.chat.archive(id, true)
    expect(room.quiet).toEqual([id, id])
  })

  it('keeps the title that she gave it', async () => {
    const room = openRoom({ turns: [says('A')] })
    const id = begin(room)
    room.chat.rename(id, 'Ramdin')
    await ask(room, id, 'Who could it be?')
    expect(room.chat.get(id)).toMatchObject({ title: 'Ramdin', titledBy: 'user' })
  })

  it('gets a better title from the quick model after its first answer', async () => {
    const room = openRoom()
    const better = openRoom({
      db: room.db, turns: [says('A')], mayAskTitle: () => true,
      claude: { ...claudeOf([says('A')]), ready: () => true, assertMayAsk: () => undefined, state: () => ({ breaker: 'closed', triesAgainAt: null }), ask: async ({ shape }) => ({ value: shape.parse({ title: '"Tonga driver"' }), model: 'quick', fromCache: false }) },
    })
    const id = begin(better)
    const titled = Promise.withResolvers<void>()
    const following = better.chat.follow(id)
    void (async () => {
      for await (const event of following) if (event.kind === 'conversation' && event.conversation.titledBy === 'claude') titled.resolve()
    })()
    await ask(better, id, 'Who could play the old tonga driver?')
    await titled.promise
    expect(better.chat.get(id).title).toBe('Tonga driver')
  })

  it('is removed and restored whole, and an incognito one is gone for good', async () => {
    const room = openRoom({ turns: [says('A'), says('B')] })
    const id = begin(room)
    await ask(room, id, 'One?')
    await room.chat.remove(id)
    expect(room.chat.conversations({ archived: false, limit: 10, offset: 0 }).total).toBe(0)
    room.chat.restore(id)
    expect(messagesOf(room, id)).toHaveLength(2)
    expect(await refusalOf(room.chat.endIncognito(id))).toBe('NOT_FOUND')
    const secret = begin(room, { incognito: true })
    await ask(room, secret, 'Quietly?')
    expect(room.quiet).toEqual([id])
    await room.chat.endIncognito(secret)
    expect(room.db.prepare('SELECT count(*) FROM chat_message WHERE conversation_id = ?').pluck().get(secret)).toBe(0)
    const left = begin(room, { incognito: true })
    openRoom({ db: room.db })
    expect(() => room.chat.get(left)).toThrow(/not there/)
  })

  it('is read page by page and around a message', async () => {
    const room = openRoom({ turns: Array.from({ length: 6 }, (_, index) => says(`A${index}`)) })
    const id = begin(room)
    for (let index = 0; index < 6; index++) await ask(room, id, `Q${index}`)
    const newest = room.chat.messages({ conversationId: id, limit: 4 })
    expect({ texts: newest.messages.map(textOf), earlier: newest.earlier, later: newest.later }).toEqual({ texts: ['Q4', 'A4', 'Q5', 'A5'], earlier: 8, later: 0 })
    const before = room.chat.messages({ conversationId: id, limit: 4, before: newest.messages[0]?.seq })
    expect(before.messages.map(textOf)).toEqual(['Q2', 'A2', 'Q3', 'A3'])
    const around = room.chat.messages({ conversationId: id, limit: 5, around: before.messages[0]?.id })
    expect(around.messages.map(textOf)).toEqual(['Q1', 'A1', 'Q2', 'A2', 'Q3'])
    expect([around.earlier, around.later]).toEqual([2, 5])
  })
})
