import { rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/**
 * Writes pieces to a new file of mode 0600, whole or not at all.
 *
 * Throws FILE_TOO_LARGE past `limit` bytes, DISK_FULL, or the failure of the source; the half file is removed first.
 * @param name how the file is called in a failure
 */
export async function receiveFile(path: string, name: string, pieces: AsyncIterable<Uint8Array>, limit: number): Promise<void> {
  try {
    await pipeline(Readable.from(atMost(pieces, limit, name), { objectMode: false }), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    // The failure itself is what matters; a half file that would not go is deleted at the next start.
    await rm(path, { force: true }).catch(() => undefined)
    throw isDiskFull(error) ? new CastMatchError('DISK_FULL', {}, { cause: error }) : error
  }
}

async function* atMost(pieces: AsyncIterable<Uint8Array>, limit: number, name: string): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > limit) throw new CastMatchError('FILE_TOO_LARGE', { subject: name, detail: `${Math.round(limit / 1024 / 1024)} MB` })
    yield piece
  }
}

/** Tells whether a failure of the system means that the disk, or the share of it that one may use, is full. */
export const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
