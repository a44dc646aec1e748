import { readFileSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerMediaFrom, isMediaPath, type MediaAnswer } from '../../src-main/media/answerMedia.ts'
import { openThumbs } from '../../src-main/media/thumbs.ts'
import { addMedia } from '../../src-main/talent/media/addMedia.ts'
import { servedFile } from '../../src-main/talent/media/mediaRows.ts'
import { removeMedia } from '../../src-main/talent/media/mediaStore.ts'
import { removeTalent } from '../../src-main/talent/talentStore.ts'
import { add, now } from '../talent/book.ts'
import { fileOf, heic, mediaBook, picture, resultOf, selfTape } from './files.ts'

async function served(name: string, bytes: Uint8Array) {
  const book = mediaBook()
  const talentId = add(book.db, { name: 'Tara Sood' })
  const { media: { id } } = await resultOf(addMedia(book, fileOf(name, bytes), { talentId, source: 'by hand' }))
  const answer = answerMediaFrom({ find: asked => servedFile(book.db, asked), media: book.media, thumbs: openThumbs(book) })
  const ask = (pathname: string, more: { readonly range?: string; readonly ifNoneMatch?: string; readonly method?: string } = {}) =>
    answer({ method: 'GET', pathname, range: null, ifNoneMatch: null, ...more })
  return { book, talentId, id, ask, bytes: Buffer.from(bytes) }
}

const bodyOf = ({ body }: MediaAnswer): Buffer => (body ? readFileSync(body.path).subarray(body.start, body.end + 1) : Buffer.alloc(0))

describe('a kept file is served', () => {
  it('whole, as what it truly is, and can run nothing', async () => {
    const { ask, id, bytes } = await served('reel.pdf', selfTape('webm'))
    const answer = await ask(`/media/${id}`)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'video/webm', 'content-length': `${bytes.length}`, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' } })
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/)
    expect(bodyOf(answer).equals(bytes)).toBe(true)
  })

  it('by a range, as a player seeks', async () => {
    const { ask, id, bytes } = await served('take.webm', selfTape('webm'))
    for (const [range, from, to] of [['bytes=0-99', 0, 99], ['bytes=100-', 100, bytes.length - 1], ['bytes=-50', bytes.length - 50, bytes.length - 1], ['bytes=10-999999999', 10, bytes.length - 1]] as const) {
      const answer = await ask(`/media/${id}`, { range })
      expect(answer).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${from}-${to}/${bytes.length}`, 'content-length': `${to - from + 1}` } })
      expect(bodyOf(answer).equals(bytes.subarray(from, to + 1))).toBe(true)
    }
  })

  it('not past its end; what is no range gives all of it', async () => {
    const { ask, id, bytes } = await served('take.webm', selfTape('webm'))
    expect(await ask(`/media/${id}`, { range: `bytes=${bytes.length}-` })).toMatchObject({ status: 416, headers: { 'content-range': `bytes */${bytes.length}` }, body: null })
    for (const range of ['bytes=5-2', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=--1']) expect((await ask(`/media/${id}`, { range })).status).toBe(200)
    expect((await ask(`/media/${id}`, { range: 'bytes=-0' })).status).toBe(416)
  })

  it('not again to who has it', async () => {
    const { ask, id } = await served('a.png', await picture.png(30, 20))
    const { headers } = await ask(`/media/${id}/thumb/96`)
    expect(headers['content-type']).toBe('image/webp')
    expect(await ask(`/media/${id}/thumb/96`, { ifNoneMatch: `"x", W/${headers['etag']}` })).toMatchObject({ status: 304, body: null })
    expect((await ask(`/media/${id}`, { ifNoneMatch: headers['etag'] ?? '' })).status).toBe(200)
  })

  it('with a name that breaks no header', async () => {
    const { ask, id } = await served('तारा "x"\r\nset-cookie: a=b.png', await picture.png(30, 20))
    const disposition = (await ask(`/media/${id}`)).headers['content-disposition'] ?? ''
    expect(disposition).toMatch(/^inline; filename="[\x20-\x7e]*"; filename\*=UTF-8''%E0%A4%A4/)
    expect(disposition).not.toMatch(/[\r\n]/)
  })

  it('headers alone for HEAD, and nothing can be written', async () => {
    const { ask, id } = await served('a.png', await picture.png(30, 20))
    expect(await ask(`/media/${id}`, { method: 'HEAD' })).toMatchObject({ status: 200, body: null })
    expect((await ask(`/media/${id}`, { method: 'PUT' })).status).toBe(405)
  })

  it('no small picture of a tape or a HEIC', async () => {
    const tape = await served('take.mp4', selfTape('mp4'))
    expect((await tape.ask(`/media/${tape.id}/thumb/96`)).status).toBe(404)
    const phone = await served('IMG.HEIC', heic)
    expect((await phone.ask(`/media/${phone.id}/thumb/480`)).status).toBe(404)
    expect((await phone.ask(`/media/${phone.id}`)).headers['content-type']).toBe('image/heic')
  })
})

describe('nothing else is served', () => {
  it('neither a file that was taken away, nor one of a removed record, nor one of somebody out of the book', async () => {
    const one = await served('a.png', await picture.png(30, 20))
    removeMedia(one.book.db, one.id, now())
    expect((await one.ask(`/media/${one.id}`)).status).toBe(404)
    const two = await served('a.png', await picture.png(30, 20))
    removeTalent(two.book.db, two.talentId, now)
    expect((await two.ask(`/media/${two.id}/thumb/96`)).status).toBe(404)
    const three = await served('take.webm', selfTape('webm'))
    rmSync(three.book.media.find(servedFile(three.book.db, three.id)?.sha256 ?? '')?.path ?? '')
    expect((await three.ask(`/media/${three.id}`)).status).toBe(404)
  })

  it('no path of the disk, however it is spelt', async () => {
    const { ask, id, book } = await served('a.png', await picture.png(30, 20))
    const { sha256 } = servedFile(book.db, id) ?? { sha256: '' }
    const attacks = [
      '/media', '/media/', '/media/..', '/media/../castmatch.db', '/media/..%2fcastmatch.db', '/media/%2e%2e%2fcastmatch.db', `/media/${id}/../../castmatch.db`,
      `/media/${id}%00`, `/media/${id}/`, `/media/${id}/thumb`, `/media/${id}/thumb/97`, `/media/${id}/thumb/096`, `/media/${id}/thumb/96/..`, `/media/${sha256}`, `/media/${sha256.slice(0, 2)}/${sha256}`,
      `/media/${id.toUpperCase()}x`, '/media/C:/windows', '/media/\\\\host\\share', "/media/' OR 1=1 --", `/media/${'a'.repeat(5_000)}`,
    ]
    for (const path of attacks) expect([path, (await ask(path)).status]).toEqual([path, 404])
  })

  it('whatever is asked', async () => {
    const { ask, id } = await served('a.png', await picture.png(30, 20))
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (path, range) => {
      fc.pre(path !== id && path !== `${id}/thumb/96` && path !== `${id}/thumb/480`)
      expect((await ask(`/media/${path}`, { range })).status).toBe(404)
      expect([200, 206, 416]).toContain((await ask(`/media/${id}`, { range })).status)
    }))
  })

  it('and the rest of the page is no media', () => {
    expect(['/media/x', '/media', '/mediax', '/', '/assets/media/x'].map(isMediaPath)).toEqual([true, true, false, false, false])
  })
})
