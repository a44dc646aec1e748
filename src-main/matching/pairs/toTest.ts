import type { PairToTest } from '../../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { readTalent } from '../../talent/talentFacts.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairParts } from './pairParts.ts'
import { twoRoles } from './pairParts.ts'

interface Row {
  readonly role_id: RoleId
  readonly role_name: string
  readonly other_role_id: RoleId
  readonly other_role_name: string
  readonly talent_id: TalentId
  readonly talent_name: string
  readonly other_talent_id: TalentId
  readonly other_talent_name: string
}

/** Lists the pairs of a production that are to be tested, in the order they were chosen; those of roles and people that are gone are left out. */
export const listToTest = (db: Database, productionId: ProductionId): PairToTest[] =>
  db
    .prepare<[string], Row>(
      `SELECT p.role_id, a.name AS role_name, p.other_role_id, b.name AS other_role_name, p.talent_id, t.name AS talent_name, p.other_talent_id, u.name AS other_talent_name
       FROM pair_to_test p
       JOIN role a ON a.id = p.role_id AND a.removed_at IS NULL AND a.merged_into IS NULL JOIN role b ON b.id = p.other_role_id AND b.removed_at IS NULL AND b.merged_into IS NULL
       JOIN talent t ON t.id = p.talent_id AND t.removed_at IS NULL JOIN talent u ON u.id = p.other_talent_id AND u.removed_at IS NULL
       WHERE a.production_id = ? ORDER BY p.row`,
    )
    .all(productionId)
    .map(row => ({
      roles: [{ id: row.role_id, name: row.role_name }, { id: row.other_role_id, name: row.other_role_name }],
      people: [{ id: row.talent_id, name: row.talent_name }, { id: row.other_talent_id, name: row.other_talent_name }],
    }))

/**
 * Chooses two people to be tested together, or leaves them out again; gives the pairs of the production as they then stand.
 *
 * Throws NOT_FOUND, INVALID_INPUT where it is one person or one role.
 */
export function setToTest(
  parts: Pick<PairParts, 'db' | 'settings' | 'now'>,
  { roleIds, talentIds, wanted }: { readonly roleIds: readonly [RoleId, RoleId]; readonly talentIds: readonly [TalentId, TalentId]; readonly wanted: boolean },
): PairToTest[] {
  const { db, now } = parts
  return inTransaction(db, () => {
    const { roles: [one, other] } = twoRoles(parts, roleIds)
    const [first, second] = talentIds.map(id => readTalent(db, id, '').talent)
    if (!first || !second || first.id === second.id) throw new CastMatchError('INVALID_INPUT', { subject: first?.name ?? 'The pair', detail: 'a pair is of two people' })
    // Always in one order, so that the same two are not chosen twice.
    const sides = [{ role: one.id, talent: first.id }, { role: other.id, talent: second.id }].sort((a, b) => (a.role < b.role ? -1 : 1))
    const key = [...sides.map(({ role }) => role), ...sides.map(({ talent }) => talent)]
    if (wanted) db.prepare('INSERT OR IGNORE INTO pair_to_test (role_id, other_role_id, talent_id, other_talent_id, at) VALUES (?, ?, ?, ?, ?)').run(...key, now().toISOString())
    else db.prepare('DELETE FROM pair_to_test WHERE role_id = ? AND other_role_id = ? AND talent_id = ? AND other_talent_id = ?').run(...key)
    return listToTest(db, one.productionId)
  })
}
