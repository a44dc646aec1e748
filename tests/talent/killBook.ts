import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import type { Embedder } from '../../src-main/embedding/embedder.ts'
import { mendImports } from '../../src-main/talent/imports/imports.ts'
import { startIndexer } from '../../src-main/talent/indexing.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { linesUntilKilled } from '../support/linesUntilKilled.ts'

/** What a process that fills a book says: a step of an import, an import that is done, how many people search by meaning knows. */
export type KillLine = { readonly kind: 'importing' | 'imported'; readonly name: string } | { readonly kind: 'known'; readonly done: number }

/** How many people a sheet of the killed process holds. */
export const rowsOfASheet = 600

/** An encoder that needs no model. */
export const shortEmbedder: Embedder = {
  id: 'short',
  dimensions: 8,
  embed: async texts => texts.map(text => new Float32Array(8).fill(Math.sqrt(1 / 8) * (text.length % 2 === 0 ? 1 : -1))),
}

/** What was found in the book of a process that was killed. */
export interface BookAfterKill {
  /** In the midst of which the process was ended. */
  readonly during: KillLine['kind']
  /** What is wrong, in words; empty where nothing was lost. */
  readonly wrong: readonly string[]
}

/**
 * Lets a process take sheets into the book of a folder, ends it with SIGKILL once so many lines came, and looks at the file as the next
 * start does: it opens whole, each sheet is in the book whole or not at all, whoever is in it is found, what was learnt is known, and the
 * rest is learnt.
 */
export async function killBook(folder: string, afterLines: number): Promise<BookAfterKill> {
  const lines = await linesUntilKilled<KillLine>(new URL('bookToKill.ts', import.meta.url), folder, afterLines)
  const [db, pool] = [openDatabase({ folder, now: () => new Date() }), createWorkerPool({ threads: 1 })]
  const wrong: string[] = []
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number
  try {
    const whole = db.pragma('integrity_check', { simple: true })
    if (whole !== 'ok') wrong.push(`the file is damaged: ${String(whole)}`)
    const known = lines.findLast(line => line.kind === 'known')?.done ?? 0
    if (count('SELECT count(*) FROM talent_vec') < known) wrong.push('somebody was learnt and is not known')
    await mendImports({ db, pool, now: () => new Date() })
    wrong.push(...wrongSheets(db, lines))
    if (count('SELECT count(*) FROM talent_fts') !== count('SELECT count(*) FROM talent')) wrong.push('somebody is not found by words, or is found who is not there')
    if (count(`SELECT count(*) FROM talent_word WHERE kind = 'name'`) !== count('SELECT count(*) FROM talent')) wrong.push('the filters know other people than the book')
    const indexer = startIndexer({ db, embedder: shortEmbedder, onError: error => wrong.push(String(error)) })
    for await (const _ of indexer.follow());
    await indexer.close()
    if (count('SELECT count(*) FROM talent_vec') !== count('SELECT count(*) FROM talent')) wrong.push('somebody is never learnt')
    return { during: lines.at(-1)?.kind ?? 'importing', wrong }
  } finally {
    await pool.close()
    db.close()
  }
}

function wrongSheets(db: Database, lines: readonly KillLine[]): readonly string[] {
  const found = db.prepare(`SELECT i.source, i.state, (SELECT count(*) FROM talent t WHERE t.source = i.source) AS people FROM talent_import i`).all() as readonly { source: string; state: string; people: number }[]
  const strays = db.prepare('SELECT count(*) FROM talent WHERE source NOT IN (SELECT source FROM talent_import)').pluck().get() as number
  const told = new Set(lines.flatMap(line => (line.kind === 'imported' ? [line.name] : [])))
  return [
    ...found.filter(({ state, people }) => state !== 'done' || people !== rowsOfASheet).map(({ source, state, people }) => `${source} is ${state} with ${people} people`),
    ...[...told].filter(name => !found.some(({ source }) => source === name)).map(name => `${name} was in the book and is gone`),
    ...(strays > 0 ? [`${strays} people of no import`] : []),
  ]
}
