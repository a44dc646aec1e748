import type { CastingContext } from '../../src-main/casting/castingStore.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'
import type { CastingChange } from '../../src-preload/contract/casting.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { testDatabase } from '../support/testDatabase.ts'

/** A small office on a real database: a clock that goes on a minute with every look, and what was heard of decisions. */
export interface SmallOffice {
  readonly db: Database
  readonly now: () => Date
  readonly context: CastingContext
  readonly heard: readonly CastingChange[]
  readonly production: (title: string) => ProductionId
  readonly role: (productionId: ProductionId, name: string) => RoleId
  readonly person: (name: string, facts?: Partial<TalentFacts>) => TalentId
}

/** Opens a small office that is closed when the test ends; its clock begins at 2026-12-01, nine o'clock UTC. */
export function smallOffice(): SmallOffice {
  const db = testDatabase()
  let minutes = 0
  const now = () => new Date(Date.parse('2026-12-01T09:00:00Z') + minutes++ * 60_000)
  const heard: CastingChange[] = []
  return {
    db,
    now,
    heard,
    context: { modelId: '', now, by: 'user', onDecision: change => heard.push(change) },
    production: title => createProduction(db, { title, kind: 'film', brief: '' }, now()).id,
    role: (productionId, name) => {
      const id = `role-${productionId}-${name}` as RoleId
      db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, name, now().toISOString())
      return id
    },
    person: (name, facts = {}) => createTalent(db, { ...facts, name }, { modelId: '', now }).id,
  }
}
