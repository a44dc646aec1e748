import type Anthropic from '@anthropic-ai/sdk'
import type { TurnBlock } from './chatTurn.ts'
import type { KnownModel } from './models.ts'
import { noTokens, type TokenUsage } from './prices.ts'
import { createReading, type Hear } from './turnReading.ts'

/** Where to ask, and the key to ask with. */
export interface Line {
  readonly address: string
  readonly key: string
}

/** What Claude said: its blocks, why it stopped, and what it cost. A call of a tool is among the blocks only where its input came whole. */
export interface Said {
  readonly blocks: readonly TurnBlock[]
  /** Whether a call of a tool was begun whose input did not come whole. */
  readonly lostCall: boolean
  readonly stopReason: Anthropic.StopReason | null
  readonly model: string
  readonly usage: TokenUsage
}

/** What is told while Claude answers. */
export interface Ears {
  /** The pieces of the answer as they come. */
  readonly hear?: Hear
  /** The model and the tokens so far, each time the server tells them: also an answer that breaks off is paid for. */
  readonly count: (model: string, usage: TokenUsage) => void
  /** Something came over the line. */
  readonly alive?: () => void
}

/** A stream that ended before Claude had said that it is done. */
export const cutShort = 'The answer broke off.'

/** How long the server may take until it begins to answer, in milliseconds. */
const beginLimit = 10 * 60_000

/**
 * Sends one question over the wire and listens to the whole answer.
 *
 * It is streamed, so that long thought is not taken for a dead line. Nothing is tried twice here: that is patience.ts. Throws
 * what the SDK throws, and an Error `cutShort` where the stream ends in the middle.
 */
export async function converse(line: Line, body: Anthropic.MessageCreateParamsNonStreaming, { hear, count, alive }: Ears, signal: AbortSignal): Promise<Said> {
  const client = await clientFor(line)
  const events = await client.messages.create({ ...body, stream: true }, { signal })
  const reading = createReading(hear)
  let said: Omit<Said, 'blocks' | 'lostCall'> = { stopReason: null, model: body.model, usage: noTokens }
  let isDone = false
  for await (const event of events) {
    // Where the signal aborted, pieces that were under way are heard no more.
    if (signal.aborted) break
    alive?.()
    reading.read(event)
    if (event.type === 'message_start') said = { ...said, model: event.message.model, usage: tokensOf(event.message.usage, said.usage) }
    if (event.type === 'message_delta') said = { ...said, stopReason: event.delta.stop_reason, usage: tokensOf(event.usage, said.usage) }
    if (event.type === 'message_start' || event.type === 'message_delta') count(said.model, said.usage)
    if (event.type === 'message_stop') isDone = true
  }
  signal.throwIfAborted()
  if (!isDone) throw new Error(cutShort)
  return { ...said, ...reading.end(said.stopReason) }
}

/** The text that was said, all its blocks as one. */
export const textOf = ({ blocks }: Pick<Said, 'blocks'>): string => blocks.map(block => (block.kind === 'text' ? block.text : '')).join('')

/** Asks how many tokens a question is. Throws what the SDK throws. */
export async function countTokens(line: Line, body: Anthropic.MessageCountTokensParams, signal: AbortSignal): Promise<number> {
  const client = await clientFor(line)
  return (await client.messages.countTokens(body, { signal })).input_tokens
}

/** Lists the models that a key may use, newest first; at most 200. Throws what the SDK throws. */
export async function listModels(line: Line, signal: AbortSignal): Promise<readonly KnownModel[]> {
  const client = await clientFor(line)
  const models: KnownModel[] = []
  for await (const model of client.models.list({ limit: 100 }, { signal })) {
    // A server that speaks as Claude does may know less of its models than Claude.
    const { id, display_name: name, line: of, lifecycle, retires_at: retires } = model as Partial<Anthropic.ModelInfo>
    const leaving = lifecycle === 'deprecated' ? { leaving: { on: retires?.slice(0, 10) ?? null } } : {}
    if (typeof id === 'string' && lifecycle !== 'retired') models.push({ id, name: name ?? id, line: of ?? null, ...leaving })
    if (models.length >= 200) break
  }
  return models
}

/** The SDK takes a third of a second to load: only who asks waits for it. */
async function clientFor({ address, key }: Line): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk')
  return new Client({
    apiKey: key,
    baseURL: address,
    maxRetries: 0,
    timeout: beginLimit,
    // It would print questions and answers where an environment variable asks for it.
    logLevel: 'off',
    openTelemetry: false,
    // A redirect would carry the key and the question to a place that nobody set.
    fetchOptions: { redirect: 'error' },
  })
}

/** Later counts stand for earlier ones: the last event of a stream tells the whole. */
function tokensOf(usage: Partial<Anthropic.MessageDeltaUsage> | undefined, before: TokenUsage): TokenUsage {
  return {
    input: usage?.input_tokens ?? before.input,
    output: usage?.output_tokens ?? before.output,
    cacheWrite: usage?.cache_creation_input_tokens ?? before.cacheWrite,
    cacheRead: usage?.cache_read_input_tokens ?? before.cacheRead,
  }
}
