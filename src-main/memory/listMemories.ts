import type { Memory, MemoryId, MemoryUse } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { readMemories, readMemory } from './memoryRecord.ts'
import { refreshNames } from './memoryWriter.ts'
import { termsOf } from './terms.ts'
import { usesOf } from './uses.ts'

/** Which memories are listed; what is left out does not narrow. */
export interface MemoryFilter {
  /** Words; empty lists all. */
  readonly text: string
  readonly kind?: Memory['kind'] | undefined
  /** Left out: live and faded ones. */
  readonly state?: Memory['state'] | undefined
  /** null: those that hold everywhere. */
  readonly productionId?: ProductionId | null | undefined
  readonly talentId?: TalentId | undefined
  readonly limit: number
  readonly offset: number
}

/** Lists memories, newest first, or searches them by their words and names, best first. */
export function listMemories(db: Database, filter: MemoryFilter): { readonly total: number; readonly memories: Memory[] } {
  const { sql, values } = conditions(filter)
  const query = matchOf(filter.text)
  if (filter.text.trim() !== '' && query === null) return { total: 0, memories: [] }
  if (query !== null) refreshNames(db)
  const from = query === null ? 'memory m' : 'memory_fts f JOIN memory m ON m.row = f.rowid'
  const where = query === null ? sql : `memory_fts MATCH ? AND ${sql}`
  const order = query === null ? 'm.created_at DESC, m.row DESC' : 'bm25(memory_fts, 2, 1, 0.5, 3, 2), m.row DESC'
  const asked = query === null ? values : [query, ...values]
  const total = Number(db.prepare(`SELECT count(*) FROM ${from} WHERE ${where}`).pluck().get(...asked))
  const rows = db.prepare<unknown[], number>(`SELECT m.row FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`).pluck().all(...asked, filter.limit, filter.offset)
  return { total, memories: readMemories(db, rows).map(({ memory }) => memory) }
}

/** Opens one memory with the answers in which it was used. Throws NOT_FOUND. */
export function getMemory(db: Database, id: MemoryId): Memory & { readonly usedIn: MemoryUse[] } {
  const { row, memory } = readMemory(db, id)
  return { ...memory, usedIn: usesOf(db, row) }
}

/** Every telling word, the last one perhaps half typed; null where there is none. */
function matchOf(text: string): string | null {
  const terms = termsOf(text)
  if (terms.length === 0) return null
  return terms.map(({ word, gloss, sound }) => `(${[`"${word}" *`, ...gloss.map(other => `"${other}"`), ...(sound === '' ? [] : [`sounds : "${sound}"`, `{names roles} : "${sound}"`])].join(' OR ')})`).join(' AND ')
}

function conditions({ kind, state, productionId, talentId }: MemoryFilter): { readonly sql: string; readonly values: readonly (string | null)[] } {
  const all: readonly (readonly [sql: string, value?: string | null])[] = [
    state === undefined ? [`m.state <> 'closed'`] : ['m.state = ?', state],
    ...(kind === undefined ? [] : [['m.kind = ?', kind] as const]),
    ...(productionId === undefined ? [] : [['m.production_id IS ?', productionId] as const]),
    ...(talentId === undefined ? [] : [['m.row IN (SELECT memory_row FROM memory_person WHERE talent_id = ?)', talentId] as const]),
  ]
  return { sql: all.map(([sql]) => sql).join(' AND '), values: all.flatMap(([, ...value]) => value).filter(value => value !== undefined) }
}
