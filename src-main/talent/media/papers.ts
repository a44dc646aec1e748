import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { OpenPaper } from '../../../src-preload/contract/media.ts'
import type { MediaId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { MediaFolder } from '../../media/mediaFolder.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { PaperWork, SeenPaper } from '../paper.worker.ts'
import { servedFile } from './mediaRows.ts'

/** What papers are looked at with. */
export interface PaperParts {
  readonly db: Database
  readonly media: MediaFolder
  readonly pool: WorkerPool
}

/** Milliseconds for one look: a page of a scan at 600 dots an inch takes some seconds on a slow laptop. */
const timeLimitMs = 30_000

/**
 * Opens a PDF of a person and tells how many pages it has.
 *
 * Throws NOT_FOUND, INVALID_INPUT where it is no PDF, ORIGINAL_MISSING, SCRIPT_ENCRYPTED where it wants a password, FILE_UNREADABLE, TIME_LIMIT or CANCELLED.
 */
export async function openPaper(parts: PaperParts, id: MediaId, signal?: AbortSignal): Promise<OpenPaper> {
  const { pages } = await look(parts, id, null, signal)
  return { pages }
}

/** One page of a PDF of a person, from 1, as PNG so many pixels wide. Throws as {@link openPaper} does, and NOT_FOUND for a page that is not there. */
export async function paperPage(parts: PaperParts, { id, page, width }: { readonly id: MediaId; readonly page: number; readonly width: number }, signal?: AbortSignal): Promise<Uint8Array> {
  const { png } = await look(parts, id, { page, width }, signal)
  if (png === null) throw new Error('a page was asked for and none was drawn')
  return png
}

async function look({ db, media, pool }: PaperParts, id: MediaId, draw: PaperWork['draw'], signal: AbortSignal | undefined): Promise<SeenPaper> {
  const known = servedFile(db, id)
  if (known === null) throw new CastMatchError('NOT_FOUND', { subject: 'This file' })
  const { sha256, mime, fileName } = known
  if (mime !== 'application/pdf') throw new CastMatchError('INVALID_INPUT', { subject: fileName, detail: 'only a PDF has pages' })
  const path = media.find(sha256)?.path
  if (path === undefined) throw new CastMatchError('ORIGINAL_MISSING', { subject: fileName })
  const work: PaperWork = { path, fileName, draw }
  return pool.run<SeenPaper>('talent/paper', work, { signal, subject: fileName, timeLimitMs })
}
