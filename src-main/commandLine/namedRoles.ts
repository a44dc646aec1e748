import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { fold } from '../spelling/folding.ts'
import type { OfficeInProcess } from './office.ts'

/** A production by its title or id, with those of its roles that are named; all where none is. Throws NOT_FOUND. */
export async function namedRoles(client: OfficeInProcess['client'], production: string, names: readonly string[]): Promise<{ readonly productionId: ProductionId; readonly roles: readonly RoleSummary[] }> {
  const found = (await client.productions.list({})).find(({ id, title }) => id === production || fold(title) === fold(production))
  if (!found) throw new CastMatchError('NOT_FOUND', { subject: production })
  const all = await client.roles.list({ productionId: found.id })
  const roles = names.map(name => {
    const role = all.find(one => one.id === name || fold(one.name) === fold(name))
    if (!role) throw new CastMatchError('NOT_FOUND', { subject: name })
    return role
  })
  return { productionId: found.id, roles: names.length === 0 ? all : roles }
}
