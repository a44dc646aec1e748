import { refusals } from './refusal.ts'
import type { GoogleWorld, WireCalendar } from './world.ts'
import { momentOf, spanOf, type Span, type WireEvent } from './wireEvent.ts'

/** Where a page begins: what was asked first, and how far it came. Sent to the client as a text that tells it nothing. */
interface Cursor {
  readonly calendar: string
  readonly age: number
  /** The query without what turns pages, which must stay the same. */
  readonly query: string
  /** The change up to which a whole listing is complete; null in a delta. */
  readonly asOf: number | null
  readonly after: number | string
}

interface SyncToken {
  readonly calendar: string
  readonly age: number
  readonly change: number
  /** The query without what turns pages. */
  readonly query: string
}

const sealed = (value: Cursor | SyncToken): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function opened<Value>(text: string): Value {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Value
  } catch {
    throw refusals.invalid('Invalid page or sync token value.')
  }
}

/** What may not be said beside a sync token (reference of events.list). */
const notWithToken = ['iCalUID', 'orderBy', 'privateExtendedProperty', 'q', 'sharedExtendedProperty', 'timeMin', 'timeMax', 'updatedMin'] as const

/**
 * Answers events.list: whole or since a sync token, page after page.
 *
 * The sync token comes with the last page only. A whole listing leaves out what is cancelled, a delta holds it. What changes
 * while pages are turned is in a later page or in the next delta.
 */
export function listEvents(world: GoogleWorld, calendarId: string, query: URLSearchParams, largestPage: number): unknown {
  const calendar = world.calendarOf(calendarId)
  const size = Math.min(Number(query.get('maxResults') ?? 250), largestPage)
  const said = sameEachTime(query)
  const token = query.get('syncToken')
  if (token !== null && notWithToken.some(name => query.has(name))) throw refusals.invalid('Sync token cannot be used with other query restrictions.')
  if (token !== null && query.get('showDeleted') === 'false') throw refusals.invalid('Sync token cannot be used with showDeleted=false.')
  const since = token === null ? null : readToken(token, calendar, said)
  const page = query.get('pageToken')
  const cursor = page === null ? null : readCursor(page, calendar, said)
  const asOf = cursor ? cursor.asOf : since === null ? world.changeCount() : null
  const rows = since === null ? wholeAfter(world, calendar, query, cursor?.after) : deltaAfter(calendar, Number(cursor?.after ?? since))
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const isLast = rows.length <= size || last === undefined
  const head = { kind: 'calendar#events', etag: `"p${world.changeCount()}"`, summary: calendar.summary, timeZone: calendar.timeZone, updated: new Date(0).toISOString(), accessRole: 'owner', defaultReminders: [] }
  const at = { calendar: calendar.id, age: calendar.tokenAge, query: said }
  const next = isLast
    ? { nextSyncToken: sealed({ ...at, change: asOf ?? world.changeCount() }) }
    : { nextPageToken: sealed({ ...at, asOf, after: last.after }) }
  return { ...head, ...(query.has('timeMin') || query.has('timeMax') ? { ...next, nextSyncToken: undefined } : next), items: shown.map(({ event }) => event) }
}

/** Answers events.instances. */
export function listInstances(world: GoogleWorld, calendarId: string, eventId: string, query: URLSearchParams): unknown {
  const calendar = world.calendarOf(calendarId)
  const series = world.get(calendarId, eventId)
  const items = world.occurring(calendarId, within(query, calendar)).filter(event => event.recurringEventId === series.id)
  return { kind: 'calendar#events', summary: calendar.summary, timeZone: calendar.timeZone, accessRole: 'owner', defaultReminders: [], items }
}

interface Row {
  readonly event: WireEvent
  readonly after: number | string
}

function wholeAfter(world: GoogleWorld, calendar: WireCalendar, query: URLSearchParams, after: number | string | undefined): readonly Row[] {
  const span = within(query, calendar)
  const single = query.get('singleEvents') === 'true'
  const touches = (event: WireEvent): boolean => {
    const { start, end } = spanOf(event, calendar.timeZone)
    return event.recurrence !== undefined || (start < span.end && span.start < end)
  }
  const events = single ? world.occurring(calendar.id, span) : [...calendar.events.values()].map(({ event }) => event).filter(event => event.status !== 'cancelled' && touches(event))
  return events.map(event => ({ event, after: event.id })).sort((a, b) => (a.after < b.after ? -1 : 1)).filter(row => after === undefined || row.after > `${after}`)
}

const deltaAfter = (calendar: WireCalendar, after: number): readonly Row[] =>
  [...calendar.events.values()].filter(({ change }) => change > after).sort((a, b) => a.change - b.change).map(({ event, change }) => ({ event: bare(event), after: change }))

/** Of a cancelled event little more than its id is told. */
const bare = (event: WireEvent): WireEvent =>
  event.status === 'cancelled' ? ({ kind: event.kind, id: event.id, etag: event.etag, status: event.status, ...(event.recurringEventId && { recurringEventId: event.recurringEventId, originalStartTime: event.originalStartTime }) } as WireEvent) : event

function within(query: URLSearchParams, { timeZone }: WireCalendar): Span {
  const read = (name: string, none: number): number => {
    const text = query.get(name)
    if (text === null) return none
    if (!/(?:Z|[+-]\d\d:\d\d)$/.test(text)) throw refusals.invalid('Bad Request')
    return momentOf({ dateTime: text }, timeZone)
  }
  return { start: read('timeMin', -Infinity), end: read('timeMax', Infinity) }
}

const sameEachTime = (query: URLSearchParams): string => `singleEvents=${query.get('singleEvents') ?? 'false'}`

function readToken(text: string, calendar: WireCalendar, said: string): number {
  const token = opened<SyncToken>(text)
  if (token.calendar !== calendar.id || typeof token.change !== 'number') throw refusals.invalid('Invalid sync token value.')
  if (token.age !== calendar.tokenAge) throw refusals.tokenOld()
  if (token.query !== said) throw refusals.invalid('The query is another than that of the sync token.')
  return token.change
}

function readCursor(text: string, calendar: WireCalendar, said: string): Cursor {
  const cursor = opened<Cursor>(text)
  if (cursor.calendar !== calendar.id || cursor.query !== said) throw refusals.invalid('Invalid page token value.')
  if (cursor.age !== calendar.tokenAge) throw refusals.tokenOld()
  return cursor
}
