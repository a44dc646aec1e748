import { rmSync } from 'node:fs'
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import type { MediaId } from '../../src-preload/contract/talent.ts'
import { addMedia } from '../../src-main/talent/media/addMedia.ts'
import { removeMedia } from '../../src-main/talent/media/mediaStore.ts'
import { openPaper, paperPage } from '../../src-main/talent/media/papers.ts'
import { drawPdf, kitchenRows } from '../scripts/drawnPdf.ts'
import { lockedPdf } from '../support/papers.ts'
import { add, now } from '../talent/book.ts'
import { fileOf, mediaBook, picture, resultOf } from './files.ts'

function paperBook() {
  const book = mediaBook()
  const person = add(book.db, { name: 'Tara Sood' })
  const give = async (name: string, bytes: Uint8Array): Promise<MediaId> =>
    (await resultOf(addMedia(book, fileOf(name, bytes), { talentId: person, source: 'by hand' }))).media.id
  return { ...book, give }
}

describe('a résumé in the viewer', () => {
  it('tells its pages and is drawn one page at a time, as wide as it is wanted', async () => {
    const { give, ...book } = paperBook()
    const id = await give('CV.pdf', await drawPdf([kitchenRows, [], kitchenRows]))
    expect(await openPaper(book, id)).toEqual({ pages: 3 })
    const [first, empty] = await Promise.all([1, 2].map(async page => decode(await paperPage(book, { id, page, width: 612 }))))
    expect([first?.width, first?.height]).toEqual([612, 792])
    const ink = (data: ArrayLike<number> = []) => Array.from(data).filter(value => value < 128).length
    expect(ink(first?.data)).toBeGreaterThan(500)
    expect(ink(empty?.data)).toBe(0)
    expect(decode(await paperPage(book, { id, page: 3, width: 1_224 })).width).toBe(1_224)
  })

  it('says apart what is locked, what is damaged, what has no such page and what is no PDF', async () => {
    const { give, ...book } = paperBook()
    const whole = await drawPdf([kitchenRows])
    const locked = await give('locked.pdf', await lockedPdf())
    const cut = await give('cut.pdf', Buffer.from('%PDF-1.4\n1 0 obj'))
    const good = await give('CV.pdf', whole)
    const face = await give('face.jpg', await picture.jpeg(60, 80))
    await expect(openPaper(book, locked)).rejects.toMatchObject({ code: 'SCRIPT_ENCRYPTED' })
    await expect(openPaper(book, cut)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(paperPage(book, { id: good, page: 2, width: 600 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(openPaper(book, face)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('is not shown once it was taken off, and is said to be missing where its file is gone', async () => {
    const { give, ...book } = paperBook()
    const [kept, off] = [await give('CV.pdf', await drawPdf([kitchenRows])), await give('old CV.pdf', await drawPdf([kitchenRows, kitchenRows]))]
    removeMedia(book.db, off, now())
    await expect(paperPage(book, { id: off, page: 1, width: 600 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const sha256 = book.db.prepare<[string], string>('SELECT sha256 FROM talent_media WHERE id = ?').pluck().get(kept) ?? ''
    rmSync(book.media.find(sha256)?.path ?? '')
    await expect(openPaper(book, kept)).rejects.toMatchObject({ code: 'ORIGINAL_MISSING' })
  })
})
