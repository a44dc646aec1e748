import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ErrorData, procedure } from './errors.ts'
import { ConversationId, MemoryId, MessageId } from './memory.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { ScriptId } from './scripts.ts'
import { TalentId } from './talent.ts'
import { MadeFile, Moment, Nothing } from './words.ts'

/** A conversation, tied to a production or to none. */
export const Conversation = z.object({
  id: ConversationId,
  productionId: ProductionId.nullable(),
  title: z.string().describe('Empty until it has one'),
  titledBy: z.enum(['nobody', 'user', 'castmatch', 'claude']),
  incognito: z.boolean().describe('Nothing is remembered from it and no memory is used in it; it is gone when it is closed'),
  messages: z.number().int(),
  state: z.enum(['idle', 'answering', 'waiting']).describe('waiting: an action waits for a yes'),
  queued: z.number().int().describe('Questions that wait to be sent to Claude'),
  createdAt: Moment,
  updatedAt: Moment,
  archivedAt: Moment.nullable(),
})
export type Conversation = z.infer<typeof Conversation>

/** The kinds of records that an answer can point at. */
export const RecordKind = z.enum(['production', 'script', 'scene', 'role', 'talent', 'session', 'slot', 'memory'])
export type RecordKind = z.infer<typeof RecordKind>

/**
 * A record of this office that an answer points at, shown as a card that opens it.
 *
 * The office makes cards only of records that are in the database; in a text a link `[words](#ref)` stands for the card with
 * that `ref` of the same conversation, and a `ref` without a card is shown as plain words.
 */
export const RecordCard = z.object({
  ref: z.string().describe('Short and valid in its conversation only: "t3", "r1", "s12"'),
  kind: RecordKind,
  id: z.string(),
  productionId: ProductionId.nullable(),
  scriptId: ScriptId.nullable(),
  scene: z.number().int().nullable().describe('Index of the scene in its script, 0-based'),
  title: z.string(),
  line: z.string().describe('One line about it: "Woman, plays 30 to 42, Mumbai, Marathi and Hindi"'),
})
export type RecordCard = z.infer<typeof RecordCard>

/** The id of an action: a UUIDv7 as text. */
export const ActionId = z.string().min(1).brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** A change of records that was asked for in a conversation; nothing is done before the user says yes. */
export const ChatAction = z.object({
  id: ActionId,
  conversationId: ConversationId,
  messageId: MessageId,
  tool: z.string(),
  title: z.string().describe('What will be done, in one line: "Put Asha Rane on the short list for RAMDIN"'),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })).describe('What stands now and what will stand; empty text is nothing'),
  warnings: z.array(z.string()).describe('What she should know before a yes: "on hold for another role until 3 Dec"'),
  records: z.array(RecordCard),
  state: z.enum(['waiting', 'done', 'declined', 'undone', 'failed']),
  failure: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  askedBy: z.enum(['claude', 'user']).describe('user: asked for in words that CastMatch itself understood'),
  askedAt: Moment,
  decidedAt: Moment.nullable(),
  canUndo: z.boolean(),
})
export type ChatAction = z.infer<typeof ChatAction>

/** One piece of a message, in the order it was said. */
export const MessageBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().describe('Markdown; never HTML') }),
  z.object({ kind: z.literal('thinking'), text: z.string() }),
  z.object({
    kind: z.literal('tool'),
    callId: z.string(),
    tool: z.string(),
    title: z.string().describe('What is looked up or done, in words: "Searched the talent book: woman of forty, Bhojpuri"'),
    state: z.enum(['running', 'done', 'failed', 'waiting', 'declined']),
    detail: z.string().describe('What came of it in a line: "12 people", or why it failed'),
    cards: z.array(RecordCard),
    draft: z.object({ language: z.enum(['en', 'hi', 'mr']), to: z.string(), text: z.string() }).nullable().describe('A message to copy, where the tool drafted one'),
    action: ChatAction.nullable(),
  }),
])
export type MessageBlock = z.infer<typeof MessageBlock>

/**
 * A message of a conversation.
 *
 * Answers: `streaming` while they come, `done`, `stopped` (by the user or by an end of CastMatch; what came is kept), or
 * `failed` with why. Questions: `done`, or `queued` until the user sends them.
 */
export const Message = z.object({
  id: MessageId,
  conversationId: ConversationId,
  seq: z.number().int().describe('Place in the conversation, rising, not without gaps'),
  role: z.enum(['user', 'assistant']),
  by: z.enum(['user', 'claude', 'records']).describe('records: answered from the records of this laptop, without Claude'),
  state: z.enum(['streaming', 'done', 'stopped', 'failed', 'queued']),
  blocks: z.array(MessageBlock),
  cards: z.array(RecordCard).describe('Every record that the text may point at'),
  failure: z.object({ code: z.string(), sentence: z.string(), data: ErrorData }).nullable(),
  model: z.string().nullable(),
  paise: z.number().int().nullable().describe('What the answer cost'),
  memories: z.array(z.object({ id: MemoryId, text: z.string() })).describe('Memories that were given to Claude for it'),
  needsClaude: z.boolean().describe('An answer from the records that says that Claude could do more'),
  versions: z.number().int().describe('Earlier versions that a retry or an edit put aside'),
  at: Moment,
})
export type Message = z.infer<typeof Message>

/** What the chat is doing about an answer. */
export const ChatPhase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('asking') }),
  z.object({ kind: z.literal('thinking') }),
  z.object({ kind: z.literal('writing') }),
  z.object({ kind: z.literal('working'), title: z.string().describe('The tool at work, in words') }),
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('pausing'), code: z.string(), until: Moment.describe('When the next try is made'), attempt: z.number().int() }),
])
export type ChatPhase = z.infer<typeof ChatPhase>

/** What happens in a conversation, as it happens. A `message` stands for the whole message; a `delta` adds to one of its blocks. */
export const ChatEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conversation'), conversation: Conversation }),
  z.object({ kind: z.literal('message'), message: Message }),
  z.object({ kind: z.literal('delta'), messageId: MessageId, block: z.number().int(), says: z.enum(['text', 'thinking']).describe('The kind of the block, since a delta may be the first of it'), from: z.number().int().describe('How long the text of the block was before'), text: z.string() }),
  z.object({ kind: z.literal('gone'), messageIds: z.array(MessageId) }),
  z.object({ kind: z.literal('phase'), phase: ChatPhase }),
  z.object({ kind: z.literal('proposed'), count: z.number().int().positive() }).describe('Memories are proposed out of it and wait for a yes'),
])
export type ChatEvent = z.infer<typeof ChatEvent>

/** What stands open on the screen beside the chat, so that "he" and "this scene" are understood. */
export const OpenPlace = z.object({
  productionId: ProductionId.nullable().default(null),
  scriptId: ScriptId.nullable().default(null),
  scene: z.number().int().nullable().default(null),
  roleId: RoleId.nullable().default(null),
  talentId: TalentId.nullable().default(null),
})
export type OpenPlace = z.infer<typeof OpenPlace>

/** What has to be asked before a question goes to Claude. */
export const BeforeSending = z.object({
  who: z.enum(['claude', 'records']).describe('Who would answer'),
  why: z.string().describe('Where it is not Claude: why, in a sentence. Empty otherwise'),
  asks: z.array(z.enum(['first', 'large', 'budget'])).describe('first: nothing of this production (or, without one, of the office) was sent before'),
  tokens: z.number().int().describe('Estimated, rather too many'),
  paise: z.number().int().nullable().describe('The most this one question can cost; null where no price is known'),
  monthPaise: z.number().int().describe('What Claude cost this month so far'),
  budgetPaise: z.number().int().nullable(),
})
export type BeforeSending = z.infer<typeof BeforeSending>

/** The exact request, as it would leave this laptop. */
export const ExactRequest = z.object({
  address: z.string(),
  model: z.string(),
  json: z.string().describe('The body of the request, laid out for reading'),
  parts: z.array(z.object({ title: z.string(), text: z.string(), tokens: z.number().int(), why: z.string().describe('Why it is sent') })),
  tokens: z.number().int(),
  counted: z.boolean().describe('Whether Claude counted the tokens, or CastMatch estimated them'),
  paise: z.number().int().nullable(),
  pseudonyms: z.array(z.object({ name: z.string(), sent: z.string() })).describe('Names that are sent as something else'),
})
export type ExactRequest = z.infer<typeof ExactRequest>

/** A conversation that a search found. */
export const FoundConversation = z.object({
  conversation: Conversation,
  messageId: MessageId.nullable().describe('null where its title was found'),
  excerpt: z.string(),
  marks: z.array(z.object({ from: z.number().int(), to: z.number().int() })).describe('Where the words stand in the excerpt; empty where the meaning was found'),
  at: Moment,
})
export type FoundConversation = z.infer<typeof FoundConversation>

/** A line of what a conversation holds for the time being. */
export const WorkingMemory = z.object({ text: z.string(), at: Moment, until: Moment })
export type WorkingMemory = z.infer<typeof WorkingMemory>

const Question = z.string().trim().min(1, 'a question needs words').max(50_000)
const Agreed = z.array(z.enum(['first', 'large', 'budget'])).default([]).describe('What the user said yes to for this question')

/** Chat: the conversation about the records, with Claude where it may be asked and from the records alone where not. */
export const chat = {
  conversations: procedure
    .route({ summary: 'List the conversations, last used first' })
    .input(z.object({ productionId: ProductionId.nullable().optional(), archived: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(100), offset: z.number().int().min(0).default(0) }))
    .output(z.object({ total: z.number().int(), conversations: z.array(Conversation) })),
  begin: procedure.route({ summary: 'Begin a conversation' }).input(z.object({ productionId: ProductionId.nullable().default(null), incognito: z.boolean().default(false) })).output(Conversation),
  get: procedure.route({ summary: 'Open one conversation' }).input(z.object({ id: ConversationId })).output(Conversation),
  rename: procedure.route({ summary: 'Name a conversation' }).input(z.object({ id: ConversationId, title: z.string().trim().min(1).max(120) })).output(Conversation),
  archive: procedure.route({ summary: 'Put a conversation away, or take it back' }).input(z.object({ id: ConversationId, archived: z.boolean() })).output(Conversation),
  remove: procedure.route({ summary: 'Remove a conversation; it can be restored' }).input(z.object({ id: ConversationId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed conversation back' }).input(z.object({ id: ConversationId })).output(Conversation),
  messages: procedure
    .route({ summary: 'Read messages of a conversation, the newest or those before a place, oldest first' })
    .input(z.object({ conversationId: ConversationId, before: z.number().int().optional(), around: MessageId.optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ messages: z.array(Message), earlier: z.number().int().describe('How many stand before these'), later: z.number().int() })),
  versions: procedure.route({ summary: 'Read the earlier versions of a message, newest first' }).input(z.object({ messageId: MessageId })).output(z.array(Message)),
  follow: procedure
    .route({ summary: 'Follow a conversation: how it stands, what is being answered, and every event from then on' })
    .input(z.object({ conversationId: ConversationId }))
    .output(eventIterator(ChatEvent)),
  before: procedure
    .route({ summary: 'Tell what has to be asked before a question is sent; sends nothing' })
    .input(z.object({ conversationId: ConversationId, text: Question, place: OpenPlace.optional() }))
    .output(BeforeSending),
  exactRequest: procedure
    .route({ summary: 'Show the exact request that a question would send; sends nothing but, where Claude is ready, a count of its tokens if asked' })
    .input(z.object({ conversationId: ConversationId, text: Question, place: OpenPlace.optional(), count: z.boolean().default(false) }))
    .output(ExactRequest),
  send: procedure
    .route({ summary: 'Ask; the question is kept before anything is sent, and the answer comes by follow' })
    .input(z.object({
      conversationId: ConversationId,
      text: Question,
      place: OpenPlace.optional(),
      agreed: Agreed,
      to: z.enum(['claude', 'records', 'queue']).default('claude').describe('claude falls back to the records where Claude cannot be asked'),
    }))
    .output(z.object({ question: Message, answer: Message.nullable().describe('null for a queued question') })),
  sendQueued: procedure.route({ summary: 'Send a queued question now' }).input(z.object({ messageId: MessageId, agreed: Agreed })).output(z.object({ question: Message, answer: Message })),
  dropQueued: procedure.route({ summary: 'Take a queued question out again' }).input(z.object({ messageId: MessageId })).output(Nothing),
  stop: procedure.route({ summary: 'Stop the answer that is coming; what came is kept' }).input(z.object({ conversationId: ConversationId })).output(Nothing),
  retry: procedure.route({ summary: 'Answer a question anew; the answer before is kept as a version' }).input(z.object({ answerId: MessageId, agreed: Agreed })).output(z.object({ answer: Message })),
  edit: procedure
    .route({ summary: 'Ask an earlier question in other words; what followed is kept as a version' })
    .input(z.object({ questionId: MessageId, text: Question, place: OpenPlace.optional(), agreed: Agreed }))
    .output(z.object({ question: Message, answer: Message.nullable() })),
  decide: procedure.route({ summary: 'Say yes or no to an action; the answer goes on afterwards' }).input(z.object({ actionId: ActionId, yes: z.boolean() })).output(ChatAction),
  undoAction: procedure.route({ summary: 'Take back what an action did' }).input(z.object({ actionId: ActionId })).output(ChatAction),
  actions: procedure
    .route({ summary: 'Read the log of actions, newest first: what, who asked, what came of it' })
    .input(z.object({ conversationId: ConversationId.optional(), limit: z.number().int().min(1).max(500).default(100), offset: z.number().int().min(0).default(0) }))
    .output(z.object({ total: z.number().int(), actions: z.array(ChatAction) })),
  search: procedure
    .route({ summary: 'Search all conversations by words and meaning' })
    .input(z.object({ text: z.string().trim().min(1).max(500), productionId: ProductionId.nullable().optional(), limit: z.number().int().min(1).max(100).default(30) }))
    .output(z.array(FoundConversation)),
  export: procedure.route({ summary: 'Write a conversation as Markdown or JSON' }).input(z.object({ id: ConversationId, as: z.enum(['markdown', 'json']) })).output(MadeFile),
  working: procedure.route({ summary: 'Read what a conversation holds for the time being' }).input(z.object({ conversationId: ConversationId })).output(z.array(WorkingMemory)),
  endIncognito: procedure.route({ summary: 'Close an incognito conversation: it is deleted for good' }).input(z.object({ conversationId: ConversationId })).output(Nothing),
}
