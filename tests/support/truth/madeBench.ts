import type { Database } from '../../../src-main/database/openDatabase.ts'
import { createProduction, updateProduction } from '../../../src-main/productions/productionStore.ts'
import { talentModelId } from '../../../src-main/talent/talentRecord.ts'
import { createTalent } from '../../../src-main/talent/talentStore.ts'
import { makeRole } from '../../../tools/madeRole.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import { personOf, roleOf } from './madeBook.ts'
import type { MadeCasting } from './madeCasting.ts'
import { ourBrand, type MadeRoleAsk, type MadeTalent } from './madeFacts.ts'
import { rollOf } from './roll.ts'

/** A benchmark kept in a database: each role and person with the id that the office gave it. */
export interface KeptCasting {
  readonly productionId: ProductionId
  readonly roles: readonly { readonly id: RoleId; readonly asked: MadeRoleAsk }[]
  /** The people, by the ids of the office. */
  readonly people: readonly MadeTalent[]
}

/** Keeps a benchmark in a database, as the office would have it: a production with a brand, its roles, and the book. */
export function keepCasting(db: Database, { roles, people }: MadeCasting, { embedder, now, seed }: { readonly embedder: { readonly id: string }; readonly now: () => Date; readonly seed: number }): KeptCasting {
  const roll = rollOf(seed + 1)
  const { id: productionId } = createProduction(db, { title: 'Measured', kind: 'film', brief: '' }, now())
  updateProduction(db, productionId, { brand: { ...ourBrand } })
  const made = db.transaction(() => people.map(person => ({ ...person, id: createTalent(db, personOf(person, roll), { modelId: talentModelId(embedder), now }).id })))()
  return { productionId, roles: roles.map(asked => ({ id: makeRole(db, roleOf(asked), now(), productionId), asked })), people: made }
}
