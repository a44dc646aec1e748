import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { MemoryFacts, type Memory, type MemoryId } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'

/** What the memory works with; without an encoder it remembers and recalls by words alone. */
export interface MemoryParts {
  readonly db: Database
  readonly embedder: Embedder | null
  readonly now: () => Date
}

interface MemoryRow {
  readonly row: number
  readonly id: string
  readonly kind: Memory['kind']
  readonly text: string
  readonly production_id: string | null
  readonly importance: number
  readonly confidence: number
  readonly pinned: number
  readonly valid_from: string | null
  readonly valid_until: string | null
  readonly state: Memory['state']
  readonly closed_by: string | null
  readonly source_from: Memory['source']['from']
  readonly source_words: string
  readonly source_conversation: string | null
  readonly source_message: string | null
  readonly created_at: string
  readonly used_at: string | null
  readonly uses: number
  readonly people: string
  readonly roles: string
}

const wholeRow = `m.row, m.id, m.kind, m.text, m.production_id, m.importance, m.confidence, m.pinned, m.valid_from, m.valid_until, m.state, m.closed_by,
  m.source_from, m.source_words, m.source_conversation, m.source_message, m.created_at, m.used_at, m.uses,
  (SELECT json_group_array(talent_id) FROM memory_person WHERE memory_row = m.row) AS people,
  (SELECT json_group_array(role_id) FROM memory_role WHERE memory_row = m.row) AS roles`

/** Opens a memory with the number of its row. Throws NOT_FOUND where it is not there, or was forgotten. */
export function readMemory(db: Database, id: MemoryId): { readonly row: number; readonly memory: Memory } {
  const found = db.prepare<[string], MemoryRow>(`SELECT ${wholeRow} FROM memory m WHERE m.id = ?`).get(id)
  if (!found) throw new CastMatchError('NOT_FOUND', { subject: 'This memory' })
  return { row: found.row, memory: memoryOf(found) }
}

/** Opens memories by the numbers of their rows, in that order; those that are not there are left out. */
export function readMemories(db: Database, rows: readonly number[]): readonly { readonly row: number; readonly memory: Memory }[] {
  const found = db.prepare<[string], MemoryRow>(`SELECT ${wholeRow} FROM memory m WHERE m.row IN (SELECT value FROM json_each(?))`).all(JSON.stringify(rows))
  const byRow = new Map(found.map(row => [row.row, { row: row.row, memory: memoryOf(row) }]))
  return rows.flatMap(row => byRow.get(row) ?? [])
}

/** The facts of a memory that nothing is said of but its text. */
export const plainFacts: Omit<MemoryFacts, 'text'> = {
  kind: 'semantic', productionId: null, people: [], roles: [], importance: 0.5, confidence: 1, pinned: false, validFrom: null, validUntil: null,
}

/** The facts as they will be kept, or INVALID_INPUT with the first that cannot be. */
export function checkedFacts(facts: Readonly<Record<keyof MemoryFacts, unknown>>): MemoryFacts {
  const read = MemoryFacts.safeParse(facts)
  if (!read.success) throw new CastMatchError('INVALID_INPUT', { subject: 'The memory', detail: read.error.issues[0]?.message ?? 'not valid' })
  const { validFrom, validUntil } = read.data
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) throw new CastMatchError('INVALID_INPUT', { subject: 'The memory', detail: 'it ends before it begins' })
  return read.data
}

/** The facts of a kept memory, without what CastMatch knows about it. */
export const factsOf = (memory: Memory): MemoryFacts => MemoryFacts.parse(memory)

/** The day of a moment on this laptop, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`

const memoryOf = (row: MemoryRow): Memory => ({
  id: row.id as Memory['id'],
  kind: row.kind,
  text: row.text,
  productionId: row.production_id as Memory['productionId'],
  people: JSON.parse(row.people) as Memory['people'],
  roles: JSON.parse(row.roles) as Memory['roles'],
  importance: row.importance,
  confidence: row.confidence,
  pinned: row.pinned === 1,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  state: row.state,
  closedBy: row.closed_by as Memory['closedBy'],
  source: {
    from: row.source_from,
    words: row.source_words,
    conversationId: row.source_conversation as Memory['source']['conversationId'],
    messageId: row.source_message as Memory['source']['messageId'],
  },
  createdAt: row.created_at,
  usedAt: row.used_at,
  uses: row.uses,
})
