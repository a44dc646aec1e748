import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Role, RoleId } from '../../../src-preload/contract/roles.ts'
import type { Settings } from '../../../src-preload/contract/settings.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { standingRole } from '../../roles/roleRecord.ts'
import { getRole } from '../../roles/roleStore.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { MatchParts } from '../candidates.ts'

/** What pairs need of the office. */
export interface PairParts extends MatchParts {
  readonly settings: () => Pick<Settings, 'suggestions' | 'glossary' | 'chemistry'>
  readonly pool: WorkerPool
  readonly now: () => Date
}

/** Two roles of one production, and whether anything may be predicted for them. */
export interface TwoRoles {
  readonly roles: readonly [Role, Role]
  readonly suggestions: boolean
}

/** Reads two roles, or those they were merged into. Throws NOT_FOUND, and INVALID_INPUT where they are one or of two productions. */
export function twoRoles({ db, settings }: Pick<PairParts, 'db' | 'settings'>, [one, other]: readonly [RoleId, RoleId]): TwoRoles {
  const roles = [getRole(db, standingRole(db, one).id), getRole(db, standingRole(db, other).id)] as const
  if (roles[0].id === roles[1].id) throw new CastMatchError('INVALID_INPUT', { subject: roles[0].name, detail: 'a pair is of two roles' })
  if (roles[0].productionId !== roles[1].productionId) throw new CastMatchError('INVALID_INPUT', { subject: roles[0].name, detail: `${roles[1].name} is a role of another production` })
  const production = getProduction(db, roles[0].productionId)
  const { suggestions, chemistry } = settings()
  return { roles, suggestions: suggestions && chemistry && production.suggestions && roles.every(role => role.suggestions) }
}
