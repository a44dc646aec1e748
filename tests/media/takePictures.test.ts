import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { takePictures, undoPictures } from '../../src-main/talent/media/takePictures.ts'
import { whosePictures } from '../../src-main/talent/media/whosePictures.ts'
import { searchTalent } from '../../src-main/talent/searchTalent.ts'
import { removeTalent } from '../../src-main/talent/talentStore.ts'
import { add, now } from '../talent/book.ts'
import { fileOf, mediaBook, picture, resultOf } from './files.ts'

const everybody = { text: '', without: [], filters: {}, sort: 'name', limit: 50, offset: 0 } as const

describe('the name of a file says whose headshot it is', () => {
  const book = () => {
    const { db } = mediaBook()
    for (const name of ['Tara Sood', 'Kavya Rao', 'Kavya Rao', 'Vijayalakshmi Menon', 'Om', "Brendan D'Souza"]) add(db, { name })
    add(db, { name: 'Meera', legalName: 'Meera Anil Kulkarni', spellings: ['Mira Kulkarni'] })
    return db
  }
  const read = async (fileName: string) => {
    const [named] = await whosePictures(book(), [fileName])
    return [named?.certainty, named?.people.map(({ name }) => name)]
  }

  it.each(['Tara Sood.jpg', 'Tara Sood 2.jpg', 'tara_sood-headshot.jpg', '001 SOOD TARA.png', 'TaraSood_final (3).JPEG', 'IMG_20260304 tara.sood smile.webp', 'WhatsApp Image 2026-03-04 at 10.11.12 Tara Sood.jpeg'])(
    'for sure: %s', async fileName => expect(await read(fileName)).toEqual(['sure', ['Tara Sood']]),
  )

  it('for sure by another name or spelling of hers, and with an apostrophe', async () => {
    expect(await read('meera anil kulkarni.jpg')).toEqual(['sure', ['Meera']])
    expect(await read('Kulkarni_Mira.jpg')).toEqual(['sure', ['Meera']])
    expect(await read('Brendan DSouza.jpg')).toEqual(['sure', ["Brendan D'Souza"]])
  })

  it('doubtful where two bear it, where it is part of a longer one, or spelt alike', async () => {
    expect(await read('kavya rao.jpg')).toEqual(['doubtful', ['Kavya Rao', 'Kavya Rao']])
    expect(await read('tara sood goa.jpg')).toEqual(['doubtful', ['Tara Sood']])
    expect(await read('Vijaylaxmi Menon.jpg')).toEqual(['doubtful', ['Vijayalakshmi Menon']])
    expect(await read('tara.jpg')).toEqual(['doubtful', ['Tara Sood']])
  })

  it('nobody where it names nobody of the book, and a new person is called as the file is', async () => {
    const [number, stranger, odd] = await whosePictures(book(), ['DSC_0042.JPG', 'RUPA  wadekar_hs.png', '../../etc/passwd'])
    expect(number).toEqual({ fileName: 'DSC_0042.JPG', name: '', certainty: 'unknown', people: [] })
    expect(stranger).toEqual({ fileName: 'RUPA  wadekar_hs.png', name: 'Rupa Wadekar', certainty: 'unknown', people: [] })
    expect(odd?.certainty).toBe('unknown')
  })

  it('not of somebody who was taken out of the book', async () => {
    const { db } = mediaBook()
    removeTalent(db, add(db, { name: 'Tara Sood' }), now)
    expect((await whosePictures(db, ['Tara Sood.jpg']))[0]?.certainty).toBe('unknown')
  })
})

describe('headshots taken in by their names', () => {
  it('go to their people, old and new, and are undone as a whole', async () => {
    const book = mediaBook()
    const tara = add(book.db, { name: 'Tara Sood' })
    const result = await resultOf(takePictures(book, [
      { file: fileOf('tara.jpg', await picture.jpeg(60, 80, 1)), talentId: tara },
      { file: fileOf('rupa 1.jpg', await picture.jpeg(60, 80, 2)), newName: 'Rupa Wadekar' },
      { file: fileOf('rupa 2.jpg', await picture.jpeg(60, 80, 3)), newName: 'rupa wadekar' },
      { file: fileOf('rupa 2 copy.jpg', await picture.jpeg(60, 80, 3)), newName: 'Rupa Wadekar' },
      { file: fileOf('list.jpg', Buffer.from('name,phone')), talentId: tara },
    ]))
    expect(result).toMatchObject({ added: 3, people: 1, alreadyThere: 1, failed: [{ fileName: 'list.jpg', reason: expect.stringMatching(/^list.jpg is none of what the talent book keeps/) }] })
    const pictures = async () => (await searchTalent({ db: book.db, embedder: null, glossary: [] }, everybody)).people.map(({ talent }) => [talent.name, talent.picture !== null])
    expect(await pictures()).toEqual([['Rupa Wadekar', true], ['Tara Sood', true]])
    expect(undoPictures(book.db, result.batch, now())).toEqual({ pictures: 3, people: 1 })
    expect(await pictures()).toEqual([['Tara Sood', false]])
    expect(undoPictures(book.db, result.batch, now())).toEqual({ pictures: 0, people: 0 })
  })

  it('leave nothing where they are cancelled or a person is gone', async () => {
    const book = mediaBook()
    const kept = () => readdirSync(join(book.folder, 'media'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const two = [
      { file: fileOf('rupa.jpg', await picture.jpeg(60, 80, 2)), newName: 'Rupa Wadekar' },
      { file: fileOf('x.jpg', await picture.jpeg(60, 80, 3)), talentId: 'gone' as TalentId },
    ]
    await expect(resultOf(takePictures(book, two))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const stop = new AbortController()
    const cancelled = (async () => {
      for await (const event of takePictures(book, two, stop.signal)) if (event.kind === 'progress' && event.done === 1) stop.abort()
    })()
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(kept()).toEqual([])
    expect((await searchTalent({ db: book.db, embedder: null, glossary: [] }, everybody)).total).toBe(0)
  })
})
