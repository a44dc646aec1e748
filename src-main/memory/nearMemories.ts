import type { MemoryFacts } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import type { KeptVector } from './memoryWriter.ts'
import { compareSentences } from './sameFact.ts'
import { termsOf, textKey } from './terms.ts'

/** How near a live memory is to a sentence. */
interface Near {
  readonly row: number
  readonly text: string
  readonly cosine: number
}

/** From here on two sentences without a differing value say the same; measured on the pairs of tests/memory/samePairs.ts. */
const sameFrom = { cosine: 0.9, shared: 0.6, sharedAlone: 0.85 } as const
/** From here on two sentences with a differing value may contradict each other. */
const contraryFrom = { cosine: 0.62, shared: 0.5 } as const

/** What of the memory is near to a new sentence. */
export interface NearMemories {
  /** The row of a live or faded memory that says the same of the same people, null where there is none. */
  readonly known: number | null
  /** Rows of live memories of facts about the same people that say another value. */
  readonly contradicted: readonly number[]
}

/** Looks for what says the same as a sentence or the contrary of it; events never contradict each other. */
export function nearMemories(db: Database, facts: Pick<MemoryFacts, 'kind' | 'text' | 'people' | 'productionId'>, vector: KeptVector | null, except = -1): NearMemories {
  const same = db
    .prepare<[string, string | null, number], number>(`SELECT row FROM memory WHERE text_key = ? AND production_id IS ? AND state <> 'closed' AND row <> ? ORDER BY state, row`)
    .pluck()
    .all(textKey(facts.text), facts.productionId, except)
    .find(row => isAboutSame(db, row, facts) && !compareSentences(textOf(db, row), facts.text).differs)
  const near = candidates(db, facts, vector).filter(({ row }) => row !== except)
  const known = same ?? near.find(memory => saysSame(memory, facts.text) && isAboutSame(db, memory.row, facts))?.row ?? null
  if (facts.kind === 'episodic' || known !== null) return { known, contradicted: [] }
  const contradicted = near.filter(memory => saysContrary(memory, facts.text) && isFact(db, memory.row) && isAboutSame(db, memory.row, facts))
  return { known, contradicted: contradicted.map(({ row }) => row).slice(0, 5) }
}

function saysSame({ text, cosine }: Near, sentence: string): boolean {
  const { shared, differs } = compareSentences(text, sentence)
  return !differs && ((cosine >= sameFrom.cosine && shared >= sameFrom.shared) || shared >= sameFrom.sharedAlone)
}

function saysContrary({ text, cosine }: Near, sentence: string): boolean {
  const { shared, differs } = compareSentences(text, sentence)
  return differs && shared >= contraryFrom.shared && (cosine >= contraryFrom.cosine || cosine === 0)
}

/** The nearest by meaning and by words; with neither n² nor a scan of the texts. */
function candidates(db: Database, { text, productionId }: Pick<MemoryFacts, 'text' | 'productionId'>, kept: KeptVector | null): readonly Near[] {
  const scope = `m.state <> 'closed' AND m.production_id IS ?`
  const words = [...new Set(termsOf(text).flatMap(({ word, gloss }) => [word, ...gloss]))]
  const byWords = words.length === 0 ? [] : db
    .prepare<[string, string | null], number>(`SELECT m.row FROM memory_fts f JOIN memory m ON m.row = f.rowid WHERE memory_fts MATCH ? AND ${scope} ORDER BY f.rank LIMIT 20`)
    .pluck()
    .all(`{words gloss} : (${words.map(word => `"${word}"`).join(' OR ')})`, productionId)
  const byMeaning = kept === null ? [] : db
    .prepare<[string, string | null, Float32Array], number>(`SELECT m.row FROM memory_vec v JOIN memory m ON m.row = v.memory_row
      WHERE v.model_id = ? AND v.text_hash = m.text_hash AND ${scope} ORDER BY vec_distance_cosine(v.e, ?) LIMIT 20`)
    .pluck()
    .all(kept.modelId, productionId, kept.vector)
  const read = db.prepare<[Float32Array | null, string, number], { row: number; text: string; cosine: number | null }>(
    `SELECT m.row, m.text, CASE WHEN v.e IS NULL THEN NULL ELSE 1 - vec_distance_cosine(v.e, ?) END AS cosine
     FROM memory m LEFT JOIN memory_vec v ON v.memory_row = m.row AND v.model_id = ? AND v.text_hash = m.text_hash WHERE m.row = ?`,
  )
  const unknown = new Float32Array(0)
  return [...new Set([...byMeaning, ...byWords])]
    .flatMap(row => (kept ? read.get(kept.vector, kept.modelId, row) : read.get(unknown, '', row)) ?? [])
    .map(({ row, text: words_, cosine }) => ({ row, text: words_, cosine: cosine ?? 0 }))
    .sort((a, b) => b.cosine - a.cosine)
}

const textOf = (db: Database, row: number): string => String(db.prepare('SELECT text FROM memory WHERE row = ?').pluck().get(row))

const isFact = (db: Database, row: number): boolean => db.prepare(`SELECT 1 FROM memory WHERE row = ? AND kind <> 'episodic' AND state = 'live'`).get(row) !== undefined

/** Whether a memory is about exactly the same people. */
function isAboutSame(db: Database, row: number, { people }: Pick<MemoryFacts, 'people'>): boolean {
  const those = db.prepare<[number], string>('SELECT talent_id FROM memory_person WHERE memory_row = ?').pluck().all(row)
  return those.length === people.length && people.every(id => those.includes(id))
}
