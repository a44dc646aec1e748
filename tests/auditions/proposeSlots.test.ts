import { describe, expect, it } from 'vitest'
import { instantsOf } from '../../src-main/auditions/fitSlot.ts'
import { proposeSlots, type OpenSession, type Waiting } from '../../src-main/auditions/proposeSlots.ts'
import { solveSchedule } from '../../src-main/auditions/schedule/solveSchedule.ts'
import type { SessionId } from '../../src-preload/contract/auditions.ts'
import type { Availability, TalentId } from '../../src-preload/contract/talent.ts'

const session = (id: string, day: string, from: string, to: string, rest: Partial<OpenSession> = {}): OpenSession =>
  ({ id: id as SessionId, kind: 'audition', day, from, to, zone: 'Asia/Kolkata', slotMinutes: 20, taken: [], ...rest })
const person = (name: string, rest: Partial<Waiting> = {}): Waiting => ({ talentId: name as TalentId, name, availability: [], busy: [], has: null, ...rest })
const on = (day: string, state: Availability['state']): Availability => ({ span: { from: day, to: day }, state })
const after = Date.parse('2026-12-01T00:00:00Z')

/** Who gets which time, in short. */
const placed = async (sessions: readonly OpenSession[], people: readonly Waiting[], minutes?: number) => {
  const { slots, notPlaced } = await proposeSlots({ sessions, people, minutes, after }, solveSchedule)
  return [...slots.map(slot => [slot.talentId, slot.sessionId, slot.from, ...slot.warnings]), ...notPlaced.map(({ talentId, why }) => [talentId, why])]
}

describe('proposed slots', () => {
  it('are the earliest free ones, in the order of the people, session after session', async () => {
    const late = session('late', '2026-12-04', '10:00', '11:00')
    const early = session('early', '2026-12-03', '11:00', '12:00', { taken: [{ from: '11:20', minutes: 20, talentName: 'Somebody' }] })
    expect(await placed([late, early], ['Asha', 'Ravi', 'Meenal', 'Asha'].map(name => person(name)))).toEqual([
      ['Asha', 'early', '11:00'], ['Ravi', 'early', '11:40'], ['Meenal', 'late', '10:00'],
    ])
  })

  it('begin where a longer one ended, and never run over the end of a session', async () => {
    const short = session('short', '2026-12-03', '11:00', '12:00', { taken: [{ from: '11:00', minutes: 25, talentName: 'Somebody' }] })
    expect(await placed([short], [person('Asha'), person('Ravi')], 30)).toEqual([['Asha', 'short', '11:25'], ['Ravi', 'No free time is left on the days they can come: there is room for 1 of the 2 who want it']])
  })

  it('are never on a blocked day, and on a pencilled one only where no other is left, with a warning', async () => {
    const days = [session('thu', '2026-12-03', '11:00', '11:40'), session('fri', '2026-12-04', '11:00', '11:20')]
    const blocked = person('Blocked', { availability: [on('2026-12-03', 'blocked')] })
    const pencilled = person('Pencilled', { availability: [on('2026-12-03', 'pencilled'), on('2026-12-04', 'free')] })
    expect(await placed(days, [pencilled])).toEqual([['Pencilled', 'fri', '11:00']])
    expect(await placed(days, [blocked, pencilled])).toEqual([['Blocked', 'fri', '11:00'], ['Pencilled', 'thu', '11:00', 'Pencilled elsewhere on 3 Dec 2026']])
    expect(await placed(days.slice(0, 1), [blocked])).toEqual([['Blocked', 'Blocked on every day of these sessions']])
  })

  it('leave the time at which somebody sits elsewhere, also by another clock', async () => {
    const mumbai = session('mumbai', '2026-12-03', '16:00', '17:00')
    const london = instantsOf({ from: '10:30', minutes: 40 }, { day: '2026-12-03', zone: 'Europe/London' })
    expect(await placed([mumbai], [person('Asha', { busy: [{ ...london, where: 'elsewhere' }] })])).toEqual([['Asha', 'mumbai', '16:40']])
  })

  it('are none before now, none for who has one, and none to share in a chemistry read', async () => {
    const past = session('past', '2026-11-30', '11:00', '12:00')
    expect(await placed([past], [person('Asha')])).toEqual([['Asha', 'There is no session to come']])
    expect(await placed([session('next', '2026-12-03', '11:00', '12:00')], [person('Asha', { has: '3 Dec 2026 at 11:20' })])).toEqual([['Asha', 'Has a time already: 3 Dec 2026 at 11:20']])
    const read = session('read', '2026-12-03', '11:00', '12:00', { kind: 'chemistryRead' })
    expect(await placed([read], [person('Asha'), person('Ravi')])).toEqual([['Asha', 'read', '11:00'], ['Ravi', 'read', '11:20']])
  })
})
