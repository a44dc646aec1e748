import { v7 as uuidV7 } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { TalentFacts, type Talent, type TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { readTalent } from './talentFacts.ts'
import { unknownFacts } from './talentRecord.ts'
import { talentWriter } from './talentWriter.ts'

/** What the book needs beside the records: the vectors' model, to say who is indexed, and the clock. */
export interface BookContext {
  readonly modelId: string
  readonly now: () => Date
}

/** Opens one person. Throws NOT_FOUND for an unknown or removed id. */
export function getTalent(db: Database, id: TalentId, modelId: string): Talent {
  return readTalent(db, id, modelId).talent
}

/**
 * Adds a person by hand, or from `source`; what is not given stays unknown.
 *
 * Throws INVALID_INPUT with the first fact that cannot be.
 */
export function createTalent(db: Database, facts: Partial<TalentFacts> & { readonly name: string }, { modelId, now, source = 'by hand' }: BookContext & { readonly source?: string }): Talent {
  const whole = checkedFacts({ ...unknownFacts, ...facts })
  const id = uuidV7() as TalentId
  inTransaction(db, () => talentWriter(db).insert(whole, { id, source, at: now().toISOString() }))
  return getTalent(db, id, modelId)
}

/**
 * Changes what is known of a person, by hand or from `source`; facts left out stay.
 *
 * Throws NOT_FOUND, or INVALID_INPUT with the first fact that cannot be.
 */
export function updateTalent(db: Database, id: TalentId, change: Partial<TalentFacts>, { modelId, now, source = 'by hand' }: BookContext & { readonly source?: string }): Talent {
  inTransaction(db, () => {
    const { row, talent } = readTalent(db, id, modelId)
    talentWriter(db).update(row, id, checkedFacts({ ...talent, ...change }), { before: talent, source, at: now().toISOString() })
  })
  return getTalent(db, id, modelId)
}

/** Takes a person out of the book; the record is kept and can be restored. Throws NOT_FOUND. */
export function removeTalent(db: Database, id: TalentId, now: () => Date): void {
  inTransaction(db, () => talentWriter(db).hide(readTalent(db, id, '').row, now().toISOString()))
}

/** Brings a removed person back; nothing happens where they are in the book. Throws NOT_FOUND for an unknown id. */
export function restoreTalent(db: Database, id: TalentId, modelId: string): Talent {
  inTransaction(db, () => {
    const { row, talent, removed } = readTalent(db, id, modelId, { withRemoved: true })
    if (removed) talentWriter(db).show(row, talent)
  })
  return getTalent(db, id, modelId)
}

/** Takes everybody who came from one source out of the book; they can be restored together. */
export function removeTalentFrom(db: Database, source: string, now: Date): void {
  const rows = db.prepare<[string], number>('SELECT row FROM talent WHERE source = ? AND removed_at IS NULL').pluck().all(source)
  const writer = talentWriter(db)
  inTransaction(db, () => rows.forEach(row => writer.hide(row, now.toISOString())))
}

/** Brings everybody from one source back who is out of the book. */
export function restoreTalentFrom(db: Database, source: string): void {
  const ids = db.prepare<[string], TalentId>('SELECT id FROM talent WHERE source = ? AND removed_at IS NOT NULL').pluck().all(source)
  inTransaction(db, () => ids.forEach(id => restoreTalent(db, id, '')))
}

/** The facts as they will be kept, or INVALID_INPUT with the first that cannot be. */
export function checkedFacts(facts: TalentFacts): TalentFacts {
  const read = TalentFacts.safeParse(facts)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new CastMatchError('INVALID_INPUT', { subject: facts.name.trim() || 'The person', detail: `${issue?.path.join(' ') ?? ''}: ${issue?.message ?? 'not valid'}` })
}
