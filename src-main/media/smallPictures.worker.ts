import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { workerTask } from '../workers/workerTask.ts'
import { likenessOf, likenessSize } from './likeness.ts'
import { pictureSize, type PictureSize } from './pictureSize.ts'

/** A picture to be made small: its file, and where each small one goes with its long side in pixels, the largest first. */
export interface SmallPicturesWork {
  readonly path: string
  readonly mime: string
  readonly thumbs: readonly { readonly path: string; readonly side: number }[]
}

/** A picture as it is seen, upright: its size in pixels, and its likeness, null where it has none. */
export interface SeenPicture extends PictureSize {
  readonly likeness: string | null
}

/** The most pixels of a picture: the largest sensor of a phone has 200 million, and each takes three bytes once it is unpacked. */
export const mostPixels = 220_000_000

/** Of 100; a face of 480 pixels then takes some 25 kB. */
const webpQuality = 82

export default workerTask(({ path, mime, thumbs }: SmallPicturesWork): SeenPicture => {
  const bytes = readFileSync(path)
  const stored = pictureSize(bytes)
  if (stored === null || stored.width === 0 || stored.height === 0) throw new CastMatchError('FILE_UNREADABLE')
  if (stored.width * stored.height > mostPixels) throw new CastMatchError('MEDIA_TOO_LARGE', { detail: `${mostPixels / 1_000_000} megapixels` })
  // What opens the other kinds here knows no GIF; the page shows it as it is.
  if (mime === 'image/gif') return { ...stored, likeness: null }
  try {
    return makeSmall(bytes, stored, thumbs)
  } catch (error) {
    throw isPictureFailure(error) ? new CastMatchError('FILE_UNREADABLE', {}, { cause: error }) : error
  }
})

function makeSmall(bytes: Uint8Array, stored: PictureSize, thumbs: SmallPicturesWork['thumbs']): SeenPicture {
  const longest = Math.max(stored.width, stored.height)
  let source = bytes
  let seen: SeenPicture | null = null
  for (const { path, side } of thumbs) {
    const box = Math.min(side, longest)
    const picture = new Transformer(source)
    if (seen === null) picture.rotate()
    const small = picture.fastResize({ width: box, height: box, fit: ResizeFit.Inside }).webpSync(webpQuality)
    seen ??= { ...upright(stored, small), likeness: likeness(small) }
    writeWhole(path, small)
    source = small
  }
  return seen ?? { ...stored, likeness: null }
}

/** By how it came out it is known whether the camera lay on its side. */
function upright(stored: PictureSize, small: Uint8Array): PictureSize {
  const size = pictureSize(small) ?? stored
  const lay = stored.width > stored.height ? size.width < size.height : stored.width < stored.height && size.width > size.height
  return lay ? { width: stored.height, height: stored.width } : stored
}

function likeness(small: Uint8Array): string | null {
  const pixels = new Transformer(small).grayscale().resize({ ...likenessSize, fit: ResizeFit.Fill }).rawPixelsSync()
  const channels = pixels.length / (likenessSize.width * likenessSize.height)
  return likenessOf(Uint8Array.from({ length: pixels.length / channels }, (_, at) => pixels[at * channels] ?? 0))
}

function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const half = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    writeFileSync(half, bytes, { mode: 0o600 })
    renameSync(half, path)
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  }
}

/** What opens pictures throws plain errors with a code of its own; the disk's have one of the system. */
const isPictureFailure = (error: unknown): boolean => error instanceof Error && !('errno' in error)
