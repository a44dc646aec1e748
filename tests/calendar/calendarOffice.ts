import { onTestFinished } from 'vitest'
import { createSession } from '../../src-main/auditions/sessionStore.ts'
import { bookSlot, type AuditionContext } from '../../src-main/auditions/slotStore.ts'
import { connectCalendar } from '../../src-main/calendar/connect.ts'
import type { ConnectionChoice } from '../../src-main/calendar/connection.ts'
import { eventOf, linkOf } from '../../src-main/calendar/links.ts'
import type { SettleParts } from '../../src-main/calendar/settle.ts'
import type { Subject } from '../../src-main/calendar/subjects.ts'
import { syncRound, type Round } from '../../src-main/calendar/syncRound.ts'
import type { SessionFacts, SessionId } from '../../src-preload/contract/auditions.ts'
import { smallOffice } from '../casting/office.ts'
import { startGoogle } from '../support/googleStandIn/startGoogle.ts'
import { googleOf } from './googleOf.ts'

/** The calendar that is written to, and the one that is only looked at. */
export const [own, other] = ['auditions@group.calendar.google.com', 'casting@example.com']

/** A clock that goes only when it is told to. */
export interface HandClock {
  readonly now: () => Date
  readonly goOn: (ms: number) => void
}

/** Makes a clock that stands at 2026-12-01, nine o'clock UTC. */
export function handClock(): HandClock {
  let at = Date.parse('2026-12-01T09:00:00Z')
  return {
    now: () => new Date(at),
    goOn: ms => {
      at += ms
    },
  }
}

/** An office on a real database whose calendar is a stand-in over real HTTP, with one session on 3 December in Mumbai, 16:00 to 18:00. */
export async function calendarOffice(choice: Partial<ConnectionChoice> = {}, { largestPage = 2_500 } = {}) {
  const clock = handClock()
  const office = smallOffice()
  const { db } = office
  const google = await startGoogle({ largestPage })
  onTestFinished(() => google.close())
  google.world.addCalendar(own, 'Auditions')
  const context: AuditionContext = { now: clock.now, by: 'user' }
  const production = office.production('Masaan')
  connectCalendar(db, { calendarId: own, isOwn: true, watched: [other], ...choice }, '2026-12-01')
  const api = googleOf(google.address)
  const facts: SessionFacts = { productionId: production, kind: 'audition', title: '', day: '2026-12-03', from: '16:00', to: '18:00', zone: 'Asia/Kolkata', place: 'Aram Nagar', slotMinutes: 20 }
  const session = createSession(db, facts, clock.now()).id
  const round = (terms: { readonly hurried?: boolean; readonly writer?: string; readonly random?: () => number } = {}): Promise<Round> =>
    syncRound({
      db, google: api, now: clock.now, writer: terms.writer ?? 'this office', backOff: { firstMs: 2_000, longestMs: 900_000, random: terms.random ?? (() => 0.5) }, pull: { busyDays: 30, renewAfterDays: 7 },
    }, { hurried: terms.hurried ?? false })
  const linkFor = (subject: Subject) => {
    const link = linkOf(db, subject, choice.calendarId ?? own)
    if (!link) throw new Error('it has no link')
    return link
  }
  return {
    ...office, clock, google, owner: google.world.owner, api, context, production, session, facts, round, linkFor,
    settleParts: { db, context, invites: choice.invites ?? false, zone: 'Asia/Kolkata' } satisfies SettleParts,
    book: (from: string, name: string, sessionId: SessionId = session) => bookSlot(db, { sessionId, from, talentId: office.person(name) }, context).slot,
    eventId: (subject: Subject) => eventOf(linkFor(subject)),
    /** The events of the calendar that is written to, in short. */
    told: () => google.world.live(choice.calendarId ?? own).map(event => `${event.start.dateTime?.slice(11, 16)}-${event.end.dateTime?.slice(11, 16)} ${event.summary ?? ''}`).sort(),
    /** A time on 3 December in Mumbai, as Google's owner writes it. */
    at: (from: string, to: string) => ({ start: { dateTime: `2026-12-03T${from}:00`, timeZone: 'Asia/Kolkata' }, end: { dateTime: `2026-12-03T${to}:00`, timeZone: 'Asia/Kolkata' } }),
  }
}
