import { dirname } from 'node:path'
import type { ImportUndone } from '../../../src-preload/contract/imports.ts'
import type { ImportId } from '../../../src-preload/contract/talent.ts'
import type { Progress, WorkEvent } from '../../../src-preload/contract/words.ts'
import { beatingFor } from '../../database/officeBeat.ts'
import type { Database } from '../../database/openDatabase.ts'
import { streamWork } from '../../workers/stream.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { ImportChangeWork } from '../changeImport.worker.ts'
import { brokenImports, readImport } from './importRecord.ts'

/** What imports are changed with: the book, the threads in which it is done, and the clock. */
export interface ImportParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly now: () => Date
}

/**
 * Undoes or redoes an import in a worker, streaming how far it is.
 *
 * It goes on to its end where nobody listens any more: half an undo is of no use. Throws NOT_FOUND and CONFLICT.
 */
export function changeImport(parts: ImportParts, kind: 'undo' | 'redo', id: ImportId): AsyncGenerator<WorkEvent<ImportUndone>, void, undefined> {
  return streamWork(undefined, onProgress => run<ImportUndone>(parts, kind, id, onProgress))
}

/** Waits for an import that a worker does; where it fails or is cancelled, what it wrote is taken back before the failure is told. */
export async function orNothing<Result>(parts: ImportParts, id: ImportId, importing: Promise<Result>): Promise<Result> {
  try {
    return await importing
  } catch (error) {
    // Where this fails too, because the office is closing, the next start does it.
    await run(parts, 'rollBack', id).catch(() => undefined)
    throw error
  }
}

/** Takes back the imports that a killed run of the office left half done, and ends the undoing and redoing that it left. */
export async function mendImports(parts: ImportParts): Promise<void> {
  for (const { id, state } of brokenImports(parts.db)) {
    await run(parts, state === 'undoing' ? 'undo' : state === 'redoing' ? 'redo' : 'rollBack', id)
  }
}

async function run<Result>({ db, pool, now }: ImportParts, kind: ImportChangeWork['kind'], id: ImportId, onProgress?: (progress: Progress) => void): Promise<Result> {
  const work: ImportChangeWork = { kind, id, folder: dirname(db.name), at: now().toISOString() }
  const subject = kind === 'rollBack' ? undefined : `The import of ${readImport(db, id).source}`
  return beatingFor(office => pool.run<Result>('talent/changeImport', { ...work, office }, { ...(subject !== undefined && { subject }), ...(onProgress && { onProgress }) }))
}
