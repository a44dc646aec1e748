import { describe, expect, it } from 'vitest'
import { readScript } from '../../src-main/scripts/readScript.ts'
import { haveSharedFixtures, sharedFixture } from './sharedFixtures.ts'

const read = async (path: string) => (await readScript(sharedFixture(`scripts/${path}`), path.split('/').at(-1) ?? path)).reading
const speechesOf = (reading: Awaited<ReturnType<typeof read>>): number => reading.characters.reduce((sum, { speeches }) => sum + speeches, 0)
const namesOf = (reading: Awaited<ReturnType<typeof read>>): number => reading.characters.filter(({ speeches }) => speeches > 0).length

describe.runIf(haveSharedFixtures('the figures of real scripts'))('a real script', () => {
  it.each(['fountain/Big-Fish.fountain', 'pdf/Big-Fish.pdf'])('%s has 192 scenes, 768 speeches and 48 names', async path => {
    const reading = await read(path)
    expect([reading.title, reading.scenes.length, speechesOf(reading), namesOf(reading)]).toEqual(['Big Fish', 192, 768, 48])
    expect(reading.scenes.filter(({ setting }) => setting === 'INT/EXT')).toHaveLength(4)
  })

  it('says the same words in Fountain and in PDF, character by character', async () => {
    const [fountain, pdf] = [await read('fountain/Big-Fish.fountain'), await read('pdf/Big-Fish.pdf')]
    const tally = (reading: typeof pdf) => reading.characters.map(({ name, speeches, words }) => `${name} ${speeches} ${words}`).toSorted()
    expect(tally(pdf)).toEqual(tally(fountain))
    expect(Math.abs(fountain.pages - pdf.pages)).toBeLessThanOrEqual(3)
  })

  it.each([
    ['pdf/in-Masaan.pdf', 201, 677],
    ['pdf/in-Kaminey.pdf', 233, 694],
  ])('%s is read within one in a hundred of %i scenes and %i speeches', async (path, scenes, speeches) => {
    const reading = await read(path)
    expect(Math.abs(reading.scenes.length - scenes)).toBeLessThanOrEqual(0.0101 * scenes)
    expect(Math.abs(speechesOf(reading) - speeches)).toBeLessThanOrEqual(0.01 * speeches)
  })

  it('in the layout of slugs and left columns has 86 scenes', async () => {
    const reading = await read('pdf/in-JabWeMet.pdf')
    expect(reading.scenes).toHaveLength(86)
    expect(reading.characters.slice(0, 2).map(({ name }) => name)).toEqual(['GEET', 'ADITYA'])
  })

  it('with centred cues on some pages and banded ones on others is read throughout', async () => {
    const reading = await read('pdf/in-Raman-Raghav-2_0.pdf')
    expect(reading.characters.slice(0, 3).map(({ name }) => name)).toEqual(['RAMANNA', 'RAGHAVAN', 'SIMMY'])
    expect(speechesOf(reading)).toBeGreaterThan(500)
  })

  it('is the same when its pages are turned', async () => {
    const [turned, upright] = [await read('pdf/derived-rotated90.pdf'), await read('pdf/The-Last-Birthday-Card.pdf')]
    expect(turned.characters).toEqual(upright.characters)
    expect(turned.scenes).toEqual(upright.scenes)
  })

  it('that may not be copied is read with a warning', async () => {
    expect((await read('pdf/derived-encrypted-noextract.pdf')).warnings.map(({ code }) => code)).toEqual(['EXTRACTION_NOT_ALLOWED'])
  })

  it('with pages of pictures names them', async () => {
    expect((await read('pdf/derived-mixed-text-and-scan.pdf')).warnings.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'PAGE_WITHOUT_TEXT'))
  })

  it.each([
    ['pdf/derived-encrypted-userpw.pdf', 'SCRIPT_ENCRYPTED'],
    ['pdf/derived-truncated.pdf', 'FILE_UNREADABLE'],
    ['pdf/derived-scan-NBS-12pp.pdf', 'SCRIPT_SCANNED'],
    ['docx/ideasxiang-Story.docx', 'NOT_A_SCREENPLAY'],
  ])('%s is refused as %s', async (path, code) => {
    await expect(read(path)).rejects.toMatchObject({ code })
  })

  it('in Hindi keeps a paragraph of action from being a cue', async () => {
    const { characters } = await read('fountain/hindi-action-not-cue.fountain')
    expect(characters.map(({ name }) => name)).toEqual(['राहुल', 'ARJUN', 'RAHUL', 'DEV & MEERA', "MRS. D'SOUZA #2", 'CAPTAIN AMERICA', 'ÉMILE', 'VOICE 1'])
  })
})
