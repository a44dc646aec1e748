import { CastingList, type CastingChange, type CastingChangeId } from '../../src-preload/contract/casting.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { standingRole } from '../roles/roleRecord.ts'
import { putOnList, undoChange, type CastingContext } from './castingStore.ts'
import { standingOf } from './entries.ts'

/** A cast to be put on the lists of its roles. */
export interface CastToPut {
  readonly people: readonly { readonly roleId: RoleId; readonly talentId: TalentId }[]
  readonly list: CastingList
  readonly reason: string
}

/**
 * Puts each of a cast on a list of their role, all or nothing.
 *
 * Who stands on that list or on a shorter one stays as they are. Throws NOT_FOUND.
 */
export function putCast(db: Database, { people, list, reason }: CastToPut, context: CastingContext): { readonly changes: CastingChange[]; readonly stood: number } {
  return inTransaction(db, () => {
    const changes = people.flatMap(({ roleId, talentId }) => {
      const before = standingOf(db, standingRole(db, roleId).id, talentId)
      if (before && placeOf(before.list) >= placeOf(list)) return []
      return [putOnList(db, { roleId, talentId, list, reason }, context).change]
    })
    return { changes, stood: people.length - changes.length }
  })
}

const placeOf = (list: CastingList): number => CastingList.options.indexOf(list)

/** Takes back several changes, the last first, all or nothing. Throws NOT_FOUND, and CONFLICT as {@link undoChange} does. */
export const undoAll = (db: Database, ids: readonly CastingChangeId[], context: CastingContext): CastingChange[] =>
  inTransaction(db, () => ids.toReversed().map(id => undoChange(db, id, context)))
