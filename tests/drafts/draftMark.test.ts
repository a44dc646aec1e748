import { describe, expect, it } from 'vitest'
import { draftWords } from '../../src-preload/contract/said.ts'
import { colourOfRank, nearestRank, rankOfColour } from '../../src-main/scripts/draftColours.ts'
import { readDraftMark } from '../../src-main/scripts/draftMark.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'

describe('what a file says of its draft', () => {
  it.each([
    ['Blue Rev. 3/4/26', 'blue', null, '2026-04-03'],
    ['PINK REVISIONS - 12 Jan 2026', 'pink', null, '2026-01-12'],
    ['Draft: Goldenrod', 'goldenrod', null, null],
    ['Revised (SALMON) 2026-02-28', 'salmon', null, '2026-02-28'],
    ['2nd White Draft, March 3, 2026', 'white', 2, '2026-03-03'],
    ['DOUBLE BLUE PAGES 4/13/26', 'blue', 2, '2026-04-13'],
    ['YELLOW 1.5.2026', 'yellow', null, '2026-05-01'],
    ['MyFilm_Cherry_draft_v3', 'cherry', null, null],
  ])('%s', (line, colour, round, date) => {
    expect(readDraftMark([line])).toMatchObject({ colour, round, date })
  })

  it.each(['BLUE', 'Blue is the colour of the door.', 'The green room', 'A white lie, revised by nobody in particular and told at length', 'WHITE HORSE'])('nothing: %s', line => {
    expect(readDraftMark([line])).toMatchObject(line === 'BLUE' ? { colour: 'blue' } : { colour: null })
  })

  it('is the last colour where a title page lists them all, with its own day, and the words where there is no colour', () => {
    expect(readDraftMark(['White 1/1/26', 'Pink Rev. 3/3/26', 'Blue Rev. 2/2/26'])).toMatchObject({ colour: 'pink', date: '2026-03-03' })
    expect(readDraftMark(['draft date: First draft, 3 March 2026'])).toEqual({ colour: null, round: null, date: '2026-03-03', name: 'First draft' })
    expect(readDraftMark(['date: 31/02/2026'])).toMatchObject({ date: null })
  })

  it('is read from a title page of Fountain, from the marked text of Final Draft, and else from the name of the file', async () => {
    const read = async (text: string, name: string) => (await readScript(new TextEncoder().encode(text), name)).mark
    const scene = 'INT. ROOM - DAY\n\nMEERA\nHaan.\n'
    expect(await read(`Title: A\nRevision: Green Rev. 5/6/26\n\n${scene}`, 'a.fountain')).toMatchObject({ colour: 'green', date: '2026-06-05' })
    expect(await read(`Title: A\n\n${scene}`, 'A - Buff draft.fountain')).toMatchObject({ colour: 'buff' })
    const fdx = (id: number) => `<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content><Paragraph Type="Scene Heading"><Text RevisionID="${id}">INT. ROOM - DAY</Text></Paragraph>
      <Paragraph Type="Character"><Text>MEERA</Text></Paragraph><Paragraph Type="Dialogue"><Text>Haan.</Text></Paragraph></Content>
      <Revisions ActiveSet="1"><Revision ID="1" Name="Blue Rev. (mm/dd/yyyy)"/><Revision ID="2" Name="Pink"/></Revisions></FinalDraft>`
    expect(await read(fdx(0), 'a.fdx')).toMatchObject({ colour: null })
    expect(await read(fdx(1), 'a.fdx')).toMatchObject({ colour: 'blue', date: null })
    expect(await read(fdx(2), 'a.fdx')).toMatchObject({ colour: 'pink' })
  })
})

describe('the colours of drafts', () => {
  it('follow each other from White to Cherry, and again from 2nd White', () => {
    const names = Array.from({ length: 11 }, (_, rank) => draftWords(colourOfRank(rank)))
    expect(names).toEqual(['White', 'Blue', 'Pink', 'Yellow', 'Green', 'Goldenrod', 'Buff', 'Salmon', 'Cherry', '2nd White', '2nd Blue'])
    expect(Array.from({ length: 40 }, (_, rank) => rankOfColour(colourOfRank(rank)))).toEqual(Array.from({ length: 40 }, (_, rank) => rank))
  })

  it('that a file names are the nearest to what is expected next', () => {
    expect([nearestRank('blue', 0), nearestRank('blue', 3), nearestRank('blue', 10), nearestRank('white', 9), nearestRank('cherry', 9), nearestRank('pink', 12)]).toEqual([1, 1, 10, 9, 8, 11])
  })
})
