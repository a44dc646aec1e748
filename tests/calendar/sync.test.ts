import { describe, expect, it } from 'vitest'
import { getSession, removeSession, updateSession } from '../../src-main/auditions/sessionStore.ts'
import { bookSlot, cancelSlot, moveSlot, setSlotState, uncancelSlot } from '../../src-main/auditions/slotStore.ts'
import { busyBetween } from '../../src-main/calendar/busyTimes.ts'
import { listConflicts } from '../../src-main/calendar/conflicts.ts'
import { readConnection } from '../../src-main/calendar/connection.ts'
import { allowClash, decideConflict } from '../../src-main/calendar/decide.ts'
import { listOutgoing } from '../../src-main/calendar/outbox.ts'
import { codeOf } from '../support/codeOf.ts'
import { Refusal } from '../support/googleStandIn/refusal.ts'
import { calendarOffice, other, own } from './calendarOffice.ts'

const done = { kind: 'done', waiting: 0 } as const

/** An office with a booked slot at 16:00 that is in Google already. */
async function bookedOffice(choice: Parameters<typeof calendarOffice>[0] = {}) {
  const office = await calendarOffice(choice)
  const slot = office.book('16:00', 'Asha Rane')
  expect(await office.round()).toEqual(done)
  const subject = { kind: 'slot', id: slot.id } as const
  const seats = () => getSession(office.db, office.session).slots.map(({ from, minutes, state }) => `${from} ${minutes} ${state}`)
  return { ...office, slot, subject, event: office.eventId(subject), seats }
}

describe('what changes here', () => {
  it('is sent once, and nothing more where nothing changed', async () => {
    const { google, round, told, db, session, subject, slot, context } = await bookedOffice()
    expect(told()).toEqual(['16:00-16:20 Asha Rane: audition, Masaan', '16:00-18:00 Masaan: Audition of 3 Dec 2026'])
    const writes = () => google.exchanges.filter(({ request }) => !['GET'].includes(request.method) && !request.path.endsWith('/freeBusy')).map(({ request }) => request.method)
    google.forget()
    expect(await round()).toEqual(done)
    expect(writes()).toEqual([])
    moveSlot(db, slot.id, { from: '16:20' }, context)
    moveSlot(db, slot.id, { from: '17:00' }, context)
    setSlotState(db, slot.id, 'confirmed', context)
    expect(await round()).toEqual(done)
    // The slot, and the session whose list of people names the time.
    expect(writes()).toEqual(['PATCH', 'PATCH'])
    expect(told()[0]).toBe('16:00-18:00 Masaan: Audition of 3 Dec 2026')
    expect(told()[1]).toBe('17:00-17:20 Asha Rane: audition, Masaan')
    expect(google.world.get(own, google.world.live(own)[0]?.id ?? '').extendedProperties?.private).toHaveProperty('castmatch')
    cancelSlot(db, slot.id, context)
    removeSession(db, session, context.now())
    expect(await round()).toEqual(done)
    expect(told()).toEqual([])
    expect(subject.kind).toBe('slot')
  })

  it('is an event of a new id where the old one was deleted, since Google never gives an id free', async () => {
    const { round, told, db, slot, subject, context, eventId, event } = await bookedOffice()
    cancelSlot(db, slot.id, context)
    await round()
    uncancelSlot(db, slot.id, context)
    expect(await round()).toEqual(done)
    expect(told()).toContain('16:00-16:20 Asha Rane: audition, Masaan')
    expect(eventId(subject)).not.toBe(event)
  })

  it('does not tell Google what is noted of a slot, nor whom it is with beyond the name, unless people are invited', async () => {
    const { google, db, session, context, person, round } = await calendarOffice()
    bookSlot(db, { sessionId: session, from: '16:00', talentId: person('Asha Rane', { email: 'asha@example.com', phone: '98200 00000' }), note: 'looked tired' }, context)
    await round()
    const sent = JSON.stringify(google.exchanges.map(({ request }) => request.body))
    expect(sent).toContain('Asha Rane')
    expect(sent).not.toMatch(/tired|asha@example|98200/)
  })
})

describe('what changes in Google', () => {
  it('is taken: a moved time, a removal, an answer of who was invited', async () => {
    const { db, owner, round, seats, session, at, person, context, eventId } = await bookedOffice({ invites: true, sendUpdates: 'all' })
    const ravi = bookSlot(db, { sessionId: session, from: '17:00', talentId: person('Ravi Kale', { email: 'Ravi@Example.com' }) }, context).slot
    await round()
    owner.answer(own, eventId({ kind: 'slot', id: ravi.id }), 'ravi@example.com', 'accepted')
    owner.edit(own, eventId({ kind: 'slot', id: ravi.id }), at('17:20', '17:50'))
    await round()
    expect(seats()).toEqual(['16:00 20 booked', '17:20 30 confirmed'])
    owner.answer(own, eventId({ kind: 'slot', id: ravi.id }), 'ravi@example.com', 'declined')
    owner.remove(own, eventId({ kind: 'slot', id: getSession(db, session).slots[0]?.id ?? ravi.id }))
    expect(await round()).toEqual(done)
    expect(seats()).toEqual(['17:20 30 declined'])
    expect(listConflicts(db)).toEqual([])
  })

  it('and here in another field is both kept', async () => {
    const { db, owner, round, seats, at, event, session, google } = await bookedOffice()
    owner.edit(own, event, at('16:40', '17:00'))
    updateSession(db, session, { place: 'Versova' })
    expect(await round()).toEqual(done)
    expect(seats()).toEqual(['16:40 20 booked'])
    expect(google.world.get(own, event)).toMatchObject({ location: 'Versova', start: { dateTime: '2026-12-03T16:40:00+05:30' } })
  })

  it('stays as the user of Google wrote it where it is a text made here, until that changes here too', async () => {
    const { db, owner, round, event, google, talentName } = await renamed()
    owner.edit(own, event, { summary: 'Asha (bring the red dress)' })
    expect(await round()).toEqual(done)
    expect(await round()).toEqual(done)
    expect(google.world.get(own, event).summary).toBe('Asha (bring the red dress)')
    talentName('Asha Rane Kale')
    await round()
    const [conflict] = listConflicts(db)
    expect(conflict).toMatchObject({ fields: ['title'], here: { title: 'Asha Rane Kale: audition, Masaan' }, there: { summary: 'Asha (bring the red dress)' } })
  })

  it('keeps a session in which people sit, and asks', async () => {
    const { db, owner, round, session, eventId, settleParts, told } = await bookedOffice()
    owner.remove(own, eventId({ kind: 'session', id: session }))
    await round()
    const [conflict] = listConflicts(db)
    expect(conflict).toMatchObject({ fields: ['existence'], why: 'people are booked in the session', there: null })
    if (!conflict) throw new Error('no conflict')
    expect(codeOf(() => decideConflict(settleParts, conflict.id, 'there'))).toBe('INVALID_INPUT')
    expect(listConflicts(db)).toHaveLength(1)
    decideConflict(settleParts, conflict.id, 'here')
    expect(await round()).toEqual(done)
    expect(told()).toContain('16:00-18:00 Masaan: Audition of 3 Dec 2026')
  })

  it('is asked about where it does not fit here: outside the session, on a taken time, a whole day, a series', async () => {
    const { db, owner, round, seats, at, event, book, settleParts, told } = await bookedOffice()
    book('17:00', 'Ravi Kale')
    const whys: string[] = []
    for (const change of [at('15:00', '15:20'), at('17:00', '17:20'), { start: { date: '2026-12-03' }, end: { date: '2026-12-04' } }, { ...at('16:00', '16:20'), recurrence: ['RRULE:FREQ=DAILY'] }]) {
      owner.edit(own, event, change)
      await round()
      whys.push(listConflicts(db)[0]?.why ?? '')
    }
    expect(whys).toEqual(['the session is from 16:00 to 18:00', 'Ravi Kale is booked from 17:00 to 17:20', 'it is a whole day there', 'it repeats there'])
    expect(seats()).toEqual(['16:00 20 booked', '17:00 20 booked'])
    const [conflict] = listConflicts(db)
    if (!conflict) throw new Error('no conflict')
    decideConflict(settleParts, conflict.id, 'here')
    expect(await round()).toEqual(done)
    expect(told()).toContain('16:00-16:20 Asha Rane: audition, Masaan')
  })
})

/** A booked office in which the person can be given another name. */
async function renamed() {
  const office = await bookedOffice()
  return { ...office, talentName: (name: string) => void office.db.prepare('UPDATE talent SET name = ? WHERE id = ?').run(name, office.slot.talentId) }
}

describe('what changes on both sides', () => {
  it('is kept side by side until the user decides, either way', async () => {
    for (const decision of ['here', 'there'] as const) {
      const { db, owner, round, seats, at, event, slot, context, settleParts, told } = await bookedOffice()
      owner.edit(own, event, at('16:40', '17:00'))
      moveSlot(db, slot.id, { from: '17:20' }, context)
      await round()
      expect(seats()).toEqual(['17:20 20 booked'])
      expect(told()).toContain('16:40-17:00 Asha Rane: audition, Masaan')
      const [conflict] = listConflicts(db)
      if (!conflict) throw new Error('no conflict')
      expect(conflict.fields).toEqual(['time'])
      decideConflict(settleParts, conflict.id, decision)
      expect(await round()).toEqual(done)
      expect(seats()).toEqual([decision === 'here' ? '17:20 20 booked' : '16:40 20 booked'])
      expect(told()).toContain(`${decision === 'here' ? '17:20-17:40' : '16:40-17:00'} Asha Rane: audition, Masaan`)
    }
  })

  it('is no conflict where both say the same', async () => {
    const { db, owner, round, at, event, slot, context } = await bookedOffice()
    owner.edit(own, event, at('16:40', '17:00'))
    moveSlot(db, slot.id, { from: '16:40' }, context)
    expect(await round()).toEqual(done)
    expect(listConflicts(db)).toEqual([])
  })

  it('is asked about where it was removed on one side and changed on the other', async () => {
    const { db, owner, round, seats, at, event, slot, context, settleParts, told } = await bookedOffice()
    owner.edit(own, event, at('16:40', '17:00'))
    cancelSlot(db, slot.id, context)
    await round()
    const [conflict] = listConflicts(db)
    if (!conflict) throw new Error('no conflict')
    expect(conflict).toMatchObject({ fields: ['existence'], here: null })
    decideConflict(settleParts, conflict.id, 'there')
    expect(await round()).toEqual(done)
    expect(seats()).toEqual(['16:40 20 booked'])
    expect(told()).toContain('16:40-17:00 Asha Rane: audition, Masaan')
  })
})

describe('a line that fails', () => {
  it('doubles no event where the answer was lost, also where the request arrives late', async () => {
    for (const fault of [{ kind: 'answerLost' }, { kind: 'late', after: 2 }, { kind: 'lost' }, { kind: 'garbled' }] as const) {
      const { google, round, told, book, clock, db } = await calendarOffice()
      google.fails(({ method }) => (method === 'POST' ? fault : null))
      book('16:00', 'Asha Rane')
      const broken = await round()
      expect(broken.kind).toBe('broken')
      expect((await round()).kind).toBe('paused')
      google.fails(() => null)
      clock.goOn(60_000)
      expect(await round()).toEqual(done)
      expect(told()).toHaveLength(2)
      expect(listConflicts(db)).toEqual([])
    }
  })

  it('waits longer each time, by chance between half and all, and no less than Google asks', async () => {
    const { google, round, clock, db } = await calendarOffice()
    google.fails(() => ({ kind: 'refused', refusal: new Refusal(403, 'rateLimitExceeded', 'Rate Limit Exceeded') }))
    const pauses: number[] = []
    for (const random of [() => 0, () => 0.999, () => 0.5]) {
      const round1 = await round({ random, hurried: true })
      pauses.push(round1.kind === 'broken' ? Date.parse(round1.until) - clock.now().getTime() : 0)
    }
    expect(pauses).toEqual([1_000, 3_998, 6_000])
    google.fails(() => ({ kind: 'refused', refusal: new Refusal(429, 'rateLimitExceeded', 'Too many', { 'retry-after': '120' }) }))
    const asked = await round({ hurried: true })
    expect(asked.kind === 'broken' ? Date.parse(asked.until) - clock.now().getTime() : 0).toBe(120_000)
    // A clock that was set back must not leave it waiting for ever.
    clock.goOn(-86_400_000)
    google.fails(() => null)
    expect(await round()).toEqual(done)
    expect(readConnection(db)).toMatchObject({ failures: 0, pausedUntil: null })
  })

  it('asks the user where signing in, the calendar or the right to it is gone; nothing here is lost', async () => {
    const { google, round, db, book } = await calendarOffice()
    book('16:00', 'Asha Rane')
    google.takes('another token')
    expect(await round()).toEqual({ kind: 'trouble', trouble: 'signIn' })
    google.takes(null)
    google.fails(() => ({ kind: 'refused', refusal: new Refusal(403, 'forbidden', 'Forbidden') }))
    expect(await round({ hurried: true })).toEqual({ kind: 'trouble', trouble: 'forbidden' })
    google.fails(() => null)
    google.world.owner.removeCalendar(own)
    expect(await round({ hurried: true })).toEqual({ kind: 'trouble', trouble: 'calendarGone' })
    expect(listOutgoing(db)).toHaveLength(2)
  })

  it('keeps what Google does not take with its words, and goes on with the rest', async () => {
    const { google, round, told, db, book } = await calendarOffice()
    book('16:00', 'Asha Rane')
    google.fails(({ method, body }) => (method === 'POST' && JSON.stringify(body).includes('Asha Rane: ') ? { kind: 'refused', refusal: new Refusal(400, 'invalid', 'Invalid value') } : null))
    expect(await round()).toEqual({ kind: 'done', waiting: 1 })
    expect(listOutgoing(db)).toMatchObject([{ refusal: 'Invalid value' }])
    expect(told()).toEqual(['16:00-18:00 Masaan: Audition of 3 Dec 2026'])
  })

  it('lets one write at a time, and another go on where the first was killed', async () => {
    const { db, round, clock } = await calendarOffice()
    db.prepare('UPDATE calendar_connection SET writer = ?, writer_until = ?').run('another', new Date(clock.now().getTime() + 60_000).toISOString())
    expect(await round()).toEqual({ kind: 'busy' })
    clock.goOn(61_000)
    expect(await round()).toEqual(done)
  })

  it('reads everything anew where the token is too old, and finds what was removed meanwhile', async () => {
    const { google, owner, round, seats, event, db } = await bookedOffice()
    owner.remove(own, event)
    owner.ageTokens(own)
    expect(await round()).toEqual(done)
    expect(seats()).toEqual([])
    expect(google.exchanges.some(({ answer }) => answer?.status === 410)).toBe(true)
    expect(listConflicts(db)).toEqual([])
  })

  it('goes on page by page', async () => {
    const { owner, round, db, at } = await calendarOffice({}, { largestPage: 2 })
    for (const id of ['aaaaa', 'bbbbb', 'ccccc', 'ddddd', 'eeeee']) owner.add(own, { id, summary: id, ...at('10:00', '10:20') })
    expect(await round()).toEqual(done)
    expect(busyBetween(db, { start: Date.parse('2026-12-03T00:00:00Z'), end: Date.parse('2026-12-04T00:00:00Z') })).toHaveLength(5)
  })
})

describe('times at which somebody is busy', () => {
  it('are known without the net: single events and series of the calendar, and the free and busy times of others', async () => {
    const { owner, round, db, at } = await calendarOffice()
    owner.add(own, { id: 'series', summary: 'Rent of the studio', ...at('09:00', '10:00'), recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
    owner.add(own, { id: 'freeee', ...at('12:00', '13:00'), transparency: 'transparent' })
    owner.add(other, { id: 'dentist', summary: 'Dentist', ...at('16:00', '17:00') })
    owner.remove(own, 'series_20261204T033000Z')
    await round()
    const week = { start: Date.parse('2026-12-01T00:00:00Z'), end: Date.parse('2026-12-08T00:00:00Z') }
    expect(busyBetween(db, week).map(({ start, title, calendarId }) => [new Date(start).toISOString(), title, calendarId])).toEqual([
      ['2026-12-03T03:30:00.000Z', 'Rent of the studio', own], ['2026-12-03T10:30:00.000Z', '', other], ['2026-12-05T03:30:00.000Z', 'Rent of the studio', own],
    ])
    owner.remove(own, 'series')
    owner.remove(other, 'dentist')
    await round()
    expect(busyBetween(db, week)).toEqual([])
  })

  it('hold an event back at the moment of writing, until it is free, moved, or wanted all the same', async () => {
    const { owner, round, told, book, db, at, linkFor, context } = await calendarOffice()
    await round()
    owner.add(other, { id: 'dentist', ...at('16:10', '16:30') })
    const asha = book('16:00', 'Asha Rane')
    expect(await round()).toEqual({ kind: 'done', waiting: 1 })
    expect(told()).toHaveLength(1)
    expect(linkFor({ kind: 'slot', id: asha.id }).clash).toMatchObject({ where: [other] })
    moveSlot(db, asha.id, { from: '17:00' }, context)
    expect(await round()).toEqual(done)
    expect(told()).toContain('17:00-17:20 Asha Rane: audition, Masaan')
    owner.add(own, { id: 'rent0', ...at('17:30', '17:50') })
    moveSlot(db, asha.id, { from: '17:30' }, context)
    expect(await round()).toEqual({ kind: 'done', waiting: 1 })
    allowClash(db, linkFor({ kind: 'slot', id: asha.id }).id)
    expect(await round()).toEqual(done)
    expect(told()).toContain('17:30-17:50 Asha Rane: audition, Masaan')
  })
})

describe('a Meet link', () => {
  it('is asked for once, is pending, and is there when Google has made it', async () => {
    const { owner, round, linkFor, subject, google } = await bookedOffice({ meets: true })
    expect(linkFor(subject).meet).toEqual({ state: 'pending', link: null })
    await round()
    owner.finishConferences()
    await round()
    expect(linkFor(subject).meet?.link).toMatch(/^https:\/\/meet\.google\.com\//)
    expect(google.exchanges.filter(({ request }) => JSON.stringify(request.body ?? null).includes('createRequest'))).toHaveLength(1)
  })
})
