import { EnsembleWish } from '../../src-preload/contract/ensemble.ts'
import { namedRoles } from './namedRoles.ts'
import { inOffice, resultOf } from './office.ts'
import type { PairOptions } from './pair.ts'
import { table, type Terminal } from './terminal.ts'

/** `castmatch ensemble PRODUCTION [ROLE...]`: the best cast and its alternatives, or the wishes that leave none. */
export function ensemble(production: string, names: readonly string[], { data, json, limit }: PairOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const { productionId, roles } = await namedRoles(client, production, names)
    const wish = EnsembleWish.parse({ productionId, roleIds: roles.slice(0, 30).map(({ id }) => id), perRole: limit })
    const found = await resultOf(await client.ensemble.cast(wish, { signal: terminal.signal }), terminal, production)
    if (json) return terminal.out(`${JSON.stringify(found)}\n`)
    if (found.state !== 'found') return terminal.out(`${found.state === 'noTime' ? 'No cast was found in time.' : `No cast is possible: ${found.blockedBy.map(({ text }) => text).join('; ')}`}\n`)
    for (const [at, cast] of found.casts.entries()) {
      const proof = cast.proven ? 'proven' : `at most ${(cast.gap * 100).toFixed(2)} % better`
      terminal.out(`${at === 0 ? 'Best cast' : `Alternative ${at}, ${cast.differs} roles otherwise`} (${cast.worth.toFixed(1)}, ${proof})\n`)
      terminal.out(`${table(['Role', 'Name', 'Fit'], cast.roles.map(({ roleName, talentName, fit }) => [roleName, talentName, String(fit)]))}\n\n`)
    }
  })
}
