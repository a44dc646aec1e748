import { Readable } from 'node:stream'
import { LLMock } from '@copilotkit/aimock'
import { getLocal, type Mockttp } from 'mockttp'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { TurnPiece, TurnRequest } from '../../src-main/claude/chatTurn.ts'
import { testClaude } from './office.ts'

const turn: TurnRequest = {
  kind: 'quick', system: [{ text: 'You help a casting director.' }], tools: [], messages: [{ role: 'user', blocks: [{ kind: 'text', text: 'Who?' }] }],
  maxTokens: 200, subject: 'this conversation', productionId: null,
}
const sse = (...events: readonly object[]): string => events.map(event => `event: ${'type' in event ? String(event.type) : ''}\ndata: ${JSON.stringify(event)}\n\n`).join('')
const start = { type: 'message_start', message: { id: 'm', type: 'message', role: 'assistant', model: 'claude-haiku-5-5', content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 9, output_tokens: 1 } } }
const begun = sse(start, { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Devnath' } })
const ended = sse({ type: 'content_block_stop', index: 0 }, { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 3 } }, { type: 'message_stop' })
const stream = { 'content-type': 'text/event-stream' }

/** An office whose Claude is a server that is faulty on the wire. */
async function behind(prepare: (server: Mockttp) => Promise<unknown>) {
  const server = getLocal({ recordTraffic: false })
  await server.start()
  onTestFinished(() => server.stop())
  await prepare(server)
  const office = await testClaude()
  office.set({ claudeAddress: server.url })
  office.claude.setKey('any-key-at-all')
  const heard: TurnPiece[] = []
  const take = () => office.claude.converse(turn, piece => heard.push(piece), new AbortController().signal)
  return { ...office, take, heard }
}

describe('a turn over a wire with faults', () => {
  it.each<[string, (server: Mockttp) => Promise<unknown>, string]>([
    ['is reset before a word', server => server.forPost('/v1/messages').thenResetConnection(), 'CLAUDE_OFFLINE'],
    ['is closed before a word', server => server.forPost('/v1/messages').thenCloseConnection(), 'CLAUDE_OFFLINE'],
    ['ends in the middle of an event', server => server.forPost('/v1/messages').thenReply(200, begun.slice(0, -20), stream), 'CLAUDE_OFFLINE'],
    ['carries an event that is half a JSON', server => server.forPost('/v1/messages').thenReply(200, `${begun}event: content_block_delta\ndata: {"type":"content_bl\n\n${ended}`, stream), 'CLAUDE_OFFLINE'],
    ['carries a page instead of a stream', server => server.forPost('/v1/messages').thenReply(200, '<h1>Sign in to the Wi-Fi</h1>', { 'content-type': 'text/html' }), 'CLAUDE_OFFLINE'],
    ['carries nothing at all', server => server.forPost('/v1/messages').thenReply(200, '', stream), 'CLAUDE_OFFLINE'],
    ['carries a gateway\'s page', server => server.forPost('/v1/messages').thenReply(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' }), 'CLAUDE_OVERLOADED'],
  ])('that %s is told by its code', async (_name, prepare, code) => {
    const { take } = await behind(prepare)
    await expect(take()).rejects.toMatchObject({ code })
  })

  it('that never answers is told by its time limit', async () => {
    const server = getLocal()
    await server.start()
    onTestFinished(() => server.stop())
    await server.forPost('/v1/messages').thenTimeout()
    const office = await testClaude({}, { limits: { quick: 60, standard: 1, deep: 1 } })
    office.set({ claudeAddress: server.url })
    office.claude.setKey('any-key-at-all')
    await expect(office.claude.converse(turn, () => undefined, new AbortController().signal)).rejects.toMatchObject({ code: 'TIME_LIMIT' })
  })

  it('that passes by itself is not seen by the user', async () => {
    const { take, heard } = await behind(async server => {
      await server.forPost('/v1/messages').once().thenResetConnection()
      await server.forPost('/v1/messages').once().thenReply(200, begun, stream)
      await server.forPost('/v1/messages').thenReply(200, begun + ended, stream)
    })
    expect(await take()).toMatchObject({ blocks: [{ kind: 'text', text: 'Devnath' }], stopReason: 'end', usage: { input: 18, output: 4 } })
    expect(heard.map(({ kind }) => kind)).toEqual(['pausing', 'text', 'pausing', 'restart', 'text'])
  })

  it('that cuts its events anywhere, in the middle of a letter too, is read whole', async () => {
    const { take } = await behind(async server => {
      const text = sse(start, { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'रामदीन' } }) + ended
      const bytes = Buffer.from(text)
      await server.forPost('/v1/messages').thenStream(200, Readable.from(Array.from({ length: Math.ceil(bytes.length / 5) }, (_, at) => bytes.subarray(at * 5, at * 5 + 5))), stream)
    })
    expect(await take()).toMatchObject({ blocks: [{ kind: 'text', text: 'रामदीन' }] })
  })

  it('that is long is stopped in the middle, at a server that others wrote as well', async () => {
    const aimock = new LLMock({ port: 0, chunkSize: 4, latency: 20 })
    aimock.onMessage('Who?', { content: 'Devnath Rai could play him, and so could many others. '.repeat(40) })
    await aimock.start()
    onTestFinished(() => aimock.stop())
    const office = await testClaude()
    office.set({ claudeAddress: aimock.url })
    office.claude.setKey('any-key-at-all')
    const stopping = new AbortController()
    const heard: string[] = []
    const taken = office.claude.converse(turn, piece => {
      if (piece.kind === 'text') heard.push(piece.text)
      if (heard.length === 3) stopping.abort()
    }, stopping.signal)
    await expect(taken).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(heard.join('')).toBe('Devnath Rai ')
  })
})
