import type { CastingList } from '../../../src-preload/contract/casting.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'

/** On which list of a role somebody stands. */
export type Listed = ReadonlyMap<TalentId, CastingList>

/** Who stands on the lists of a role, those released and those removed left out. */
export const listedFor = (db: Database, roleId: RoleId): Listed =>
  new Map(
    db
      .prepare<[string], { id: TalentId; list: CastingList }>(
        `SELECT c.talent_id AS id, c.list FROM casting_entry c JOIN talent t ON t.id = c.talent_id AND t.removed_at IS NULL
         WHERE c.role_id = ? AND c.list IS NOT NULL AND c.status <> 'released' ORDER BY c.changed_at, c.talent_id`,
      )
      .all(roleId)
      .map(({ id, list }) => [id, list]),
  )
