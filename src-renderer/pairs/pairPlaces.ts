import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'

/** Where the pairs of a production are listed; those of one role where it is named. */
export const pairsPlace = (productionId: ProductionId, role?: RoleId): string => `/production/${productionId}/roles/pairs${role ? `?role=${role}` : ''}`

/** Where the candidates of two roles are laid against each other; the two people are chosen where they are named. */
export const pairGridPlace = (productionId: ProductionId, [one, other]: readonly [RoleId, RoleId], chosen?: readonly [TalentId, TalentId]): string =>
  `/production/${productionId}/roles/pairs/${one}/${other}${chosen ? `?a=${chosen[0]}&b=${chosen[1]}` : ''}`

/** Where the reads of a pair session are put in order. */
export const runningOrderPlace = (productionId: ProductionId): string => `/production/${productionId}/roles/pairs/order`

/** Where predictions are held against what was seen. */
export const trackRecordPlace = (productionId: ProductionId): string => `/production/${productionId}/roles/pairs/record`
