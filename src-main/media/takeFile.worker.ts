import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { isDiskFull } from '../tickets/receiveFile.ts'
import { workerTask } from '../workers/workerTask.ts'

/** A file to be copied and hashed: from where, to where, and its size in bytes as far as it is known. */
export interface TakeWork {
  readonly from: string
  readonly to: string
  readonly size: number
}

/** What was copied. */
export interface TakenBytes {
  readonly sha256: string
  readonly bytes: number
}

/** The one buffer through which a file of any size passes, in bytes. */
const pieceLength = 1024 * 1024

/** Pieces between two progress steps. */
const reportEvery = 16

export default workerTask((work: TakeWork, report: (progress: Progress) => void): TakenBytes => {
  try {
    return copy(work, bytes => report({ kind: 'progress', stage: 'Taking the file in', done: Math.round(bytes / 1024), total: Math.round(work.size / 1024) }))
  } catch (error) {
    rmSync(work.to, { force: true })
    throw isDiskFull(error) ? new CastMatchError('DISK_FULL', {}, { cause: error }) : error
  }
})

function copy({ from, to }: TakeWork, onBytes: (bytes: number) => void): TakenBytes {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      const piece = Buffer.allocUnsafe(pieceLength)
      let bytes = 0
      for (let pieces = 1, read = readSync(source, piece); read > 0; pieces += 1, read = readSync(source, piece)) {
        hash.update(piece.subarray(0, read))
        for (let written = 0; written < read;) written += writeSync(target, piece, written, read - written)
        bytes += read
        if (pieces % reportEvery === 0) onBytes(bytes)
      }
      // What is acknowledged must outlive a cut of the power.
      fsyncSync(target)
      return { sha256: hash.digest('hex'), bytes }
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}
