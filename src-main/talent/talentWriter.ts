import { isDeepStrictEqual } from 'node:util'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { originWriter, type WhereFrom } from './factOrigins.ts'
import { searchWriter, type SearchWriter } from './searchWriter.ts'
import { nameKey, phoneKey, textHash, unknownMeasurements } from './talentRecord.ts'

/** Writes people and everything that search reads of them; to be used inside a transaction. */
export interface TalentWriter {
  /** Adds a person and gives the number of the row; `sheetHash` tells which row of a sheet they came from. */
  insert(facts: TalentFacts, record: WhereFrom & { readonly id: string; readonly sheetHash?: string }): number
  /** Replaces all facts of a person; each that is another than `before` then comes from the source given. The record's own source stays. */
  update(row: number, id: string, facts: TalentFacts, change: WhereFrom & { readonly before: TalentFacts }): void
  /** Takes a person out of every search; the record stays. */
  hide(row: number, at: string): void
  /** Brings a hidden person back into every search. */
  show(row: number, facts: TalentFacts): void
}

/** Prepares the statements that write people, once for many rows; `index` is told what they are found by. */
export function talentWriter(db: Database, index: SearchWriter = searchWriter(db)): TalentWriter {
  const insert = db.prepare(`INSERT INTO talent (id, source, created_at, sheet_hash, ${columns.join(', ')})
    VALUES (@id, @source, @updated_at, @sheetHash, ${columns.map(name => `@${name}`).join(', ')})`)
  const update = db.prepare(`UPDATE talent SET ${columns.map(name => `${name} = @${name}`).join(', ')} WHERE row = @row`)
  const setRemoved = db.prepare('UPDATE talent SET removed_at = ? WHERE row = ?')
  const clearDays = db.prepare('DELETE FROM talent_availability WHERE talent_id = ?')
  const addDays = db.prepare('INSERT OR REPLACE INTO talent_availability (talent_id, from_day, to_day, state) VALUES (?, ?, ?, ?)')
  const origins = originWriter(db)

  const writeDays = (id: string, facts: TalentFacts): void => {
    for (const { span, state } of facts.availability) addDays.run(id, span.from, span.to, state)
  }
  return {
    insert(facts, record) {
      const { id, source, at, sheetHash = '' } = record
      const row = Number(insert.run({ ...valuesOf(facts, at), id, source, sheetHash }).lastInsertRowid)
      writeDays(id, facts)
      origins.inserted(row, record)
      index.add(row, facts)
      return row
    },
    update(row, id, facts, change) {
      assertOne(update.run({ ...valuesOf(facts, change.at), row }).changes)
      clearDays.run(id)
      writeDays(id, facts)
      origins.updated(row, facts, change)
      index.take(row)
      index.add(row, facts)
    },
    hide(row, at) {
      assertOne(setRemoved.run(at, row).changes)
      index.take(row)
    },
    show(row, facts) {
      assertOne(setRemoved.run(null, row).changes)
      index.take(row)
      index.add(row, facts)
    },
  }
}

const columns = [
  'name', 'name_key', 'legal_name', 'spellings', 'gender', 'playing_from', 'playing_to', 'height_cm', 'city', 'languages', 'skills', 'training',
  'bio', 'credits', 'union_card', 'representation', 'phone', 'phone_key', 'email', 'fee', 'links', 'tags', 'notes', 'consent', 'text_hash', 'updated_at',
  'born', 'measurements', 'proofs', 'card', 'passport', 'coordinator', 'conflicts', 'guardian', 'permit', 'auditions',
] as const

const valuesOf = (facts: TalentFacts, at: string): Readonly<Record<(typeof columns)[number], string | number | null>> => ({
  name: facts.name,
  name_key: nameKey(facts.name),
  legal_name: facts.legalName,
  spellings: JSON.stringify(facts.spellings),
  gender: facts.gender,
  playing_from: facts.playingRange?.from ?? null,
  playing_to: facts.playingRange?.to ?? null,
  height_cm: facts.heightCm,
  city: facts.city,
  languages: JSON.stringify(facts.languages),
  skills: JSON.stringify(facts.skills),
  training: facts.training,
  bio: facts.bio,
  credits: JSON.stringify(facts.credits),
  union_card: facts.union,
  representation: facts.representation,
  phone: facts.phone,
  phone_key: phoneKey(facts.phone),
  email: facts.email,
  fee: jsonOrNull(facts.fee),
  links: JSON.stringify(facts.links),
  tags: JSON.stringify(facts.tags),
  notes: facts.notes,
  consent: jsonOrNull(facts.consent),
  text_hash: textHash(facts),
  updated_at: at,
  born: facts.born,
  measurements: isDeepStrictEqual(facts.measurements, unknownMeasurements) ? null : JSON.stringify(facts.measurements),
  proofs: JSON.stringify(facts.proofs),
  card: jsonOrNull(facts.unionCard),
  passport: jsonOrNull(facts.passport),
  coordinator: facts.coordinator,
  conflicts: JSON.stringify(facts.conflicts),
  guardian: jsonOrNull(facts.guardian),
  permit: JSON.stringify(facts.permit),
  auditions: JSON.stringify(facts.auditions),
})

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

function assertOne(changes: number): void {
  if (changes !== 1) throw new Error(`one record was to change, ${changes} did`)
}
