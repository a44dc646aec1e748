import { open, rm } from 'node:fs/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import type { OfficeFile } from '../tickets/ticketKeeper.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { headLength, kindOfFile, type FileKind } from './fileKind.ts'
import { thumbSides, type MediaFolder } from './mediaFolder.ts'
import type { SeenPicture, SmallPicturesWork } from './smallPictures.worker.ts'
import type { TakenBytes, TakeWork } from './takeFile.worker.ts'

/** A file that is kept: its hash, what it truly is, and how it is seen where it is a picture. */
export interface TakenFile extends TakenBytes {
  readonly kind: FileKind
  readonly seen: SeenPicture | null
  /** Whether it was not kept before. */
  readonly isNew: boolean
}

/** What files are taken in with. */
export interface MediaParts {
  readonly pool: WorkerPool
  readonly media: MediaFolder
}

/** The most bytes of a file, by what it is; a picture must be unpacked whole, a self-tape never is. */
export const mostBytes: Readonly<Record<FileKind['family'], number>> = {
  picture: 80 * 1024 ** 2, closedPicture: 80 * 1024 ** 2, video: 4 * 1024 ** 3, document: 300 * 1024 ** 2,
}

/** Milliseconds: 4 GB from a slow disk, and one picture of the largest size. */
const timeLimits = { take: 15 * 60_000, picture: 90_000 } as const

/**
 * Keeps a file by its content, whatever its size: it is copied and hashed piece by piece in a worker, and named only once it is whole. A picture gets
 * its small ones at once.
 *
 * Throws MEDIA_KIND_UNKNOWN, MEDIA_TOO_LARGE, FILE_EMPTY, FILE_UNREADABLE (a picture that does not open), DISK_FULL, TIME_LIMIT or CANCELLED, and
 * then leaves nothing half-written.
 */
export async function takeFile(
  { pool, media }: MediaParts,
  file: OfficeFile,
  { signal, onProgress }: { readonly signal?: AbortSignal | undefined; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<TakenFile> {
  const kind = await checkedKind(file)
  const half = media.half()
  try {
    const work: TakeWork = { from: file.path, to: half, size: file.size }
    const taken = await pool.run<TakenBytes>('media/takeFile', work, { signal, timeLimitMs: timeLimits.take, subject: file.name, onProgress })
    onProgress?.({ kind: 'progress', stage: 'Making its small pictures', done: 0, total: 0 })
    const seen = kind.family === 'picture' ? await seePicture({ pool, media }, half, { sha256: taken.sha256, mime: kind.mime, subject: file.name, signal }) : null
    const isNew = media.find(taken.sha256) === null
    await media.adopt(half, taken.sha256)
    return { ...taken, kind, seen, isNew }
  } finally {
    await rm(half, { force: true })
  }
}

/**
 * Makes the small pictures of a picture and tells how it is seen.
 *
 * Throws MEDIA_TOO_LARGE, FILE_UNREADABLE, TIME_LIMIT or CANCELLED.
 */
export function seePicture(
  { pool, media }: MediaParts,
  path: string,
  { sha256, mime, subject, signal }: { readonly sha256: string; readonly mime: string; readonly subject?: string; readonly signal?: AbortSignal | undefined },
): Promise<SeenPicture> {
  const thumbs = [...thumbSides].sort((a, b) => b - a).map(side => ({ side, path: media.thumb(sha256, side) }))
  const work: SmallPicturesWork = { path, mime, thumbs }
  return pool.run<SeenPicture>('media/smallPictures', work, { signal, timeLimitMs: timeLimits.picture, ...(subject !== undefined && { subject }) })
}

/** What a file is, or the failure that says why it is not kept: MEDIA_KIND_UNKNOWN, MEDIA_TOO_LARGE, FILE_EMPTY. */
export async function checkedKind(file: OfficeFile): Promise<FileKind> {
  if (file.size === 0) throw new CastMatchError('FILE_EMPTY', { subject: file.name })
  const kind = kindOfFile(await headOf(file.path))
  if (kind === null) throw new CastMatchError('MEDIA_KIND_UNKNOWN', { subject: file.name })
  const most = mostBytes[kind.family]
  if (file.size > most) throw new CastMatchError('MEDIA_TOO_LARGE', { subject: file.name, detail: most >= 1024 ** 3 ? `${most / 1024 ** 3} GB` : `${most / 1024 ** 2} MB` })
  return kind
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
