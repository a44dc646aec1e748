import { LLMock } from '@copilotkit/aimock'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { keepConsent } from '../../src-main/claude/consent.ts'
import { usualPatience } from '../../src-main/claude/patience.ts'
import {
  answering, beingAnotherServer, cutting, dawdling, failing, failingMidway, hangingUp, passingOn, sendingTo, startClaudeStandIn,
} from '../support/claudeStandIn.ts'
import { complaintsAbout } from '../support/messagesApi.ts'
import { Breakdown, breakdown, canaryKey, question, testClaude } from './office.ts'

interface SentQuestion {
  readonly system: string
  readonly messages: readonly { readonly content: readonly { readonly text: string }[] }[]
  readonly output_config: { readonly format: { readonly schema: unknown } }
}

const failureOf = (asked: Promise<unknown>) => asked.then(() => expect.fail('it was answered'), (error: unknown) => error)
const bodyOf = (request: { readonly body: unknown } | undefined) => request?.body as Record<string, unknown>

describe('an answer of a given shape', () => {
  it('comes over the wire, read as that shape, with what it cost', async () => {
    const { claude, standIn } = await testClaude({ key: canaryKey })
    standIn.replies(answering(breakdown, { usage: { input_tokens: 900, output_tokens: 40, cache_creation_input_tokens: 2_000 } }))
    expect(await claude.ask(question)).toEqual({
      value: breakdown, model: 'claude-sonnet-5-5', fromCache: false, usage: { input: 900, output: 40, cacheWrite: 2_000, cacheRead: 0 },
    })
    expect(standIn.requests.flatMap(complaintsAbout)).toEqual([])
    expect(bodyOf(standIn.requests[0])).toMatchObject({
      model: 'claude-sonnet-5-5', max_tokens: 9_000, stream: true, system: question.system,
      messages: [{ role: 'user', content: [{ type: 'text', cache_control: { type: 'ephemeral' } }, { type: 'text', text: 'The role: RAMDIN' }] }],
      output_config: { effort: 'medium', format: { type: 'json_schema', schema: { type: 'object', additionalProperties: false, required: ['look', 'ages', 'gender'] } } },
    })
  })

  it('comes from aimock as well, which was written by others, by requests without fault', async () => {
    const aimock = new LLMock({ port: 0 })
    aimock.onMessage('The role: RAMDIN', { content: JSON.stringify(breakdown) })
    await aimock.start()
    onTestFinished(() => aimock.stop())
    const { claude, standIn } = await testClaude()
    standIn.replies(passingOn(aimock.url))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown, fromCache: false })
    expect(standIn.requests.flatMap(complaintsAbout)).toEqual([])
    expect(aimock.getRequests()).toHaveLength(1)
  })

  it('is asked of the model of its kind, or of the one the user chose', async () => {
    const { claude, standIn, set } = await testClaude()
    standIn.replies(answering(breakdown))
    for (const kind of ['quick', 'standard', 'deep'] as const) await claude.ask({ ...question, kind })
    set({ claudeModels: { quick: null, standard: 'house-model:v2', deep: null } })
    await claude.ask(question)
    expect(standIn.requests.map(request => bodyOf(request).model)).toEqual(['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5', 'house-model:v2'])
    expect(bodyOf(standIn.requests[3]).output_config).not.toHaveProperty('effort')
    expect(standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })

  it('carries pictures', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(answering(breakdown))
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 3, 0, 0, 0, 4, 0])
    await claude.ask({ ...question, content: [{ picture: png, mediaType: 'image/png' }, { text: 'The page.' }] })
    expect(standIn.requests.flatMap(complaintsAbout)).toEqual([])
    expect(await failureOf(claude.ask({ ...question, content: [{ picture: new Uint8Array(5_000_001), mediaType: 'image/png' }] }))).toMatchObject({ code: 'CLAUDE_TOO_LONG' })
    expect(standIn.requests).toHaveLength(1)
  })

  it('is kept: the same question sends nothing and costs nothing', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(answering(breakdown))
    await claude.ask(question)
    expect(await claude.ask({ ...question, subject: 'RAMDIN again', maxTokens: 500 })).toMatchObject({ value: breakdown, fromCache: true, usage: { input: 0, output: 0 } })
    expect(standIn.requests).toHaveLength(1)
    expect(claude.state()).toMatchObject({ keptAnswers: 1, month: { asked: 1, fromCache: 1, input: 100, output: 1 } })
    await claude.ask({ ...question, system: 'Say it in Hindi.' })
    await claude.ask({ ...question, shape: Breakdown.pick({ look: true }) })
    await claude.ask({ ...question, content: [...question.content, { text: 'And the mare?' }] })
    expect(standIn.requests).toHaveLength(4)
    expect(claude.forgetAnswers()).toBe(4)
    expect(await claude.ask(question)).toMatchObject({ fromCache: false })
  })

  it('is asked anew where the kept one no longer fits what is asked for', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(answering(breakdown), answering({ ...breakdown, look: 'wiry, weathered' }))
    await claude.ask(question)
    const stricter = question.shape.refine(({ look }) => look.includes('weathered'))
    expect(await claude.ask({ ...question, shape: stricter })).toMatchObject({ fromCache: false, value: { look: 'wiry, weathered' } })
  })
})

describe('the same question at the same time', () => {
  it('is sent once, for all who ask it', async () => {
    const { claude, standIn } = await testClaude()
    const gate = Promise.withResolvers<void>()
    standIn.replies(async (response, request) => {
      await gate.promise
      return answering(breakdown)(response, request)
    })
    const asked = [claude.ask(question), claude.ask({ ...question, subject: 'RAMDIN again' })]
    await standIn.arrived(1)
    gate.resolve()
    expect((await Promise.all(asked)).map(({ value, fromCache, usage }) => [value, fromCache, usage.input])).toEqual([[breakdown, false, 100], [breakdown, true, 0]])
    expect(standIn.requests).toHaveLength(1)
    expect(claude.state()).toMatchObject({ keptAnswers: 1, month: { asked: 1, fromCache: 1, input: 100 } })
  })

  it('is not taken back from one by the other, only when the last has left', async () => {
    const { claude, standIn } = await testClaude()
    const gate = Promise.withResolvers<void>()
    standIn.replies(async (response, request) => {
      await gate.promise
      return answering(breakdown)(response, request)
    })
    const takings = [new AbortController(), new AbortController(), new AbortController()]
    const [first, second] = takings.map(({ signal }) => claude.ask(question, signal))
    await standIn.arrived(1)
    takings[0]?.abort()
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED', message: expect.stringContaining('the role RAMDIN') as string })
    gate.resolve()
    expect(await second).toMatchObject({ value: breakdown })
    expect(standIn.requests).toHaveLength(1)

    claude.forgetAnswers()
    standIn.replies(dawdling, answering(breakdown))
    const third = claude.ask(question, takings[2]?.signal)
    await standIn.arrived(1)
    takings[2]?.abort()
    await expect(third).rejects.toMatchObject({ code: 'CANCELLED' })
    await standIn.leftAlone(1)
    expect(await claude.ask(question)).toMatchObject({ fromCache: false })
  })
})

describe('a question that could pass the budget of the month', () => {
  it('is not sent, but where the user agrees or an answer is kept', async () => {
    const { claude, standIn, set } = await testClaude()
    standIn.replies(answering(breakdown))
    set({ claudeBudget: 100 })
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_OVER_BUDGET' })
    expect(standIn.requests).toEqual([])
    expect(await claude.ask({ ...question, overBudget: true })).toMatchObject({ value: breakdown })
    expect(await claude.ask(question)).toMatchObject({ fromCache: true })
  })
})

describe('nothing is sent', () => {
  it('without a key, or where Claude is switched off', async () => {
    const { claude, standIn, set } = await testClaude()
    set({ claudeOn: false })
    expect(claude.ready()).toBe(false)
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_OFF' })
    expect(await failureOf(claude.test())).toMatchObject({ code: 'CLAUDE_OFF' })
    set({ claudeOn: true })
    claude.removeKey()
    expect(claude.ready()).toBe(false)
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_NO_KEY' })
    expect(standIn.requests).toEqual([])
  })

  it('of a production before somebody said yes, nor after a no', async () => {
    const { claude, standIn, db } = await testClaude()
    standIn.replies(answering(breakdown))
    const { id } = createProduction(db, { title: 'The Last Tonga', kind: 'film', brief: '' }, new Date())
    const ask = () => claude.ask({ ...question, productionId: id })
    expect(await failureOf(ask())).toMatchObject({ code: 'CLAUDE_NOT_ALLOWED' })
    keepConsent(db, id, false, new Date())
    expect(await failureOf(ask())).toMatchObject({ code: 'CLAUDE_NOT_ALLOWED' })
    expect(standIn.requests).toEqual([])
    keepConsent(db, id, true, new Date())
    expect(await ask()).toMatchObject({ value: breakdown })
  })

  it('of a key to another address than it was given for, nor by a redirect', async () => {
    const { claude, standIn, set } = await testClaude()
    const other = await startClaudeStandIn()
    onTestFinished(() => other.close())
    standIn.replies(sendingTo(other.address))
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_NOT_THERE' })
    set({ claudeAddress: other.address })
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_NO_KEY' })
    expect(other.requests).toEqual([])
  })

  it('before the caller has seen it: what would leave is shown as it leaves', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(answering(breakdown))
    const preview = claude.preview(question)
    expect(standIn.requests).toEqual([])
    expect(preview.parts.map(({ kind }) => kind)).toEqual(['instructions', 'text', 'text', 'shape'])
    await claude.ask(question)
    const { system, messages, output_config: output } = bodyOf(standIn.requests[0]) as unknown as SentQuestion
    const texts = messages.flatMap(({ content }) => content.map(block => block.text))
    expect(preview.parts.map(({ text }) => text)).toEqual([system, ...texts, JSON.stringify(output.format.schema)])
    expect(preview.characters).toBe(preview.parts.reduce((sum, { text }) => sum + text.length, 0))
    expect(preview).toMatchObject({ address: standIn.address, model: 'claude-sonnet-5-5', answered: false })
    expect(claude.preview(question)).toMatchObject({ answered: true, microDollars: 0 })
  })
})

describe('a failure of Claude', () => {
  it.each([
    ['a key that is refused', failing(401, 'authentication_error'), 'CLAUDE_KEY_REFUSED'],
    ['a key that may not', failing(403, 'permission_error'), 'CLAUDE_KEY_REFUSED'],
    ['an account without credit', failing(402, 'billing_error'), 'CLAUDE_NO_CREDIT'],
    ['an account without credit, told the old way', failing(400, 'invalid_request_error', 'Your credit balance is too low'), 'CLAUDE_NO_CREDIT'],
    ['a question that is too long', failing(400, 'invalid_request_error', 'prompt is too long: 1200000 tokens'), 'CLAUDE_TOO_LONG'],
    ['a body that is too large', failing(413, 'request_too_large'), 'CLAUDE_TOO_LONG'],
    ['a question that the server does not take', failing(400, 'invalid_request_error'), 'CLAUDE_QUESTION_REFUSED'],
    ['another server', beingAnotherServer, 'CLAUDE_NOT_THERE'],
  ])('by %s is told at once by its code and asked once', async (_name, reply, code) => {
    const { claude, standIn, pauses } = await testClaude()
    standIn.replies(reply)
    expect(await failureOf(claude.ask(question))).toMatchObject({ code })
    expect([standIn.requests.length, pauses.length]).toEqual([1, 0])
    expect(claude.state().breaker).toBe('closed')
  })

  it.each([
    ['a rate limit', failing(429, 'rate_limit_error'), 'CLAUDE_RATE_LIMIT'],
    ['an overload', failing(529, 'overloaded_error'), 'CLAUDE_OVERLOADED'],
    ['an overload in the middle of an answer', failingMidway('overloaded_error'), 'CLAUDE_OVERLOADED'],
    ['a fault of the server', failing(500, 'api_error'), 'CLAUDE_OVERLOADED'],
    ['a gateway', failing(503, 'unknown'), 'CLAUDE_OVERLOADED'],
    ['a line that is cut', cutting('rude'), 'CLAUDE_OFFLINE'],
    ['an answer that ends in the middle', cutting('clean'), 'CLAUDE_OFFLINE'],
    ['a line that is dropped', hangingUp, 'CLAUDE_OFFLINE'],
  ])('by %s is asked again twice, after growing pauses, and then told', async (_name, reply, code) => {
    const { claude, standIn, pauses } = await testClaude()
    standIn.replies(reply)
    expect(await failureOf(claude.ask(question))).toMatchObject({ code })
    expect(standIn.requests).toHaveLength(3)
    expect(pauses.map((ms, at) => ms >= 500 * 2 ** at && ms <= 1_000 * 2 ** at)).toEqual([true, true])
  })

  it('that passes is not seen by who asked', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(failing(529, 'overloaded_error'), cutting('rude'), answering(breakdown))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown })
    expect(claude.state().month).toMatchObject({ asked: 1 })
  })

  it('with a wait is waited out as long as the server asked, where that is not long', async () => {
    const { claude, standIn, pauses } = await testClaude()
    standIn.replies(failing(429, 'rate_limit_error', 'no', { 'retry-after': '7' }), answering(breakdown))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown })
    expect(pauses).toEqual([7_000])
  })

  it('with a long wait is told at once, with the seconds', async () => {
    const { claude, standIn, pauses } = await testClaude()
    standIn.replies(failing(429, 'rate_limit_error', 'no', { 'retry-after': '120' }))
    const failure = await failureOf(claude.ask(question))
    expect(failure).toMatchObject({ code: 'CLAUDE_RATE_LIMIT', data: { seconds: 120 }, message: expect.stringContaining('Try again in 2 minutes.') as string })
    expect([standIn.requests.length, pauses.length]).toEqual([1, 0])
  })

  it('to reach it at all is told as offline, with the host and not the question', async () => {
    const { claude, standIn } = await testClaude()
    await standIn.close()
    const failure = await failureOf(claude.ask(question))
    expect(failure).toMatchObject({ code: 'CLAUDE_OFFLINE', data: { detail: new URL(standIn.address).host } })
  })

  it('to end in time is told by its limit and not asked again', async () => {
    const { claude, standIn, pauses } = await testClaude({}, { limits: { quick: 1, standard: 40, deep: 1 } })
    standIn.replies(dawdling)
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'TIME_LIMIT', data: { subject: "Claude's answer about the role RAMDIN" } })
    expect(pauses).toEqual([])
  })
})

describe('an answer that cannot be used', () => {
  it.each([
    ['because Claude declined', answering('', { stopReason: 'refusal' }), 'CLAUDE_REFUSED'],
    ['because it broke off, even where it looks whole', answering(breakdown, { stopReason: 'max_tokens' }), 'CLAUDE_UNREADABLE'],
    ['because the window was full', answering('', { stopReason: 'model_context_window_exceeded' }), 'CLAUDE_TOO_LONG'],
    ['because Claude wants a tool', answering(breakdown, { stopReason: 'tool_use' }), 'CLAUDE_UNREADABLE'],
    ['because it is no JSON', answering('RAMDIN is wiry.'), 'CLAUDE_UNREADABLE'],
    ['because it is half a JSON', answering('{"look":"wi'), 'CLAUDE_UNREADABLE'],
    ['because it is of another shape', answering({ ...breakdown, ages: [400] }), 'CLAUDE_UNREADABLE'],
  ])('%s is told by its code, paid for and not kept', async (_name, reply, code) => {
    const { claude, standIn } = await testClaude()
    standIn.replies(reply)
    const failure = await failureOf(claude.ask(question))
    expect(failure).toMatchObject({ code, message: expect.stringContaining('the role RAMDIN') as string })
    expect(standIn.requests).toHaveLength(1)
    expect(claude.state()).toMatchObject({ keptAnswers: 0, month: { asked: 1, input: 100 } })
  })
})

describe('a question that is taken back', () => {
  it('is not sent where it was taken back before', async () => {
    const { claude, standIn } = await testClaude()
    expect(await failureOf(claude.ask(question, AbortSignal.abort()))).toMatchObject({ code: 'CANCELLED' })
    expect(standIn.requests).toEqual([])
  })

  it('ends at once while Claude answers, and the line is let go', async () => {
    const { claude, standIn } = await testClaude()
    const gone = Promise.withResolvers<void>()
    standIn.replies((response, request) => {
      response.once('close', () => gone.resolve())
      return dawdling(response, request)
    })
    const taking = new AbortController()
    const asked = failureOf(claude.ask(question, taking.signal))
    await standIn.arrived(1)
    taking.abort()
    expect(await asked).toMatchObject({ code: 'CANCELLED' })
    await gone.promise
    expect(standIn.requests).toHaveLength(1)
    expect(claude.state().breaker).toBe('closed')
  })

  it('ends at once in a pause before a repeat', async () => {
    const pausing = Promise.withResolvers<void>()
    const pause = (_ms: number, signal: AbortSignal) => {
      pausing.resolve()
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('woken'))))
    }
    const { claude, standIn } = await testClaude({}, { patience: { ...usualPatience, pause } })
    standIn.replies(failing(529, 'overloaded_error'))
    const taking = new AbortController()
    const asked = failureOf(claude.ask(question, taking.signal))
    await pausing.promise
    taking.abort()
    expect(await asked).toMatchObject({ code: 'CANCELLED' })
    expect(standIn.requests).toHaveLength(1)
  })
})

describe('the breaker', () => {
  const clock = () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') })
    onTestFinished(() => {
      vi.useRealTimers()
    })
  }

  it('opens after six failures in a row, leaves Claude in peace, and lets one question through when its rest is over', async () => {
    clock()
    const { claude, standIn } = await testClaude()
    standIn.replies(failing(529, 'overloaded_error'))
    await failureOf(claude.ask(question))
    expect(claude.state().breaker).toBe('closed')
    await failureOf(claude.ask(question))
    expect(claude.state()).toMatchObject({ breaker: 'open', triesAgainAt: '2026-11-21T10:00:30.000Z' })
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_OVERLOADED', data: { seconds: 30 } })
    expect(standIn.requests).toHaveLength(6)
    vi.setSystemTime(new Date('2026-11-21T10:00:20Z'))
    expect(await failureOf(claude.ask(question))).toMatchObject({ data: { seconds: 10 } })
    vi.setSystemTime(new Date('2026-11-21T10:00:31Z'))
    expect(claude.state()).toMatchObject({ breaker: 'halfOpen', triesAgainAt: null })
    await failureOf(claude.ask(question))
    expect(standIn.requests).toHaveLength(7)
    expect(claude.state()).toMatchObject({ breaker: 'open', triesAgainAt: '2026-11-21T10:01:01.000Z' })
    vi.setSystemTime(new Date('2026-11-21T10:01:02Z'))
    standIn.replies(answering(breakdown))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown })
    expect(claude.state()).toMatchObject({ breaker: 'closed', triesAgainAt: null })
  })

  it('is closed by a test that went well, by a new key and by another address', async () => {
    clock()
    const { claude, standIn } = await testClaude()
    const open = async () => {
      standIn.replies(failing(529, 'overloaded_error'))
      await failureOf(claude.ask(question))
      await failureOf(claude.ask(question))
      expect(claude.state().breaker).toBe('open')
    }
    await open()
    await claude.test()
    expect(claude.state().breaker).toBe('closed')
    await open()
    claude.setKey('another-key')
    expect(claude.state().breaker).toBe('closed')
  })

  it('is not closed by a try that was taken back: the next one decides', async () => {
    clock()
    const { claude, standIn } = await testClaude()
    standIn.replies(failing(529, 'overloaded_error'))
    await failureOf(claude.ask(question))
    await failureOf(claude.ask(question))
    vi.setSystemTime(new Date('2026-11-21T10:00:31Z'))
    standIn.replies(dawdling, failing(529, 'overloaded_error'))
    const taking = new AbortController()
    const probe = failureOf(claude.ask(question, taking.signal))
    await standIn.arrived(1)
    taking.abort()
    expect(await probe).toMatchObject({ code: 'CANCELLED' })
    expect(claude.state()).toMatchObject({ breaker: 'halfOpen', lastFailure: { code: 'CLAUDE_OVERLOADED', at: expect.any(String) as string } })
    await failureOf(claude.ask(question))
    expect(claude.state().breaker).toBe('open')
    expect(standIn.requests).toHaveLength(8)
  })

  it('lets one question find out whether Claude is back while the others wait for its outcome, or leave', async () => {
    clock()
    const { claude, standIn } = await testClaude()
    standIn.replies(failing(529, 'overloaded_error'))
    await failureOf(claude.ask(question))
    await failureOf(claude.ask(question))
    vi.setSystemTime(new Date('2026-11-21T10:00:31Z'))
    const gate = Promise.withResolvers<void>()
    standIn.replies(async (response, request) => {
      await gate.promise
      return answering(breakdown)(response, request)
    }, answering(breakdown))
    const probe = claude.ask(question)
    await standIn.arrived(1)
    const leaving = new AbortController()
    const left = failureOf(claude.ask({ ...question, system: 'Say it in Hindi.' }, leaving.signal))
    const waiting = claude.ask({ ...question, system: 'Say it in Marathi.' })
    leaving.abort()
    expect(await left).toMatchObject({ code: 'CANCELLED' })
    expect(standIn.requests).toHaveLength(7)
    gate.resolve()
    expect(await Promise.all([probe, waiting])).toMatchObject([{ value: breakdown }, { value: breakdown }])
    expect(claude.state().breaker).toBe('closed')
  })

  it('stays closed where the fault is not of the server', async () => {
    const { claude, standIn } = await testClaude()
    standIn.replies(failing(401, 'authentication_error'))
    for (let round = 0; round < 8; round++) await failureOf(claude.ask(question))
    standIn.replies(failing(429, 'rate_limit_error'))
    for (let round = 0; round < 4; round++) await failureOf(claude.ask(question))
    expect(claude.state().breaker).toBe('closed')
  })
})

describe('the test of key and address', () => {
  it('tells how many models there are, and which of ours are not', async () => {
    const { claude, standIn, set } = await testClaude({ key: canaryKey })
    expect(await claude.test()).toEqual({ models: 3, missing: [], milliseconds: expect.any(Number) as number })
    set({ claudeModels: { quick: 'claude-nowhere', standard: null, deep: null } })
    expect((await claude.test()).missing).toEqual(['claude-nowhere'])
    expect(claude.state()).toMatchObject({ knownFrom: 'Claude', month: { asked: 0 } })
    expect([standIn.requests.length, standIn.listings.length]).toEqual([0, 2])
    claude.setKey('not-the-key-at-all')
    expect(await failureOf(claude.test())).toMatchObject({ code: 'CLAUDE_KEY_REFUSED' })
  })

  it('asks a server that lists no models for one word', async () => {
    const { claude, standIn } = await testClaude({ models: null })
    standIn.replies(answering('ready'))
    expect(await claude.test()).toMatchObject({ models: 0, missing: [] })
    expect(standIn.requests.flatMap(complaintsAbout)).toEqual([])
  })

  it('is told where nobody is there', async () => {
    const { claude, standIn } = await testClaude()
    await standIn.close()
    expect(await failureOf(claude.test())).toMatchObject({ code: 'CLAUDE_OFFLINE' })
  })
})

describe('a model that is not offered any more', () => {
  it('gives way to the newest of its line that is', async () => {
    const { claude, standIn } = await testClaude({ models: [{ id: 'claude-sonnet-7', line: 'sonnet' }, { id: 'claude-sonnet-6', line: 'sonnet' }] })
    standIn.replies(failing(404, 'not_found_error', 'model: claude-sonnet-5-5'), answering(breakdown))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown, model: 'claude-sonnet-7' })
    expect(claude.state().month).toMatchObject({ asked: 1, unpriced: 1, microDollars: 0 })
  })

  it('is told as such where the server lists no others', async () => {
    const { claude, standIn } = await testClaude({ models: null })
    standIn.replies(failing(404, 'not_found_error'))
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_MODEL_UNKNOWN', data: { detail: 'claude-sonnet-5-5' } })
  })

  it('is told where the user chose it', async () => {
    const { claude, standIn, set } = await testClaude()
    set({ claudeModels: { quick: null, standard: 'claude-nowhere', deep: null } })
    standIn.replies(failing(404, 'not_found_error'))
    expect(await failureOf(claude.ask(question))).toMatchObject({ code: 'CLAUDE_MODEL_UNKNOWN', data: { detail: 'claude-nowhere' } })
    expect(standIn.requests).toHaveLength(1)
  })
})

describe('the list of models', () => {
  const models = [
    { id: 'claude-sonnet-7', display_name: 'Claude Sonnet 7', line: 'sonnet' }, { id: 'claude-sonnet-5-5', line: 'sonnet', lifecycle: 'deprecated', retires_at: '2027-06-30T00:00:00Z' },
    { id: 'claude-opus-5', line: 'opus', lifecycle: 'deprecated' }, { id: 'claude-opus-3', line: 'opus', lifecycle: 'retired' },
  ] as const

  it('is kept over a restart, for its own address', async () => {
    const first = await testClaude({ models })
    await first.claude.test()
    const again = first.reopen()
    expect(again.state()).toMatchObject({ knownFrom: 'Claude', toldAt: expect.any(String) as string, known: [{ id: 'claude-sonnet-7', name: 'Claude Sonnet 7' }, { id: 'claude-sonnet-5-5' }, { id: 'claude-opus-5' }] })
    first.set({ claudeAddress: 'http://localhost:1' })
    expect(again.state()).toMatchObject({ knownFrom: 'CastMatch', toldAt: null })
  })

  it('tells which model is to be retired, and leaves it for one that stays', async () => {
    const { claude, set } = await testClaude({ models })
    await claude.test()
    expect(claude.state().models).toEqual([
      { kind: 'quick', id: 'claude-haiku-5-5', chosen: false, leaving: null }, { kind: 'standard', id: 'claude-sonnet-7', chosen: false, leaving: null },
      { kind: 'deep', id: 'claude-opus-5', chosen: false, leaving: { on: null } },
    ])
    set({ claudeModels: { quick: null, standard: 'claude-sonnet-5-5', deep: null } })
    expect(claude.state().models[1]).toEqual({ kind: 'standard', id: 'claude-sonnet-5-5', chosen: true, leaving: { on: '2027-06-30' } })
  })

  it('is asked for beside a question where it is a day old, and not more often', async () => {
    let now = new Date('2026-11-21T10:00:00Z')
    const { claude, standIn } = await testClaude({ models }, { now: () => now })
    standIn.replies(answering(breakdown))
    const ask = (system: string) => claude.ask({ ...question, system })
    await ask('One.')
    await vi.waitFor(() => expect(claude.state().toldAt).toBe('2026-11-21T10:00:00.000Z'))
    await ask('Two.')
    now = new Date('2026-11-22T09:59:00Z')
    await ask('Three.')
    expect(standIn.listings).toHaveLength(1)
    now = new Date('2026-11-22T10:00:00Z')
    await ask('Four.')
    await vi.waitFor(() => expect(claude.state().toldAt).toBe('2026-11-22T10:00:00.000Z'))
    expect(standIn.listings).toHaveLength(2)
  })

  it('disturbs nobody where the server has none, and is not asked for again within the hour', async () => {
    const { claude, standIn } = await testClaude({ models: null })
    standIn.replies(answering(breakdown))
    expect(await claude.ask(question)).toMatchObject({ value: breakdown })
    await vi.waitFor(() => expect(standIn.listings).toHaveLength(1))
    await claude.ask({ ...question, system: 'Two.' })
    await claude.ask({ ...question, system: 'Three.' })
    expect(standIn.listings).toHaveLength(1)
    expect(claude.state().knownFrom).toBe('CastMatch')
  })
})
