import { describe, expect, it } from 'vitest'
import { kindOfFile } from '../../src-main/media/fileKind.ts'
import { pictureSize } from '../../src-main/media/pictureSize.ts'
import { heic, picture, pngThatSays, selfTape } from './files.ts'

const ftyp = (brand: string, compatible = '') => Buffer.concat([Buffer.from([0, 0, 0, 16 + compatible.length]), Buffer.from(`ftyp${brand}\0\0\0\0${compatible}`, 'latin1'), Buffer.alloc(100)])

describe('a file is what its first bytes say', () => {
  it.each([
    ['image/jpeg', () => picture.jpeg(20, 20)],
    ['image/png', () => picture.png(20, 20)],
    ['image/webp', () => picture.webp(20, 20)],
    ['image/avif', () => picture.avif(20, 20)],
    ['video/webm', async () => selfTape('webm')],
    ['video/mp4', async () => selfTape('mp4')],
    ['image/heic', async () => heic],
    ['image/heic', async () => ftyp('mif1', 'mif1heic')],
    ['image/avif', async () => ftyp('mif1', 'mif1avif')],
    ['image/gif', async () => Buffer.from('GIF89a\x10\0\x20\0', 'latin1')],
    ['video/quicktime', async () => ftyp('qt  ')],
    ['video/quicktime', async () => Buffer.from('\0\0\0\x08wide\0\0\0\x00mdat', 'latin1')],
    ['video/x-matroska', async () => Buffer.from('\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska', 'latin1')],
    ['application/pdf', async () => Buffer.from('\n\n%PDF-1.7\n')],
  ] as const)('%s', async (mime, bytes) => {
    expect(kindOfFile(await bytes())?.mime).toBe(mime)
  })

  it.each(['', 'MZ\x90\0', 'PK\x03\x04', '<svg xmlns="http://www.w3.org/2000/svg">', '<!doctype html>', 'RIFF\0\0\0\0WAVE', '\x1a\x45\xdf\xa3'])('nothing else is kept: %j', text => {
    expect(kindOfFile(Buffer.from(text, 'latin1'))).toBeNull()
  })

  it('a sound recording in an MP4 is no tape', () => expect(kindOfFile(ftyp('M4A '))).toBeNull())
})

describe('the size of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is read from the header of a %s', async kind => {
    expect(pictureSize(await picture[kind](130, 70))).toEqual({ width: 130, height: 70 })
  })

  it('is what the header says, before anything is unpacked', () => expect(pictureSize(pngThatSays(60_000, 60_000))).toEqual({ width: 60_000, height: 60_000 }))

  it('is not made up where the bytes are cut', async () => {
    const jpeg = await picture.jpeg(130, 70)
    for (const length of [0, 1, 3, 11, 12, 20]) expect(pictureSize(jpeg.subarray(0, length))).toBeNull()
    expect(pictureSize((await picture.webp(130, 70)).subarray(0, 20))).toBeNull()
  })
})
