import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import { onTestFinished } from 'vitest'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { openMediaFolder } from '../../src-main/media/mediaFolder.ts'
import type { OfficeFile } from '../../src-main/tickets/ticketKeeper.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { newBook, newFolder, now } from '../talent/book.ts'

/** A talent book, its media folder and the workers, gone when the test ends. */
export function mediaBook() {
  const { folder, db } = newBook()
  const pool = createWorkerPool({ threads: 2 })
  onTestFinished(() => pool.close())
  return { folder, db, pool, media: openMediaFolder(folder), now }
}

/** A file of the user on the disk. */
export function fileOf(name: string, bytes: Uint8Array): OfficeFile {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-media-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { name, path, size: statSync(path).size }
}

/** What long work ends with. */
export async function resultOf<Result>(events: AsyncIterable<WorkEvent<Result>>): Promise<Result> {
  for await (const event of events) if (event.kind === 'done') return event.result
  throw new Error('the work ended without a result')
}

/** The pixels of a face that is not quite like any other: red on its left half, blue on its right, with a dark band that `face` places. */
export function face(width: number, height: number, which = 1): Uint8Array {
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const wave = Math.round(60 * Math.sin((x / width) * which * 5) * Math.cos((y / height) * (which + 1) * 3))
      pixels[at] = (x < width / 2 ? 185 : 65) + wave
      pixels[at + 1] = 70 + wave
      pixels[at + 2] = (x < width / 2 ? 65 : 185) + wave
      pixels[at + 3] = 255
    }
  }
  return pixels
}

/** A picture as each kind is written. */
export const picture = {
  jpeg: (width: number, height: number, which = 1) => Transformer.fromRgbaPixels(face(width, height, which), width, height).jpeg(92),
  png: (width: number, height: number, which = 1) => Transformer.fromRgbaPixels(face(width, height, which), width, height).png(),
  webp: (width: number, height: number, which = 1) => Transformer.fromRgbaPixels(face(width, height, which), width, height).webp(90),
  avif: (width: number, height: number, which = 1) => Transformer.fromRgbaPixels(face(width, height, which), width, height).avif({ speed: 10 }),
}

/** A JPEG whose camera lay on its side: an EXIF block with orientation 6 put behind its first marker (Exif 2.32, tag 0x0112). */
export async function jpegOnItsSide(width: number, height: number): Promise<Uint8Array> {
  const plain = await picture.jpeg(width, height)
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}

/** The first bytes of a PNG that says it is of this size, and holds nothing. */
export function pngThatSays(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** The first bytes of a HEIC as phones write it. */
export const heic = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)])

/** A second of a self-tape: a real WebM (VP8) and a real MP4 (H.264), 160 by 90. */
export const selfTape = (kind: 'webm' | 'mp4'): Uint8Array => readFileSync(new URL(`../fixtures/media/self-tape.${kind}`, import.meta.url))

export { newFolder }
