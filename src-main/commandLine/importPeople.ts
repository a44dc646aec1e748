import { basename, resolve } from 'node:path'
import type { DateOrder, ImportResult, Indexing, SheetPreview } from '../../src-preload/contract/talent.ts'
import { inOffice, resultOf, type OfficeInProcess } from './office.ts'
import { showProgress, table, type Terminal } from './terminal.ts'

/** How people are imported. */
export interface ImportOptions {
  readonly data: string
  readonly json: boolean
  /** Whether the command waits until search by meaning knows everybody. */
  readonly wait: boolean
  /** Which of the two numbers of a date is the day, where no date of a sheet tells. */
  readonly dates?: DateOrder
}

type Counts = Omit<ImportResult, 'importId'>

/** `castmatch import FILE...`: takes talent sheets, résumés, contacts and exports into the book; each sheet is an import, all other files together are one. */
export function importPeople(files: readonly string[], { data, json, wait, dates }: ImportOptions, terminal: Terminal): Promise<void> {
  return inOffice(data, async office => {
    const results: Counts[] = []
    const isSheet = (file: string): boolean => !/\.(?:vcf|vcard|json|pdf|docx|txt|text)$/iu.test(file)
    for (const file of files.filter(isSheet)) results.push(await takeSheet(office, file, dates, terminal))
    const profiles = files.filter(file => !isSheet(file))
    if (profiles.length > 0) results.push(await takeProfiles(office, profiles, terminal))
    const { added, updated, unchanged, failed } = together(results)
    if (wait) await waitForIndexing(await office.client.talent.indexing({ follow: false }, { signal: terminal.signal }), terminal)
    if (json) return terminal.out(`${JSON.stringify({ added, updated, unchanged, failed })}\n`)
    terminal.out(`${added} added, ${updated} updated, ${unchanged} unchanged, ${failed.length} left out\n`)
    if (failed.length > 0) terminal.out(`\n${table(['Line', 'Left out because'], failed.map(({ line, reason }) => [String(line), reason]))}\n`)
  })
}

async function takeSheet({ client, ticketFor }: OfficeInProcess, file: string, dates: DateOrder | undefined, terminal: Terminal): Promise<Counts> {
  const ticket = ticketFor(resolve(file))
  const { dates: question } = await client.talent.previewSheet({ ticket, ...(dates && { dates }) }, { signal: terminal.signal })
  if (question?.order === null) terminal.err(`${dateNote(basename(file), question)}\n`)
  return resultOf(await client.talent.importSheet({ ticket, ...(dates && { dates }) }, { signal: terminal.signal }), terminal, file)
}

/** What is said of dates that could all be two days: how they are taken, and how to have them otherwise. */
const dateNote = (file: string, { heading, sample, dayFirst, monthFirst }: NonNullable<SheetPreview['dates']>): string =>
  `${file}: "${sample}" under "${heading}" is taken as ${dayFirst}, the day first. If it is ${monthFirst}, run this again with --dates month-first; --dates day-first says that it is right, for the next sheet with these headings too.`

async function takeProfiles({ client, ticketFor }: OfficeInProcess, files: readonly string[], terminal: Terminal): Promise<Counts> {
  const source = { kind: 'files' as const, tickets: files.map(file => ticketFor(resolve(file))) }
  return resultOf(await client.profiles.take({ source }, { signal: terminal.signal }), terminal, files[0] ?? '')
}

const together = (results: readonly Counts[]): Counts => ({
  added: results.reduce((sum, { added }) => sum + added, 0),
  updated: results.reduce((sum, { updated }) => sum + updated, 0),
  unchanged: results.reduce((sum, { unchanged }) => sum + unchanged, 0),
  failed: results.flatMap(({ failed }) => failed),
})

/** Waits until search by meaning knows everybody, showing how far it is. */
export async function waitForIndexing(steps: AsyncIterable<Indexing>, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal)
  for await (const { done, total } of steps) progress.show({ kind: 'progress', stage: 'Learning who is who, for search by meaning', done, total })
  progress.clear()
}
