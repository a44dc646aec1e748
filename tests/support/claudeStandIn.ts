import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { complaintsAbout, type WireRequest } from './messagesApi.ts'
import { wireOf, type SaidBlock } from './saidBlocks.ts'

/** What the stand-in does with one request. */
export type Reply = (response: ServerResponse, request: WireRequest) => void | Promise<void>

/** A server that speaks the Messages API over real HTTP, refuses what the real one would, and fails as it is told. */
export interface ClaudeStandIn {
  readonly address: string
  /** Every question, in order, also those that it refused. */
  readonly requests: readonly WireRequest[]
  /** Every request for the list of models, which the office asks for by itself once a day. */
  readonly listings: readonly WireRequest[]
  /** Gives the replies to the next questions, in order; the last stands for all that follow. */
  replies(...replies: readonly Reply[]): void
  /** Gives one reply to every question that asks for an answer of a given shape (a title, a memory); the others go on in order. */
  repliesToShapes(reply: Reply): void
  /** Resolves when the n-th question (from 1) has come in. */
  arrived(count: number): Promise<void>
  /** Resolves when the line of the n-th question (from 1) was closed before its answer was whole: who asked has let go. */
  leftAlone(count: number): Promise<void>
  close(): Promise<void>
}

/** How the stand-in begins. */
export interface StandInOptions {
  /** The one key that it takes; any where left out. */
  readonly key?: string
  readonly models?: readonly StandInModel[] | null
  /** What `count_tokens` counts; null where this server cannot count. */
  readonly tokens?: number | null
}

/** A model of the stand-in's list. */
export interface StandInModel {
  readonly id: string
  readonly display_name?: string
  readonly line?: string
  readonly lifecycle?: 'active' | 'deprecated' | 'retired'
  readonly retires_at?: string
}

const usualModels = [
  { id: 'claude-opus-5-5', display_name: 'Claude Opus 5.5', line: 'opus' },
  { id: 'claude-sonnet-5-5', display_name: 'Claude Sonnet 5.5', line: 'sonnet' },
  { id: 'claude-haiku-5-5', display_name: 'Claude Haiku 5.5', line: 'haiku' },
]

/** Starts a stand-in on a free port of this machine. A request that the real API would refuse gets its 400. */
export async function startClaudeStandIn({ key, models = usualModels, tokens = 1_000 }: StandInOptions = {}): Promise<ClaudeStandIn> {
  const requests: WireRequest[] = []
  const listings: WireRequest[] = []
  let queue: readonly Reply[] = [answering({})]
  let toShapes: Reply | null = null
  let asked = 0
  let arrivals: { readonly count: number; readonly resolve: () => void }[] = []
  const departures = new Map<number, PromiseWithResolvers<void>>()
  const departure = (count: number): PromiseWithResolvers<void> => {
    const known = departures.get(count) ?? Promise.withResolvers<void>()
    departures.set(count, known)
    return known
  }
  const answer = async (request: WireRequest, response: ServerResponse): Promise<void> => {
    (request.method === 'GET' ? listings : requests).push(request)
    const given = request.headers['x-api-key'] ?? request.headers.authorization?.replace(/^Bearer /, '')
    if (key !== undefined && given !== key) return failing(401, 'authentication_error', `invalid key ${given}`)(response, request)
    const complaints = complaintsAbout(request)
    if (complaints.length > 0) return failing(400, 'invalid_request_error', complaints.join('; '))(response, request)
    if (request.method === 'GET') {
      if (models === null) return failing(404, 'not_found_error', 'no such place')(response, request)
      return sendJson(response, 200, { data: models.map(model => ({ type: 'model', created_at: '2026-10-07T00:00:00Z', lifecycle: 'active', ...model })), has_more: false, first_id: null, last_id: null })
    }
    if (request.path.startsWith('/v1/messages/count_tokens')) {
      return tokens === null ? failing(404, 'not_found_error', 'no such place')(response, request) : sendJson(response, 200, { input_tokens: tokens })
    }
    if (toShapes !== null && asksForShape(request)) return await toShapes(response, request)
    const reply = queue[Math.min(asked, queue.length - 1)] ?? answering({})
    asked += 1
    const count = asked
    response.once('close', () => {
      if (!response.writableFinished) departure(count).resolve()
    })
    arrivals = arrivals.filter(({ count, resolve }) => {
      if (asked >= count) resolve()
      return asked < count
    })
    await reply(response, request)
  }
  const server = createServer((incoming, response) => {
    void read(incoming).then(request => answer(request, response))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    listings,
    replies: (...replies) => {
      queue = replies
      asked = 0
      departures.clear()
    },
    repliesToShapes: reply => {
      toShapes = reply
    },
    leftAlone: count => departure(count).promise,
    arrived: count => new Promise(resolve => {
      if (asked >= count) resolve()
      else arrivals.push({ count, resolve })
    }),
    close: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
  return { method: incoming.method ?? '', path: incoming.url ?? '/', headers, body: text === '' ? null : toJson(text) }
}

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const sendJson = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** How an answer of the stand-in is. */
export interface Answering {
  readonly stopReason?: string
  readonly usage?: Readonly<Record<string, number>>
  readonly model?: string
}

/** The events of a whole answer, in the order of the Messages API. A text is sent in two pieces. */
function eventsOf(text: string, model: string, { stopReason = 'end_turn', usage = {} }: Answering): readonly (Readonly<Record<string, unknown>> & { readonly type: string })[] {
  const all = { input_tokens: 100, output_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, ...usage }
  const half = Math.ceil(text.length / 2)
  return [
    { type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage: { ...all, output_tokens: 1 } } },
    { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Let me read the scene again.' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...[text.slice(0, half), text.slice(half)].map(piece => ({ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: piece } })),
    { type: 'content_block_stop', index: 1 },
    { type: 'message_delta', delta: { stop_reason: stopReason, stop_sequence: null }, usage: { output_tokens: all.output_tokens } },
    { type: 'message_stop' },
  ]
}

const write = (response: ServerResponse, event: Readonly<Record<string, unknown>> & { readonly type: string }): void => {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
}

const beginStream = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

const asksForShape = ({ body }: WireRequest): boolean => JSON.stringify((body as { readonly output_config?: unknown } | null)?.output_config ?? null).includes('"format"')

const modelOf = ({ body }: WireRequest): string => (typeof body === 'object' && body !== null && 'model' in body ? String(body.model) : '')

/** Answers with a value as JSON, or with a text as it is. */
export const answering = (value: unknown, how: Answering = {}): Reply => (response, request) => {
  beginStream(response)
  for (const event of eventsOf(typeof value === 'string' ? value : JSON.stringify(value), how.model ?? modelOf(request), how)) write(response, event)
  response.end()
}

/** Fails with a status and a kind of error in Anthropic's words. */
export const failing = (status: number, type: string, message = 'no', headers: Readonly<Record<string, string>> = {}): Reply => response =>
  sendJson(response, status, { type: 'error', error: { type, message }, request_id: 'req_1' }, headers)

/** Begins an answer and then fails in the stream, as Claude does where it becomes overloaded meanwhile. */
export const failingMidway = (type: string): Reply => (response, request) => {
  beginStream(response)
  for (const event of eventsOf('{"half', modelOf(request), {}).slice(0, 7)) write(response, event)
  response.end(`event: error\ndata: ${JSON.stringify({ type: 'error', error: { type, message: 'no' } })}\n\n`)
}

/** Begins an answer and then cuts the line: rudely, as a lost network does, or by a clean end in the middle. */
export const cutting = (how: 'rude' | 'clean'): Reply => (response, request) => {
  beginStream(response)
  for (const event of eventsOf('{"half', modelOf(request), {}).slice(0, 7)) write(response, event)
  if (how === 'clean') response.end()
  else response.socket?.destroy()
}

/** Drops the line before a word is said. */
export const hangingUp: Reply = response => {
  response.socket?.destroy()
}

/** Begins an answer and never ends it. */
export const dawdling: Reply = (response, request) => {
  beginStream(response)
  for (const event of eventsOf('{"half', modelOf(request), {}).slice(0, 3)) write(response, event)
}

/** Sends the visitor elsewhere. */
export const sendingTo = (address: string): Reply => response => {
  response.writeHead(307, { location: `${address}/v1/messages` }).end()
}

/** Answers as some other web server would. */
export const beingAnotherServer: Reply = response => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>It works</h1>')
}

/** Passes the question on to another stand-in and its answer back. */
export const passingOn = (address: string): Reply => async (response, { path, body }) => {
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'anthropic-version': '2026-10-21', 'x-api-key': 'any' }, body: JSON.stringify(body) })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(await answer.text())
}

/** How a turn is said. */
export interface Saying extends Answering {
  /** Tokens a second, or a gate that is awaited before each piece; all at once where left out. */
  readonly pace?: number | (() => Promise<unknown>)
  /**
   * Ends the answer early, after so many pieces of text, thought or input: the line is cut rudely or cleanly, falls silent,
   * an error of this kind comes in the stream, or something that is no event at all.
   */
  readonly breaks?: { readonly after: number; readonly how: 'rude' | 'clean' | 'silent' | 'garbage' | { readonly error: string } }
}

/** Says a turn: text, thought and calls of tools in small pieces, as Claude streams them. */
export const saying = (blocks: readonly SaidBlock[], how: Saying = {}): Reply => async (response, request) => {
  const { pace, breaks } = how
  const wait = typeof pace === 'number' ? () => setTimeout(1_000 / pace) : pace
  const stopReason = how.stopReason ?? (blocks.some(block => 'tool' in block) ? 'tool_use' : 'end_turn')
  const usage = { input_tokens: 100, output_tokens: 20, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, ...how.usage }
  beginStream(response)
  write(response, { type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', model: how.model ?? modelOf(request), content: [], stop_reason: null, stop_sequence: null, usage: { ...usage, output_tokens: 1 } } })
  write(response, { type: 'ping' })
  let said = 0
  for (const [index, block] of blocks.entries()) {
    const { start, deltas } = wireOf(block, blocks, index)
    write(response, { type: 'content_block_start', index, content_block: start })
    for (const delta of deltas) {
      if (said === breaks?.after) return breakOff(response, breaks.how)
      if (wait) await wait()
      if (response.destroyed) return
      write(response, { type: 'content_block_delta', index, delta })
      said += 1
    }
    write(response, { type: 'content_block_stop', index })
  }
  if (breaks) return breakOff(response, breaks.how)
  write(response, { type: 'message_delta', delta: { stop_reason: stopReason, stop_sequence: null }, usage: { output_tokens: usage.output_tokens } })
  write(response, { type: 'message_stop' })
  response.end()
}

function breakOff(response: ServerResponse, how: NonNullable<Saying['breaks']>['how']): void {
  if (how === 'silent') return
  // A comment of the stream, so that what was said is out before the line is cut.
  if (how === 'rude') response.write(':\n\n', () => response.socket?.destroy())
  else if (how === 'clean') response.end()
  else if (how === 'garbage') response.end('event: content_block_delta\ndata: {"type":"content_block_del\n\n')
  else response.end(`event: error\ndata: ${JSON.stringify({ type: 'error', error: { type: how.error, message: 'no' } })}\n\n`)
}
