import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { TalentId } from './talent.ts'
import { Day, MadeFile, Moment, Nothing, Ticket } from './words.ts'

/** The id of a memory: a UUIDv7 as text. */
export const MemoryId = z.string().min(1).brand<'MemoryId'>()
export type MemoryId = z.infer<typeof MemoryId>

/** The id of a conversation: a UUIDv7 as text. */
export const ConversationId = z.string().min(1).brand<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>

/** The id of a message: a UUIDv7 as text. */
export const MessageId = z.string().min(1).brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>

/**
 * What sort of thing is remembered.
 *
 * `episodic`: a decision or an event with its day. `semantic`: a fact or a preference. `procedural`: a way of working that
 * the user saved. What a conversation holds for itself (working memory) belongs to the conversation: see chat.ts.
 */
export const MemoryKind = z.enum(['episodic', 'semantic', 'procedural'])
export type MemoryKind = z.infer<typeof MemoryKind>

/** Where a memory came from: the user's word, a proposal she kept, a casting decision, or an import of memories. */
export const MemorySource = z.object({
  from: z.enum(['said', 'conversation', 'casting', 'import']),
  words: z.string().max(500).describe('One line that a person can check: the sentence that was said, or the decision'),
  conversationId: ConversationId.nullable(),
  messageId: MessageId.nullable(),
})
export type MemorySource = z.infer<typeof MemorySource>

/** What may be said of a memory. */
export const MemoryFacts = z.object({
  kind: MemoryKind,
  text: z.string().trim().min(1, 'a memory needs words').max(500).describe('One sentence'),
  productionId: ProductionId.nullable().describe('The production it holds for; null holds everywhere'),
  people: z.array(TalentId).max(20),
  roles: z.array(RoleId).max(20),
  importance: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1),
  pinned: z.boolean().describe('Never fades'),
  validFrom: Day.nullable().describe('The day of an event, or from when a fact holds'),
  validUntil: Day.nullable().describe('The last day a fact holds; afterwards it is closed'),
})
export type MemoryFacts = z.infer<typeof MemoryFacts>

/**
 * Something that CastMatch remembers.
 *
 * `live` is recalled; `faded` was long unused and is recalled only where its very words are asked for; `closed` ended (its
 * last day passed, or another memory contradicts it) and is never recalled, only read.
 */
export const Memory = MemoryFacts.extend({
  id: MemoryId,
  state: z.enum(['live', 'faded', 'closed']),
  closedBy: MemoryId.nullable().describe('The memory that took its place'),
  source: MemorySource,
  createdAt: Moment,
  usedAt: Moment.nullable(),
  uses: z.number().int().describe('In how many answers it was used'),
})
export type Memory = z.infer<typeof Memory>

/** A memory that was recalled, with why. */
export const RecalledMemory = z.object({
  memory: Memory,
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()).describe('In words: "similar in meaning", "says Bhojpuri", "pinned", "of this production"'),
})
export type RecalledMemory = z.infer<typeof RecalledMemory>

/** An answer in which a memory was used. */
export const MemoryUse = z.object({ at: Moment, conversationId: ConversationId, messageId: MessageId, title: z.string() })
export type MemoryUse = z.infer<typeof MemoryUse>

/** The id of a proposed memory: a UUIDv7 as text. */
export const MemoryProposalId = z.string().min(1).brand<'MemoryProposalId'>()
export type MemoryProposalId = z.infer<typeof MemoryProposalId>

/** A memory that is proposed after a conversation; it is nothing until the user keeps it. */
export const MemoryProposal = z.object({
  id: MemoryProposalId,
  kind: MemoryKind,
  text: z.string(),
  productionId: ProductionId.nullable(),
  people: z.array(TalentId),
  source: MemorySource,
  proposedAt: Moment,
  contradicts: Memory.nullable().describe('The memory that would be closed if this one is kept'),
})
export type MemoryProposal = z.infer<typeof MemoryProposal>

/** How good the memory is. */
export const MemoryHealth = z.object({
  live: z.number().int(),
  faded: z.number().int(),
  closed: z.number().int(),
  stale: z.number().int().describe('Live facts that nothing confirmed for a year'),
  duplicates: z.number().int().describe('Live memories that say nearly what another one says'),
  unused: z.number().int().describe('Live memories older than 90 days that were never used'),
  indexed: z.number().int().describe('Of the live ones, how many recall by meaning knows'),
})
export type MemoryHealth = z.infer<typeof MemoryHealth>

/** A finding about an entry that was not taken: its number in the file (from 1) and why. */
export const LeftMemory = z.object({ entry: z.number().int().positive(), reason: z.string() })

/** Memory: what CastMatch was told to keep, and nothing else. */
export const memory = {
  list: procedure
    .route({ summary: 'List or search the memories, newest first or best first' })
    .input(z.object({
      text: z.string().max(500).default(''),
      kind: MemoryKind.optional(),
      state: Memory.shape.state.optional().describe('Without it live and faded ones'),
      productionId: ProductionId.nullable().optional().describe('null: those that hold everywhere; left out: all'),
      talentId: TalentId.optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }))
    .output(z.object({ total: z.number().int(), memories: z.array(Memory) })),
  get: procedure.route({ summary: 'Open one memory with where it was used' }).input(z.object({ id: MemoryId })).output(Memory.extend({ usedIn: z.array(MemoryUse) })),
  add: procedure
    .route({ summary: 'Remember something at once, on the user\'s word; what is already remembered is not stored twice' })
    .input(z.object({
      facts: MemoryFacts.partial().required({ text: true }),
      source: MemorySource.partial().optional().describe('Without it: said, with the text as its words'),
      replaces: MemoryId.optional().describe('A memory that this one contradicts: it is closed, not overwritten'),
    }))
    .output(z.object({ memory: Memory, was: z.enum(['added', 'known']), contradicts: z.array(Memory).describe('Live memories it may contradict; nothing is done about them') })),
  update: procedure.route({ summary: 'Change a memory by hand' }).input(z.object({ id: MemoryId, change: MemoryFacts.partial() })).output(Memory),
  close: procedure.route({ summary: 'End a memory today: it is never recalled again, but can be read' }).input(z.object({ id: MemoryId, closedBy: MemoryId.optional() })).output(Memory),
  reopen: procedure.route({ summary: 'Take back the closing of a memory' }).input(z.object({ id: MemoryId })).output(Memory),
  forget: procedure
    .route({ summary: 'Forget memories for good: words, vectors and all; this cannot be taken back' })
    .input(z.object({ ids: z.array(MemoryId).min(1).max(500) }))
    .output(z.object({ forgotten: z.number().int() })),
  recall: procedure
    .route({ summary: 'Recall what belongs to a sentence, by meaning, words, recency, importance and the production at hand' })
    .input(z.object({ text: z.string().max(2_000), productionId: ProductionId.nullable().default(null), limit: z.number().int().min(1).max(50).default(5) }))
    .output(z.array(RecalledMemory)),
  proposals: procedure.route({ summary: 'List the memories that wait for a yes' }).input(z.object({ conversationId: ConversationId.optional() })).output(z.array(MemoryProposal)),
  keepProposal: procedure
    .route({ summary: 'Keep a proposed memory, as it is or in other words' })
    .input(z.object({ id: MemoryProposalId, text: MemoryFacts.shape.text.optional(), productionId: ProductionId.nullable().optional() }))
    .output(Memory),
  dismissProposal: procedure.route({ summary: 'Put a proposed memory away; the same is not proposed again' }).input(z.object({ id: MemoryProposalId })).output(Nothing),
  health: procedure.route({ summary: 'Tell how good the memory is: stale, duplicate, unused' }).input(Nothing).output(MemoryHealth),
  export: procedure.route({ summary: 'Write all memories as a JSON file' }).input(Nothing).output(MadeFile),
  import: procedure
    .route({ summary: 'Take in an export of memories; what is known already is left as it is' })
    .input(z.object({ ticket: Ticket }))
    .output(z.object({ added: z.number().int(), known: z.number().int(), left: z.array(LeftMemory) })),
}
