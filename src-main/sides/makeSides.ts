import { printedDay } from '../../src-preload/contract/said.ts'
import { readFile } from 'node:fs/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { mostCopies, type MadeBatch, type Sides, type SidesChange, type SidesCut, type SidesId, type SidesPaper } from '../../src-preload/contract/sides.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { safeFileName } from '../documents/fileNames.ts'
import { getProduction } from '../productions/productionStore.ts'
import type { TicketKeeper } from '../tickets/ticketKeeper.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { DrawnPdf } from './drawSides.ts'
import type { NamedCopy, SidesWork } from './makeSides.worker.ts'
import { readSheet } from './readSheet.ts'
import { suggestSides } from './roleScenes.ts'
import { changeSides, getSides, insertSides } from './sidesStore.ts'

/** How long one PDF, and how long a batch may take, in milliseconds: a copy of ten scenes takes some 300. */
const timeLimitMs = 60_000
const batchLimitMs = 600_000

/** What sides are made with. */
export interface SidesParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly tickets: TicketKeeper
  readonly now: () => Date
}

/** One row of a batch: sides and whose copies are wanted; nobody named is one copy without a name. */
export interface BatchRow {
  readonly sidesId: SidesId
  readonly recipients: readonly string[]
}

/** Begins sides for a role; the newest draft in which it speaks and the scenes suggested where they are not given. Throws as {@link readSheet}. */
export async function createSides(parts: SidesParts, given: { readonly roleId: RoleId; readonly scriptId?: ScriptId | undefined; readonly cut?: SidesChange | undefined }): Promise<Sides> {
  const suggestion = suggestSides(parts.db, given.roleId, given.scriptId)
  const { scenes = suggestion.scenes.filter(({ reason }) => reason !== null).map(({ scene }) => scene.index), context = 0, title = '', note = '', recipients = [] } = given.cut ?? {}
  const cut: SidesCut = { roleId: suggestion.roleId, scriptId: suggestion.scriptId, scenes: inOrder(scenes), context, title, note }
  const { pages } = await layOut(parts, cut, null)
  return insertSides(parts.db, { ...cut, recipients: namesOf(recipients) }, pages.length, parts.now())
}

/** Changes sides. Throws NOT_FOUND, and INVALID_INPUT where a scene is not in their script: what was kept before stays. */
export async function updateSides(parts: SidesParts, id: SidesId, change: SidesChange): Promise<Sides> {
  const clean: SidesChange = { ...change, ...(change.scenes && { scenes: inOrder(change.scenes) }), ...(change.recipients && { recipients: namesOf(change.recipients) }) }
  const touches = clean.scenes !== undefined || clean.context !== undefined || clean.note !== undefined
  const laid = touches ? await layOut(parts, { ...getSides(parts.db, id), ...clean }, null) : null
  return changeSides(parts.db, id, clean, laid?.pages.length ?? null, parts.now())
}

/** Lays sides out as they are printed, in a worker. Throws as {@link readSheet} does, TIME_LIMIT or CANCELLED. */
export function layOut({ db, pool, now }: SidesParts, cut: SidesCut, recipient: string | null, signal?: AbortSignal): Promise<SidesPaper> {
  const sheet = readSheet(db, cut)
  const task: SidesWork = { kind: 'lay', sheet, copy: { recipient: named(recipient), day: printedDay(now()) } }
  return pool.run<SidesPaper>('sides/makeSides', task, { signal, timeLimitMs, subject: `The sides of ${sheet.role}` })
}

/** Makes the PDF of sides from the draft they were cut from. Throws NOT_FOUND, INVALID_INPUT where no scene is chosen, TIME_LIMIT or CANCELLED. */
export async function makePdf(parts: SidesParts, id: SidesId, recipient: string | null, signal?: AbortSignal): Promise<File> {
  const [copy] = copiesOf(parts, [{ sidesId: id, recipients: recipient === null ? [] : [recipient] }])
  if (!copy) throw new CastMatchError('NOT_FOUND', { subject: 'The sides' })
  const task: SidesWork = { kind: 'draw', copies: [copy], title: titleOf(copy), created: parts.now() }
  const { bytes } = await parts.pool.run<DrawnPdf>('sides/makeSides', task, { signal, timeLimitMs, subject: `The sides of ${copy.sheet.role}` })
  return new File([new Uint8Array(bytes)], copy.name, { type: 'application/pdf' })
}

/**
 * Makes a copy of each of several sides for each recipient, in a worker: PDFs in a zip, or all in one PDF.
 *
 * Streams how many are made and ends with a ticket for {@link collectBatch}. Throws as {@link makePdf} does, and INVALID_INPUT for more than
 * {@link mostCopies} copies; cancelled it leaves nothing behind.
 */
export const makeBatch = (parts: SidesParts, rows: readonly BatchRow[], combined: boolean, signal?: AbortSignal): AsyncGenerator<WorkEvent<MadeBatch>, void, undefined> =>
  streamWork(signal, async (onProgress, stop) => {
    const { db, pool, tickets, now } = parts
    const copies = copiesOf(parts, rows)
    const [first] = rows
    if (!first || copies.length > mostCopies) throw new CastMatchError('INVALID_INPUT', { subject: 'The batch', detail: `it asks for ${copies.length} copies, and at most ${mostCopies} are made at once` })
    const { title } = getProduction(db, getSides(db, first.sidesId).productionId)
    const day = printedDay(now())
    const name = safeFileName(['Sides', title, day], combined ? '.pdf' : '.zip')
    const created = now()
    const task: SidesWork = combined ? { kind: 'draw', copies, title: `Sides, ${title}`, created } : { kind: 'zip', copies, created }
    onProgress({ kind: 'progress', stage: 'Making PDFs', done: 0, total: copies.length })
    const made = await pool.run<DrawnPdf>('sides/makeSides', task, { signal: stop, timeLimitMs: batchLimitMs, subject: 'The batch of sides', onProgress })
    if (stop.aborted) throw new CastMatchError('CANCELLED', { subject: 'The batch of sides' })
    // A stream carries no files: the page fetches this one by its ticket.
    const ticket = await tickets.receive(name, (async function* () { yield made.bytes })())
    return { ticket, name, copies: copies.length, pages: made.pages }
  })

/** A batch that was made, by its ticket. Throws TICKET_UNKNOWN after an hour. */
export async function collectBatch(tickets: TicketKeeper, ticket: string): Promise<File> {
  const { name, path } = tickets.open(ticket)
  return new File([new Uint8Array(await readFile(path))], name, { type: name.endsWith('.zip') ? 'application/zip' : 'application/pdf' })
}

/** Names as they were typed or pasted, without empty ones and doubles. */
export function namesOf(names: readonly string[]): string[] {
  const clean = names.map(name => name.replaceAll(/\s+/gu, ' ').trim()).filter(name => name !== '')
  return clean.filter((name, at) => clean.findIndex(other => other.toLowerCase() === name.toLowerCase()) === at)
}

const inOrder = (scenes: readonly number[]): number[] => [...new Set(scenes)].sort((a, b) => a - b)

const named = (recipient: string | null): string | null => namesOf([recipient ?? ''])[0] ?? null

const titleOf = ({ sheet, copy }: NamedCopy): string => [`Sides, ${sheet.role}`, sheet.title, copy.recipient ?? ''].filter(part => part !== '').join(', ')

/** Every copy of a batch with the name of its file: role, recipient, draft; and what they are for where a role has two. */
function copiesOf({ db, now }: SidesParts, rows: readonly BatchRow[]): readonly NamedCopy[] {
  const day = printedDay(now())
  const all = rows.map(row => ({ ...row, sides: getSides(db, row.sidesId) }))
  return all.flatMap(({ sides, recipients }) => {
    if (sides.scenes.length === 0) throw new CastMatchError('INVALID_INPUT', { subject: `The PDF of ${sides.roleName}`, detail: 'no scene is chosen' })
    const sheet = readSheet(db, sides)
    const several = all.some(other => other.sides.roleId === sides.roleId && other.sides.id !== sides.id)
    const draft = `${sides.draft.name}, ${sides.draft.words}`
    const names = namesOf(recipients)
    return (names.length > 0 ? names : [null]).map(recipient => ({
      sheet, copy: { recipient, day }, name: safeFileName([sides.roleName, several ? sides.title : '', recipient ?? '', draft], '.pdf'),
    }))
  })
}
