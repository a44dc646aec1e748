import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { MemoryId, type Memory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { inOffice, type OfficeInProcess } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** What every command of the memory takes. */
export interface MemoryOptions {
  readonly data: string
  readonly json: boolean
}

/** A command that may stand in a production, by its title or id. */
export interface InProduction extends MemoryOptions {
  readonly production?: string
}

/** `castmatch memory list [TEXT]`: the memories, newest first, or those with the words, best first; `--json` prints the contract's memories. */
export function listMemories(text: string, { data, json, production, state, limit }: InProduction & { readonly state?: Memory['state']; readonly limit: number }, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const productionId = await productionOf(client, production)
    const { total, memories } = await client.memory.list({ text, limit, ...(state && { state }), ...(productionId !== null && { productionId }) }, { signal: terminal.signal })
    if (json) return terminal.out(`${JSON.stringify(memories)}\n`)
    const rows = memories.map(({ id, state: stands, kind, text: words }) => [id, kind, stands, words])
    terminal.out(`${table(['Id', 'Kind', 'State', 'Memory'], rows)}\n\n${memories.length} of ${total}\n`)
  })
}

/** `castmatch memory add "..."`: remembers a sentence; one that is remembered already is told. */
export function addMemory(text: string, { data, json, production }: InProduction, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const added = await client.memory.add({ facts: { text, productionId: await productionOf(client, production) } }, { signal: terminal.signal })
    if (json) return terminal.out(`${JSON.stringify(added)}\n`)
    const contrary = added.contradicts.map(({ id, text: words }) => `It may contradict ${id}: ${words}\n`).join('')
    terminal.out(`${added.was === 'known' ? 'Remembered already' : 'Remembered'}: ${added.memory.text} (${added.memory.id})\n${contrary}`)
  })
}

/** `castmatch memory forget ID...`: forgets memories for good. Fails with NOT_FOUND where none of them is there. */
export function forgetMemories(ids: readonly string[], { data, json }: MemoryOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const { forgotten } = await client.memory.forget({ ids: ids.map(id => MemoryId.parse(id)) }, { signal: terminal.signal })
    if (forgotten === 0) throw new CastMatchError('NOT_FOUND', { subject: 'This memory' })
    terminal.out(json ? `${JSON.stringify({ forgotten })}\n` : `${forgotten} forgotten\n`)
  })
}

/** `castmatch memory recall "..."`: what belongs to a sentence, best first, with the reasons. */
export function recallMemories(text: string, { data, json, production, limit }: InProduction & { readonly limit: number }, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const recalled = await client.memory.recall({ text, productionId: await productionOf(client, production), limit }, { signal: terminal.signal })
    const found = recalled.map(({ memory, score, reasons }) => ({ id: memory.id, text: memory.text, score, reasons }))
    if (json) return terminal.out(`${JSON.stringify(found)}\n`)
    if (found.length === 0) return terminal.out('Nothing is remembered that belongs to this.\n')
    terminal.out(`${table(['Score', 'Why', 'Memory'], found.map(({ score, reasons, text: words }) => [score.toFixed(2), reasons.join('; '), words]))}\n`)
  })
}

/** The production by its id or its title, whatever the case; null where none was given. Throws NOT_FOUND. */
async function productionOf(client: OfficeInProcess['client'], asked: string | undefined): Promise<ProductionId | null> {
  if (asked === undefined) return null
  const found = (await client.productions.list({})).find(({ id, title }) => id === asked || title.toLowerCase() === asked.toLowerCase())
  if (!found) throw new CastMatchError('NOT_FOUND', { subject: `The production ${asked}` })
  return found.id
}
