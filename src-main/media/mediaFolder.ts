import { existsSync, mkdirSync, statSync } from 'node:fs'
import { copyFile, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { ownFolder } from '../tickets/incomingFolder.ts'
import { isDiskFull } from '../tickets/receiveFile.ts'

/** The long sides, in pixels, in which a picture is kept small beside its original. */
export const thumbSides = [96, 480] as const
/** One of {@link thumbSides}. */
export type ThumbSide = (typeof thumbSides)[number]

/** Where the office keeps the files that came in, each once, by the SHA-256 of its bytes in hex. */
export interface MediaFolder {
  /** Keeps a copy of a file; one that is there already is left as it is. Throws DISK_FULL, or the system's own failure. */
  readonly keep: (path: string, sha256: string) => Promise<void>
  /** The bytes of a file. Throws ORIGINAL_MISSING, named by `subject`, where it was never kept or was taken away. */
  readonly read: (sha256: string, subject: string) => Promise<Uint8Array>
  /** Where a file lies and its size in bytes, for whoever reads it piece by piece; null where it was taken away. */
  readonly find: (sha256: string) => { readonly path: string; readonly size: number } | null
  /** A new place on the same disk for a file that is being written; `adopt` gives it its name, or the writer deletes it. */
  readonly half: () => string
  /** Gives a whole file its name; where it is kept already the new one is deleted. */
  readonly adopt: (half: string, sha256: string) => Promise<void>
  /** Deletes a file and its small pictures; no error where there is none. */
  readonly forget: (sha256: string) => Promise<void>
  /** Where the small picture of a file lies, or will. */
  readonly thumb: (sha256: string, side: ThumbSide) => string
}

/** Opens the folder `media/` of a data folder, in which each file lies under the first two digits of its hash, and small pictures in `thumbs/`. */
export function openMediaFolder(dataFolder: string): MediaFolder {
  const folder = join(dataFolder, 'media')
  // What a crash left half-written goes at the next start.
  const halves = ownFolder(join(folder, 'half'))
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a kept file is named by 64 hexadecimal digits')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const thumb = (sha256: string, side: ThumbSide) => join(folder, 'thumbs', basename(dirname(place(sha256))), `${sha256}-${side}.webp`)
  const makeRoom = (path: string) => mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  const adopt = async (half: string, sha256: string): Promise<void> => {
    const kept = place(sha256)
    if (existsSync(kept)) return rm(half, { force: true })
    makeRoom(kept)
    await rename(half, kept)
  }
  return {
    async keep(path, sha256) {
      const kept = place(sha256)
      if (existsSync(kept)) return
      makeRoom(kept)
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
    find: sha256 => {
      const path = place(sha256)
      const found = statSync(path, { throwIfNoEntry: false })
      return found?.isFile() === true ? { path, size: found.size } : null
    },
    half: () => {
      const half = join(halves, uuid())
      makeRoom(half)
      return half
    },
    adopt,
    forget: async sha256 => {
      for (const path of [place(sha256), ...thumbSides.map(side => thumb(sha256, side))]) await rm(path, { force: true })
    },
    thumb,
  }
}
