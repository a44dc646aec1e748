import { randomUUID } from 'node:crypto'
import type { Database } from '../src-main/database/openDatabase.ts'
import { createProduction } from '../src-main/productions/productionStore.ts'
import { updateRole } from '../src-main/roles/roleStore.ts'
import type { ProductionId } from '../src-preload/contract/productions.ts'
import type { RoleChange, RoleId } from '../src-preload/contract/roles.ts'
import type { z } from 'zod'

/** Makes a role that no script holds, with what it asks, in a production of its own or a given one. */
export function makeRole(db: Database, { name = 'ROLE', ...asked }: z.infer<typeof RoleChange>, now: Date, production?: ProductionId): RoleId {
  const productionId = production ?? createProduction(db, { title: 'Measured', kind: 'film', brief: '' }, now).id
  const id = randomUUID() as RoleId
  db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, name, now.toISOString())
  updateRole(db, id, asked)
  return id
}
