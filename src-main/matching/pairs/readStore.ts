import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairForecast, PairRead, PairReadId } from '../../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { valueFactors, type RatedPair } from './chemistryModel.ts'
import type { PairValue } from './pairValues.ts'

/** A read as it is written down, with what was predicted of it. */
export interface NewRead {
  readonly roleIds: readonly [RoleId, RoleId]
  readonly talentIds: readonly [TalentId, TalentId]
  readonly rating: number
  readonly by: string
  readonly on: string
  readonly notes: string
  readonly at: string
  readonly predicted: { readonly forecast: PairForecast; readonly values: readonly PairValue[] } | null
}

interface Row {
  readonly id: PairReadId
  readonly production_id: ProductionId
  readonly role_id: RoleId
  readonly role_name: string
  readonly other_role_id: RoleId
  readonly other_role_name: string
  readonly talent_id: TalentId
  readonly talent_name: string
  readonly other_talent_id: TalentId
  readonly other_talent_name: string
  readonly rating: number
  readonly rated_by: string
  readonly on_day: string
  readonly notes: string
  readonly at: string
  readonly undone_at: string | null
  readonly forecast: string | null
  readonly values: string | null
}

const select = `SELECT r.id, a.production_id, r.role_id, a.name AS role_name, r.other_role_id, b.name AS other_role_name,
    r.talent_id, t.name AS talent_name, r.other_talent_id, u.name AS other_talent_name, r.rating, r.rated_by, r.on_day, r.notes, r.at, r.undone_at,
    p.forecast, p."values"
  FROM pair_read r
  JOIN role a ON a.id = r.role_id JOIN role b ON b.id = r.other_role_id
  JOIN talent t ON t.id = r.talent_id AND t.removed_at IS NULL JOIN talent u ON u.id = r.other_talent_id AND u.removed_at IS NULL
  LEFT JOIN pair_prediction p ON p.id = r.prediction_id`

/** Of what the reads are listed; each key narrows it. */
export interface ReadScope {
  readonly productionId?: ProductionId | undefined
  readonly talentId?: TalentId | undefined
  readonly limit: number
}

/** Lists the reads, the newest first, those taken back among them; reads of removed people are left out. */
export const listReads = (db: Database, { productionId, talentId, limit }: ReadScope): PairRead[] =>
  db
    .prepare<{ production: string | null; talent: string | null; limit: number }, Row>(
      `${select} WHERE (@production IS NULL OR a.production_id = @production) AND (@talent IS NULL OR @talent IN (r.talent_id, r.other_talent_id))
       ORDER BY r.row DESC LIMIT @limit`,
    )
    .all({ production: productionId ?? null, talent: talentId ?? null, limit })
    .map(toRead)

/** Reads one. Throws NOT_FOUND. */
export function getRead(db: Database, id: PairReadId): PairRead {
  const row = db.prepare<[string], Row>(`${select} WHERE r.id = ?`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The read' })
  return toRead(row)
}

/** Writes a read down, the prediction first. */
export function insertRead(db: Database, read: NewRead): PairRead {
  const id = uuid() as PairReadId
  inTransaction(db, () => {
    const predictionId = read.predicted && insertPrediction(db, read.predicted, read.at)
    db.prepare(
      `INSERT INTO pair_read (id, role_id, other_role_id, talent_id, other_talent_id, rating, rated_by, on_day, notes, at, prediction_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, ...read.roleIds, ...read.talentIds, read.rating, read.by, read.on, read.notes, read.at, predictionId)
  })
  return getRead(db, id)
}

function insertPrediction(db: Database, { forecast, values }: NonNullable<NewRead['predicted']>, at: string): string {
  const id = uuid()
  const kept = Object.fromEntries(values.map(({ factor, value }) => [factor, value]))
  db.prepare('INSERT INTO pair_prediction (id, at, "values", forecast) VALUES (?, ?, ?, ?)').run(id, at, JSON.stringify(kept), JSON.stringify(forecast))
  return id
}

/** Takes a read back, or lets it count again. Throws NOT_FOUND, and CONFLICT where it stands so already. */
export function markRead(db: Database, id: PairReadId, undoneAt: string | null): PairRead {
  const read = getRead(db, id)
  if (read.undone === (undoneAt !== null)) {
    throw new CastMatchError('CONFLICT', { subject: 'The read', detail: read.undone ? 'it is taken back already' : 'it counts already' })
  }
  db.prepare('UPDATE pair_read SET undone_at = ? WHERE id = ?').run(undoneAt, id)
  return getRead(db, id)
}

/** How many reads are learnt from at most, the newest: past some hundred a pair the older ones say little that these do not. */
const mostReads = 400

/** The reads that are learnt from, with the values as they stood when each was predicted; those taken back are left out. */
export const ratedReads = (db: Database): readonly RatedPair[] =>
  db
    .prepare<[number], Row>(`${select} WHERE r.undone_at IS NULL AND p.id IS NOT NULL ORDER BY r.row DESC LIMIT ?`)
    .all(mostReads)
    .map(row => {
      const values = JSON.parse(row.values ?? '{}') as Readonly<Record<string, number | null>>
      return { people: [row.talent_id, row.other_talent_id], values: valueFactors.map(factor => values[factor] ?? null), rating: row.rating }
    })

const toRead = (row: Row): PairRead => ({
  id: row.id,
  productionId: row.production_id,
  roles: [{ id: row.role_id, name: row.role_name }, { id: row.other_role_id, name: row.other_role_name }],
  people: [{ id: row.talent_id, name: row.talent_name }, { id: row.other_talent_id, name: row.other_talent_name }],
  rating: row.rating,
  by: row.rated_by,
  on: row.on_day,
  notes: row.notes,
  at: row.at,
  predicted: row.forecast === null ? null : (JSON.parse(row.forecast) as PairForecast),
  undone: row.undone_at !== null,
})
