import { v7 as uuid } from 'uuid'
import { OpenPlace, type Conversation } from '../../../src-preload/contract/chat.ts'
import type { MemoryId, MessageId, RecalledMemory } from '../../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { SettingsChange } from '../../../src-preload/contract/settings.ts'
import type { TalentFacts } from '../../../src-preload/contract/talent.ts'
import type { SendingParts, TurnMatter } from '../../../src-main/chat/assembleTurn.ts'
import { beginConversation, getConversation } from '../../../src-main/chat/conversations.ts'
import type { KeptMessage } from '../../../src-main/chat/messages.ts'
import { openRefs } from '../../../src-main/chat/refs.ts'
import type { ChatTool, Refs } from '../../../src-main/chat/tool.ts'
import type { TurnMessage } from '../../../src-main/claude/chatTurn.ts'
import { keepConsent } from '../../../src-main/claude/consent.ts'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import { createProduction } from '../../../src-main/productions/productionStore.ts'
import { readSettings, updateSettings } from '../../../src-main/settings/settingsStore.ts'
import { createTalent } from '../../../src-main/talent/talentStore.ts'
import { memorySettingsKeeper } from '../../support/memoryKeepers.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { z } from 'zod'

/** The moment of these tests: half past two on a Saturday in Mumbai. */
export const now = (): Date => new Date('2026-11-21T09:00:00.000Z')

/** A desk at which questions are put together: a real database, settings, and a conversation. */
export interface Desk {
  readonly db: Database
  readonly parts: SendingParts
  readonly conversation: Conversation
  readonly refs: Refs
  readonly productionId: ProductionId
  set(change: SettingsChange): void
  /** Adds somebody to the book. */
  person(facts: Partial<TalentFacts> & { readonly name: string }): string
  /** Adds a role to the production. */
  role(name: string): string
  matter(text: string, change?: Partial<TurnMatter>): TurnMatter
}

/** Opens a desk with the production of that title, which may be sent, and a conversation in it. */
export function openDesk({ title = 'The Last Tonga', brief = '', says = true, tied = true }: { readonly title?: string; readonly brief?: string; readonly says?: boolean | null; readonly tied?: boolean } = {}): Desk {
  const db = testDatabase()
  const keeper = memorySettingsKeeper()
  const { id: productionId } = createProduction(db, { title, kind: 'film', brief }, now())
  if (says !== null) keepConsent(db, productionId, says, now())
  const conversation = beginConversation(db, { productionId: tied ? productionId : null, incognito: false }, now())
  const parts: SendingParts = { db, now, settings: () => readSettings(keeper), openRefs: id => openRefs(db, id), zone: 'Asia/Kolkata' }
  return {
    db, parts, productionId,
    conversation: getConversation(db, conversation.id),
    refs: openRefs(db, conversation.id),
    set: change => void updateSettings(keeper, change),
    person: facts => createTalent(db, facts, { modelId: '', now }).id,
    role: name => {
      const id = uuid()
      db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, name, now().toISOString())
      return id
    },
    matter: (text, change = {}) => ({
      conversation, history: [], question: spoken(1_000_001, 'user', text), place: OpenPlace.parse({}), answered: [], tools: [lookUp], working: [], ...change,
    }),
  }
}

/** A tool that looks somebody up. */
export const lookUp: ChatTool = {
  writes: false,
  name: 'search_talent',
  description: 'Finds people in the talent book.',
  input: z.object({ text: z.string() }),
  title: () => 'Searched the talent book',
  run: async () => ({ told: {}, detail: '', cards: [] }),
}

/** A message of a conversation that is only thought of. */
export function spoken(seq: number, role: 'user' | 'assistant', text: string, change: Partial<KeptMessage> = {}): KeptMessage {
  return {
    id: `m${seq}` as MessageId, conversationId: 'c' as KeptMessage['conversationId'], seq, role, by: role === 'user' ? 'user' : 'claude', state: 'done',
    blocks: [{ kind: 'text', text }], cards: [], failure: null, model: null, paise: null, memories: [], needsClaude: false, versions: 0,
    at: now().toISOString(), place: OpenPlace.parse({}), questionId: null,
    wire: role === 'user' ? [] : [{ role: 'assistant', blocks: [{ kind: 'text', text }] }],
    ...change,
  }
}

/** An answer for which a tool was called, and what the tool told. */
export function lookedUp(seq: number, told: unknown, text: string, detail = '12 people'): KeptMessage {
  const callId = `call${seq}`
  const wire: readonly TurnMessage[] = [
    { role: 'assistant', blocks: [{ kind: 'thinking', text: 'Let me look.', signature: 'sig' }, { kind: 'toolCall', callId, name: 'search_talent', input: { text: 'forty' } }] },
    { role: 'user', blocks: [{ kind: 'toolResult', callId, text: typeof told === 'string' ? told : JSON.stringify(told), isError: false }] },
    { role: 'assistant', blocks: [{ kind: 'text', text }] },
  ]
  return spoken(seq, 'assistant', text, {
    wire,
    blocks: [
      { kind: 'tool', callId, tool: 'search_talent', title: 'Searched the talent book', state: 'done', detail, cards: [], draft: null, action: null },
      { kind: 'text', text },
    ],
  })
}

/** A memory as recall gives it. */
export function remembered(text: string, productionId: ProductionId | null = null): RecalledMemory {
  return {
    score: 0.9, reasons: [],
    memory: {
      id: `memory ${text}` as MemoryId, kind: 'semantic', text, productionId, people: [], roles: [], importance: 0.5, confidence: 1, pinned: false, validFrom: null, validUntil: null,
      state: 'live', closedBy: null, source: { from: 'said', words: text, conversationId: null, messageId: null }, createdAt: '2026-03-03T08:00:00.000Z', usedAt: null, uses: 0,
    },
  }
}

/** Everything that a request carries, as one text. */
export const wholeOf = (request: unknown): string => JSON.stringify(request)
