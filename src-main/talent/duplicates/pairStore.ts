import type { Duplicate, DuplicateId, DuplicateReason, ComparedRecords } from '../../../src-preload/contract/duplicates.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { readTalent } from '../talentFacts.ts'
import { compareFacts } from './mergedFacts.ts'

interface PairRow {
  readonly id: DuplicateId
  readonly a: TalentId
  readonly a_name: string
  readonly b: TalentId
  readonly b_name: string
  readonly likelihood: number
  readonly reasons: string
}

const open = `FROM duplicate_pair p JOIN talent a ON a.id = p.talent_id AND a.removed_at IS NULL JOIN talent b ON b.id = p.other_talent_id AND b.removed_at IS NULL WHERE p.state = 'open'`
const columns = 'p.id, a.id AS a, a.name AS a_name, b.id AS b, b.name AS b_name, p.likelihood, p.reasons'

/** The open pairs, the likeliest first, with how many there are, of how many people, and how many wait to be compared. */
export function listPairs(db: Database, { limit, offset }: { readonly limit: number; readonly offset: number }): {
  readonly total: number
  readonly people: number
  readonly waiting: number
  readonly pairs: Duplicate[]
} {
  const rows = db.prepare(`SELECT ${columns} ${open} ORDER BY p.bits DESC, p.id LIMIT ? OFFSET ?`).all(limit, offset) as readonly PairRow[]
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number
  return {
    total: count(`SELECT count(*) ${open}`),
    people: count(`SELECT count(*) FROM (SELECT a.id ${open} UNION SELECT b.id ${open})`),
    waiting: count('SELECT count(*) FROM duplicate_due d JOIN talent t ON t.row = d.talent_row AND t.removed_at IS NULL'),
    pairs: rows.map(row => ({
      id: row.id, people: [{ id: row.a, name: row.a_name }, { id: row.b, name: row.b_name }], likelihood: row.likelihood, reasons: JSON.parse(row.reasons) as DuplicateReason[],
    })),
  }
}

/** Lays the two of a pair side by side, with `keep` as the one that stays. Throws NOT_FOUND, also where one of them is out of the book or the pair is decided. */
export function comparePair(db: Database, { id, keep }: { readonly id: DuplicateId; readonly keep?: TalentId | undefined }, modelId: string): ComparedRecords {
  const row = db.prepare(`SELECT ${columns} ${open} AND p.id = ?`).get(id) as PairRow | undefined
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This pair' })
  const [a, b] = [readTalent(db, row.a, modelId).talent, readTalent(db, row.b, modelId).talent]
  const better = compareWeights([weightOf(db, a.id), Object.keys(a.sources).length], [weightOf(db, b.id), Object.keys(b.sources).length])
  const isA = keep === undefined ? (better === 0 ? a.createdAt <= b.createdAt : better > 0) : keep === a.id
  const [kept, other] = isA ? [a, b] : [b, a]
  return { kept, other, facts: [...compareFacts(kept, other)], likelihood: row.likelihood, reasons: JSON.parse(row.reasons) as DuplicateReason[] }
}

/** Says that two records are two people, for ever. Throws NOT_FOUND. */
export function dismissPair(db: Database, id: DuplicateId, now: Date): void {
  setState(db, id, { from: 'open', to: 'apart', at: now.toISOString() })
}

/** Takes back that two records are two people. Throws NOT_FOUND. */
export function reopenPair(db: Database, id: DuplicateId): void {
  setState(db, id, { from: 'apart', to: 'open', at: null })
}

function setState(db: Database, id: DuplicateId, { from, to, at }: { readonly from: string; readonly to: string; readonly at: string | null }): void {
  const { changes } = db.prepare('UPDATE duplicate_pair SET state = ?, decided_at = ? WHERE id = ? AND state = ?').run(to, at, id, from)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'This pair' })
}

/** How much of the office's work hangs on a record. */
const weightOf = (db: Database, id: TalentId): number =>
  db.prepare(`SELECT (SELECT count(*) FROM casting_entry WHERE talent_id = @id) + (SELECT count(*) FROM audition_slot WHERE talent_id = @id) + (SELECT count(*) FROM memory_person WHERE talent_id = @id)`).pluck().get({ id }) as number

const compareWeights = (a: readonly number[], b: readonly number[]): number => a.map((value, at) => value - (b[at] ?? 0)).find(difference => difference !== 0) ?? 0
