import type Anthropic from '@anthropic-ai/sdk'
import type { ClaudePreview } from '../../src-preload/contract/claude.ts'
import { costOf, inPaise } from './prices.ts'
import { pictureSize } from '../media/pictureSize.ts'
import { messageFor, questionHash, type ClaudePart, type ClaudeRequest } from './question.ts'

/**
 * Estimates how many tokens a text is, rather too many than too few.
 *
 * Some 3 Latin letters to a token, and 1.2 of any other script: Claude's own count is not to be had without sending the
 * text. Anthropic's rule of thumb of 3.5 English letters is of models whose tokens were some 30% longer.
 */
export function estimateTokens(text: string): number {
  const plain = text.replace(/[^\x20-\x7e\s]/g, '').length
  return Math.ceil(plain / 3 + (text.length - plain) / 1.2)
}

/** Estimates the tokens of a picture: a 750th of its pixels, as Anthropic counts them; 1,600 where its size cannot be read. */
export function estimatePictureTokens(picture: Uint8Array): number {
  const size = pictureSize(picture)
  return size ? Math.ceil((size.width * size.height) / 750) : 1_600
}

/** Estimates the tokens of a whole request, rather too many than too few. */
export function estimateBody({ system, tools, messages, output_config: output }: Anthropic.MessageCreateParamsNonStreaming): number {
  const plain = [system, tools, output?.format?.schema].reduce<number>((sum, part) => sum + (part === undefined ? 0 : estimateTokens(typeof part === 'string' ? part : JSON.stringify(part))), 0)
  return messages.reduce((sum, { content }) => sum + (typeof content === 'string' ? estimateTokens(content) : content.reduce((all, block) => all + estimateBlock(block), 0)), plain)
}

function estimateBlock(block: Anthropic.ContentBlockParam): number {
  if (block.type === 'text') return estimateTokens(block.text)
  if (block.type === 'image' && block.source.type === 'base64') return estimatePictureTokens(Buffer.from(block.source.data, 'base64'))
  return estimateTokens(JSON.stringify(block))
}

/**
 * The most that a request can cost, in millionths of a US dollar: everything read anew and kept, and an answer as long as it may be.
 *
 * Null where no price of the model is known.
 */
export const mostOf = (body: Anthropic.MessageCreateParamsNonStreaming, on: Date, tokens = estimateBody(body)): number | null =>
  costOf(body.model, { input: 0, output: body.max_tokens, cacheWrite: tokens, cacheRead: 0 }, on)

/** What a preview is reckoned with. */
export interface PreviewTerms {
  readonly address: string
  readonly model: string
  readonly on: Date
  /** Rupees for a dollar. */
  readonly rupees: number
  /** Tells whether a question was answered before, by its hash. */
  readonly isAnswered: (hash: string) => boolean
}

/**
 * Shows what a question would send, before it is sent: each part as text, with its characters and estimated tokens.
 *
 * The cost is the most it can be: everything read anew, and an answer as long as it may be. Throws as {@link messageFor} does.
 */
export function previewOf<Value>(request: ClaudeRequest<Value>, { address, model, on, rupees, isAnswered }: PreviewTerms): ClaudePreview {
  const body = messageFor(request, model)
  const shape = JSON.stringify(body.output_config?.format?.schema)
  const parts: ClaudePreview['parts'] = [
    shown('instructions', request.system),
    ...request.content.filter(part => !('text' in part) || part.text.trim() !== '').map(showPart),
    shown('shape', shape),
  ]
  const tokens = parts.reduce((sum, part) => sum + part.tokens, 0)
  const keeps = request.content.some(part => 'text' in part && part.cached)
  const answered = isAnswered(questionHash(body))
  const microDollars = answered ? 0 : costOf(model, { input: keeps ? 0 : tokens, output: body.max_tokens, cacheWrite: keeps ? tokens : 0, cacheRead: 0 }, on)
  return {
    address, model, parts, tokens, answered, microDollars,
    characters: parts.reduce((sum, part) => sum + part.characters, 0),
    paise: microDollars === null ? null : inPaise(microDollars, rupees),
  }
}

const shown = (kind: 'instructions' | 'text' | 'shape', text: string): ClaudePreview['parts'][number] => ({
  kind, text, characters: text.length, tokens: estimateTokens(text),
})

function showPart(part: ClaudePart): ClaudePreview['parts'][number] {
  if ('text' in part) return shown('text', part.text)
  const size = pictureSize(part.picture)
  const kind = part.mediaType === 'image/png' ? 'PNG' : 'JPEG'
  const text = `${kind} picture, ${size ? `${size.width} by ${size.height} pixels, ` : ''}${Math.ceil(part.picture.byteLength / 1_000)} kB`
  return { kind: 'picture', text, characters: 0, tokens: estimatePictureTokens(part.picture) }
}
