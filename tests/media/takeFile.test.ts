import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import { likenessDistance } from '../../src-main/media/likeness.ts'
import { takeFile } from '../../src-main/media/takeFile.ts'
import { openThumbs } from '../../src-main/media/thumbs.ts'
import { fileOf, heic, jpegOnItsSide, mediaBook, picture, pngThatSays, selfTape } from './files.ts'

const sizeOf = (path: string) => {
  const { width, height } = new Transformer(readFileSync(path)).metadataSync()
  return { width, height }
}

const halves = (folder: string) => readdirSync(join(folder, 'media'), { recursive: true }).filter(name => String(name).includes('half/') && String(name).split('/').length > 2)

describe('a file that comes in', () => {
  it('is kept under the hash of its bytes, the same and whole', async () => {
    const book = mediaBook()
    const bytes = selfTape('webm')
    const taken = await takeFile(book, fileOf('Tara take 2.webm', bytes))
    expect(taken).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, kind: { mime: 'video/webm', family: 'video' }, seen: null, isNew: true })
    expect(readFileSync(book.media.find(taken.sha256)?.path ?? '').equals(bytes)).toBe(true)
    expect((await takeFile(book, fileOf('the same.webm', bytes))).isNew).toBe(false)
    expect(halves(book.folder)).toEqual([])
  })

  it('a picture gets two small ones, never larger than itself', async () => {
    const book = mediaBook()
    const { sha256, seen } = await takeFile(book, fileOf('a.jpg', await picture.jpeg(900, 1200)))
    expect(seen).toMatchObject({ width: 900, height: 1200, likeness: expect.stringMatching(/^[0-9a-f]{16}$/) })
    expect(sizeOf(book.media.thumb(sha256, 480))).toEqual({ width: 360, height: 480 })
    expect(sizeOf(book.media.thumb(sha256, 96))).toEqual({ width: 72, height: 96 })
    const small = await takeFile(book, fileOf('b.png', await picture.png(60, 40)))
    expect(sizeOf(book.media.thumb(small.sha256, 480))).toEqual({ width: 60, height: 40 })
  })

  it('a picture of a camera that lay on its side stands upright', async () => {
    const book = mediaBook()
    const { sha256, seen } = await takeFile(book, fileOf('lying.jpg', await jpegOnItsSide(800, 600)))
    expect(seen).toMatchObject({ width: 600, height: 800 })
    expect(sizeOf(book.media.thumb(sha256, 480))).toEqual({ width: 360, height: 480 })
    const pixels = new Transformer(readFileSync(book.media.thumb(sha256, 96))).rawPixelsSync()
    const channels = pixels.length / (72 * 96)
    // Its left half is red as it lies; turned by a quarter to the right that is the upper half.
    const [top, bottom] = [pixels.subarray(0, 3), pixels.subarray(pixels.length - channels)]
    expect(top[0]).toBeGreaterThan(top[2] ?? 0)
    expect(bottom[2]).toBeGreaterThan(bottom[0] ?? 0)
  })

  it.each(['png', 'webp', 'avif'] as const)('%s is seen as well', async kind => {
    const book = mediaBook()
    const { sha256 } = await takeFile(book, fileOf(`a.${kind}`, await picture[kind](300, 200)))
    expect(sizeOf(book.media.thumb(sha256, 96))).toEqual({ width: 96, height: 64 })
  })

  it('a HEIC is kept without a picture', async () => {
    expect(await takeFile(mediaBook(), fileOf('IMG_1.HEIC', heic))).toMatchObject({ kind: { family: 'closedPicture' }, seen: null })
  })

  it('what its name says counts for nothing', async () => {
    expect((await takeFile(mediaBook(), fileOf('resume.pdf', await picture.png(20, 20)))).kind.mime).toBe('image/png')
    await expect(takeFile(mediaBook(), fileOf('headshot.jpg', Buffer.from('<html><script>')))).rejects.toMatchObject({ code: 'MEDIA_KIND_UNKNOWN', data: { subject: 'headshot.jpg' } })
  })

  it('a picture of too many pixels is refused before it is unpacked, and leaves nothing', async () => {
    const book = mediaBook()
    await expect(takeFile(book, fileOf('bomb.png', pngThatSays(60_000, 60_000)))).rejects.toMatchObject({ code: 'MEDIA_TOO_LARGE', data: { subject: 'bomb.png', detail: '220 megapixels' } })
    expect(readdirSync(join(book.folder, 'media'), { recursive: true }).filter(name => statSync(join(book.folder, 'media', String(name))).isFile())).toEqual([])
  })

  it('a file of too many bytes is refused unread', async () => {
    const file = fileOf('endless.png', await picture.png(20, 20))
    truncateSync(file.path, 81 * 1024 ** 2)
    await expect(takeFile(mediaBook(), { ...file, size: 81 * 1024 ** 2 })).rejects.toMatchObject({ code: 'MEDIA_TOO_LARGE', data: { detail: '80 MB' } })
  })

  it('a damaged or an empty one is refused and leaves nothing', async () => {
    const book = mediaBook()
    const bytes = await picture.png(300, 300)
    await expect(takeFile(book, fileOf('cut.png', bytes.subarray(0, bytes.length / 3)))).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { subject: 'cut.png' } })
    await expect(takeFile(book, fileOf('empty.jpg', new Uint8Array()))).rejects.toMatchObject({ code: 'FILE_EMPTY' })
    expect(halves(book.folder)).toEqual([])
  })

  it('cancelled, it leaves nothing', async () => {
    const book = mediaBook()
    const stop = new AbortController()
    const file = fileOf('long.webm', selfTape('webm'))
    truncateSync(file.path, 300 * 1024 ** 2)
    const taking = takeFile(book, { ...file, size: 300 * 1024 ** 2 }, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(taking).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(halves(book.folder)).toEqual([])
  })
})

describe('a small picture that was taken away', () => {
  it('is made again, once for many who ask', async () => {
    const book = mediaBook()
    const { sha256, kind } = await takeFile(book, fileOf('a.jpg', await picture.jpeg(300, 200)))
    rmSync(join(book.folder, 'media', 'thumbs'), { recursive: true })
    const thumbs = openThumbs(book)
    const paths = await Promise.all([thumbs.of(sha256, kind.mime, 96), thumbs.of(sha256, kind.mime, 480), thumbs.of(sha256, kind.mime, 96)])
    expect(paths.map(path => path !== null && existsSync(path))).toEqual([true, true, true])
  })

  it('is nothing where its original is gone, or is no picture any more', async () => {
    const book = mediaBook()
    const { sha256, kind } = await takeFile(book, fileOf('a.jpg', await picture.jpeg(300, 200)))
    rmSync(join(book.folder, 'media', 'thumbs'), { recursive: true })
    writeFileSync(book.media.find(sha256)?.path ?? '', 'not a picture')
    expect(await openThumbs(book).of(sha256, kind.mime, 96)).toBeNull()
    rmSync(book.media.find(sha256)?.path ?? '')
    expect(await openThumbs(book).of(sha256, kind.mime, 96)).toBeNull()
  })
})

describe('the likeness of a headshot', () => {
  it('is that of the same one saved again and made smaller, and of no other', async () => {
    const book = mediaBook()
    const likeness = async (bytes: Uint8Array) => (await takeFile(book, fileOf('x', bytes))).seen?.likeness ?? ''
    const one = await likeness(await picture.jpeg(900, 1200, 1))
    expect(likenessDistance(one, await likeness(await picture.webp(300, 400, 1)))).toBeLessThanOrEqual(4)
    expect(likenessDistance(one, await likeness(await picture.jpeg(900, 1200, 4)))).toBeGreaterThan(10)
  })
})
