import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { namedRoles } from './namedRoles.ts'
import { inOffice } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** How pairs are asked for. */
export interface PairOptions {
  readonly data: string
  readonly json: boolean
  /** At most so many people for each role, 1 to 40. */
  readonly limit: number
}

/** `castmatch pair PRODUCTION [ROLE ROLE]`: the pairs of roles that matter, or the candidates of two roles against each other. */
export function pair(production: string, names: readonly string[], { data, json, limit }: PairOptions, terminal: Terminal): Promise<void> {
  const { signal } = terminal
  return inOffice(data, async ({ client }) => {
    const { productionId, roles } = await namedRoles(client, production, names)
    if (names.length === 0) {
      const pairs = await client.pairs.script({ productionId }, { signal })
      if (json) return terminal.out(`${JSON.stringify(pairs)}\n`)
      const rows = pairs.map(({ roles: [one, other], weight, exchanges, alone, scenes }) => [weight.toFixed(2), `${one.name} and ${other.name}`, String(exchanges), String(alone), [...new Set(scenes.map(({ page }) => page))].join(', ')])
      return terminal.out(`${table(['Weight', 'Pair', 'Exchanges', 'Alone', 'Pages'], rows)}\n`)
    }
    const [one, other] = roles
    if (!one || !other || roles.length !== 2) throw new CastMatchError('INVALID_INPUT', { subject: 'The pair', detail: 'name two roles' })
    const grid = await client.pairs.grid({ roleIds: [one.id, other.id], limit }, { signal })
    if (json) return terminal.out(`${JSON.stringify(grid)}\n`)
    if (!grid.suggestions) return terminal.out('Suggestions are switched off.\n')
    const rows = grid.rows.map(({ name }, row) => [name, ...(grid.cells[row] ?? []).map(cell => (cell ? `${cell.mean.toFixed(1)} (${cell.interval.low.toFixed(1)} to ${cell.interval.high.toFixed(1)})` : '-'))])
    terminal.out(`${table([`${one.name} / ${other.name}`, ...grid.columns.map(({ name }) => name)], rows)}\n`)
  })
}
