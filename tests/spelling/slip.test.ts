import { describe, expect, it } from 'vitest'
import { mayBeSlip } from '../../src-main/spelling/slip.ts'

describe('a slip of the typist', () => {
  it.each([['nandini', 'nandni'], ['catherine', 'catharine'], ['shatrughan', 'shatruhgan'], ['maninder', 'mainder'], ['receptionist', 'receptonst']])(
    '%s, %s, both heard as much', (a, b) => expect([mayBeSlip(a, b, false), mayBeSlip(b, a, false)]).toEqual([true, true]),
  )
  it.each([['aditya', 'adita'], ['bablu', 'balbu'], ['sharma', 'shama']])('%s, %s, only where one is rare', (a, b) =>
    expect([mayBeSlip(a, b, true), mayBeSlip(b, a, true), mayBeSlip(a, b, false)]).toEqual([true, true, false]))
  it.each([
    ['ramesh', 'rakesh'], ['rajeshwar', 'rameshwar'], ['mohit', 'rohit'], ['manish', 'manisha'], ['christian', 'christina'], ['fisherman', 'fishermen'], ['geet', 'get'], ['guard1', 'guard12'],
    ['kiran', 'karan'], ['raghav', 'raghavan'],
  ])('%s and %s are two names even where one is rare', (a, b) => expect([mayBeSlip(a, b, true), mayBeSlip(b, a, true)]).toEqual([false, false]))
})
