import { afterAll, beforeAll } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { MemoryParts } from '../../src-main/memory/memoryRecord.ts'
import { openEmbedder, type Embedder } from '../../src-main/embedding/embedder.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { testDatabase } from '../support/testDatabase.ts'

/** A memory on a database of its own, whose clock the test sets. */
export interface TestMemory {
  readonly parts: MemoryParts
  /** Sets the clock to the morning of a day, `YYYY-MM-DD`. */
  today(day: string): void
  person(name: string, facts?: Partial<TalentFacts>): TalentId
  production(title: string): ProductionId
  /** A conversation with one answer in it. */
  conversation(facts?: { readonly incognito?: boolean; readonly memories?: readonly { readonly id: string; readonly text: string }[]; readonly wire?: string }): { readonly conversationId: ConversationId; readonly messageId: MessageId }
}

/** Opens a memory on the first of March 2026; without an encoder words alone speak. */
export function testMemory(embedder: Embedder | null = null, db = testDatabase()): TestMemory {
  const clock = { now: new Date('2026-03-01T09:00:00') }
  const now = (): Date => clock.now
  let conversations = 0
  return {
    parts: { db, embedder, now },
    today: day => void (clock.now = new Date(`${day}T09:00:00`)),
    person: (name, facts = {}) => createTalent(db, { ...facts, name }, { modelId: '', now }).id,
    production: title => createProduction(db, { title, kind: 'film', brief: '' }, now()).id,
    conversation: ({ incognito = false, memories = [], wire = '[]' } = {}) => {
      const [conversationId, messageId, at] = [`conversation ${++conversations}`, `message ${conversations}`, now().toISOString()]
      db.prepare(`INSERT INTO chat_conversation (id, title, incognito, created_at, updated_at) VALUES (?, 'The leads', ?, ?, ?)`).run(conversationId, incognito ? 1 : 0, at, at)
      db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, memories, wire, at) VALUES (?, ?, 1, 'assistant', 'claude', 'done', ?, ?, ?)`)
        .run(messageId, conversationId, JSON.stringify(memories), wire, at)
      return { conversationId: conversationId as ConversationId, messageId: messageId as MessageId }
    },
  }
}

/** The sentence encoder that ships with CastMatch, loaded once for the tests of a file. */
export function realEmbedder(): { readonly embedder: () => Embedder } {
  const opened: { embedder?: Embedder } = {}
  const pool = createWorkerPool({ threads: 1 })
  beforeAll(async () => void (opened.embedder = await openEmbedder(pool)))
  afterAll(() => pool.close())
  return {
    embedder: () => {
      if (!opened.embedder) throw new Error('the encoder is there from the first test on')
      return opened.embedder
    },
  }
}

/** The code that a promise is refused with, "no error" where it is kept. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(() => 'no error', (error: unknown) => {
    if (error instanceof CastMatchError) return error.code
    throw error
  })
}
