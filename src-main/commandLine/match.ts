import { resolve } from 'node:path'
import type { Candidate, Ranking } from '../../src-preload/contract/matching.ts'
import { waitForIndexing } from './importPeople.ts'
import { inOffice, resultOf } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** How a script is matched. */
export interface MatchOptions {
  readonly data: string
  readonly json: boolean
  /** At most so many people past the gates and so many held by one, for each role; 1 to 500. */
  readonly limit: number
}

/**
 * `castmatch match SCRIPT`: takes the script in (a known one is opened) and ranks the talent book beside each of its roles.
 *
 * The people whom a gate stopped stand after the candidates, with the gates in `stoppedBy`.
 */
export function match(file: string, { data, json, limit }: MatchOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client, ticketFor }) => {
    const { signal } = terminal
    const work = await client.scripts.import({ ticket: ticketFor(resolve(file)), productionId: null }, { signal })
    const { productionId } = await resultOf(work, terminal, file)
    await waitForIndexing(await client.talent.indexing({ follow: false }, { signal }), terminal)
    const matched: { readonly role: string; readonly ranking: Ranking }[] = []
    for (const { id, name } of await client.roles.list({ productionId }, { signal })) {
      matched.push({ role: name, ranking: await client.matching.candidates({ roleId: id, limit }, { signal }) })
    }
    if (json) return terminal.out(`${JSON.stringify(matched.map(({ role, ranking }) => ({ role, candidates: everybody(ranking).map(printedCandidate) })))}\n`)
    terminal.out(matched.map(({ role, ranking }) => rankingInWords(role, ranking)).join('\n'))
  })
}

const everybody = ({ candidates, stopped }: Ranking): readonly Candidate[] => [...candidates, ...stopped]

/** What `--json` prints of a candidate; `score` is the fit, 0 to 100. */
export function printedCandidate({ talent, fit, reasons, gaps, stoppedBy }: Candidate) {
  return { id: talent.id, name: talent.name, score: fit, reasons: reasons.map(({ text }) => text), gaps: gaps.map(({ text }) => text), stoppedBy: stoppedBy.map(({ text }) => text) }
}

function rankingInWords(role: string, { suggestions, candidates, stopped, gates }: Ranking): string {
  const asked = gates.length > 0 ? `, asks for: ${gates.map(({ text }) => text).join('; ')}` : ''
  if (!suggestions) return `${role}: suggestions are switched off\n`
  const rows = candidates.slice(0, 5).map(printedCandidate).map(({ name, score, reasons }) => [String(score), name, reasons.join('; ')])
  return `${role}${asked} (${candidates.length} fit, ${stopped.length} held by a gate)\n${table(['Fit', 'Name', 'Why'], rows)}\n`
}
