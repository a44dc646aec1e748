import type { Database } from '../database/openDatabase.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { GoogleCalendar } from './googleCalendar.ts'
import { overlap, spanOf, type GoogleEvent, type Span } from './googleEvent.ts'
import { linkOfEvent } from './links.ts'

/** A time at which somebody of the calendars is busy with something that is not ours. */
export interface BusyTime extends Span {
  readonly calendarId: string
  /** The event or series, where it is known; '' where only the time is. */
  readonly eventId: string
  /** '' where it is not told. */
  readonly title: string
}

/** The busy times that touch a span, as far as they were known last, by their beginning; for what is shown without the net. */
export const busyBetween = (db: Database, { start, end }: Span): readonly BusyTime[] =>
  db.prepare<[number, number], BusyTime>(
    'SELECT calendar_id AS calendarId, event_id AS eventId, starts AS start, ends AS "end", title FROM calendar_busy WHERE starts < ? AND ends > ? ORDER BY starts, row',
  ).all(end, start)

/** Puts the busy times of an event or a series in the place of what was known of it. */
export function keepBusy(db: Database, calendarId: string, eventId: string, spans: readonly Span[], title: string): void {
  db.prepare('DELETE FROM calendar_busy WHERE calendar_id = ? AND event_id = ?').run(calendarId, eventId)
  const insert = db.prepare('INSERT INTO calendar_busy (calendar_id, event_id, starts, ends, title) VALUES (?, ?, ?, ?, ?)')
  for (const { start, end } of spans) insert.run(calendarId, eventId, start, end, title)
}

/** Puts the busy times of whole calendars in the place of what was known of them; those of calendars that are not asked any more go. */
export const keepFreeBusy = (db: Database, busy: ReadonlyMap<string, readonly Span[]>, watched: readonly string[], target: string): void =>
  inTransaction(db, () => {
    db.prepare('DELETE FROM calendar_busy WHERE calendar_id <> ? AND calendar_id NOT IN (SELECT value FROM json_each(?))').run(target, JSON.stringify(watched))
    for (const [calendarId, spans] of busy) {
      db.prepare('DELETE FROM calendar_busy WHERE calendar_id = ?').run(calendarId)
      keepBusy(db, calendarId, '', spans, '')
    }
  })

/** Forgets what is known of a calendar. */
export const forgetBusy = (db: Database, calendarId: string): void =>
  void db.prepare('DELETE FROM calendar_busy WHERE calendar_id = ?').run(calendarId)

/** Whether an event takes up the time of who owns the calendar: neither cancelled, nor marked free, nor declined. */
export const takesTime = ({ status, transparency, attendees }: GoogleEvent): boolean =>
  status !== 'cancelled' && transparency !== 'transparent' && attendees?.find(({ self }) => self === true)?.responseStatus !== 'declined'

/**
 * Asks Google which calendars are busy in a span, at this moment: the calendar that is written to by its events, ours left
 * out, the others by their free and busy times. Throws GoogleFailure.
 */
export async function busyNow(db: Database, google: GoogleCalendar, calendarId: string, watched: readonly string[], span: Span): Promise<readonly string[]> {
  const others = await google.freeBusy(watched.filter(id => id !== calendarId), span)
  const busy = [...others].filter(([, spans]) => spans.some(each => overlap(each, span))).map(([id]) => id)
  for (let pageToken: string | null = null; ;) {
    const page: Awaited<ReturnType<GoogleCalendar['within']>> = await google.within(calendarId, span, pageToken)
    const taken = page.items.find(event => takesTime(event) && !isOurs(db, calendarId, event) && touches(event, span, page.timeZone))
    if (taken) return [...busy, calendarId]
    if (page.nextPageToken === undefined) return busy
    pageToken = page.nextPageToken
  }
}

/** Whether an event is one of ours, or an occurrence of one that somebody made a series. */
export const isOurs = (db: Database, calendarId: string, { id, recurringEventId }: Pick<GoogleEvent, 'id' | 'recurringEventId'>): boolean =>
  linkOfEvent(db, calendarId, { id: recurringEventId ?? id }) !== null

function touches(event: GoogleEvent, span: Span, zone: string): boolean {
  const own = spanOf(event, zone)
  return own !== null && overlap(own, span)
}
