import type { BeforeSending, Conversation, ExactRequest, Message, MessageBlock, OpenPlace, RecordCard } from '../../src-preload/contract/chat.ts'
import type { TurnMessage, TurnRequest } from '../claude/chatTurn.ts'
import type { KeptMessage } from './messages.ts'
import type { KeptAction } from './actions.ts'
import type { ChatTool, ToolContext } from './tool.ts'

/** What a question to Claude is made of. */
export interface TurnMatter {
  readonly conversation: Conversation
  /**
   * What was said before the question, oldest first, without cards, back to where more than a window of Claude's is read.
   *
   * The `wire` of each is legal by itself: it begins and ends with the assistant, and every call of a tool has its result. That of
   * an answer from the records says only that there was one: its records may not be Claude's to see.
   */
  readonly history: readonly KeptMessage[]
  /** The question; one that is only looked at before it is sent is not in the database. */
  readonly question: KeptMessage
  readonly place: OpenPlace
  /** The answer so far, where it goes on after tools: the assistant first, the results of its tools last. */
  readonly answered: readonly TurnMessage[]
  readonly tools: readonly ChatTool[]
  /** What the conversation holds for the time being, oldest first. */
  readonly working: readonly string[]
}

/** Puts names back into text that comes in pieces; what may be the half of a name is held back until it is known. */
export interface Reveal {
  readonly feed: (text: string) => string
  readonly flush: () => string
}

/** A request that is ready to be sent. */
export interface AssembledTurn {
  readonly request: TurnRequest
  /** The memories that are in it. */
  readonly memories: readonly Message['memories'][number][]
  /** A new one for each run of words. */
  readonly reveal: () => Reveal
  readonly revealInput: (input: unknown) => unknown
}

/** What stands between a question and Claude: how it is put together, and what has to be asked before. */
export interface Sending {
  readonly assemble: (matter: TurnMatter) => Promise<AssembledTurn>
  readonly before: (matter: TurnMatter) => Promise<BeforeSending>
  /** Throws CLAUDE_ASKS_FIRST or CLAUDE_OVER_BUDGET where a yes is missing in `agreed`, and nothing where the records would answer. */
  readonly assertAgreed: (matter: TurnMatter, agreed: readonly BeforeSending['asks'][number][]) => Promise<void>
  readonly exactRequest: (matter: TurnMatter, count: boolean) => Promise<ExactRequest>
}

/** An answer from the records alone. */
export interface RecordsAnswer {
  readonly blocks: readonly MessageBlock[]
  readonly cards: readonly RecordCard[]
  readonly needsClaude: boolean
  /** What was understood, in one line. */
  readonly detail: string
}

/**
 * Makes an action out of what the user said in so many words, and does it at once or after her yes.
 *
 * Gives the action as it stands then, or in a sentence why it cannot be done at all.
 */
export type ByWord = (tool: string, input: unknown, when: 'atOnce' | 'afterYes') => Promise<{ readonly action: KeptAction } | { readonly refused: string }>

/** Answers a question from the records alone. */
export type AnswerFromRecords = (asked: {
  readonly text: string
  readonly place: OpenPlace
  readonly conversation: Conversation
  readonly context: ToolContext
  readonly byWord: ByWord
}) => Promise<RecordsAnswer>
