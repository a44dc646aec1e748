import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { CastNumber } from '../../src-preload/contract/reports.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getScriptSummary } from '../scripts/scriptStore.ts'

/** The numbers that the roles of a production keep; none where they follow the size. */
export const keptNumbers = (db: Database, productionId: ProductionId): ReadonlyMap<RoleId, number> =>
  new Map(db.prepare<[string], CastNumber>('SELECT role_id AS role, number FROM role_number WHERE production_id = ?').all(productionId).map(({ role, number }) => [role, number]))

/**
 * The number of each role, given largest first.
 *
 * While casting is young they follow the size, 1 for the largest. Once the user keeps them they stay, whatever sizes become; a role that
 * comes later gets the next number that nobody had, and one that goes leaves a gap: call sheets and contracts already name the others.
 */
export function numbersFor(roles: readonly RoleId[], kept: ReadonlyMap<RoleId, number>): ReadonlyMap<RoleId, number> {
  let next = Math.max(0, ...kept.values())
  return new Map(roles.map(role => [role, kept.get(role) ?? ++next]))
}

/**
 * Keeps numbers for the roles of a script's production, or lets them follow the size again (null).
 *
 * Numbers of roles that are not named stay, so that those of an earlier draft are not lost. Throws NOT_FOUND for a role of another
 * production, INVALID_INPUT where two roles would have one number.
 */
export function keepNumbers(db: Database, scriptId: ScriptId, numbers: readonly CastNumber[] | null): void {
  inTransaction(db, () => {
    const { productionId } = getScriptSummary(db, scriptId)
    if (numbers === null) {
      db.prepare('DELETE FROM role_number WHERE production_id = ?').run(productionId)
      return
    }
    const all = new Map([...keptNumbers(db, productionId), ...numbers.map(({ role, number }) => [role, number] as const)])
    if (new Set(all.values()).size < all.size) throw new CastMatchError('INVALID_INPUT', { subject: 'The cast list', detail: 'two roles have one number' })
    const known = db.prepare<[string, string], number>('SELECT count(*) FROM role WHERE id = ? AND production_id = ?').pluck()
    db.prepare('DELETE FROM role_number WHERE production_id = ?').run(productionId)
    const insert = db.prepare('INSERT INTO role_number (role_id, production_id, number) VALUES (?, ?, ?)')
    for (const [role, number] of all) {
      if (known.get(role, productionId) !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The role' })
      insert.run(role, productionId, number)
    }
  })
}
