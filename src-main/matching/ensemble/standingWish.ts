import type { EnsembleWishes } from '../../../src-preload/contract/ensemble.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { standingRole } from '../../roles/roleRecord.ts'
import { keptId } from '../../talent/duplicates/keptId.ts'

/** What of a wish names roles and people. */
type Named = Pick<EnsembleWishes, 'roleIds' | 'lists' | 'fixed' | 'must' | 'never' | 'out'> & {
  readonly candidates?: readonly { readonly roleId: RoleId; readonly talentIds: readonly TalentId[] }[]
}

/**
 * The same wish with each role and person as they stand now: those who were merged into others are those.
 *
 * A pair that was merged into one person is no pair any more and is left out. Throws NOT_FOUND where a role was removed.
 */
export function standingWish<Wish extends Named>(db: Database, wish: Wish): Wish {
  const role = (id: RoleId): RoleId => standingRole(db, id).id
  const person = (id: TalentId): TalentId => keptId(db, id)
  const two = ([one, other]: readonly [TalentId, TalentId]): [TalentId, TalentId] => [person(one), person(other)]
  const apart = ([one, other]: readonly [TalentId, TalentId]): boolean => one !== other
  return {
    ...wish,
    roleIds: wish.roleIds.map(role),
    lists: wish.lists.map(list => ({ ...list, roleId: role(list.roleId) })),
    fixed: wish.fixed.map(({ roleId, talentId }) => ({ roleId: role(roleId), talentId: person(talentId) })),
    must: wish.must.map(two).filter(apart),
    never: wish.never.map(two).filter(apart),
    out: [...new Set(wish.out.map(person))],
    ...(wish.candidates && { candidates: wish.candidates.map(({ roleId, talentIds }) => ({ roleId: role(roleId), talentIds: [...new Set(talentIds.map(person))] })) }),
  }
}
