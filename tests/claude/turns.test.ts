import { LLMock } from '@copilotkit/aimock'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import type { TurnMessage, TurnPiece, TurnRequest } from '../../src-main/claude/chatTurn.ts'
import { keepConsent } from '../../src-main/claude/consent.ts'
import { usualPatience } from '../../src-main/claude/patience.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { cutting, failing, passingOn, saying, type Saying } from '../support/claudeStandIn.ts'
import { complaintsAbout } from '../support/messagesApi.ts'
import { testClaude, type TestClaude } from './office.ts'

const findPeople = {
  name: 'find_people', description: 'Finds people in the talent book by words.',
  input: z.object({ words: z.string().min(1).max(200), most: z.int().min(1).max(50).default(10) }),
}
const said = (text: string): TurnMessage => ({ role: 'user', blocks: [{ kind: 'text', text }] })
const turn: TurnRequest = {
  kind: 'standard',
  system: [{ text: 'You help a casting director.' }, { text: 'The production: The Last Tonga, a film.', cached: true }, { text: 'Today is Saturday.' }],
  tools: [findPeople],
  messages: [said('Who could play RAMDIN?')],
  maxTokens: 2_000,
  subject: 'this conversation',
  productionId: null,
}

/** Takes a turn, and tells what was heard with it; the pieces of one kind in a row as one. */
async function take({ claude }: TestClaude, request: TurnRequest = turn, signal = new AbortController().signal) {
  const heard: TurnPiece[] = []
  const outcome = await claude.converse(request, piece => heard.push(piece), signal).then(answer => ({ answer, failure: null }), (failure: unknown) => ({ answer: null, failure }))
  return { ...outcome, heard, text: heard.map(piece => (piece.kind === 'text' ? piece.text : '')).join('') }
}

const bodyOf = (request: { readonly body: unknown } | undefined) => request?.body as Record<string, unknown>
const usage = { input_tokens: 300, output_tokens: 50, cache_read_input_tokens: 2_000, cache_creation_input_tokens: 40 }

describe('a turn with Claude', () => {
  it('is heard piece by piece and comes back whole: thoughts with their signature, text, calls', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ thinking: 'A tonga driver of sixty.' }, { redacted: 'sealed' }, { text: 'Looking in the book.' }, { tool: 'find_people', input: { words: 'tonga driver', most: 5 }, id: 'toolu_a' }], { usage }))
    const { answer, heard, text } = await take(office)
    expect(answer).toMatchObject({
      blocks: [
        { kind: 'thinking', text: 'A tonga driver of sixty.', signature: expect.stringContaining('standin:') as string }, { kind: 'redacted', data: 'sealed' },
        { kind: 'text', text: 'Looking in the book.' }, { kind: 'toolCall', callId: 'toolu_a', name: 'find_people', input: { words: 'tonga driver', most: 5 } },
      ],
      stopReason: 'tools', model: 'claude-sonnet-5-5', usage: { input: 300, output: 50, cacheRead: 2_000, cacheWrite: 40 },
      microDollars: 600 + 500 + 200 + 100,
    })
    expect(text).toBe('Looking in the book.')
    expect(heard.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(2)
    expect(heard.map(piece => (piece.kind === 'thinking' ? piece.text : '')).join('')).toBe('A tonga driver of sixty.')
    expect(heard.at(-1)).toEqual({ kind: 'toolCall', callId: 'toolu_a', name: 'find_people' })
    expect(office.claude.state().month).toMatchObject({ asked: 1, input: 300, output: 50, microDollars: 1_400 })
  })

  it('is asked by a request without fault, its stable part marked to be kept', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Devnath Rai.' }]))
    await take(office)
    const kept = { cache_control: { type: 'ephemeral' } }
    expect(bodyOf(office.standIn.requests[0])).toEqual({
      model: 'claude-sonnet-5-5', max_tokens: 10_000, stream: true,
      tools: [{
        name: 'find_people', description: findPeople.description,
        input_schema: { type: 'object', properties: { words: { type: 'string', minLength: 1, maxLength: 200 }, most: { type: 'integer', minimum: 1, maximum: 50, default: 10 } }, required: ['words'] },
      }],
      system: [{ type: 'text', text: 'You help a casting director.' }, { type: 'text', text: 'The production: The Last Tonga, a film.', ...kept }, { type: 'text', text: 'Today is Saturday.' }],
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Who could play RAMDIN?', ...kept }] }],
      thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: 'medium' },
    })
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })

  it('goes on with what the tools found, and gives thoughts back as they were, of this question only', async () => {
    const office = await testClaude()
    const calls = saying([{ thinking: 'Let me look.' }, { tool: 'find_people', input: { words: 'tonga' } }])
    office.standIn.replies(calls, saying([{ text: 'Devnath Rai.' }]), calls, saying([{ text: 'Nobody else.' }]))
    let messages: readonly TurnMessage[] = turn.messages
    for (const question of ['And under forty?', 'Thank you.']) {
      const asked = (await take(office, { ...turn, messages })).answer?.blocks ?? []
      const results = asked.flatMap(block => (block.kind === 'toolCall' ? [{ kind: 'toolResult' as const, callId: block.callId, text: '1 person', isError: false }] : []))
      messages = [...messages, { role: 'assistant', blocks: asked }, { role: 'user', blocks: results }]
      const told = (await take(office, { ...turn, messages })).answer?.blocks ?? []
      messages = [...messages, { role: 'assistant', blocks: told }, said(question)]
    }
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
    const thoughts = office.standIn.requests.map(({ body }) => JSON.stringify(body).split('"type":"thinking"').length - 1)
    expect(thoughts).toEqual([0, 1, 0, 1])
    const marks = office.standIn.requests.map(({ body }) => JSON.stringify(body).split('cache_control').length - 1)
    expect(marks).toEqual([2, 3, 3, 3])
  })

  it('is made legal where a conversation was broken off: nothing blank, nobody twice, no thought at an end', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    const { failure } = await take(office, {
      ...turn,
      messages: [
        said('Who?'), { role: 'assistant', blocks: [{ kind: 'thinking', text: 'Hm.', signature: 's' }, { kind: 'text', text: '  ' }] }, said('Who could play him?'),
        { role: 'assistant', blocks: [{ kind: 'toolCall', callId: 'c1', name: 'find_people', input: {} }, { kind: 'thinking', text: 'And', signature: 's' }] },
        { role: 'user', blocks: [{ kind: 'toolResult', callId: 'c1', text: '', isError: true }] },
      ],
    })
    expect(failure).toBeNull()
    expect(bodyOf(office.standIn.requests[0]).messages).toMatchObject([{ role: 'user', content: [{ text: 'Who?' }, { text: 'Who could play him?' }] }, { role: 'assistant', content: [{ type: 'tool_use' }] }, { role: 'user' }])
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })

  it('leaves out what a model of the house does not take', async () => {
    const office = await testClaude()
    office.set({ claudeModels: { quick: null, standard: 'llama3.3:70b', deep: 'claude-haiku-4-5' } })
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    expect((await take(office)).answer).toMatchObject({ model: 'llama3.3:70b', microDollars: null })
    await take(office, { ...turn, kind: 'deep' })
    const [house, old] = office.standIn.requests.map(bodyOf)
    expect(JSON.stringify(house)).not.toMatch(/thinking|output_config|cache_control|temperature/)
    expect(house?.max_tokens).toBe(2_000)
    expect(JSON.stringify(old)).not.toMatch(/thinking|output_config/)
    expect(JSON.stringify(old)).toContain('cache_control')
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })

  it('is sent once more without thoughts where the server does not take them back', async () => {
    const office = await testClaude()
    office.standIn.replies(failing(400, 'invalid_request_error', 'messages.1.content.0: the prefix of this thinking block has changed'), saying([{ text: 'Yes.' }]))
    const { answer } = await take(office, {
      ...turn,
      messages: [
        ...turn.messages, { role: 'assistant', blocks: [{ kind: 'thinking', text: 'Hm.', signature: 's' }, { kind: 'toolCall', callId: 'c1', name: 'find_people', input: {} }] },
        { role: 'user', blocks: [{ kind: 'toolResult', callId: 'c1', text: 'done', isError: false }] },
      ],
    })
    expect(answer).toMatchObject({ blocks: [{ text: 'Yes.' }] })
    expect(office.standIn.requests.map(({ body }) => JSON.stringify(body).includes('"signature"'))).toEqual([true, false])
  })

  it('runs through aimock as well, with a call of a tool', async () => {
    const aimock = new LLMock({ port: 0 })
    aimock.onMessage('Who could play RAMDIN?', { toolCalls: [{ name: 'find_people', arguments: JSON.stringify({ words: 'tonga' }) }] })
    await aimock.start()
    onTestFinished(() => aimock.stop())
    const office = await testClaude()
    office.standIn.replies(passingOn(aimock.url))
    expect((await take(office)).answer).toMatchObject({ stopReason: 'tools', blocks: [{ kind: 'toolCall', name: 'find_people', input: { words: 'tonga' } }] })
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })
})

describe('why Claude stopped is looked at first', () => {
  const call = { tool: 'find_people', input: { words: 'tonga' } }
  it.each<[string, Parameters<typeof saying>[0], Saying, string, readonly string[]]>([
    ['text that broke off for want of room', [{ text: 'Devnath' }], { stopReason: 'max_tokens' }, 'cutOff', ['text']],
    ['a call that room ran out in', [{ text: 'Looking.' }, { ...call, input: '{"words":"ton' }], { stopReason: 'max_tokens' }, 'cutOff', ['text']],
    ['a call that room ran out in before its input began', [{ text: 'Looking.' }, { ...call, input: '' }], { stopReason: 'max_tokens' }, 'cutOff', ['text']],
    ['a call whose input is half a JSON', [call, { ...call, input: '{"words":"ton' }], {}, 'cutOff', ['toolCall']],
    ['a call whose input is no object', [{ ...call, input: '"tonga"' }], {}, 'cutOff', []],
    ['a call without input', [{ ...call, input: '' }], {}, 'tools', ['toolCall']],
    ['a pause', [{ text: 'Looking.' }], { stopReason: 'pause_turn' }, 'paused', ['text']],
    ['an end', [{ text: 'Devnath Rai.' }], { stopReason: 'stop_sequence' }, 'end', ['text']],
  ])('at %s', async (_what, blocks, how, stopReason, kinds) => {
    const office = await testClaude()
    office.standIn.replies(saying(blocks, how))
    const { answer } = await take(office)
    expect(answer?.stopReason).toBe(stopReason)
    expect(answer?.blocks.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each([['refusal', 'CLAUDE_REFUSED'], ['model_context_window_exceeded', 'CLAUDE_TOO_LONG']])('at %s, which is told by its code and paid for', async (stopReason, code) => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'I cannot' }], { stopReason, usage }))
    const { failure, text } = await take(office)
    expect(failure).toMatchObject({ code, message: expect.stringContaining('this conversation') as string })
    expect(text).toBe('I cannot')
    expect(office.claude.state().month).toMatchObject({ asked: 1, output: 50 })
  })
})

describe('a turn that fails', () => {
  it('is begun anew where that is worth it: the pause is told, then that what was heard counts no more', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Devnath Rai could play him.' }], { breaks: { after: 2, how: { error: 'overloaded_error' } } }), saying([{ text: 'Yes.' }]))
    const began = Date.now()
    const { answer, heard } = await take(office)
    expect(answer).toMatchObject({ blocks: [{ text: 'Yes.' }], usage: { input: 200 } })
    expect(heard.map(({ kind }) => kind)).toEqual(['text', 'text', 'pausing', 'restart', 'text'])
    const pausing = heard.find(piece => piece.kind === 'pausing')
    expect(pausing).toMatchObject({ code: 'CLAUDE_OVERLOADED', attempt: 2 })
    expect(pausing?.until.getTime()).toBeGreaterThanOrEqual(began + (office.pauses[0] ?? NaN))
  })

  it('waits as it is told, up to two minutes, and says until when', async () => {
    const office = await testClaude()
    office.standIn.replies(failing(429, 'rate_limit_error', 'no', { 'retry-after': '90' }), saying([{ text: 'Yes.' }]))
    const { heard } = await take(office)
    expect(heard[0]).toMatchObject({ kind: 'pausing', code: 'CLAUDE_RATE_LIMIT', attempt: 2 })
    expect(heard.map(({ kind }) => kind)).not.toContain('restart')
    expect(office.pauses).toEqual([90_000])
    office.standIn.replies(failing(429, 'rate_limit_error', 'no', { 'retry-after': '600' }))
    expect((await take(office)).failure).toMatchObject({ code: 'CLAUDE_RATE_LIMIT', data: { seconds: 600 } })
  })

  it.each<[string, Saying['breaks'] & object, string]>([
    ['an overload in the stream', { after: 3, how: { error: 'overloaded_error' } }, 'CLAUDE_OVERLOADED'],
    ['a fault in the stream', { after: 3, how: { error: 'api_error' } }, 'CLAUDE_OVERLOADED'],
    ['a line that is cut', { after: 3, how: 'rude' }, 'CLAUDE_OFFLINE'],
    ['an answer that ends in the middle', { after: 3, how: 'clean' }, 'CLAUDE_OFFLINE'],
    ['an answer whose events are all there but the last', { after: 99, how: 'clean' }, 'CLAUDE_OFFLINE'],
    ['something that is no event', { after: 3, how: 'garbage' }, 'CLAUDE_OFFLINE'],
  ])('for good by %s, after two more tries, is told by its code with what it cost', async (_name, breaks, code) => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Devnath Rai could play him.' }], { breaks }))
    const { failure, heard } = await take(office)
    expect(failure).toMatchObject({ code })
    expect(heard.filter(({ kind }) => kind === 'pausing')).toHaveLength(2)
    expect(heard.at(-1)?.kind).toBe('text')
    expect(office.standIn.requests).toHaveLength(3)
    expect(office.claude.state()).toMatchObject({ month: { asked: 1, input: 300 }, lastFailure: { code } })
  })

  it('for good is one of the codes at once, and costs nothing', async () => {
    const office = await testClaude()
    office.standIn.replies(failing(400, 'invalid_request_error', 'prompt is too long: 1200000 tokens > 1000000'))
    expect((await take(office)).failure).toMatchObject({ code: 'CLAUDE_TOO_LONG' })
    expect(office.claude.state().month.asked).toBe(0)
  })

  it('in its time limit is told and what it cost is kept', async () => {
    const office = await testClaude({}, { limits: { quick: 1, standard: 1_000, deep: 1 } })
    office.standIn.replies(saying([{ text: 'Devnath Rai.' }], { breaks: { after: 1, how: 'silent' } }))
    expect((await take(office)).failure).toMatchObject({ code: 'TIME_LIMIT' })
    await office.standIn.leftAlone(1)
    expect(office.claude.state().month).toMatchObject({ asked: 1, input: 100 })
  })

  it('by a line that falls silent is told long before the time limit, and what was heard stays heard', async () => {
    const office = await testClaude({}, { silenceMs: 60 })
    office.standIn.replies(saying([{ text: 'Devnath Rai.' }], { breaks: { after: 1, how: 'silent' } }))
    const { failure, text } = await take(office)
    expect(failure).toMatchObject({ code: 'TIME_LIMIT' })
    expect(text).not.toBe('')
    await office.standIn.leftAlone(1)
  })

  it('by a model that is ours and gone is asked of the newest of its line', async () => {
    const office = await testClaude({ models: [{ id: 'claude-sonnet-7', line: 'sonnet' }] })
    office.standIn.replies(failing(404, 'not_found_error'), saying([{ text: 'Yes.' }]))
    expect((await take(office)).answer).toMatchObject({ model: 'claude-sonnet-7' })
  })
})

describe('Stop', () => {
  it('ends the turn at once and closes the line; what was heard stays heard, and what it cost is written down', async () => {
    const office = await testClaude()
    const gate = Promise.withResolvers<void>()
    const stopping = new AbortController()
    let spoken = 0
    office.standIn.replies(saying([{ text: 'Devnath Rai could play him well.' }], { pace: () => (++spoken > 2 ? gate.promise : Promise.resolve()) }))
    const heard: TurnPiece[] = []
    const asked = office.claude.converse(turn, piece => {
      heard.push(piece)
      if (heard.length === 2) stopping.abort()
    }, stopping.signal)
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' })
    await office.standIn.leftAlone(1)
    gate.resolve()
    expect(heard.map(piece => (piece.kind === 'text' ? piece.text : ''))).toEqual(['Devnat', 'h'])
    expect(office.claude.state()).toMatchObject({ breaker: 'closed', lastFailure: null, month: { asked: 1, input: 100 } })
  })

  it('ends a pause before a new try', async () => {
    const pausing = Promise.withResolvers<void>()
    const pause = (_ms: number, signal: AbortSignal) => {
      pausing.resolve()
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('woken'))))
    }
    const office = await testClaude({}, { patience: { ...usualPatience, pause } })
    office.standIn.replies(failing(529, 'overloaded_error'))
    const stopping = new AbortController()
    const asked = take(office, turn, stopping.signal)
    await pausing.promise
    stopping.abort()
    expect((await asked).failure).toMatchObject({ code: 'CANCELLED' })
    expect(office.standIn.requests).toHaveLength(1)
  })

  it('leaves no listener on the signal of the conversation', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await take(office, turn, signal)
    expect(added.mock.calls.length).toBeGreaterThan(0)
    const left = added.mock.calls.filter(([, listener]) => !removed.mock.calls.some(([, gone]) => gone === listener))
    expect(left).toEqual([])
  })
})

describe('nothing is sent in a conversation', () => {
  it('without a key, or of a production that may not be sent', async () => {
    const office = await testClaude()
    const { id } = createProduction(office.db, { title: 'The Last Tonga', kind: 'film', brief: '' }, new Date())
    expect((await take(office, { ...turn, productionId: id })).failure).toMatchObject({ code: 'CLAUDE_NOT_ALLOWED' })
    keepConsent(office.db, id, false, new Date())
    expect((await take(office, { ...turn, productionId: id })).failure).toMatchObject({ code: 'CLAUDE_NOT_ALLOWED' })
    office.claude.removeKey()
    expect((await take(office)).failure).toMatchObject({ code: 'CLAUDE_NO_KEY' })
    expect(office.standIn.requests).toEqual([])
  })

  it('before it can be read: the preview is the exact body, with tokens and the most it can cost', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    office.claude.removeKey()
    const preview = office.claude.previewTurn(turn)
    expect(office.standIn.requests).toEqual([])
    office.claude.setKey('another-key-of-it')
    await take(office)
    expect(bodyOf(office.standIn.requests[0])).toEqual(preview.body)
    expect(preview).toMatchObject({ address: office.standIn.address, model: 'claude-sonnet-5-5' })
    expect(preview.tokens).toBeGreaterThan(80)
    expect(preview.microDollars).toBe(Math.round(preview.tokens * 2.5) + 10_000 * 10)
  })
})

describe('the count of tokens', () => {
  it('is Claude\'s own, by a request without fault', async () => {
    const office = await testClaude({ tokens: 4_321 })
    expect(await office.claude.countTokens(turn)).toBe(4_321)
    expect(office.standIn.requests.map(({ path }) => path)).toEqual(['/v1/messages/count_tokens'])
    expect(office.standIn.requests.flatMap(complaintsAbout)).toEqual([])
    expect(office.claude.state().month.asked).toBe(0)
  })

  it('is told as missing where the server cannot count', async () => {
    const office = await testClaude({ tokens: null })
    await expect(office.claude.countTokens(turn)).rejects.toMatchObject({ code: expect.stringMatching(/^CLAUDE_(NOT_THERE|MODEL_UNKNOWN)$/) as string })
  })
})

describe('the budget of the month', () => {
  it('holds a turn back that could pass it, until the user agrees', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    office.set({ claudeBudget: 500 })
    const { failure } = await take(office)
    expect(failure).toMatchObject({ code: 'CLAUDE_OVER_BUDGET', message: expect.stringMatching(/₹0\.00 of ₹5\.00 is used, and this may cost up to ₹9\.\d\d/) as string })
    expect(office.standIn.requests).toEqual([])
    expect((await take(office, { ...turn, overBudget: true })).answer).not.toBeNull()
    office.set({ claudeBudget: 100_000 })
    expect((await take(office)).answer).not.toBeNull()
  })

  it('counts what is under way with what is spent', async () => {
    const office = await testClaude()
    const gate = Promise.withResolvers<void>()
    office.standIn.replies(saying([{ text: 'Yes.' }], { pace: () => gate.promise }))
    office.set({ claudeBudget: 1_500 })
    const first = take(office)
    await office.standIn.arrived(1)
    expect((await take(office)).failure).toMatchObject({ code: 'CLAUDE_OVER_BUDGET' })
    gate.resolve()
    expect((await first).answer).not.toBeNull()
    expect((await take(office)).answer).not.toBeNull()
  })

  it('says nothing of a model without a price', async () => {
    const office = await testClaude()
    office.standIn.replies(saying([{ text: 'Yes.' }]))
    office.set({ claudeBudget: 0, claudeModels: { quick: null, standard: 'llama3.3:70b', deep: null } })
    expect((await take(office)).answer).not.toBeNull()
  })
})

describe('turns and questions together', () => {
  it('open one breaker', async () => {
    const office = await testClaude()
    office.standIn.replies(cutting('rude'))
    await take(office)
    await take(office)
    expect(office.claude.state().breaker).toBe('open')
    expect((await take(office)).failure).toMatchObject({ code: 'CLAUDE_OFFLINE', data: { seconds: expect.any(Number) as number } })
    expect(office.standIn.requests).toHaveLength(6)
  })
})
