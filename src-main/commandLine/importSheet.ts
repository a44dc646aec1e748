import { resolve } from 'node:path'
import type { Indexing } from '../../src-preload/contract/talent.ts'
import { inOffice, resultOf } from './office.ts'
import { showProgress, table, type Terminal } from './terminal.ts'

/** How a sheet is imported. */
export interface ImportOptions {
  readonly data: string
  readonly json: boolean
  /** Whether the command waits until search by meaning knows everybody. */
  readonly wait: boolean
}

/** `castmatch import FILE`: takes a talent sheet into the book, its columns guessed from their headers. */
export function importSheet(file: string, { data, json, wait }: ImportOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client, ticketFor }) => {
    const ticket = ticketFor(resolve(file))
    const { added, updated, unchanged, failed } = await resultOf(await client.talent.importSheet({ ticket }, { signal: terminal.signal }), terminal, file)
    if (wait) await waitForIndexing(await client.talent.indexing({ follow: false }, { signal: terminal.signal }), terminal)
    if (json) return terminal.out(`${JSON.stringify({ added, updated, unchanged, failed })}\n`)
    terminal.out(`${added} added, ${updated} updated, ${unchanged} unchanged, ${failed.length} left out\n`)
    if (failed.length > 0) terminal.out(`\n${table(['Line', 'Left out because'], failed.map(({ line, reason }) => [String(line), reason]))}\n`)
  })
}

/** Waits until search by meaning knows everybody, showing how far it is. */
export async function waitForIndexing(steps: AsyncIterable<Indexing>, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal)
  for await (const { done, total } of steps) progress.show({ kind: 'progress', stage: 'Learning who is who, for search by meaning', done, total })
  progress.clear()
}
