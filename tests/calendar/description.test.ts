import { expect, it } from 'vitest'
import { bookSlot, cancelSlot, moveSlot } from '../../src-main/auditions/slotStore.ts'
import { violationsOf } from '../support/googleStandIn/againstDescription.ts'
import type { Exchange } from '../support/googleStandIn/startGoogle.ts'
import { calendarOffice, other, own } from './calendarOffice.ts'

/** What goes over the wire in a life of a calendar: made, filled, moved, answered, read anew, cleared. */
async function aLife(): Promise<readonly Exchange[]> {
  const { google, api, owner, round, db, session, person, context, at, eventId, clock } = await calendarOffice({ invites: true, meets: true, sendUpdates: 'all' }, { largestPage: 2 })
  await api.makeCalendar('CastMatch auditions', 'Asia/Kolkata')
  await api.calendars()
  owner.add(own, { id: 'series', summary: 'Studio', ...at('09:00', '10:00'), recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
  owner.add(own, { id: 'holi2026', summary: 'Holi', start: { date: '2026-12-05' }, end: { date: '2026-12-06' } })
  owner.add(other, { id: 'dentist', ...at('11:00', '12:00') })
  const slot = bookSlot(db, { sessionId: session, from: '16:00', talentId: person('Asha Rane', { email: 'asha@example.com' }) }, context).slot
  const event = () => eventId({ kind: 'slot', id: slot.id })
  await round()
  owner.finishConferences()
  owner.answer(own, event(), 'asha@example.com', 'accepted')
  await round()
  owner.edit(own, event(), { summary: 'Asha, red dress' })
  moveSlot(db, slot.id, { from: '17:00' }, context)
  await round()
  owner.ageTokens(own)
  clock.goOn(60_000)
  await round()
  cancelSlot(db, slot.id, context)
  await round()
  return google.exchanges
}

it('speaks to Google as Google describes it, and the stand-in answers as Google describes it', async () => {
  const exchanges = await aLife()
  const kinds = new Set(exchanges.map(({ request, answer }) => `${request.method} ${(request.path.split('?')[0] ?? '').replace(/events\/[^/]+/, 'events/x').replace(/calendars\/[^/]+/, 'calendars/x')} ${answer?.status ?? ''}`))
  expect([...kinds].sort()).toEqual([
    'DELETE /calendar/v3/calendars/x/events/x 204', 'GET /calendar/v3/calendars/x/events 200', 'GET /calendar/v3/calendars/x/events 410', 'GET /calendar/v3/calendars/x/events/x/instances 200',
    'GET /calendar/v3/users/me/calendarList 200', 'PATCH /calendar/v3/calendars/x/events/x 200', 'POST /calendar/v3/calendars 200', 'POST /calendar/v3/calendars/x/events 200', 'POST /calendar/v3/freeBusy 200',
  ])
  expect(await violationsOf(exchanges)).toEqual([])
}, 120_000)

it('notices a planted wrong answer and a planted wrong request', async () => {
  const [listed, inserted] = (await aLife()).filter(({ request, answer }) => answer?.status === 200 && request.path.includes('/events'))
    .toSorted((a, b) => (a.request.method < b.request.method ? -1 : 1)).filter((each, index, all) => index === 0 || each.request.method !== all[index - 1]?.request.method)
  if (!listed?.answer || !inserted) throw new Error('nothing was exchanged')
  const wrongAnswer: Exchange = { ...listed, answer: { ...listed.answer, body: { ...(listed.answer.body as object), items: 'none', nextSyncToken: 7 } } }
  const wrongRequest: Exchange = { ...inserted, request: { ...inserted.request, path: `${inserted.request.path}${inserted.request.path.includes('?') ? '&' : '?'}sendUpdates=everybody`, body: { start: 'soon' } } }
  const found = await violationsOf([wrongAnswer, wrongRequest])
  expect(found.some(line => line.includes('response.body.items'))).toBe(true)
  expect(found.some(line => line.includes('request'))).toBe(true)
}, 120_000)
