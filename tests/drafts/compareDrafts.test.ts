import { describe, expect, it } from 'vitest'
import { sideBySide } from '../../src-main/drafts/sideBySide.ts'
import { draftTextOf } from '../../tools/draftPairs.ts'
import { compareTexts, rolesInShort, scenesInShort } from './drafts.ts'

const kitchen = `INT. KITCHEN - DAY #1#

MEERA (28) kneads the dough for forty people and does not look up.

MEERA
The river took the bridge and the bus with it last night.

BHOLA
Then nobody comes to the wedding, and we eat for a week.

MEERA
Haan.
`
const yard = `EXT. YARD - NIGHT #2#

BHOLA (45) ties the goat to the hand pump and counts his notes again.

BHOLA
Four hundred for the band, two hundred for the light, and the priest on credit.

GUARD
Who goes there with a goat at this hour?
`
const road = `EXT. ROAD - DAWN #3#

A bicycle lies in the ditch with its wheel still turning slowly.

MEERA
Somebody came this far and then thought better of it.

BHOLA
Or the goat ate him. It looks well pleased this morning.
`
const court = `INT. COURT - DAY #4#

The fan turns above a clerk who has not moved since the monsoon.

CLERK
Case number nine hundred and four. The goat against the municipality.

MEERA
My lord, the goat is prepared to forgive everything but the rope.
`

const script = (...scenes: readonly string[]): string => `Title: The Goat\n\n${scenes.join('\n')}`
const whole = script(kitchen, yard, road, court)

describe('the scenes of two drafts', () => {
  it('are the same where nothing changed', async () => {
    const report = await compareTexts(whole, whole)
    expect(scenesInShort(report)).toEqual(['1 > 1 same', '2 > 2 same', '3 > 3 same', '4 > 4 same'])
    expect(rolesInShort(report).every(role => /^kept \w+$/u.test(role))).toBe(true)
    expect(report.totals).toMatchObject({ rolesNew: 0, rolesGone: 0, scenesChanged: 0, scenesMoved: 0 })
  })

  it('are known where they moved, were renumbered, omitted or are new', async () => {
    const fort = 'EXT. FORT - DAY #5#\n\nCLERK\nSeven steps and not one of them level.\n'
    const report = await compareTexts(whole, script(court.replace('#4#', '#1#'), kitchen.replace('#1#', '#2#'), road, fort))
    expect(scenesInShort(report)).toEqual(['4 > 1 moved renumbered', '1 > 2 renumbered', '2 > - omitted', '3 > 3 same', '- > 4 new'])
  })

  it('are known where one was split in two, and where two were joined', async () => {
    const [head = '', tail = ''] = kitchen.split('BHOLA\n')
    const report = await compareTexts(whole, script(head, `INT. STORE ROOM - DAY #1A#\n\nBHOLA\n${tail}`, yard, `${road}\n${court.split('\n').slice(1).join('\n')}`))
    expect(scenesInShort(report)).toEqual(['1 > 1, 2 split', '2 > 3 same', '3, 4 > 4 joined'])
  })

  it('stay one where every word was rewritten under one number and heading, and where the number stands for an omitted scene', async () => {
    const other = 'EXT. YARD - NIGHT #2#\n\nRain. Nobody.\n\nGUARD\nEmpty.\n'
    expect(scenesInShort(await compareTexts(whole, script(kitchen, other, road, court)))[1]).toBe('2 > 2 changed')
    expect(scenesInShort(await compareTexts(whole, script(kitchen, '.OMITTED #2#\n', road, court)))).toEqual(['1 > 1 same', '2 > - omitted', '3 > 3 same', '4 > 4 same'])
  })

  it('of one heading and like words are told apart by their neighbours', async () => {
    const car = 'EXT. HIGHWAY - DAY\n\nA car passes.\n'
    const bare = [kitchen, yard, road, court].map(scene => scene.replace(/ #\d#/u, ''))
    const old = script(car, bare[0] ?? '', car, bare[1] ?? '', car, bare[2] ?? '')
    const report = await compareTexts(old, script(bare[0] ?? '', car, bare[1] ?? '', car, bare[2] ?? ''))
    expect(scenesInShort(report)).toEqual(['1 > - omitted', '2 > 1 same', '3 > 2 same', '4 > 3 same', '5 > 4 same', '6 > 5 same'])
  })

  it('count what was cut, added and changed, and whose speeches it was', async () => {
    const edited = kitchen.replace('and the bus with it last night', 'and the bus with it this morning').replace('\nMEERA\nHaan.\n', '\nBHOLA\nSweets too.\n')
    const [row] = (await compareTexts(whole, script(edited, yard, road, court))).scenes
    expect(row).toMatchObject({ kind: 'changed', changes: { speechesCut: 1, speechesAdded: 1, speechesChanged: 1, actionsChanged: 0, namesOnly: false } })
    expect(row?.roles.toSorted()).toEqual(['BHOLA', 'MEERA'])
  })

  it('of a script without headings are compared as one', async () => {
    const bare = 'MEERA\nOne word of mine in this house.\n\nBHOLA\nAnd then none of mine for a year.\n'
    const report = await compareTexts(`Title: Bare\n\n${bare}`, `Title: Bare\n\n${bare}\nMEERA\nSo be it then.\n`)
    expect(report.scenes).toMatchObject([{ kind: 'changed', old: [{ index: null }], new: [{ index: null }], changes: { speechesAdded: 1 } }])
  })
})

describe('the roles of two drafts', () => {
  const renamed = whole.replaceAll('MEERA', 'MIRA')

  it('are suggested as renamed where their words are in another mouth, with the lines; the new name alone changes no scene', async () => {
    const report = await compareTexts(whole, renamed)
    expect(rolesInShort(report)[0]).toBe('renamed MEERA > MIRA')
    expect(report.roles[0]).toMatchObject({
      decided: false, before: { speeches: 4 }, after: { speeches: 4 },
      evidence: { reason: 'MIRA speaks 4 of the 4 speeches of MEERA, in 3 of the same 3 scenes, the names sound alike' },
    })
    expect(report.roles[0]?.evidence?.lines[0]?.old.quote).toBe('The river took the bridge and the bus with it last night.')
    expect(scenesInShort(report)).toEqual(['1 > 1 same', '2 > 2 same', '3 > 3 same', '4 > 4 same'])
    expect(report.scenes.map(({ changes }) => changes.namesOnly)).toEqual([true, false, true, true])
  })

  it('are gone and new where no word and no scene speaks for one person', async () => {
    const other = yard.replace(/GUARD\n.*\n/u, '')
    const report = await compareTexts(whole, script(kitchen, other, road, `${court}\nNANDINI\nI object to the rope as well as to the goat.\n`))
    expect(rolesInShort(report)).toEqual(expect.arrayContaining(['gone GUARD', 'new NANDINI']))
  })

  it('are merged where one speaks what two said', async () => {
    const report = await compareTexts(whole, whole.replaceAll('GUARD', 'CLERK'))
    expect(rolesInShort(report)).toContainEqual(expect.stringMatching(/^merged GUARD \+ CLERK > CLERK\b/u))
  })

  it('are split where a new one has the half of what one said', async () => {
    const later = [road, court].map(scene => scene.replaceAll('MEERA', 'FARIDA'))
    expect(rolesInShort(await compareTexts(whole, script(kitchen, yard, ...later)))).toContain('split MEERA > MEERA + FARIDA')
  })

  it('have aged where both drafts state an age, each with its line, and ask what is newly said', async () => {
    const edited = whole.replace('BHOLA (45)', 'BHOLA (60)').replace('BHOLA\nThen', 'BHOLA\n(in Bhojpuri)\nThen')
    const bhola = (await compareTexts(whole, edited)).roles.find(({ new: [role] }) => role?.name === 'BHOLA')
    expect(bhola).toMatchObject({
      kind: 'kept', marks: ['aged', 'asks'],
      facts: [
        { before: { proposal: { value: { from: 45, to: 45 } }, citation: { scriptId: 'old', sceneNumber: '2' } }, after: { proposal: { value: { from: 60, to: 60 } }, citation: { scriptId: 'new' } } },
        { before: null, after: { proposal: { field: 'language', value: 'Bhojpuri' } } },
      ],
    })
  })

  it('have grown from a quarter of their words and 25 words on, no sooner', async () => {
    const more = (words: number): string => whole.replace('MEERA\nHaan.', `MEERA\nHaan. ${Array.from({ length: words }, () => 'and').join(' ')}.`)
    expect(rolesInShort(await compareTexts(whole, more(24)))).toContain('kept MEERA')
    expect(rolesInShort(await compareTexts(whole, more(25)))).toContain('kept MEERA grown')
    expect(rolesInShort(await compareTexts(more(25), whole)).some(role => role.startsWith('kept MEERA shrunk'))).toBe(true)
  })
})

describe('two drafts side by side', () => {
  it('mark the words that only one of them has', async () => {
    const [old, now] = [await draftTextOf(whole, 'old'), await draftTextOf(script(kitchen.replace('forty people', 'four people').replace('\nMEERA\nHaan.\n', ''), yard, road, court), 'new')]
    const rows = sideBySide({ draft: old, scenes: [0] }, { draft: now, scenes: [0] })
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'same', 'cut'])
    expect(rows[1]?.old?.[0]?.pieces.filter(({ own }) => own).map(({ text }) => text.trim())).toEqual(['forty'])
    expect(rows[1]?.new?.[0]?.pieces.filter(({ own }) => own).map(({ text }) => text.trim())).toEqual(['four'])
    expect(rows[4]).toMatchObject({ old: [{ kind: 'cue' }, { kind: 'dialogue' }], new: null })
    expect(rows.flatMap(row => row.old ?? []).map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(old.elements.filter(({ scene }) => scene === 0).map(({ text }) => text))
  })
})
