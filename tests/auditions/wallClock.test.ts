import { describe, expect, it } from 'vitest'
import { instantOf, minutesOf, timeOf } from '../../src-main/auditions/wallClock.ts'

const at = (day: string, time: string, zone: string) => new Date(instantOf(day, time, zone)).toISOString()

describe('a wall clock', () => {
  it('shows a moment by the offset of its zone on that day, half and quarter hours included', () => {
    expect(at('2026-12-03', '11:30', 'Asia/Kolkata')).toBe('2026-12-03T06:00:00.000Z')
    expect(at('2026-12-03', '00:15', 'Asia/Kathmandu')).toBe('2026-12-02T18:30:00.000Z')
    expect(at('2026-07-03', '11:30', 'Europe/London')).toBe('2026-07-03T10:30:00.000Z')
    expect(at('2026-12-03', '11:30', 'Europe/London')).toBe('2026-12-03T11:30:00.000Z')
    expect(at('2026-12-03', '23:30', 'Pacific/Kiritimati')).toBe('2026-12-03T09:30:00.000Z')
    expect(at('2026-12-03', '23:30', 'America/Los_Angeles')).toBe('2026-12-04T07:30:00.000Z')
  })

  it('means the first of two times when clocks are put back, and as much later when they are put forward', () => {
    expect(at('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z')
    expect(at('2026-10-25', '02:30', 'Europe/London')).toBe('2026-10-25T02:30:00.000Z')
    expect(at('2026-03-29', '01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
    expect(at('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
  })

  it('is counted in minutes of the day', () => {
    expect([minutesOf('00:00'), minutesOf('14:05'), timeOf(0), timeOf(845), timeOf(1439)]).toEqual([0, 845, '00:00', '14:05', '23:59'])
  })
})
