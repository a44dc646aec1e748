import { z } from 'zod'
import { Memory } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import { dayOf, readMemories } from './memoryRecord.ts'

/** The format of an export of memories; entries are read one by one, so that a bad one does not spoil the rest. */
export const MemoryFile = z.object({ castmatch: z.literal('memories'), version: z.literal(1), memories: z.array(z.unknown()).max(100_000) })

/** An entry of an export: a memory without what its uses were. */
export const MemoryEntry = Memory.omit({ uses: true, usedAt: true }).partial().required({ text: true, kind: true })

/** Writes all memories as a JSON file: facts, source and state, without vectors and without where they were used. */
export function exportMemories(db: Database, now: Date): File {
  const rows = db.prepare<[], number>('SELECT row FROM memory ORDER BY created_at, row').pluck().all()
  const memories = readMemories(db, rows).map(({ memory: { uses: _uses, usedAt: _usedAt, ...entry } }) => entry)
  const text = JSON.stringify({ castmatch: 'memories', version: 1, exportedAt: now.toISOString(), memories }, null, 1)
  return new File([text], `castmatch-memories-${dayOf(now)}.json`, { type: 'application/json' })
}
