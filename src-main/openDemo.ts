import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Production, ProductionId } from '../src-preload/contract/productions.ts'
import type { WorkEvent } from '../src-preload/contract/words.ts'
import { inTransaction } from './database/inTransaction.ts'
import type { Database } from './database/openDatabase.ts'
import { createProduction, findDemo, markDemo, markOpened, removeProduction, restoreProduction } from './productions/productionStore.ts'
import { removeTalentFrom, restoreTalentFrom } from './talent/talentStore.ts'
import type { OfficeFile } from './tickets/ticketKeeper.ts'

/** Where the demo's fictional people came from, as their records say it. */
const demoSource = 'the CastMatch demo'

const brief = 'The demo. Everything in it is made up: the script, its people and the talent. Remove it when you have seen enough; its talent leaves your book with it.'

/** What the demo is brought in with: the same imports that the user's own files go through. */
export interface DemoParts {
  readonly db: Database
  readonly now: () => Date
  /** The folder `demo/` of the resources: one script and one talent sheet. */
  readonly folder: string
  importScript(file: OfficeFile, productionId: ProductionId, signal?: AbortSignal): AsyncIterable<WorkEvent<unknown>>
  importSheet(file: OfficeFile, signal?: AbortSignal): AsyncIterable<WorkEvent<unknown>>
  /** Called when the fictional talent is in the book. */
  onTalent(): void
}

/**
 * Opens the demo production, bringing its script and its fictional talent in where they are not there yet; one that was removed
 * comes back. Broken off midway it leaves nothing in the lists.
 */
export async function* openDemo(parts: DemoParts, signal?: AbortSignal): AsyncGenerator<WorkEvent<{ productionId: ProductionId }>, void, undefined> {
  const { db, now } = parts
  const known = findDemo(db)
  if (known) {
    if (known.isRemoved) restoreWithDemoTalent(db, known.id)
    parts.onTalent()
    markOpened(db, known.id, now())
    yield { kind: 'done', result: { productionId: known.id } }
    return
  }
  const script = demoFile(parts.folder, '.fountain')
  const sheet = { ...demoFile(parts.folder, '.csv'), name: demoSource }
  const { id } = createProduction(db, { title: 'Chai at Platform Nine', kind: 'film', brief }, now())
  let whole = false
  try {
    yield* progressOf(parts.importSheet(sheet, signal))
    parts.onTalent()
    yield* progressOf(parts.importScript(script, id, signal))
    markDemo(db, id)
    whole = true
  } finally {
    if (!whole) removeHalfDemo(db, id, now())
  }
  yield { kind: 'done', result: { productionId: id } }
}

/** Puts a production away; with the demo, its fictional people leave the talent book. Throws NOT_FOUND. */
export function removeWithDemoTalent(db: Database, id: ProductionId, now: Date): void {
  inTransaction(db, () => {
    if (findDemo(db)?.id === id) removeTalentFrom(db, demoSource, now)
    removeProduction(db, id, now)
  })
}

function removeHalfDemo(db: Database, id: ProductionId, now: Date): void {
  inTransaction(db, () => {
    removeTalentFrom(db, demoSource, now)
    removeProduction(db, id, now)
  })
}

/** Brings a removed production back, the demo with its people. Throws NOT_FOUND where there never was one. */
export function restoreWithDemoTalent(db: Database, id: ProductionId): Production {
  return inTransaction(db, () => {
    const production = restoreProduction(db, id)
    if (findDemo(db)?.id === id) restoreTalentFrom(db, demoSource)
    return production
  })
}

async function* progressOf(work: AsyncIterable<WorkEvent<unknown>>) {
  for await (const event of work) if (event.kind === 'progress') yield event
}

function demoFile(folder: string, ending: string): OfficeFile {
  const name = readdirSync(folder).find(entry => entry.endsWith(ending))
  if (!name) throw new Error(`the demo has no ${ending} file`)
  const path = join(folder, name)
  return { name, path, size: statSync(path).size }
}
