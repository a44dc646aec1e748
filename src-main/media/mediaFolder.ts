import { existsSync, mkdirSync } from 'node:fs'
import { copyFile, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { isDiskFull } from '../tickets/receiveFile.ts'

/** Where the office keeps the files that came in, each once, by the SHA-256 of its bytes in hex. */
export interface MediaFolder {
  /** Keeps a copy of a file; one that is there already is left as it is. Throws DISK_FULL, or the system's own failure. */
  readonly keep: (path: string, sha256: string) => Promise<void>
  /** The bytes of a file. Throws ORIGINAL_MISSING, named by `subject`, where it was never kept or was taken away. */
  readonly read: (sha256: string, subject: string) => Promise<Uint8Array>
}

/** Opens the folder `media/` of a data folder, in which each file lies under the first two digits of its hash. */
export function openMediaFolder(dataFolder: string): MediaFolder {
  const place = (sha256: string) => join(dataFolder, 'media', sha256.slice(0, 2), sha256)
  return {
    async keep(path, sha256) {
      const kept = place(sha256)
      if (existsSync(kept)) return
      mkdirSync(join(kept, '..'), { recursive: true, mode: 0o700 })
      // Under its own name only once it is whole.
      const half = `${kept}.${uuid()}`
      try {
        await copyFile(path, half)
        await rename(half, kept)
      } catch (error) {
        await rm(half, { force: true })
        throw isDiskFull(error) ? new CastMatchError('DISK_FULL', {}, { cause: error }) : error
      }
    },
    async read(sha256, subject) {
      try {
        return new Uint8Array(await readFile(place(sha256)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new CastMatchError('ORIGINAL_MISSING', { subject })
        throw error
      }
    },
  }
}
