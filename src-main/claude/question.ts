import { createHash } from 'node:crypto'
import type Anthropic from '@anthropic-ai/sdk'
import type { z } from 'zod'
import type { ClaudeKind } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { answerSchema } from './answerShape.ts'
import { effortOf, outputRoom, thinks } from './models.ts'

/**
 * One part of what Claude is given to read.
 *
 * A text with `cached` ends a stretch that Claude keeps for five minutes, so that a second question about the same script
 * reads it at a tenth of the price or less; put what stays the same first.
 */
export type ClaudePart = { readonly text: string; readonly cached?: boolean } | { readonly picture: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' }

/** A question to Claude, with the shape that its answer must have. */
export interface ClaudeRequest<Value> {
  readonly kind: ClaudeKind
  /** The instructions. Text of scripts and people never stands here but in `content`, which is data and no instruction. */
  readonly system: string
  readonly content: readonly ClaudePart[]
  /** An object at its top; see answerShape.ts for what it may hold. */
  readonly shape: z.ZodType<Value>
  /** The longest the answer itself may be, in tokens; room for thinking is added where the model thinks. */
  readonly maxTokens: number
  /** What it is about, in the user's words: "the role RAMDIN". Shown in failures and beside the cost; not sent. */
  readonly subject: string
  /** The production whose matter is sent; nothing is sent where nobody allowed it. */
  readonly productionId?: ProductionId
  /** Whether the user agreed that this question may pass the monthly budget. */
  readonly overBudget?: boolean
}

/** How many stretches of a question Claude keeps at most. */
const mostCached = 4
/** The largest picture that Claude takes, in bytes. */
const largestPicture = 5_000_000

/**
 * The body of the request to the Messages API for a question.
 *
 * Blank texts are left out. Throws CLAUDE_TOO_LONG where a picture is over 5 MB, and an Error where nothing is asked or the
 * shape cannot be.
 */
export function messageFor<Value>(request: ClaudeRequest<Value>, model: string): Anthropic.MessageCreateParamsNonStreaming {
  const parts = request.content.filter(part => !('text' in part) || part.text.trim() !== '')
  if (parts.length === 0 || request.system.trim() === '') throw new Error('A question to Claude needs instructions and something to read.')
  const cached = parts.filter(part => 'text' in part && part.cached).slice(-mostCached)
  return {
    model,
    max_tokens: outputRoom(request.kind, model, request.maxTokens),
    system: request.system,
    messages: [{ role: 'user', content: parts.map(part => toBlock(part, cached.includes(part), request.subject)) }],
    output_config: { ...(thinks(model) && { effort: effortOf[request.kind] }), format: { type: 'json_schema', schema: { ...answerSchema(request.shape) } } },
  }
}

/** The SHA-256 of a whole question: model, instructions, every part, and the schema of the answer. Hexadecimal. */
export const questionHash = (body: Anthropic.MessageCreateParamsNonStreaming): string =>
  createHash('sha256').update(JSON.stringify([body.model, body.system, body.messages.map(({ content }) => content), body.output_config?.format])).digest('hex')

function toBlock(part: ClaudePart, cached: boolean, subject: string): Anthropic.TextBlockParam | Anthropic.ImageBlockParam {
  if ('text' in part) return { type: 'text', text: part.text, ...(cached && { cache_control: { type: 'ephemeral' } }) }
  if (part.picture.byteLength > largestPicture) throw new CastMatchError('CLAUDE_TOO_LONG', { subject, detail: 'a picture is over 5 MB' })
  return { type: 'image', source: { type: 'base64', media_type: part.mediaType, data: Buffer.from(part.picture).toString('base64') } }
}
