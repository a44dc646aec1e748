import type { z } from 'zod'
import type { ClaudeKind } from '../../src-preload/contract/claude.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TokenUsage } from './prices.ts'

/** A piece of a message to or from Claude, in the words of this office; wire form in anthropic.ts. */
export type TurnBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** What the model thought, with the signature that it must be given back with; `redacted` is thinking that may not be read. */
  | { readonly kind: 'thinking'; readonly text: string; readonly signature: string }
  | { readonly kind: 'redacted'; readonly data: string }
  | { readonly kind: 'toolCall'; readonly callId: string; readonly name: string; readonly input: unknown }
  | { readonly kind: 'toolResult'; readonly callId: string; readonly text: string; readonly isError: boolean }

/** One message of a conversation with Claude. */
export interface TurnMessage {
  readonly role: 'user' | 'assistant'
  readonly blocks: readonly TurnBlock[]
}

/** A tool as Claude is told of it; the input is an object. */
export interface ToolDescription {
  readonly name: string
  readonly description: string
  readonly input: z.ZodType
}

/** What Claude is asked for in a conversation: the stable part first, so that Claude keeps it between the questions. */
export interface TurnRequest {
  readonly kind: ClaudeKind
  /** Instructions, stable ones first; the last with `cached` ends the stretch that Claude keeps. Never text of scripts or people. */
  readonly system: readonly { readonly text: string; readonly cached?: boolean }[]
  readonly tools: readonly ToolDescription[]
  /** User and assistant in turns, the user first and last; every toolCall is answered by a toolResult in the next message. */
  readonly messages: readonly TurnMessage[]
  /** The longest the answer may be in tokens, without thinking. */
  readonly maxTokens: number
  /** What it is about, in the user's words; shown in failures and beside the cost, not sent. */
  readonly subject: string
  readonly productionId: ProductionId | null
  /** Whether the user agreed that this question may pass the monthly budget. */
  readonly overBudget?: boolean
}

/** What is heard while Claude answers. `restart`: the try before failed after it had begun; what it said counts no more. */
export type TurnPiece =
  | { readonly kind: 'text' | 'thinking'; readonly text: string }
  | { readonly kind: 'toolCall'; readonly callId: string; readonly name: string }
  | { readonly kind: 'pausing'; readonly code: string; readonly until: Date; readonly attempt: number }
  | { readonly kind: 'restart' }

/** What Claude said in one turn. A call of a tool is among the blocks only where its input came whole. */
export interface TurnSaid {
  readonly blocks: readonly TurnBlock[]
  readonly stopReason: 'end' | 'tools' | 'cutOff' | 'paused'
  readonly model: string
  readonly usage: TokenUsage
  /** Millionths of a US dollar; null where no price is known. */
  readonly microDollars: number | null
}

/** The exact body of a request, and what it weighs. */
export interface TurnPreview {
  readonly address: string
  readonly model: string
  readonly body: unknown
  /** Estimated, rather too many than too few. */
  readonly tokens: number
  /** The most it can cost, in millionths of a US dollar; null where no price is known. */
  readonly microDollars: number | null
}

/** The office's way to talk with Claude; implemented by {@link file://./claude.ts}. */
export interface TalkToClaude {
  /**
   * Asks for one turn; pieces are heard as they come.
   *
   * Throws the CLAUDE_ codes of contract/errors.ts, TIME_LIMIT, or CANCELLED where the signal aborts; where an answer breaks off
   * after it began and is not tried again, what came was heard as pieces before.
   */
  readonly converse: (request: TurnRequest, hear: (piece: TurnPiece) => void, signal: AbortSignal) => Promise<TurnSaid>
  /** Shows what `converse` would send; needs no key and sends nothing. */
  readonly previewTurn: (request: TurnRequest) => TurnPreview
  /** Asks Claude how many tokens a request is; throws as `converse` does. */
  readonly countTokens: (request: TurnRequest, signal?: AbortSignal) => Promise<number>
}
