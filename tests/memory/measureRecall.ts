import type { Embedder } from '../../src-main/embedding/embedder.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { closeMemory } from '../../src-main/memory/closing.ts'
import { forget } from '../../src-main/memory/forget.ts'
import { plainFacts, type MemoryParts } from '../../src-main/memory/memoryRecord.ts'
import { insertMemory } from '../../src-main/memory/memoryWriter.ts'
import { recall } from '../../src-main/memory/recall.ts'
import { vectorOf } from '../../src-main/memory/remember.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'
import type { MemoryId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { memories, people, productions, questions, type SetQuestion } from './recallSet.ts'

/** What recall found for a question of the set, as keys of the set, best first. */
export interface Answered extends SetQuestion {
  readonly found: readonly { readonly key: string; readonly score: number }[]
  /** Place of the first right one from 1 on; 0 where none is among the five. */
  readonly rank: number
}

/** The day on which the questions are asked; the memories were kept in the months before. */
const today = new Date('2026-03-01T09:00:00')

/** Fills a database with the set and asks all its questions, five memories each. */
export async function measureRecall(db: Database, embedder: Embedder | null): Promise<readonly Answered[]> {
  const parts: MemoryParts = { db, embedder, now: () => today }
  const places = new Map(Object.entries(productions).map(([key, title]) => [key, createProduction(db, { title, kind: 'film', brief: '' }, today).id]))
  const keys = await fill(parts, places)
  const answered: Answered[] = []
  for (const question of questions) {
    const recalled = await recall(parts, { text: question.text, productionId: places.get(question.production ?? '') ?? null, limit: 5 })
    const found = recalled.map(({ memory, score }) => ({ key: keys.get(memory.id) ?? '', score }))
    answered.push({ ...question, found, rank: found.findIndex(({ key }) => question.answers.includes(key)) + 1 })
  }
  return answered
}

/** Memories of the set that must never be recalled. */
export const gone: ReadonlySet<string> = new Set(memories.filter(({ fate }) => fate !== 'live').map(({ key }) => key))

async function fill(parts: MemoryParts, places: ReadonlyMap<string, ProductionId>): Promise<ReadonlyMap<string, string>> {
  const { db } = parts
  const ids = new Map<string, TalentId>(Object.entries(people).map(([key, name]) => [key, createTalent(db, { name }, { modelId: '', now: () => today }).id]))
  const roles = ['RAMDIN', 'KAMALA', 'INSPECTOR'].map(name => roleOf(db, places.get('C') ?? '', name))
  const keys = new Map<string, string>()
  for (const [index, { key, kind, production, people: who, fate, text }] of memories.entries()) {
    const facts = {
      ...plainFacts, kind, text, productionId: places.get(production ?? '') ?? null, people: who.flatMap(person => ids.get(person) ?? []),
      roles: roles.filter(({ name }) => text.includes(name)).map(({ id }) => id), validUntil: fate === 'expired' ? '2026-02-10' : null,
    }
    const at = new Date(today.getTime() - ((index * 37) % 120) * 86_400_000)
    const id: MemoryId = insertMemory(db, facts, { from: 'said', words: text, conversationId: null, messageId: null }, { vector: await vectorOf(parts, text), at })
    keys.set(id, key)
    if (fate === 'closed') closeMemory(db, id, at)
    if (fate === 'forgotten') forget(db, [id])
  }
  return keys
}

function roleOf(db: Database, productionId: string, name: string): { readonly id: RoleId; readonly name: string } {
  const id = `role ${name}` as RoleId
  db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, name, today.toISOString())
  return { id, name }
}

/** The share of questions with a right memory among the five, and the mean of 1 / its place. */
export function figures(answered: readonly Answered[]): { readonly n: number; readonly recall: number; readonly mrr: number } {
  const mean = (values: readonly number[]): number => (values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length)
  return { n: answered.length, recall: mean(answered.map(({ rank }) => (rank > 0 ? 1 : 0))), mrr: mean(answered.map(({ rank }) => (rank > 0 ? 1 / rank : 0))) }
}
