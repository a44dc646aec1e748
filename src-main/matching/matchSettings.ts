import type { FitWeights } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { houseWeights } from './weights.ts'

/** How a production weighs, as it is kept. */
export interface KeptMatching {
  /** Null where the user moved none. */
  readonly weights: FitWeights | null
  /** Whether it learns from the decisions of the user. */
  readonly learning: boolean
  /** Whether those of other productions count too. */
  readonly across: boolean
  /** The moment of the last reset, ISO 8601: decisions before it do not count; null where there was none. */
  readonly learntFrom: string | null
}

/** What is to be changed; keys left out stay. */
export type MatchingChange = { readonly [Key in keyof KeptMatching]?: KeptMatching[Key] | undefined }

interface Row {
  readonly weights: string | null
  readonly learning: number
  readonly across: number
  readonly learnt_from: string | null
}

/** Reads how a production weighs; the weights of the house and no learning where nothing was said. */
export function keptMatching(db: Database, id: ProductionId): KeptMatching {
  const row = db.prepare<[string], Row>('SELECT weights, learning, across, learnt_from FROM production_matching WHERE production_id = ?').get(id)
  return {
    // A factor that came later than the weights were kept counts as the house has it.
    weights: row?.weights ? { ...houseWeights, ...(JSON.parse(row.weights) as Partial<FitWeights>) } : null,
    learning: row?.learning === 1,
    across: row?.across === 1,
    learntFrom: row?.learnt_from ?? null,
  }
}

/** Keeps how a production weighs; keys left out stay. Throws NOT_FOUND where the production is gone. */
export function keepMatching(db: Database, id: ProductionId, change: MatchingChange): KeptMatching {
  return inTransaction(db, () => {
    getProduction(db, id)
    const after: KeptMatching = { ...keptMatching(db, id), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
    db.prepare('INSERT OR REPLACE INTO production_matching (production_id, weights, learning, across, learnt_from) VALUES (?, ?, ?, ?, ?)').run(
      id, after.weights && JSON.stringify(after.weights), Number(after.learning), Number(after.across), after.learntFrom,
    )
    return after
  })
}
