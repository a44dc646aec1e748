import { describe, expect, it, onTestFinished } from 'vitest'
import { proposeFor } from '../../src-main/auditions/propose.ts'
import { createSession, getSession, listSessions, removeSession, restoreSession, updateSession } from '../../src-main/auditions/sessionStore.ts'
import { slotEpisode } from '../../src-main/auditions/slotEpisode.ts'
import { slotHistory, type SlotChange } from '../../src-main/auditions/slotHistory.ts'
import { bookSlot, cancelSlot, moveSlot, setSlotState, uncancelSlot, undoSlotChange, type AuditionContext } from '../../src-main/auditions/slotStore.ts'
import { removeProduction } from '../../src-main/productions/productionStore.ts'
import { mergeRoles } from '../../src-main/roles/mergeRoles.ts'
import { removeRole } from '../../src-main/roles/roleStore.ts'
import { removeTalent } from '../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { ProposedSlot, Session, type SessionFacts, type SessionId } from '../../src-preload/contract/auditions.ts'
import { codeOf } from '../support/codeOf.ts'
import { smallOffice } from '../casting/office.ts'

/** Two productions with a session each, at the same moments by clocks of Mumbai and London. */
function twoSessions() {
  const office = smallOffice()
  const [masaan, newton] = [office.production('Masaan'), office.production('Newton')]
  const facts: SessionFacts = {
    productionId: masaan, kind: 'audition', title: '', day: '2026-12-03', from: '16:00', to: '18:00', zone: 'Asia/Kolkata', place: 'Aram Nagar', slotMinutes: 20,
  }
  const make = (change: Partial<SessionFacts> = {}) => createSession(office.db, { ...facts, ...change }, office.now()).id
  const heard: SlotChange[] = []
  const context: AuditionContext = { now: office.now, by: 'user', onSlot: change => heard.push(change) }
  const mumbai = make()
  const london = make({ productionId: newton, day: '2026-12-03', from: '10:00', to: '13:00', zone: 'Europe/London' })
  const book = (sessionId: SessionId, from: string, name: string) => bookSlot(office.db, { sessionId, from, talentId: people(name) }, context).slot
  const known = new Map<string, ReturnType<typeof office.person>>()
  const people = (name: string) => {
    const id = known.get(name) ?? office.person(name)
    known.set(name, id)
    return id
  }
  const times = (id: SessionId) => getSession(office.db, id).slots.map(slot => [slot.from, slot.talentName, slot.state])
  return { ...office, masaan, newton, facts, make, mumbai, london, book, people, times, heard, context }
}

describe('sessions', () => {
  it('are listed by the moment they begin, of one production or all, in a span of days', () => {
    const { db, masaan, make, mumbai, london } = twoSessions()
    const before = make({ day: '2026-12-02', from: '23:00', to: '23:30', zone: 'America/New_York' })
    const after = make({ day: '2026-12-05' })
    const ids = (scope: Parameters<typeof listSessions>[1]) => listSessions(db, scope).map(({ id }) => id)
    expect(ids({})).toEqual([before, london, mumbai, after])
    expect(ids({ productionId: masaan })).toEqual([before, mumbai, after])
    expect(ids({ from: '2026-12-03', to: '2026-12-04' })).toEqual([london, mumbai])
    expect(listSessions(db, {}).map(session => Session.parse(session))).toEqual(listSessions(db, {}))
  })

  it('change what is said, but not so that a slot lies outside or somebody is in two places', () => {
    const { db, mumbai, london, book, times } = twoSessions()
    book(mumbai, '17:40', 'Asha Rane')
    expect(codeOf(() => updateSession(db, mumbai, { to: '17:50' }))).toBe('INVALID_INPUT')
    expect(codeOf(() => updateSession(db, mumbai, { to: '15:00' }))).toBe('INVALID_INPUT')
    expect(updateSession(db, mumbai, { title: 'First round', slotMinutes: 30 })).toMatchObject({ title: 'First round', slotMinutes: 30, from: '16:00' })
    book(london, '11:00', 'Asha Rane')
    // By the clock of Yangon 17:40 is 11:10 in London.
    expect(codeOf(() => updateSession(db, mumbai, { zone: 'Asia/Yangon' }))).toBe('SLOT_TAKEN')
    expect(updateSession(db, mumbai, { zone: 'Asia/Yangon', day: '2026-12-04' })).toMatchObject({ zone: 'Asia/Yangon', day: '2026-12-04' })
    expect(times(mumbai)).toEqual([['17:40', 'Asha Rane', 'booked']])
  })

  it('go with their slots and come back with them, but not where somebody is booked elsewhere by now', () => {
    const { db, now, mumbai, london, book, times, context } = twoSessions()
    book(mumbai, '16:00', 'Asha Rane')
    removeSession(db, mumbai, now())
    expect(listSessions(db, {}).map(({ id }) => id)).toEqual([london])
    const there = book(london, '10:30', 'Asha Rane')
    expect(codeOf(() => restoreSession(db, mumbai))).toBe('SLOT_TAKEN')
    expect(codeOf(() => getSession(db, mumbai))).toBe('NOT_FOUND')
    cancelSlot(db, there.id, context)
    restoreSession(db, mumbai)
    expect(times(mumbai)).toEqual([['16:00', 'Asha Rane', 'booked']])
  })

  it('are left out with a production that was put away, and so is who was removed; a removed role leaves its people booked', () => {
    const { db, now, masaan, role, newton, mumbai, london, people, times, context } = twoSessions()
    const [meera, young] = [role(masaan, 'MEERA'), role(masaan, 'YOUNG MEERA')]
    bookSlot(db, { sessionId: mumbai, from: '16:00', talentId: people('Asha Rane'), roleId: young }, context)
    bookSlot(db, { sessionId: mumbai, from: '16:20', talentId: people('Ravi Kale') }, context)
    mergeRoles(db, meera, [young])
    expect(getSession(db, mumbai).slots[0]).toMatchObject({ roleId: meera, roleName: 'MEERA' })
    removeRole(db, meera, now())
    expect(getSession(db, mumbai).slots[0]).toMatchObject({ roleId: null, roleName: null, talentName: 'Asha Rane' })
    removeTalent(db, people('Asha Rane'), now)
    expect(times(mumbai)).toEqual([['16:20', 'Ravi Kale', 'booked']])
    removeProduction(db, newton, now())
    expect(codeOf(() => getSession(db, london))).toBe('NOT_FOUND')
    expect(listSessions(db, {}).map(({ id }) => id)).toEqual([mumbai])
  })
})

describe('a slot', () => {
  it('is booked where the time is free, and nowhere else', () => {
    const { db, newton, role, mumbai, book, people, context, times } = twoSessions()
    book(mumbai, '16:00', 'Asha Rane')
    expect(codeOf(() => book(mumbai, '16:10', 'Ravi Kale'))).toBe('SLOT_TAKEN')
    expect(codeOf(() => book(mumbai, '15:50', 'Ravi Kale'))).toBe('INVALID_INPUT')
    expect(codeOf(() => book(mumbai, '17:50', 'Ravi Kale'))).toBe('INVALID_INPUT')
    expect(codeOf(() => bookSlot(db, { sessionId: mumbai, from: '16:20', talentId: people('Ravi Kale'), roleId: role(newton, 'NEWTON') }, context))).toBe('INVALID_INPUT')
    bookSlot(db, { sessionId: mumbai, from: '16:20', minutes: 40, talentId: people('Ravi Kale') }, context)
    book(mumbai, '17:00', 'Meenal Joshi')
    expect(times(mumbai)).toEqual([['16:00', 'Asha Rane', 'booked'], ['16:20', 'Ravi Kale', 'booked'], ['17:00', 'Meenal Joshi', 'booked']])
  })

  it('is not for who sits in another session at that moment, of any production and by any clock', () => {
    const { db, mumbai, london, book, context } = twoSessions()
    // 10:40 in London is 16:10 in Mumbai.
    const there = book(london, '10:40', 'Asha Rane')
    expect(codeOf(() => book(mumbai, '16:00', 'Asha Rane'))).toBe('SLOT_TAKEN')
    expect(codeOf(() => book(mumbai, '16:30', 'Asha Rane'))).toBe('no error')
    expect(codeOf(() => moveSlot(db, there.id, { from: '11:00' }, context))).toBe('SLOT_TAKEN')
    expect(codeOf(() => moveSlot(db, there.id, { from: '11:20' }, context))).toBe('no error')
    setSlotState(db, there.id, 'declined', context)
    expect(codeOf(() => book(mumbai, '16:50', 'Asha Rane'))).toBe('no error')
    expect(codeOf(() => setSlotState(db, there.id, 'confirmed', context))).toBe('SLOT_TAKEN')
  })

  it('compares moments over the night on which clocks are put back', () => {
    const { make, book } = twoSessions()
    const london = make({ day: '2026-10-25', from: '00:00', to: '06:00', zone: 'Europe/London' })
    const paris = make({ day: '2026-10-25', from: '00:00', to: '06:00', zone: 'Europe/Paris' })
    book(london, '02:00', 'Asha Rane')
    expect(codeOf(() => book(paris, '03:00', 'Asha Rane'))).toBe('SLOT_TAKEN')
    expect(codeOf(() => book(paris, '02:00', 'Asha Rane'))).toBe('no error')
  })

  it('is shared in a chemistry read by who reads together, and by nobody else', () => {
    const { make, book, times } = twoSessions()
    const read = make({ kind: 'chemistryRead' })
    book(read, '16:00', 'Asha Rane')
    book(read, '16:00', 'Ravi Kale')
    expect(codeOf(() => book(read, '16:10', 'Meenal Joshi'))).toBe('SLOT_TAKEN')
    expect(codeOf(() => book(read, '16:00', 'Asha Rane'))).toBe('SLOT_TAKEN')
    expect(times(read)).toEqual([['16:00', 'Asha Rane', 'booked'], ['16:00', 'Ravi Kale', 'booked']])
  })

  it('is cancelled and booked back, where its time is still free', () => {
    const { db, mumbai, book, times, context } = twoSessions()
    const slot = book(mumbai, '16:00', 'Asha Rane')
    expect(codeOf(() => uncancelSlot(db, slot.id, context))).toBe('CONFLICT')
    cancelSlot(db, slot.id, context)
    expect(times(mumbai)).toEqual([])
    expect(codeOf(() => cancelSlot(db, slot.id, context))).toBe('NOT_FOUND')
    expect(codeOf(() => moveSlot(db, slot.id, { from: '16:20' }, context))).toBe('NOT_FOUND')
    const other = book(mumbai, '16:00', 'Ravi Kale')
    expect(codeOf(() => uncancelSlot(db, slot.id, context))).toBe('SLOT_TAKEN')
    cancelSlot(db, other.id, context)
    uncancelSlot(db, slot.id, context)
    expect(times(mumbai)).toEqual([['16:00', 'Asha Rane', 'booked']])
  })

  it('keeps every change, each of which can be taken back while the slot stands as it left it', () => {
    const { db, mumbai, book, times, heard, context } = twoSessions()
    const slot = book(mumbai, '16:00', 'Asha Rane')
    const moved = moveSlot(db, slot.id, { from: '17:00' }, { ...context, by: 'claude' }).change
    expect(moveSlot(db, slot.id, { from: '17:00' }, context).change).toBeNull()
    setSlotState(db, slot.id, 'confirmed', context)
    expect(heard.map(({ before, after, by }) => [before?.from, after?.from, after?.state, by])).toEqual([
      [undefined, '16:00', 'booked', 'user'], ['16:00', '17:00', 'booked', 'claude'], ['17:00', '17:00', 'confirmed', 'user'],
    ])
    expect(slotHistory(db, slot.id)).toMatchObject(heard.map(({ id }) => ({ id })))
    expect(moved).toMatchObject({ slot: { talentName: 'Asha Rane' }, session: { id: mumbai, day: '2026-12-03' } })
    if (!moved) throw new Error('it was not moved')
    expect(codeOf(() => undoSlotChange(db, moved.id, context))).toBe('CONFLICT')
    setSlotState(db, slot.id, 'booked', context)
    book(mumbai, '16:00', 'Ravi Kale')
    expect(codeOf(() => undoSlotChange(db, moved.id, context))).toBe('SLOT_TAKEN')
    moveSlot(db, getSession(db, mumbai).slots[0]?.id ?? slot.id, { from: '16:20' }, context)
    undoSlotChange(db, moved.id, context)
    expect(times(mumbai)).toEqual([['16:00', 'Asha Rane', 'booked'], ['16:20', 'Ravi Kale', 'booked']])
    const first = heard[0]
    if (!first) throw new Error('nothing was heard')
    undoSlotChange(db, first.id, context)
    expect(times(mumbai)).toEqual([['16:20', 'Ravi Kale', 'booked']])
  })

  it('changes nothing where who listens fails', () => {
    const { db, mumbai, people, times, context } = twoSessions()
    const failing: AuditionContext = { ...context, onSlot: () => { throw new Error('the memory is full') } }
    expect(() => bookSlot(db, { sessionId: mumbai, from: '16:00', talentId: people('Asha Rane') }, failing)).toThrow('the memory is full')
    expect(times(mumbai)).toEqual([])
  })
})

describe('times proposed from the records', () => {
  it('go round what is booked, blocked and busy, and say why somebody gets none', async () => {
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    const { db, masaan, newton, person, mumbai, london, book, people, now } = twoSessions()
    book(mumbai, '16:00', 'Asha Rane')
    book(london, '10:50', 'Ravi Kale') // until 16:40 in Mumbai
    const blocked = person('Meenal Joshi', { availability: [{ span: { from: '2026-12-01', to: '2026-12-09' }, state: 'blocked' }] })
    const pencilled = person('Farid Khan', { availability: [{ span: { from: '2026-12-03', to: '2026-12-03' }, state: 'pencilled' }] })
    const { slots, notPlaced } = await proposeFor({ db, pool }, { productionId: masaan, talentIds: [people('Ravi Kale'), blocked, pencilled, people('Asha Rane')], roleId: null }, now())
    expect(slots.map(slot => ProposedSlot.parse(slot))).toEqual(slots)
    expect(slots.map(({ from, warnings }) => [from, warnings])).toEqual([['16:40', []], ['16:20', ['Pencilled elsewhere on 3 Dec 2026']]])
    expect(notPlaced.map(({ why }) => why)).toEqual(['Blocked on every day of these sessions', 'Has a time already: 3 Dec 2026 at 16:00'])
    await expect(proposeFor({ db, pool }, { productionId: newton, sessionId: mumbai, talentIds: [blocked], roleId: null }, now())).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(proposeFor({ db, pool }, { productionId: masaan, talentIds: ['none' as typeof blocked], roleId: null }, now())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what is remembered of slots', () => {
  it('is each time that was given, moved, answered or lost, and no mere proposal', () => {
    const { db, mumbai, book, heard, context, masaan, people } = twoSessions()
    const { id } = book(mumbai, '16:00', 'Asha Rane')
    moveSlot(db, id, { from: '16:40' }, context)
    setSlotState(db, id, 'confirmed', context)
    setSlotState(db, id, 'proposed', context)
    setSlotState(db, id, 'booked', context)
    cancelSlot(db, id, context)
    const remembered = heard.map(slotEpisode)
    expect(remembered.map(episode => episode?.text ?? null)).toEqual([
      'Asha Rane was booked for the audition of 3 Dec 2026, 16:00',
      'Asha Rane was moved in the audition of 3 Dec 2026, 16:40',
      'Asha Rane confirmed the audition of 3 Dec 2026, 16:40',
      null,
      'Asha Rane was booked for the audition of 3 Dec 2026, 16:40',
      'Asha Rane lost the time in the audition of 3 Dec 2026, 16:40',
    ])
    expect(remembered[0]).toMatchObject({ productionId: masaan, people: [people('Asha Rane')], roles: [] })
  })
})
