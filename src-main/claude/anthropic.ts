import type Anthropic from '@anthropic-ai/sdk'
import type { KnownModel } from './models.ts'
import { noTokens, type TokenUsage } from './prices.ts'

/** Where to ask, and the key to ask with. */
export interface Line {
  readonly address: string
  readonly key: string
}

/** What Claude said: its text, why it stopped, and what it cost. */
export interface Said {
  readonly text: string
  readonly stopReason: Anthropic.StopReason | null
  readonly model: string
  readonly usage: TokenUsage
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
export async function converse(line: Line, body: Anthropic.MessageCreateParamsNonStreaming, signal: AbortSignal): Promise<Said> {
  const client = await clientFor(line)
  const events = await client.messages.create({ ...body, stream: true }, { signal })
  let said: Said = { text: '', stopReason: null, model: body.model, usage: noTokens }
  let isDone = false
  for await (const event of events) {
    if (event.type === 'message_start') said = { ...said, model: event.message.model, usage: tokensOf(event.message.usage, said.usage) }
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') said = { ...said, text: said.text + event.delta.text }
    if (event.type === 'message_delta') said = { ...said, stopReason: event.delta.stop_reason, usage: tokensOf(event.usage, said.usage) }
    if (event.type === 'message_stop') isDone = true
  }
  signal.throwIfAborted()
  if (!isDone) throw new Error(cutShort)
  return said
}

/** Lists the models that a key may use, newest first; at most 200. Throws what the SDK throws. */
export async function listModels(line: Line, signal: AbortSignal): Promise<readonly KnownModel[]> {
  const client = await clientFor(line)
  const models: KnownModel[] = []
  for await (const model of client.models.list({ limit: 100 }, { signal })) {
    // A server that speaks as Claude does may know less of its models than Claude.
    const { id, display_name: name, line: of, lifecycle } = model as Partial<Anthropic.ModelInfo>
    if (typeof id === 'string' && lifecycle !== 'retired') models.push({ id, name: name ?? id, line: of ?? null })
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
function tokensOf(usage: Partial<Anthropic.MessageDeltaUsage>, before: TokenUsage): TokenUsage {
  return {
    input: usage.input_tokens ?? before.input,
    output: usage.output_tokens ?? before.output,
    cacheWrite: usage.cache_creation_input_tokens ?? before.cacheWrite,
    cacheRead: usage.cache_read_input_tokens ?? before.cacheRead,
  }
}
