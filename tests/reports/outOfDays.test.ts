import { describe, expect, it } from 'vitest'
import { roleDays } from '../../src-main/reports/outOfDays.ts'
import { readOrder } from '../../src-main/reports/readOrder.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { bookOf } from './orders.ts'

const book = bookOf(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])

/** The marks of a role that is in the scenes given, a dot for a blank day, and its totals. */
const marksOf = (order: string, inScenes: readonly number[], { dropAfter = null, role = 'nobody' }: { readonly dropAfter?: number | null; readonly role?: string } = {}) => {
  const { days } = readOrder(order, book)
  const { cells, work, hold, travel, first, last } = roleDays(role as RoleId, new Set(inScenes.map(number => number - 1)), days, dropAfter)
  return { marks: days.map((_, at) => cells.find(({ day }) => day === at)?.mark ?? '.').join(' '), totals: [work, hold, travel], edges: [first, last] }
}

const sixDays = 'Day 1: 1\nDay 2: 2\nDay 3: 3\nDay 4: 4\nDay 5: 5\nDay 6: 6'

describe('the day-out-of-days of a role', () => {
  it.each([
    [[1, 2, 3], 'SW W WF . . .', [3, 0, 0]], [[3], '. . SWF . . .', [1, 0, 0]], [[2, 5], '. SW H H WF .', [2, 2, 0]], [[1, 3, 6], 'SW H W H H WF', [3, 3, 0]], [[], '. . . . . .', [0, 0, 0]],
  ])('marks start, work, hold and finish of a role in the scenes %j', (scenes, marks, totals) => {
    expect(marksOf(sixDays, scenes)).toMatchObject({ marks, totals })
  })

  it('drops a role for as many idle days as were said or more, and picks it up again', () => {
    expect(marksOf(sixDays, [1, 3, 6], { dropAfter: 2 })).toMatchObject({ marks: 'SW H WD . . PWF', totals: [3, 1, 0] })
    expect(marksOf(sixDays, [1, 3, 6], { dropAfter: 1 })).toMatchObject({ marks: 'SWD . PWD . . PWF', totals: [3, 0, 0] })
    expect(marksOf(sixDays, [1, 3, 6], { dropAfter: 3 }).marks).toBe('SW H W H H WF')
  })

  it('counts the calendar where dates are known, days off with it', () => {
    const order = 'Day 1 (11 Jan 2027): 1\nDay 2 (20 Jan 2027): 2\nDay 3 (21 Jan 2027): 3'
    expect(marksOf(order, [1, 2, 3], { dropAfter: 8 }).marks).toBe('SWD PW WF')
    expect(marksOf(order, [1, 2, 3], { dropAfter: 9 }).marks).toBe('SW W WF')
  })

  it('holds nobody on a day off', () => {
    expect(marksOf('Day 1: 1\nOFF\nDay 2: 2\nDay 3: 3', [1, 3])).toMatchObject({ marks: 'SW . H WF', totals: [2, 1, 0] })
  })

  it('takes whoever is between two days of work along when the company travels', () => {
    expect(marksOf('Travel\nDay 1: 1\nTravel\nDay 2: 2\nTravel', [1, 2])).toMatchObject({ marks: '. SW T WF .', totals: [2, 0, 1] })
  })

  it('marks a named traveller whatever lies before or after, and a day of work as work', () => {
    const order = 'Travel: Meera\nDay 1: 1; travel Meera\nDay 2: 2\nDay 3: 3\nTravel: Meera'
    expect(marksOf(order, [1, 3], { role: 'meera' })).toMatchObject({ marks: 'T SW H WF T', totals: [2, 1, 2], edges: [1, 3] })
    expect(marksOf(order, [1, 3])).toMatchObject({ marks: '. SW H WF .', totals: [2, 1, 0] })
  })

  it('does not drop a role over a gap in which it is named as travelling', () => {
    expect(marksOf('Day 1: 1\nDay 2: 2\nDay 3: 3; travel Meera\nDay 4: 4', [1, 4], { role: 'meera', dropAfter: 2 }).marks).toBe('SW H T WF')
  })
})
