import { romanOf } from '../../src-preload/contract/devanagari.ts'
import type { RecalledMemory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold } from '../spelling/folding.ts'
import { dayOf, readMemories, type MemoryParts } from './memoryRecord.ts'
import { refreshNames, type KeptVector } from './memoryWriter.ts'
import { nearestRows, nearnessOf } from './nearestRows.ts'
import { vectorOf } from './remember.ts'
import { scoreMemory, type AskedTerm, type Candidate, type Scored } from './scoreRecall.ts'
import { termsOf } from './terms.ts'
import { wordQuery } from './wordQuery.ts'

/** What is to be recalled. */
export interface Question {
  readonly text: string
  /** The production at hand. */
  readonly productionId: ProductionId | null
  readonly limit: number
  /** Whether memories of a production may be used; left out: all may. To be given wherever they may leave this laptop. */
  readonly mayRead?: (productionId: ProductionId) => boolean
}

/** How many of the best by words and by meaning are looked at closely. */
const bestOfEach = 40
/** How many telling words of a long question are looked up. */
const mostTerms = 24
/** Memories that are thought to be there besides, so that a word tells as much where there are few. */
const background = 50
const dayMs = 86_400_000

/**
 * Recalls what belongs to a sentence, best first; nothing where nothing does.
 *
 * Memories of the production at hand and those that hold everywhere are recalled; those of another production only where the question names
 * a person they are about, or that production. What is closed, past its last day or forgotten never is; what faded only by its very words.
 * Without an encoder words alone speak. Throws CANCELLED where `signal` is aborted.
 */
export async function recall(parts: MemoryParts, question: Question, signal?: AbortSignal): Promise<RecalledMemory[]> {
  return recallWith(parts.db, question, await vectorOf(parts, question.text, signal), parts.now())
}

/** Recalls with the vector of the question at hand: all of {@link recall} that is not the encoder's. */
export function recallWith(db: Database, { text, productionId, limit, mayRead = () => true }: Question, vector: KeptVector | null, now: Date): RecalledMemory[] {
  refreshNames(db)
  const named = productionsNamed(db, text)
  const terms = askedTerms(db, text, new Set(termsOf([...named.values()].join(' ')).map(({ word }) => word)))
  const rows = candidateRows(db, terms, vector, dayOf(now))
  const known = new Map(readMemories(db, rows.map(({ row }) => row)).map(found => [found.row, found.memory]))
  const scored = rows.flatMap(found => {
    const memory = known.get(found.row)
    if (!memory || (memory.productionId !== null && !mayRead(memory.productionId))) return []
    const place = memory.productionId === null ? 'everywhere' : memory.productionId === productionId ? 'here' : 'elsewhere'
    const since = Math.max(...[memory.createdAt, memory.usedAt, memory.kind === 'episodic' ? null : memory.validFrom].map(at => (at === null ? 0 : Date.parse(at))))
    const candidate: Candidate = {
      memory, place, cosine: found.cosine, titleNamed: memory.productionId !== null && named.has(memory.productionId), ageDays: Math.max(0, (now.getTime() - since) / dayMs),
      words: setOf(found.words), gloss: setOf(found.gloss), sounds: setOf(found.sounds), names: setOf(found.names), roles: setOf(found.roles),
    }
    const result: Scored | null = scoreMemory(terms, candidate)
    return result === null ? [] : [{ memory, score: Math.round(result.score * 1_000) / 1_000, reasons: [...result.reasons] }]
  })
  return scored.sort((a, b) => b.score - a.score || b.memory.createdAt.localeCompare(a.memory.createdAt)).slice(0, limit)
}

interface FoundRow {
  readonly row: number
  readonly cosine: number | null
  readonly words: string
  readonly gloss: string
  readonly sounds: string
  readonly names: string
  readonly roles: string
}

/** Words that ask and say nothing of what is asked for. */
const asking = new Set('know tell remember remind say said anything something thing everything again please recall mention memory yaad batao bata sang sanga kaise konti kitni'.split(' '))

/** The telling words of a question with how much each tells: IDF of Okapi BM25 (Robertson and Zaragoza 2009, section 3.3), never negative. */
function askedTerms(db: Database, text: string, titles: ReadonlySet<string>): readonly AskedTerm[] {
  const total = background + Number(db.prepare('SELECT count(*) FROM memory_fts_docsize').pluck().get())
  const count = db.prepare<[string], { col: string; doc: number }>('SELECT col, doc FROM memory_vocabulary WHERE term = ?')
  const terms = termsOf(text).filter(({ word }) => !titles.has(word))
  const telling = terms.some(({ said }) => !asking.has(said)) ? terms.filter(({ said }) => !asking.has(said)) : terms
  const once = telling.filter(({ word }, at) => telling.findIndex(other => other.word === word) === at).slice(0, mostTerms)
  return once.map(term => {
    const columns = [term.word, ...term.gloss, ...(term.sound === '' ? [] : [term.sound])].flatMap(word => count.all(word))
    const inColumn = (col: string): number => Math.max(0, ...columns.filter(found => found.col === col).map(({ doc }) => doc))
    const found = Math.max(0, ...columns.map(({ doc }) => doc))
    const idf = Math.log(1 + (total - found + 0.5) / (found + 0.5))
    // What no memory says tells little: it may be the word of a question, or one that the answer says otherwise.
    return { ...term, idf: found === 0 ? idf * 0.5 : idf, namesSomebody: inColumn('names') > 0 }
  })
}

function candidateRows(db: Database, terms: readonly AskedTerm[], vector: KeptVector | null, today: string): readonly FoundRow[] {
  const open = `m.state <> 'closed' AND (m.valid_until IS NULL OR m.valid_until >= ?)`
  const words = wordQuery(db, terms.flatMap(({ word, gloss, sound }) => [word, ...gloss, sound]))
  const byWords = words === null ? [] : db
    .prepare<[string, string], number>(`SELECT f.rowid FROM memory_fts f JOIN memory m ON m.row = f.rowid WHERE memory_fts MATCH ? AND ${open} ORDER BY bm25(memory_fts, 1, 0.8, 0.5, 2, 1.5) LIMIT ${bestOfEach}`)
    .pluck()
    .all(words, today)
  const byMeaning = vector === null ? [] : nearestRows(db, vector, { sql: open, values: [today] }, bestOfEach)
  const cosines = new Map([...byMeaning, ...(vector === null ? [] : nearnessOf(db, vector, byWords))].map(({ row, cosine }) => [row, cosine]))
  const rows = JSON.stringify([...new Set([...byWords, ...byMeaning.map(({ row }) => row)])])
  return db
    .prepare<[string], Omit<FoundRow, 'cosine'>>('SELECT rowid AS row, words, gloss, sounds, names, roles FROM memory_fts WHERE rowid IN (SELECT value FROM json_each(?))')
    .all(rows)
    .map(found => ({ ...found, cosine: cosines.get(found.row) ?? null }))
}

/** The productions whose title stands in a text, with it. */
function productionsNamed(db: Database, text: string): ReadonlyMap<string, string> {
  const words = ` ${fold(romanOf(text))} `
  const titles = db.prepare<[], { id: string; title: string }>('SELECT id, title FROM production WHERE removed_at IS NULL').all()
  return new Map(titles.filter(({ title }) => fold(title).length > 3 && words.includes(` ${fold(romanOf(title))} `)).map(({ id, title }) => [id, title]))
}

const setOf = (words: string): ReadonlySet<string> => new Set(words === '' ? [] : words.split(' '))
