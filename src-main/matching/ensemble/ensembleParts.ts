import type { CastingList, CastingStatus } from '../../../src-preload/contract/casting.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { PairParts } from '../pairs/pairParts.ts'

/** Somebody who stands on the lists of a role. */
export interface Stood {
  readonly talentId: TalentId
  readonly list: CastingList
  readonly status: CastingStatus
}

/** What an ensemble needs of the office. */
export interface EnsembleParts extends PairParts {
  /** Who stands on the lists of a role now. */
  readonly standings: (roleId: RoleId) => readonly Stood[]
}
