import type { z } from 'zod'
import type { ChatAction, MessageBlock, OpenPlace, RecordCard, RecordKind } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'

/** A record by its kind and id; the id of a scene is the script's id, a slash, and its index. */
export interface RecordKey {
  readonly kind: RecordKind
  readonly id: string
}

/** The short references of one conversation: the only way in which Claude names a record. */
export interface Refs {
  /** The card of a record, with a new reference where it has none yet; null where it is not in the database (or was removed). */
  readonly card: (key: RecordKey) => RecordCard | null
  /** The record that a reference means, null where it means none or one of another kind. */
  readonly resolve: (ref: string, kind: RecordKind) => RecordKey | null
}

/** Where and for whom a tool works. */
export interface ToolContext {
  readonly conversationId: ConversationId
  readonly messageId: MessageId
  readonly productionId: ProductionId | null
  readonly place: OpenPlace
  readonly askedBy: ChatAction['askedBy']
  readonly refs: Refs
  /** Whether records of a production may be read: always where CastMatch itself answers, only with consent where Claude does. */
  readonly mayRead: (productionId: ProductionId) => boolean
  readonly signal: AbortSignal
}

/** What a tool found. */
export interface ToolResult {
  /**
   * What Claude is told, as plain data; turned to JSON by the turn.
   *
   * Text that others wrote (scripts, résumés, notes, calendars) stands only inside {@link Quoted}.
   */
  readonly told: unknown
  /** What came of it, in one line for the user: "12 people". */
  readonly detail: string
  readonly cards: readonly RecordCard[]
  /** The call could not be followed; `told` says in a sentence why, so that it can be made again rightly. */
  readonly isError?: true
  readonly draft?: Extract<MessageBlock, { kind: 'tool' }>['draft']
}

/** Text that somebody else wrote, told to Claude as data and never as an instruction. */
export interface Quoted {
  readonly quoted: string
  /** Where it stands: "script Masaan, scene 12, page 18", "notes on t3". */
  readonly from: string
}

interface AnyTool<Input> {
  readonly name: string
  /** For Claude: what it does, when to use it, what it gives. */
  readonly description: string
  readonly input: z.ZodType<Input>
  /** What is done, in words for the user: "Searched the talent book: woman of forty". */
  readonly title: (input: Input, context: ToolContext) => string
}

/** A tool that only looks. */
export interface ReadingTool<Input = unknown> extends AnyTool<Input> {
  readonly writes: false
  readonly run: (input: Input, context: ToolContext) => Promise<ToolResult>
}

/** What a writing tool would do, shown before the user says yes. */
export interface Intention extends Pick<ChatAction, 'title' | 'changes' | 'warnings'> {
  readonly records: readonly RecordCard[]
  /** The input with the ids of the records in place of references: what `act` is given, perhaps days later. */
  readonly settled: unknown
}

/** What was done, and what is needed to take it back; a receipt of null cannot be taken back. */
export interface Done extends ToolResult {
  readonly receipt: unknown
}

/** A tool that changes records: it says what it would do, and does it only after a yes. */
export interface WritingTool<Input = unknown> extends AnyTool<Input> {
  readonly writes: true
  /** Throws CastMatchError where it cannot be done at all. Changes nothing. */
  readonly intend: (input: Input, context: ToolContext) => Promise<Intention>
  /**
   * Does it, as it was shown; throws CONFLICT where the records stand differently by now.
   *
   * Where it answers at once (no promise), what it does and the note that it was done are one transaction; else an end of
   * CastMatch in between leaves the action as failed, with the word that the record has to be looked at.
   */
  readonly act: (settled: unknown, context: ToolContext) => Done | Promise<Done>
  /** Takes it back; throws CONFLICT where that would undo something newer. At once or by a promise, as {@link act}. */
  readonly undo: (receipt: unknown) => void | Promise<void>
}

/** A tool of the chat. */
export type ChatTool = ReadingTool | WritingTool
