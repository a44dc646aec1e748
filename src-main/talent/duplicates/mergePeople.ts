import { v7 as uuidV7 } from 'uuid'
import type { MergeId, TalentMerge } from '../../../src-preload/contract/duplicates.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Talent, TalentFacts, TalentField, TalentId } from '../../../src-preload/contract/talent.ts'
import { isDeepStrictEqual } from 'node:util'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { readTalent } from '../talentFacts.ts'
import { textHash } from '../talentRecord.ts'
import { checkedFacts } from '../talentStore.ts'
import { talentWriter } from '../talentWriter.ts'
import { followToKept, watched } from './followers.ts'
import { journalOf, takeBack, type TableChange } from './journal.ts'
import { factsNotTaken, mergeFacts, type TakenFacts } from './mergedFacts.ts'

/** What a merge is made with. */
export interface MergeContext {
  readonly modelId: string
  readonly now: () => Date
  /** Makes one of two standings for the same role. */
  readonly joinStandings: (db: Database, keptId: TalentId, goneId: TalentId, goneName: string, at: string) => void
}

/** Whom to merge into whom, and which facts to take from whom. */
export interface MergeAsked {
  readonly keptId: TalentId
  readonly otherId: TalentId
  readonly take: TakenFacts
}

interface Journal {
  readonly facts: TalentFacts
  readonly changes: readonly TableChange[]
}

interface MergeRow {
  readonly id: MergeId
  readonly kept_id: TalentId
  readonly gone_id: TalentId
  readonly gone_name: string
  readonly at: string
  readonly not_taken: string
  readonly journal: string
  readonly undone_at: string | null
}

/**
 * Makes one record of two, in one transaction: facts as chosen, everything that points at the other follows, and the other is out of the book but kept.
 *
 * Throws NOT_FOUND, and INVALID_INPUT where the two are one already or a joined fact grows too long.
 */
export function mergePeople(db: Database, { keptId, otherId, take }: MergeAsked, { modelId, now, joinStandings }: MergeContext): { readonly merge: TalentMerge; readonly talent: Talent } {
  const at = now().toISOString()
  const id = uuidV7() as MergeId
  inTransaction(db, () => {
    const [kept, other] = [readTalent(db, keptId, modelId), readTalent(db, otherId, modelId)]
    if (kept.row === other.row) throw new CastMatchError('INVALID_INPUT', { subject: kept.talent.name, detail: 'the two are one record already' })
    const { facts, origins } = mergeFacts(kept.talent, other.talent, take)
    const checked = checkedFacts(facts)
    const pair = { kept: kept.talent.id, gone: other.talent.id, keptRow: kept.row, goneRow: other.row }
    const writer = talentWriter(db)
    const changes = journalOf(db, watched, pair, () => {
      writer.update(kept.row, pair.kept, checked, { before: kept.talent, source: `merged with ${other.talent.name}`, at, origins })
      joinStandings(db, pair.kept, pair.gone, other.talent.name, at)
      followToKept(db, pair)
      writer.hide(other.row, at)
    })
    const notTaken = { kept: factsNotTaken(kept.talent, checked), other: factsNotTaken(other.talent, checked) }
    const journal: Journal = { facts: kept.talent, changes }
    db.prepare('INSERT INTO talent_merge (id, kept_id, gone_id, at, not_taken, journal) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, pair.kept, pair.gone, at, JSON.stringify(notTaken), JSON.stringify(journal))
  })
  return { merge: toMerge(readMerge(db, id)), talent: readTalent(db, keptId, modelId).talent }
}

/**
 * Takes a merge back: both records stand as they did, and everything that followed goes back; what was changed since stays.
 *
 * Throws NOT_FOUND, and CONFLICT where it was taken back already or the kept record was itself merged into another since.
 */
export function unmergePeople(db: Database, id: MergeId, now: () => Date): { readonly changedSince: TalentField[] } {
  return inTransaction(db, () => {
    const merge = readMerge(db, id)
    if (merge.undone_at !== null) throw new CastMatchError('CONFLICT', { subject: 'The merge', detail: 'it was taken back already' })
    const later = db.prepare<[string], string>('SELECT t.name FROM talent_merge m JOIN talent t ON t.id = m.kept_id WHERE m.gone_id = ? AND m.undone_at IS NULL').pluck().get(merge.kept_id)
    if (later !== undefined) throw new CastMatchError('CONFLICT', { subject: 'The merge', detail: `the record was merged into ${later} since; take that back first` })
    const { facts, changes } = JSON.parse(merge.journal) as Journal
    db.prepare('UPDATE memory SET words_due = 1 WHERE row IN (SELECT memory_row FROM memory_person WHERE talent_id = ?)').run(merge.kept_id)
    takeBack(db, changes)
    db.prepare('UPDATE talent_merge SET undone_at = ? WHERE id = ?').run(now().toISOString(), id)
    const kept = searchedAnew(db, merge.kept_id)
    searchedAnew(db, merge.gone_id)
    const fields = Object.keys(facts).filter(field => field in kept && !notFacts.has(field)) as TalentField[]
    return { changedSince: fields.filter(field => !isDeepStrictEqual(kept[field], facts[field])) }
  })
}

/** What was merged into a person and not taken back, the newest first. */
export function mergesInto(db: Database, id: TalentId): TalentMerge[] {
  const rows = db.prepare(`${select} WHERE m.kept_id = ? AND m.undone_at IS NULL ORDER BY m.row DESC`).all(id) as readonly MergeRow[]
  return rows.map(toMerge)
}

/** Keys of a whole person that are no facts. */
const notFacts = new Set(['id', 'source', 'sources', 'createdAt', 'updatedAt', 'indexed'])

const select = 'SELECT m.*, t.name AS gone_name FROM talent_merge m JOIN talent t ON t.id = m.gone_id'

function readMerge(db: Database, id: MergeId): MergeRow {
  const row = db.prepare(`${select} WHERE m.id = ?`).get(id) as MergeRow | undefined
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This merge' })
  return row
}

/** Writes what search reads of a person whose rows were put back. */
function searchedAnew(db: Database, id: TalentId): Talent {
  const { row, talent, removed } = readTalent(db, id, '', { withRemoved: true, asTheyWere: true })
  db.prepare('UPDATE talent SET text_hash = ? WHERE row = ?').run(textHash(talent), row)
  if (!removed) talentWriter(db).show(row, talent)
  return talent
}

const toMerge = ({ id, kept_id, gone_id, gone_name, at, not_taken, undone_at }: MergeRow): TalentMerge => ({
  id, keptId: kept_id, goneId: gone_id, goneName: gone_name, at, notTaken: JSON.parse(not_taken) as TalentMerge['notTaken'], undone: undone_at !== null,
})
