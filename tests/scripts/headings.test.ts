import { describe, expect, it } from 'vitest'
import { isCaseless, isUpper, parseCue } from '../../src-main/scripts/cues.ts'
import { forcedHeading, isSceneNumber, parseHeading, parseSlug } from '../../src-main/scripts/headings.ts'

describe('a scene heading', () => {
  it.each([
    ['INT. KITCHEN - DAY', null, 'INT', 'KITCHEN', 'DAY'],
    ['ext. lane - night', null, 'EXT', 'lane', 'night'],
    ['INT./EXT. CAR - MOVING - DAY', null, 'INT/EXT', 'CAR - MOVING', 'DAY'],
    ['EXT/INT. SCHOOL GATE - DAWN', null, 'INT/EXT', 'SCHOOL GATE', 'DAWN'],
    ['I/E AUTO RICKSHAW', null, 'INT/EXT', 'AUTO RICKSHAW', null],
    ['E/I. TRAIN - LATER', null, 'INT/EXT', 'TRAIN', 'LATER'],
    ['INT – OFFICE – DAY', null, 'INT', 'OFFICE', 'DAY'],
    ['EST. HILL STATION', null, 'EXT', 'HILL STATION', null],
    ['58b INT. HOTEL - RAAT', '58b', 'INT', 'HOTEL', 'RAAT'],
    ['61 A EXT. TEMPLE - SUBAH', '61A', 'EXT', 'TEMPLE', 'SUBAH'],
    ['(47) INT. BAR-NIGHT', '47', 'INT', 'BAR', 'NIGHT'],
    ['SC 5 INT. GHAR - RAAT', '5', 'INT', 'GHAR', 'RAAT'],
    ['62 (i) EXT. GHAT - DAY', '62i', 'EXT', 'GHAT', 'DAY'],
    ['12 EXT. LANE - CONTINUOUS 12', '12', 'EXT', 'LANE', 'CONTINUOUS'],
    ['[FLASHBACK 1 BEGINS] INT. ROOM - DAY', null, 'INT', 'ROOM', 'DAY'],
    ['F/B INT. ROOM', null, 'INT', 'ROOM', null],
    ['IN. ROOM - NIGHT', null, 'INT', 'ROOM', 'NIGHT'],
    ['INT. कमरा - दिन', null, 'INT', 'कमरा', 'दिन'],
    ['अंदर. रसोई - रात', null, 'INT', 'रसोई', 'रात'],
    ['INT. FLAT, NIGHT', null, 'INT', 'FLAT', 'NIGHT'],
    ['INT. BALLROOM - NIGHT (1973)', null, 'INT', 'BALLROOM', 'NIGHT (1973)'],
  ] as const)('reads %s', (text, number, setting, place, time) => {
    expect(parseHeading(text)).toMatchObject({ number, setting, place, time })
  })

  it.each(['INTO the room he goes', 'Interior design is her trade', 'EXTRA chairs are brought', 'Establishing trust takes years', 'IN the room', 'The INT. is closed', 'अंदर आ जाओ'])(
    'is not seen in %s',
    text => expect(parseHeading(text)).toBeNull(),
  )

  it('may say anything where its writer forces it', () => {
    expect(forcedHeading('BACK IN THE FLAT')).toEqual({ number: null, heading: 'BACK IN THE FLAT', setting: null, place: 'BACK IN THE FLAT', time: null })
  })

  it('leads with its number in the Indian slug', () => {
    expect(parseSlug('Sc # 5 Night, Ext / Interiors', 'Platform, Train')).toEqual({
      number: '5', heading: 'Night, Ext / Interiors, Platform, Train', setting: 'INT/EXT', place: 'Platform, Train', time: 'Night',
    })
    expect(parseSlug('Sc # 53 [A] Day, Exteriors')).toMatchObject({ number: '53A', setting: 'EXT', time: 'Day' })
    expect(parseSlug('Scene 4 was cut because it was too long')).toBeNull()
  })

  it('has a number that is a number', () => {
    expect(['12', '58b', '61 A', 'A12', '(47)', '12.'].every(isSceneNumber)).toBe(true)
    expect(['I', 'DAY', 'Rs. 500', '3/4'].some(isSceneNumber)).toBe(false)
  })
})

describe('a cue', () => {
  it.each([
    ['MEERA', 'MEERA'],
    ["KABIR (V.O.) (CONT'D)", 'KABIR'],
    ['Kabir (OC)', 'KABIR'],
    ['RAHUL:', 'RAHUL'],
    ['KABIR (V.O', 'KABIR'],
    ['MEERA V.O.', 'MEERA'],
    ['MR. MISHRA', 'MR. MISHRA'],
    ['MRS MISHRA', 'MRS MISHRA'],
    ['CONSTABLE 2', 'CONSTABLE 2'],
    ['SHAALU’S FATHER', "SHAALU'S FATHER"],
    ['(V.O.)', ''],
  ])('%s names %s', (text, name) => expect(parseCue(text).name).toBe(name))

  it('keeps the people whose names differ only by honorific or number apart', () => {
    expect(new Set(['MR MISHRA', 'MRS MISHRA', 'MISHRA', 'MISHRA 2'].map(text => parseCue(text).name)).size).toBe(4)
  })

  it('says whether the speech goes on', () => {
    expect(parseCue("MEERA (CONT'D)").continued).toBe(true)
    expect(parseCue('MEERA (CONTINUED)').continued).toBe(true)
    expect(parseCue('MEERA (O.S.)').continued).toBe(false)
  })

  it('knows capitals from letters without case', () => {
    expect(isUpper('ÉMILE (on the radio)')).toBe(true)
    expect(isUpper('McCOY')).toBe(false)
    expect(isUpper('मीरा')).toBe(false)
    expect(isCaseless('मीरा')).toBe(true)
    expect(isCaseless('23')).toBe(false)
  })
})
