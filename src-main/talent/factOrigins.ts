import { isDeepStrictEqual } from 'node:util'
import { TalentField, type FactOrigins, type TalentFacts, type TalentRecord } from '../../src-preload/contract/talent.ts'
import type { FactOrigin } from '../../src-preload/contract/talentFacts.ts'
import type { Database } from '../database/openDatabase.ts'
import { unknownFacts } from './talentRecord.ts'

/** Where the facts of one write come from: one source, but for those that `origins` names. */
export interface WhereFrom {
  readonly source: string
  readonly at: string
  readonly origins?: FactOrigins
}

/**
 * Writes where facts came from; to be used inside a transaction.
 *
 * What came with the record needs no row of its own: its source and its day are the record's.
 */
export function originWriter(db: Database): {
  inserted(row: number, from: WhereFrom): void
  updated(row: number, facts: TalentFacts, change: WhereFrom & { readonly before: TalentFacts }): void
} {
  const write = db.prepare('INSERT OR REPLACE INTO talent_fact_source (talent_row, field, source, at) VALUES (?, ?, ?, ?)')
  return {
    inserted(row, { origins = {} }) {
      for (const [field, { source, at }] of Object.entries(origins)) write.run(row, field, source, at)
    },
    updated(row, facts, { before, source, at, origins = {} }) {
      for (const field of TalentField.options) {
        if (isDeepStrictEqual(facts[field], before[field])) continue
        const origin = origins[field] ?? { source, at }
        write.run(row, field, origin.source, origin.at)
      }
    },
  }
}

/** Where each known fact of a person came from, and where one that was taken away was. */
export function originsOf(db: Database, row: number, person: TalentRecord): FactOrigins {
  const found = db.prepare('SELECT field, source, at FROM talent_fact_source WHERE talent_row = ?').all(row) as readonly ({ readonly field: string } & FactOrigin)[]
  const written = new Map(found.map(({ field, source, at }) => [field, { source, at }]))
  const nothing: Partial<TalentFacts> = unknownFacts
  const origins: FactOrigins = {}
  for (const field of TalentField.options) {
    const origin = written.get(field) ?? (isDeepStrictEqual(person[field], nothing[field]) ? undefined : { source: person.source, at: person.createdAt })
    if (origin) origins[field] = origin
  }
  return origins
}
