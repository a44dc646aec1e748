import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { forgetBusy, isOurs, keepBusy, keepFreeBusy, takesTime } from './busyTimes.ts'
import { isSeries, spanOf, type EventPage, type GoogleEvent, type Span } from './googleEvent.ts'
import { GoogleFailure } from './googleFailures.ts'
import { eventOf, linkOfEvent, listLinks } from './links.ts'
import { found, type PushParts } from './push.ts'
import { settle } from './settle.ts'

const dayMs = 86_400_000

/** How far ahead the busy times of others are known, in days, and how often the calendar is read anew for it. */
export interface PullTerms {
  readonly busyDays: number
  readonly renewAfterDays: number
}

/** What a quarter of casting needs; read anew each month. */
export const usualPull: PullTerms = { busyDays: 120, renewAfterDays: 30 }

/**
 * Takes in what changed in the calendar since the last time, page by page, and when others are busy.
 *
 * The place to go on from is kept with the last page only: a round that broke off is begun again, and nothing is taken twice
 * since each event is compared with what is known of it. A token that is too old leads to a whole reading, in which events
 * that are not there any more are looked up one by one. Throws GoogleFailure.
 */
export async function pull(parts: PushParts, terms: PullTerms): Promise<void> {
  const { db, google, connection: { calendarId, watched }, context } = parts
  const now = context.now().getTime()
  const known = readSync(db, calendarId, now, terms)
  const busy = { start: now - dayMs, end: now + terms.busyDays * dayMs }
  try {
    await pullFrom(parts, known, busy, terms)
  } catch (error) {
    const isOld = error instanceof GoogleFailure && known !== null && (error.kind === 'gone' || error.kind === 'refused')
    if (!isOld) throw error
    await pullFrom(parts, null, busy, terms)
  }
  const others = watched.filter(id => id !== calendarId)
  const spans = new Map<string, readonly Span[]>()
  // Google answers for a limited span at a time.
  for (let start = busy.start; start < busy.end && others.length > 0; start += 30 * dayMs) {
    const part = await google.freeBusy(others, { start, end: Math.min(start + 30 * dayMs, busy.end) })
    for (const [id, found] of part) spans.set(id, [...(spans.get(id) ?? []), ...found])
  }
  keepFreeBusy(db, spans, others, calendarId)
}

async function pullFrom(parts: PushParts, syncToken: string | null, busy: Span, terms: PullTerms): Promise<void> {
  const { db, google, connection: { calendarId }, context } = parts
  const unseen = new Set(syncToken === null ? listLinks(db, calendarId).filter(({ theirs }) => theirs !== null).map(eventOf) : [])
  if (syncToken === null) forgetBusy(db, calendarId)
  for (let pageToken: string | null = null; ;) {
    const page: EventPage = await google.changes(calendarId, { syncToken, pageToken })
    for (const event of page.items) unseen.delete(event.id)
    const series = takePage(parts, page)
    for (const event of series) await takeSeries(parts, event, busy, page.timeZone)
    if (page.nextPageToken === undefined) {
      await lookUp(parts, unseen)
      keepSync(db, calendarId, page.nextSyncToken ?? null, syncToken === null ? context.now().getTime() + terms.busyDays * dayMs : null)
      return
    }
    pageToken = page.nextPageToken
  }
}

/** Takes in one page in one transaction; gives the ids of the series whose occurrences are to be asked for. */
function takePage(parts: PushParts, { items, timeZone }: EventPage): readonly string[] {
  const { db, connection: { calendarId } } = parts
  return inTransaction(db, () => {
    const series = new Set<string>()
    for (const event of items) {
      const link = linkOfEvent(db, calendarId, event)
      if (link) {
        if (event.etag === undefined || event.etag !== link.etag) settle({ ...parts, zone: timeZone }, link.id, event)
      } else if (isOurs(db, calendarId, event)) continue
      else if (event.recurringEventId !== undefined) series.add(event.recurringEventId)
      else if (isSeries(event) && event.status !== 'cancelled') series.add(event.id)
      else takeForeign(db, calendarId, event, timeZone)
    }
    return [...series]
  })
}

function takeForeign(db: Database, calendarId: string, event: GoogleEvent, zone: string): void {
  const span = takesTime(event) ? spanOf(event, zone) : null
  keepBusy(db, calendarId, event.id, span === null ? [] : [span], event.summary?.slice(0, 200) ?? '')
}

/** Asks when a series of others occurs, as far ahead as busy times are known. */
async function takeSeries({ db, google, connection: { calendarId } }: PushParts, eventId: string, within: Span, zone: string): Promise<void> {
  const spans: Span[] = []
  let title = ''
  try {
    for (let pageToken: string | null = null; ;) {
      const page: EventPage = await google.occurrences(calendarId, eventId, within, pageToken)
      for (const event of page.items.filter(takesTime)) spans.push(...[spanOf(event, zone)].filter(span => span !== null))
      title = page.items[0]?.summary?.slice(0, 200) ?? title
      if (page.nextPageToken === undefined) break
      pageToken = page.nextPageToken
    }
  } catch (error) {
    // The series itself was removed meanwhile.
    if (!(error instanceof GoogleFailure) || (error.kind !== 'absent' && error.kind !== 'gone')) throw error
  }
  inTransaction(db, () => keepBusy(db, calendarId, eventId, spans, title))
}

/** Looks up events of ours that a whole reading did not tell of: they were removed. */
async function lookUp(parts: PushParts, eventIds: ReadonlySet<string>): Promise<void> {
  for (const id of eventIds) {
    const link = linkOfEvent(parts.db, parts.connection.calendarId, { id })
    if (link) settle(parts, link.id, await found(parts, link))
  }
}

/** The token to go on from; null where all is to be read: at first, and when busy times are not known far enough any more. */
function readSync(db: Database, calendarId: string, now: number, { busyDays, renewAfterDays }: PullTerms): string | null {
  const row = db.prepare<[string], { token: string | null; busy_until: string | null }>('SELECT token, busy_until FROM calendar_sync WHERE calendar_id = ?').get(calendarId)
  const until = row?.busy_until ? Date.parse(row.busy_until) : 0
  const age = (now + busyDays * dayMs - until) / dayMs
  // A clock that was set back makes it look as if more were known than is.
  return row && age <= renewAfterDays && age >= -1 ? row.token : null
}

function keepSync(db: Database, calendarId: string, token: string | null, busyUntil: number | null): void {
  db.prepare(`INSERT INTO calendar_sync (calendar_id, token, busy_until) VALUES (@id, @token, @until)
    ON CONFLICT (calendar_id) DO UPDATE SET token = excluded.token, busy_until = coalesce(excluded.busy_until, busy_until)`)
    .run({ id: calendarId, token, until: busyUntil === null ? null : new Date(busyUntil).toISOString() })
}
