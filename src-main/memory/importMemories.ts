import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { MemoryFacts, type LeftMemory, type MemoryId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { MemoryEntry, MemoryFile } from './exportMemories.ts'
import { plainFacts } from './memoryRecord.ts'
import { insertMemory } from './memoryWriter.ts'
import { textKey } from './terms.ts'
import { whyNotKept } from './worthKeeping.ts'

/** Bytes of the largest export that is taken in. */
const largest = 50 * 1024 * 1024

/** What came of an import. `left` tells of entries that were not taken, and of what was dropped from those that were. */
export interface Imported {
  readonly added: number
  readonly known: number
  readonly left: z.infer<typeof LeftMemory>[]
}

/**
 * Takes in an export of memories, all of it or, where it fails, nothing.
 *
 * Ids are kept where they are free. What says the same for the same production is known already and stays as it is. A production that is not
 * here leaves the entry out; people and roles that are not here are dropped, and said. Throws FILE_TOO_LARGE, FILE_UNREADABLE, or
 * FILE_KIND_MISMATCH where it is no export of memories.
 */
export async function importMemories(db: Database, file: { readonly name: string; readonly size: number; readonly path: string }, now: Date): Promise<Imported> {
  if (file.size > largest) throw new CastMatchError('FILE_TOO_LARGE', { subject: file.name })
  const { memories } = entriesOf(file.name, await readFile(file.path, 'utf8'))
  return inTransaction(db, () => {
    const left: z.infer<typeof LeftMemory>[] = []
    const count = { added: 0, known: 0 }
    const closers: (readonly [id: string, by: string])[] = []
    for (const [index, raw] of memories.entries()) {
      const leave = (reason: string): void => void left.push({ entry: index + 1, reason })
      const was = takeIn(db, raw, { now, leave, closers })
      if (was !== null) count[was]++
    }
    const close = db.prepare('UPDATE memory SET closed_by = ? WHERE id = ? AND EXISTS (SELECT 1 FROM memory WHERE id = ?)')
    for (const [id, by] of closers) close.run(by, id, by)
    return { ...count, left }
  })
}

function entriesOf(subject: string, text: string): z.infer<typeof MemoryFile> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CastMatchError('FILE_UNREADABLE', { subject })
  }
  const read = MemoryFile.safeParse(json)
  if (!read.success) throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: 'it is no export of memories of this version' })
  return read.data
}

interface Taking {
  readonly now: Date
  readonly leave: (reason: string) => void
  readonly closers: (readonly [id: string, by: string])[]
}

function takeIn(db: Database, raw: unknown, { now, leave, closers }: Taking): 'added' | 'known' | null {
  const read = MemoryEntry.safeParse(raw)
  if (!read.success) {
    const [issue] = read.error.issues
    leave(`${issue?.path.join(' ') ?? 'the entry'}: ${issue?.message ?? 'not valid'}`)
    return null
  }
  const entry = read.data
  const is = (table: 'production' | 'talent' | 'role') => (id: string): boolean => db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined
  const facts = MemoryFacts.parse({ ...plainFacts, ...entry, people: (entry.people ?? []).filter(is('talent')), roles: (entry.roles ?? []).filter(is('role')) })
  if (facts.productionId !== null && !is('production')(facts.productionId)) {
    leave('its production is not here')
    return null
  }
  const why = whyNotKept(db, facts)
  if (why !== null) {
    leave(why)
    return null
  }
  if (db.prepare('SELECT 1 FROM memory WHERE text_key = ? AND text = ? AND production_id IS ?').get(textKey(facts.text), facts.text, facts.productionId) !== undefined) return 'known'
  const gone = [...(entry.people ?? []), ...(entry.roles ?? [])].length - facts.people.length - facts.roles.length
  if (gone > 0) leave(`taken in, without ${gone === 1 ? 'a person or role that is' : `${gone} people or roles that are`} not here`)
  const free = entry.id !== undefined && !isTaken(db, entry.id)
  const source = entry.source ?? { from: 'import' as const, words: facts.text, conversationId: null, messageId: null }
  const id = insertMemory(db, facts, source, { vector: null, at: entry.createdAt === undefined ? now : new Date(entry.createdAt), ...(free && { id: entry.id }) })
  if (entry.state !== undefined && entry.state !== 'live') db.prepare('UPDATE memory SET state = ?, until_before = CASE ? WHEN \'closed\' THEN valid_until END WHERE id = ?').run(entry.state, entry.state, id)
  if (entry.closedBy) closers.push([id, entry.closedBy])
  return 'added'
}

const isTaken = (db: Database, id: MemoryId): boolean => db.prepare('SELECT 1 FROM memory WHERE id = ?').get(id) !== undefined
