import { existsSync } from 'node:fs'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ThumbSide } from './mediaFolder.ts'
import { seePicture, type MediaParts } from './takeFile.ts'

/** Small pictures of kept ones. */
export interface Thumbs {
  /** Where the small picture of a kept one lies; made again where it was taken away. Null where its original is gone too or does not open. */
  readonly of: (sha256: string, mime: string, side: ThumbSide) => Promise<string | null>
}

/** Opens the small pictures of a media folder; several questions for one picture at a time are answered by one piece of work. */
export function openThumbs(parts: MediaParts): Thumbs {
  const making = new Map<string, Promise<boolean>>()
  const make = async (sha256: string, mime: string): Promise<boolean> => {
    const original = parts.media.find(sha256)
    if (original === null) return false
    try {
      await seePicture(parts, original.path, { sha256, mime })
      return true
    } catch (error) {
      if (error instanceof CastMatchError) return false
      throw error
    }
  }
  return {
    async of(sha256, mime, side) {
      if (mime === 'image/gif') return parts.media.find(sha256)?.path ?? null
      const path = parts.media.thumb(sha256, side)
      if (existsSync(path)) return path
      const running = making.get(sha256) ?? make(sha256, mime).finally(() => making.delete(sha256))
      making.set(sha256, running)
      return (await running) && existsSync(path) ? path : null
    },
  }
}
