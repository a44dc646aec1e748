import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MediaId, TalentId } from '../../src-preload/contract/talent.ts'
import { addMedia } from '../../src-main/talent/media/addMedia.ts'
import { getMedia, listMedia, removeMedia, restoreMedia, updateMedia } from '../../src-main/talent/media/mediaStore.ts'
import { peopleNamed } from '../../src-main/talent/peopleNamed.ts'
import { getTalent, removeTalent } from '../../src-main/talent/talentStore.ts'
import { add, now } from '../talent/book.ts'
import { fileOf, heic, mediaBook, picture, resultOf, selfTape } from './files.ts'

function bookOf(...names: readonly string[]) {
  const book = mediaBook()
  const people = names.map(name => add(book.db, { name }))
  const give = async (talentId: TalentId | undefined, name: string, bytes: Uint8Array) =>
    (await resultOf(addMedia(book, fileOf(name, bytes), { talentId: talentId ?? ('' as TalentId), source: 'by hand' }))).media.id
  const main = (talentId: TalentId | undefined) => getTalent(book.db, talentId ?? ('' as TalentId), '').picture
  return { ...book, people, give, main }
}

describe('the files of a person', () => {
  it('are told apart: pictures are headshots, videos self-tapes unless called reels, papers documents', async () => {
    const { db, media, people: [tara], give } = bookOf('Tara Sood')
    await give(tara, 'Tara.jpg', await picture.jpeg(60, 80))
    await give(tara, 'Tara showreel 2026.mp4', selfTape('mp4'))
    await give(tara, 'MEERA sc 12.webm', selfTape('webm'))
    await give(tara, 'CV.pdf', Buffer.from('%PDF-1.4\n'))
    await give(tara, 'IMG_2.HEIC', heic)
    expect(listMedia(db, media, tara as TalentId).map(({ kind, form, fileName, missing }) => [kind, form, fileName, missing])).toEqual([
      ['headshot', 'picture', 'Tara.jpg', false], ['headshot', 'closed', 'IMG_2.HEIC', false], ['selfTape', 'video', 'MEERA sc 12.webm', false],
      ['reel', 'video', 'Tara showreel 2026.mp4', false], ['document', 'pdf', 'CV.pdf', false],
    ])
  })

  it('the same file is not added twice to one person, but to two', async () => {
    const { db, media, people: [tara, kavya], give } = bookOf('Tara Sood', 'Kavya Rao')
    const bytes = await picture.jpeg(60, 80)
    const first = await give(tara, 'a.jpg', bytes)
    expect(await give(tara, 'another name.jpg', bytes)).toBe(first)
    expect(await give(kavya, 'a.jpg', bytes)).not.toBe(first)
    expect(listMedia(db, media, tara as TalentId)).toHaveLength(1)
  })

  it('nothing is added to who is not in the book, and no file is left for nobody', async () => {
    const { folder, db, media, people: [tara], give } = bookOf('Tara Sood')
    removeTalent(db, tara as TalentId, now)
    await expect(give(tara, 'a.jpg', await picture.jpeg(60, 80))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(() => listMedia(db, media, tara as TalentId)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(readdirSync(join(folder, 'media'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())).toEqual([])
  })

  it('one that was taken away from the folder is said to be missing, and is whole again when it is dropped once more', async () => {
    const { db, media, people: [tara], give } = bookOf('Tara Sood')
    const bytes = selfTape('webm')
    const id = await give(tara, 'take.webm', bytes)
    const sha256 = db.prepare<[string], string>('SELECT sha256 FROM talent_media WHERE id = ?').pluck().get(id) ?? ''
    rmSync(media.find(sha256)?.path ?? '')
    expect(getMedia(db, media, id).missing).toBe(true)
    expect(await give(tara, 'take again.webm', bytes)).toBe(id)
    expect(getMedia(db, media, id).missing).toBe(false)
  })
})

describe('the main headshot', () => {
  it('is the first that can be shown, and the one that lists show', async () => {
    const { db, people: [tara], give, main } = bookOf('Tara Sood')
    await give(tara, 'phone.heic', heic)
    await give(tara, 'tape.webm', selfTape('webm'))
    expect(main(tara)).toBeNull()
    const first = await give(tara, 'a.jpg', await picture.jpeg(60, 80, 1))
    await give(tara, 'b.jpg', await picture.jpeg(60, 80, 2))
    expect(main(tara)).toBe(first)
    expect(peopleNamed(db, 'tara', 5, '')[0]?.picture).toBe(first)
  })

  it('is chosen, and steps back where it becomes something else or is taken off', async () => {
    const { db, media, people: [tara], give, main } = bookOf('Tara Sood')
    const a = await give(tara, 'a.jpg', await picture.jpeg(60, 80, 1))
    const b = await give(tara, 'b.jpg', await picture.jpeg(60, 80, 2))
    expect(updateMedia(db, media, b, { isMain: true }).isMain).toBe(true)
    expect([getMedia(db, media, a).isMain, main(tara)]).toEqual([false, b])
    updateMedia(db, media, b, { kind: 'document' })
    expect(main(tara)).toBe(a)
    removeMedia(db, a, now())
    expect(main(tara)).toBeNull()
  })

  it('comes back with Undo, unless another was chosen meanwhile', async () => {
    const { db, media, people: [tara], give, main } = bookOf('Tara Sood')
    const a = await give(tara, 'a.jpg', await picture.jpeg(60, 80, 1))
    const b = await give(tara, 'b.jpg', await picture.jpeg(60, 80, 2))
    removeMedia(db, a, now())
    expect(main(tara)).toBe(b)
    expect(restoreMedia(db, media, a).isMain).toBe(true)
    expect(main(tara)).toBe(a)
    removeMedia(db, a, now())
    updateMedia(db, media, b, { isMain: true })
    restoreMedia(db, media, a)
    expect(main(tara)).toBe(b)
  })

  it('is never a tape, and what is said of a file is kept', async () => {
    const { db, media, people: [tara], give } = bookOf('Tara Sood')
    const tape = await give(tara, 'take.webm', selfTape('webm'))
    expect(() => updateMedia(db, media, tape, { isMain: true })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(updateMedia(db, media, tape, { caption: 'Second take, softer', takenOn: '2026-10-02', kind: 'reel' })).toMatchObject({ caption: 'Second take, softer', takenOn: '2026-10-02', kind: 'reel' })
    expect(updateMedia(db, media, tape, { takenOn: null }).takenOn).toBeNull()
    expect(() => updateMedia(db, media, 'nobody' as MediaId, {})).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('a file that was added again cannot come back beside itself', async () => {
    const { db, media, people: [tara], give } = bookOf('Tara Sood')
    const bytes = await picture.jpeg(60, 80)
    const id = await give(tara, 'a.jpg', bytes)
    removeMedia(db, id, now())
    await give(tara, 'a.jpg', bytes)
    expect(() => restoreMedia(db, media, id)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
  })
})
