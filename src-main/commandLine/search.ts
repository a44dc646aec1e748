import { inOffice } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** How people are searched. */
export interface SearchOptions {
  readonly data: string
  readonly json: boolean
  /** At most so many people, 1 to 500. */
  readonly limit: number
}

/** `castmatch search "..."`: finds people in the talent book by a sentence, best first. */
export function search(text: string, { data, json, limit }: SearchOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const { people, understood, total } = await client.talent.search({ text, limit }, { signal: terminal.signal })
    const found = people.map(({ talent, score, reasons }) => ({ id: talent.id, name: talent.name, score, reasons }))
    if (json) return terminal.out(`${JSON.stringify(found)}\n`)
    if (understood.length > 0) terminal.out(`Understood: ${understood.map(({ label }) => label).join(', ')}\n\n`)
    terminal.out(`${table(['Score', 'Name', 'Why'], found.map(({ name, score, reasons }) => [score.toFixed(2), name, reasons.join('; ')]))}\n\n${found.length} of ${total}\n`)
  })
}
