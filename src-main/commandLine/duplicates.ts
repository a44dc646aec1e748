import { inOffice, resultOf } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** How duplicates are listed. */
export interface DuplicatesOptions {
  readonly data: string
  readonly json: boolean
  /** At most so many pairs, 1 to 500. */
  readonly limit: number
}

/** Most pairs that one call of the office gives. */
const atOnce = 200

/** `castmatch duplicates`: compares who was added or changed, and lists who may be in the book twice, the likeliest first. Nothing is merged. */
export function duplicates({ data, json, limit }: DuplicatesOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    await resultOf(await client.duplicates.find({}, { signal: terminal.signal }), terminal, 'duplicates')
    const pairs = []
    let total = 0
    for (let offset = 0; offset < limit; offset += atOnce) {
      const page = await client.duplicates.list({ limit: Math.min(atOnce, limit - offset), offset }, { signal: terminal.signal })
      pairs.push(...page.pairs)
      total = page.total
      if (pairs.length >= total) break
    }
    if (json) return terminal.out(`${JSON.stringify(pairs)}\n`)
    const rows = pairs.map(({ people, likelihood, reasons }) => [
      likelihood.toFixed(2), people.map(({ name }) => name).join(' / '), reasons.map(({ speaks, words }) => (speaks === 'for' ? words : `but ${words}`)).join('; '),
    ])
    terminal.out(pairs.length === 0 ? 'Nobody seems to be in the book twice.\n' : `${table(['Likely', 'Who', 'Why'], rows)}\n\n${pairs.length} of ${total}\n`)
  })
}
