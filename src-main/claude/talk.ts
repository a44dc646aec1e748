import type Anthropic from '@anthropic-ai/sdk'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { converse, type Line, type Said } from './anthropic.ts'
import type { TurnPiece, TurnRequest, TurnSaid } from './chatTurn.ts'
import { mostOf } from './estimate.ts'
import { costOf } from './prices.ts'
import type { Sender } from './sender.ts'
import { turnBody } from './turnBody.ts'

/** What a turn is taken with. */
export interface TalkParts {
  readonly sender: Sender
  readonly now: () => Date
}

/**
 * Takes one turn of a conversation with a model; see TalkToClaude.converse.
 *
 * Where the server refuses thoughts that are given back, since what stood before them is another by now (a yes that came
 * days later), the turn is sent once more without them.
 */
export async function talk({ sender, now }: TalkParts, request: TurnRequest, line: Line, model: string, hear: (piece: TurnPiece) => void, signal: AbortSignal): Promise<TurnSaid> {
  const { kind, subject, overBudget = false } = request
  const send = (body: Anthropic.MessageCreateParamsNonStreaming) => {
    const sending = { line, kind, model, subject, most: () => mostOf(body, now()), overBudget, signal, hear }
    return sender.send(sending, attempt => converse(line, body, attempt, attempt.stop))
  }
  const body = turnBody(request, model)
  const { result: said, usage } = await send(body).catch((error: unknown) => {
    if (!isAboutThoughts(error) || !hasThoughts(body)) throw error
    return send(turnBody(request, model, false))
  })
  return { blocks: said.blocks, stopReason: reasonOf(said, subject), model: said.model, usage, microDollars: costOf(said.model, usage, now()) }
}

function reasonOf({ blocks, lostCall, stopReason }: Said, subject: string): TurnSaid['stopReason'] {
  if (stopReason === 'refusal') throw new CastMatchError('CLAUDE_REFUSED', { subject })
  if (stopReason === 'model_context_window_exceeded') throw new CastMatchError('CLAUDE_TOO_LONG', { subject })
  if (stopReason === 'max_tokens' || lostCall) return 'cutOff'
  if (stopReason === 'pause_turn') return 'paused'
  return blocks.some(block => block.kind === 'toolCall') ? 'tools' : 'end'
}

const isAboutThoughts = (error: unknown): boolean =>
  error instanceof CastMatchError && error.code === 'CLAUDE_QUESTION_REFUSED' && error.cause instanceof Error && /thinking|signature/i.test(error.cause.message)

const hasThoughts = ({ messages }: Anthropic.MessageCreateParamsNonStreaming): boolean =>
  messages.some(({ content }) => typeof content !== 'string' && content.some(({ type }) => type === 'thinking' || type === 'redacted_thinking'))
