import type { z } from 'zod'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { textOf, type Said } from './anthropic.ts'

/**
 * Reads what Claude said as the shape that was asked for.
 *
 * Why it stopped is looked at first: half an answer can look whole. Throws CLAUDE_REFUSED, CLAUDE_TOO_LONG or
 * CLAUDE_UNREADABLE.
 */
export function readAnswer<Value>(said: Pick<Said, 'blocks' | 'stopReason'>, shape: z.ZodType<Value>, subject: string): Value {
  const { stopReason } = said
  if (stopReason === 'refusal') throw new CastMatchError('CLAUDE_REFUSED', { subject })
  if (stopReason === 'model_context_window_exceeded') throw new CastMatchError('CLAUDE_TOO_LONG', { subject })
  if (stopReason === 'max_tokens') throw new CastMatchError('CLAUDE_UNREADABLE', { subject, detail: 'it was longer than allowed and broke off' })
  if (stopReason !== 'end_turn' && stopReason !== 'stop_sequence') throw new CastMatchError('CLAUDE_UNREADABLE', { subject, detail: 'it stopped without an end' })
  return parseAnswer(textOf(said), shape, subject)
}

/** Reads a text as JSON of a shape. Throws CLAUDE_UNREADABLE, which names the place that does not fit but not what stands there. */
export function parseAnswer<Value>(text: string, shape: z.ZodType<Value>, subject: string): Value {
  const parsed = shape.safeParse(fromJson(text, subject))
  if (parsed.success) return parsed.data
  const place = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new CastMatchError('CLAUDE_UNREADABLE', { subject, detail: place === '' ? 'it lacks what was asked for' : `"${place}" is not as asked for` })
}

function fromJson(text: string, subject: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CastMatchError('CLAUDE_UNREADABLE', { subject, detail: 'it is no whole record' })
  }
}
