import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Memory, MemoryFacts, MemoryId, MemorySource } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { closeMemory } from './closing.ts'
import { checkedFacts, factsOf, plainFacts, readMemories, readMemory, type MemoryParts } from './memoryRecord.ts'
import { insertMemory, replaceFacts, type KeptVector } from './memoryWriter.ts'
import { nearMemories } from './nearMemories.ts'
import { peopleIn, rolesIn } from './peopleIn.ts'
import { embeddedText, memoryModelId } from './terms.ts'
import { isIncognito, wasGiven, whyNotKept } from './worthKeeping.ts'

/** What is to be remembered; people and roles that are left out are found by their names in the text. */
export interface Wish {
  readonly facts: Partial<MemoryFacts> & { readonly text: string }
  /** Left out: said, with the text as its words. */
  readonly source?: Partial<MemorySource> | undefined
  /** A memory that this one takes the place of: it is closed. */
  readonly replaces?: MemoryId | undefined
}

/** What became of a wish. `known`: an earlier memory says the same; it counts as confirmed, and nothing was added. */
export interface Remembered {
  readonly memory: Memory
  readonly was: 'added' | 'known'
  /** Live memories it may contradict; nothing is done about them. */
  readonly contradicts: Memory[]
}

/**
 * Remembers something on the user's word; recall finds it from the next moment on.
 *
 * Throws INVALID_INPUT with why it is not worth keeping, or NOT_FOUND where `replaces`, the production, a person or a role is not there.
 */
export async function remember(parts: MemoryParts, wish: Wish, signal?: AbortSignal): Promise<Remembered> {
  const { db, now } = parts
  const facts = checkedFacts({
    ...plainFacts,
    people: peopleIn(db, wish.facts.text),
    roles: rolesIn(db, wish.facts.text, wish.facts.productionId ?? null),
    ...given(wish.facts),
    text: wish.facts.text,
  })
  const source: MemorySource = { from: 'said', words: facts.text, conversationId: null, messageId: null, ...given(wish.source ?? {}) }
  assertThere(db, facts)
  assertWorth(db, facts, source)
  const vector = await vectorOf(parts, facts.text, signal)
  return inTransaction(db, () => {
    const { known, contradicted } = nearMemories(db, facts, vector)
    const contradicts = (): Memory[] => readMemories(db, contradicted).map(({ memory }) => memory).filter(({ state }) => state === 'live')
    if (known !== null) return { memory: confirm(db, known, now()), was: 'known', contradicts: [] }
    const id = insertMemory(db, facts, source, { vector, at: now() })
    if (wish.replaces !== undefined) closeMemory(db, wish.replaces, now(), id)
    return { memory: readMemory(db, id).memory, was: 'added', contradicts: contradicts() }
  })
}

/**
 * Changes a memory by hand.
 *
 * Throws NOT_FOUND, or INVALID_INPUT with the first fact that cannot be.
 */
export async function updateMemory(parts: MemoryParts, id: MemoryId, change: Partial<MemoryFacts>, signal?: AbortSignal): Promise<Memory> {
  const { db, now } = parts
  const changed = (): MemoryFacts => checkedFacts({ ...factsOf(readMemory(db, id).memory), ...given(change) })
  const before = changed()
  assertThere(db, before)
  const vector = await vectorOf(parts, before.text, signal)
  return inTransaction(db, () => {
    const facts = changed()
    replaceFacts(db, readMemory(db, id).row, facts, { vector: facts.text === before.text ? vector : null, at: now() })
    return readMemory(db, id).memory
  })
}

/** The vector of a text; null where there is no encoder, it fails (the indexer tries again later), or the text says nothing to it. */
export async function vectorOf({ embedder }: Pick<MemoryParts, 'embedder'>, text: string, signal?: AbortSignal): Promise<KeptVector | null> {
  if (embedder === null) return null
  try {
    const [vector] = await embedder.embed([embeddedText(text)], signal)
    return vector?.some(value => value !== 0) ? { modelId: memoryModelId(embedder), vector } : null
  } catch (error) {
    if (signal?.aborted) throw error
    return null
  }
}

/** A memory that is said once more: confirmed, and live again where it had faded. */
function confirm(db: Database, row: number, at: Date): Memory {
  db.prepare(`UPDATE memory SET confirmed_at = ?, state = CASE state WHEN 'faded' THEN 'live' ELSE state END WHERE row = ?`).run(at.toISOString(), row)
  const [found] = readMemories(db, [row])
  if (!found) throw new Error('a memory vanished inside a transaction')
  return found.memory
}

function assertWorth(db: Database, facts: MemoryFacts, source: MemorySource): void {
  const { conversationId } = source
  const refuse = (detail: string): never => {
    throw new CastMatchError('INVALID_INPUT', { subject: 'The memory', detail })
  }
  if (conversationId !== null && isIncognito(db, conversationId)) refuse('nothing is remembered from an incognito conversation')
  const why = whyNotKept(db, facts)
  if (why !== null) refuse(why)
  // Not where the user said it herself: her word may well repeat what was recalled, and then counts as a confirmation.
  if (source.from === 'conversation' && conversationId !== null && wasGiven(db, conversationId, facts.text)) refuse('it was recalled in this conversation, and what is recalled is not stored anew')
}

function assertThere(db: Database, { productionId, people, roles }: MemoryFacts): void {
  const missing = (table: 'production' | 'talent' | 'role', id: string): boolean => db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined
  const gone = (subject: string): never => {
    throw new CastMatchError('NOT_FOUND', { subject })
  }
  if (productionId !== null && missing('production', productionId)) gone('The production of this memory')
  if (people.some(id => missing('talent', id))) gone('A person of this memory')
  if (roles.some(id => missing('role', id))) gone('A role of this memory')
}

/** Only what was given: a fact left out, or undefined, stays as it is. */
const given = <Facts extends object>(facts: Facts): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Facts>
