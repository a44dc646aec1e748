import type { MemoryFacts } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import type { KeptVector } from './memoryWriter.ts'
import { nearestRows, nearnessOf } from './nearestRows.ts'
import { compareRead, readSentence, type Likeness, type ReadSentence } from './sameFact.ts'
import { termsOf, textKey } from './terms.ts'
import { wordQuery } from './wordQuery.ts'

/** How near a live memory is to a sentence. */
interface Near extends Likeness {
  readonly row: number
  /** 0 where it is not known. */
  readonly cosine: number
}

/** From here on two sentences without a differing value say the same. */
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
  const sentence = readSentence(facts.text)
  // The plus keeps the index of productions out: few have these very words, many belong to the production.
  const same = db
    .prepare<[string, string | null, number], number>(`SELECT row FROM memory WHERE text_key = ? AND +production_id IS ? AND state <> 'closed' AND row <> ? ORDER BY state, row`)
    .pluck()
    .all(textKey(facts.text), facts.productionId, except)
    .find(row => isAboutSame(db, row, facts) && !compareRead(readSentence(textOf(db, row)), sentence).differs)
  const near = same === undefined ? candidates(db, facts, { sentence, vector }).filter(({ row }) => row !== except) : []
  const known = same ?? near.find(memory => saysSame(memory) && isAboutSame(db, memory.row, facts))?.row ?? null
  if (facts.kind === 'episodic' || known !== null) return { known, contradicted: [] }
  const contradicted = near.filter(memory => saysContrary(memory) && isFact(db, memory.row) && isAboutSame(db, memory.row, facts))
  return { known, contradicted: contradicted.map(({ row }) => row).slice(0, 5) }
}

const saysSame = ({ cosine, shared, differs }: Near): boolean => !differs && ((cosine >= sameFrom.cosine && shared >= sameFrom.shared) || shared >= sameFrom.sharedAlone)

const saysContrary = ({ cosine, shared, differs }: Near): boolean => differs && shared >= contraryFrom.shared && (cosine >= contraryFrom.cosine || cosine === 0)

/** The nearest by meaning and by words; with neither n² nor a scan of the texts. */
function candidates(
  db: Database, { text, productionId }: Pick<MemoryFacts, 'text' | 'productionId'>, { sentence, vector }: { readonly sentence: ReadSentence; readonly vector: KeptVector | null },
): readonly Near[] {
  const scope = { sql: `m.state <> 'closed' AND m.production_id IS ?`, values: [productionId] }
  const words = wordQuery(db, termsOf(text).flatMap(({ word, gloss }) => [word, ...gloss]))
  const byWords = words === null ? [] : db
    .prepare<[string, string | null], number>(`SELECT m.row FROM memory_fts f JOIN memory m ON m.row = f.rowid WHERE memory_fts MATCH ? AND ${scope.sql} ORDER BY f.rank LIMIT 20`)
    .pluck()
    .all(`{words gloss} : (${words})`, productionId)
  const byMeaning = vector === null ? [] : nearestRows(db, vector, scope, 20)
  const cosines = new Map([...byMeaning, ...(vector === null ? [] : nearnessOf(db, vector, byWords))].map(({ row, cosine }) => [row, cosine]))
  return [...new Set([...byMeaning.map(({ row }) => row), ...byWords])]
    .map(row => ({ row, cosine: cosines.get(row) ?? 0, ...compareRead(readSentence(textOf(db, row)), sentence) }))
    .sort((a, b) => b.cosine - a.cosine)
}

const textOf = (db: Database, row: number): string => String(db.prepare('SELECT text FROM memory WHERE row = ?').pluck().get(row))

const isFact = (db: Database, row: number): boolean => db.prepare(`SELECT 1 FROM memory WHERE row = ? AND kind <> 'episodic' AND state = 'live'`).get(row) !== undefined

/** Whether a memory is about exactly the same people. */
function isAboutSame(db: Database, row: number, { people }: Pick<MemoryFacts, 'people'>): boolean {
  const those = db.prepare<[number], string>('SELECT talent_id FROM memory_person WHERE memory_row = ?').pluck().all(row)
  return those.length === people.length && people.every(id => those.includes(id))
}
