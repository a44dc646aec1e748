import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../src-main/casting/decideStanding.ts'
import type { CastingStatus, Standing } from '../../src-preload/contract/casting.ts'

const first = { position: 1, expires: '2026-12-20' }
const stands = (change: Partial<Standing>): Standing => ({ list: 'selects', status: 'selected', hold: null, note: 'Her own words', ...change })

describe('how somebody stands after a wish', () => {
  it('is on the long list and unviewed where nothing is said', () => {
    expect(decideStanding(null, {})).toEqual({ list: 'longList', status: 'unviewed', hold: null, note: '' })
    expect(decideStanding(null, { list: 'selects' })).toMatchObject({ status: 'selected' })
    expect(decideStanding(null, { list: 'shortList', status: 'pinned' })).toMatchObject({ list: 'shortList', status: 'pinned' })
  })

  it('keeps what is not said, also over a move to another list', () => {
    expect(decideStanding(stands({ status: 'onAvail' }), { list: 'shortList' })).toEqual(stands({ list: 'shortList', status: 'onAvail' }))
    expect(decideStanding(stands({ status: 'onHold', hold: first }), { note: ' Call on Monday ' })).toEqual(stands({ status: 'onHold', hold: first, note: 'Call on Monday' }))
    expect(decideStanding(stands({ status: 'onHold', hold: first }), { status: 'backup' })).toEqual(stands({ status: 'backup', hold: first }))
  })

  it('is on hold with a hold and under consideration without, unless a status is said', () => {
    expect(decideStanding(stands({}), { hold: first })).toMatchObject({ status: 'onHold', hold: first })
    expect(decideStanding(stands({}), { hold: first, status: 'backup' })).toMatchObject({ status: 'backup', hold: first })
    expect(decideStanding(stands({ status: 'onHold', hold: first }), { hold: null })).toMatchObject({ status: 'underConsideration', hold: null })
    expect(decideStanding(stands({ status: 'pinned', hold: first }), { hold: null })).toMatchObject({ status: 'pinned', hold: null })
  })

  it.each(['booked', 'released'] satisfies CastingStatus[])('holds no dates once %s', status => {
    expect(decideStanding(stands({ status: 'onHold', hold: first }), { status })).toEqual(stands({ status }))
    expect(decideStanding(stands({}), { status, hold: first })).toEqual({ refused: `somebody ${status} is not held as well` })
    expect(decideStanding(stands({ status }), { hold: first })).toMatchObject({ status: 'onHold', hold: first })
  })
})
