import { occurrenceId, occurrencesOf } from './repeats.ts'
import { refusals } from './refusal.ts'
import { answered, momentOf, spanOf, type Span, type WireBody, type WireConference, type WireEvent, type WireGuest } from './wireEvent.ts'

/** A calendar with its events, cancelled ones included. */
export interface WireCalendar {
  readonly id: string
  readonly summary: string
  readonly timeZone: string
  readonly events: Map<string, Kept>
  /** Which sync tokens still hold: those of this number. */
  tokenAge: number
}

/** An event and the number of its last change, by which deltas are made. */
export interface Kept {
  readonly event: WireEvent
  readonly change: number
}

/** A change of an event, as who watches is told. */
export interface WorldChange {
  readonly calendarId: string
  readonly before: WireEvent | null
  readonly after: WireEvent
  readonly by: 'client' | 'owner'
}

/** How an event is changed. */
interface Terms {
  readonly by: 'client' | 'owner'
  readonly ifMatch?: string | undefined
  /** Whether a conference that is asked for is made; else it is left out as Google leaves it out. */
  readonly withConference?: boolean
}

/** The calendars of one account, and the hand of their owner. */
export type GoogleWorld = ReturnType<typeof createWorld>

/** Makes an account with an empty primary calendar. The clock gives only what is written into events: order is counted, not timed. */
export function createWorld({ now, zone = 'Asia/Kolkata', primary = 'casting@example.com' }: { readonly now: () => Date; readonly zone?: string; readonly primary?: string }) {
  const calendars = new Map<string, WireCalendar>()
  const watchers: ((change: WorldChange) => void)[] = []
  let changes = 0
  let made = 0

  const addCalendar = (id: string, summary: string, timeZone = zone): WireCalendar => {
    const calendar: WireCalendar = { id, summary, timeZone, events: new Map(), tokenAge: 0 }
    calendars.set(id, calendar)
    return calendar
  }
  addCalendar(primary, primary)
  const calendarOf = (id: string): WireCalendar => {
    const calendar = calendars.get(id === 'primary' ? primary : id)
    if (!calendar) throw refusals.notFound()
    return calendar
  }
  const keptOf = (calendar: WireCalendar, id: string): WireEvent => {
    const kept = calendar.events.get(id) ?? occurrenceIn(calendar, id)
    if (!kept) throw refusals.notFound()
    return kept.event
  }
  const keep = (calendar: WireCalendar, event: WireEvent, by: Terms['by']): WireEvent => {
    changes += 1
    const before = calendar.events.get(event.id)?.event ?? null
    const after: WireEvent = { ...event, etag: `"${3_400_000_000_000 + changes * 2}"`, updated: now().toISOString() }
    calendar.events.set(event.id, { event: after, change: changes })
    for (const watch of watchers) watch({ calendarId: calendar.id, before, after, by })
    return after
  }
  const checkMatch = (event: WireEvent, ifMatch: string | undefined): void => {
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== event.etag) throw refusals.changed()
  }

  const insert = (calendarId: string, body: WireBody, { by, withConference = false }: Terms): WireEvent => {
    const calendar = calendarOf(calendarId)
    made += 1
    const id = body.id ?? `made${made.toString(32).padStart(8, '0')}`
    if (!/^[0-9a-v]{5,1024}$/.test(id)) throw refusals.invalid('Invalid resource id value.')
    if (calendar.events.has(id)) throw refusals.taken()
    const said = withTimes(body, calendar)
    return keep(calendar, {
      kind: 'calendar#event', id, etag: '', status: 'confirmed', htmlLink: `https://www.google.com/calendar/event?eid=${id}`, created: now().toISOString(), updated: '',
      ...said, ...guestsIn(said), ...(withConference && conferenceOf(said.conferenceData)), ...(!withConference && { conferenceData: undefined }),
      iCalUID: `${id}@google.com`, sequence: 0, eventType: 'default',
    }, by)
  }
  const change = (calendarId: string, id: string, body: WireBody, { by, ifMatch, withConference = false }: Terms): WireEvent => {
    const calendar = calendarOf(calendarId)
    const before = keptOf(calendar, id)
    if (before.status === 'cancelled' && by === 'client') throw refusals.forbidden()
    checkMatch(before, ifMatch)
    const { conferenceData, ...rest } = body
    const merged = withTimes({ ...before, ...mergedOver(before, rest) }, calendar)
    const asked = withConference && conferenceData ? conferenceOf(conferenceData) : {}
    return keep(calendar, { ...before, ...merged, ...guestsIn(merged), ...asked, sequence: before.sequence + 1 }, by)
  }
  const remove = (calendarId: string, id: string, { by, ifMatch }: Terms): void => {
    const calendar = calendarOf(calendarId)
    const before = keptOf(calendar, id)
    if (before.status === 'cancelled') throw refusals.deleted()
    checkMatch(before, ifMatch)
    keep(calendar, { ...before, status: 'cancelled' }, by)
  }
  /** What takes up time in a span: events that are neither cancelled nor transparent, each occurrence of a series by itself. */
  const busyIn = (calendarId: string, within: Span): readonly (Span & { readonly event: WireEvent })[] =>
    occurring(calendarOf(calendarId), within).filter(event => event.transparency !== 'transparent').map(event => ({ ...spanOf(event, zone), event }))

  return {
    primary, calendars, calendarOf, addCalendar, insert, change, remove, busyIn,
    get: (calendarId: string, id: string): WireEvent => keptOf(calendarOf(calendarId), id),
    changeCount: () => changes,
    /** Tells of every change from now on. */
    watch: (watcher: (change: WorldChange) => void) => void watchers.push(watcher),
    /** The hand of the owner: makes, changes and removes events in Google itself. */
    owner: {
      add: (calendarId: string, body: WireBody): WireEvent => insert(calendarId, body, { by: 'owner' }),
      edit: (calendarId: string, id: string, body: WireBody): WireEvent => change(calendarId, id, body, { by: 'owner' }),
      remove: (calendarId: string, id: string): void => remove(calendarId, id, { by: 'owner' }),
      restore: (calendarId: string, id: string): WireEvent => change(calendarId, id, { status: 'confirmed' }, { by: 'owner' }),
      answer: (calendarId: string, id: string, email: string, responseStatus: string): WireEvent => {
        const guests = keptOf(calendarOf(calendarId), id).attendees ?? []
        return change(calendarId, id, { attendees: guests.map(guest => (guest.email === email ? { ...guest, responseStatus } : guest)) }, { by: 'owner' })
      },
      removeCalendar: (calendarId: string): void => void calendars.delete(calendarId),
      /** Makes every sync token of a calendar too old. */
      ageTokens: (calendarId: string): void => {
        calendarOf(calendarId).tokenAge += 1
      },
      /** Makes the conferences that are pending, as Google does after a while; or fails to. */
      finishConferences: (statusCode: 'success' | 'failure' = 'success'): void => {
        for (const calendar of calendars.values()) {
          for (const { event } of calendar.events.values()) {
            if (event.conferenceData?.createRequest?.status?.statusCode === 'pending') keep(calendar, { ...event, ...finished(event, event.conferenceData, statusCode) }, 'owner')
          }
        }
      },
    },
    /** The events of a calendar that are not cancelled, whole series as one. */
    live: (calendarId: string): readonly WireEvent[] => [...calendarOf(calendarId).events.values()].map(({ event }) => event).filter(({ status }) => status !== 'cancelled'),
    occurring: (calendarId: string, within: Span) => occurring(calendarOf(calendarId), within),
  }
}

/** The single events and the occurrences of series that touch a span, each as an event; those that were changed by themselves as they are. */
function occurring(calendar: WireCalendar, within: Span): readonly WireEvent[] {
  const touches = ({ start, end }: Span): boolean => start < within.end && within.start < end
  return [...calendar.events.values()].flatMap(({ event }) => {
    if (event.status === 'cancelled') return []
    if (event.recurrence === undefined) return touches(spanOf(event, calendar.timeZone)) ? [event] : []
    return occurrencesOf(event, within, calendar.timeZone).filter(({ id }) => !calendar.events.has(id)).map(occurrence => asEvent(event, occurrence, calendar.timeZone))
  })
}

function asEvent(series: WireEvent, { id, start, end }: Span & { readonly id: string }, zone: string): WireEvent {
  const at = (moment: number) => answered({ dateTime: new Date(moment).toISOString(), timeZone: series.start.timeZone ?? zone }, zone)
  return { ...series, recurrence: undefined, id, start: at(start), end: at(end), recurringEventId: series.id, originalStartTime: at(start) }
}

/** An occurrence that nobody changed by itself yet, found by its id. */
function occurrenceIn(calendar: WireCalendar, id: string): Kept | null {
  const series = calendar.events.get(id.split('_')[0] ?? '')
  if (!series || series.event.id === id || series.event.recurrence === undefined) return null
  const first = spanOf(series.event, calendar.timeZone)
  const found = occurrencesOf(series.event, { start: first.start, end: first.start + 400 * 86_400_000 }, calendar.timeZone).find(({ start }) => occurrenceId(series.event.id, start) === id)
  return found ? { event: asEvent(series.event, found, calendar.timeZone), change: series.change } : null
}

function withTimes<Body extends WireBody>(body: Body, { timeZone }: WireCalendar): Body & Pick<WireEvent, 'start' | 'end'> {
  if (!body.start) throw refusals.invalid('Missing start time.')
  if (!body.end) throw refusals.invalid('Missing end time.')
  const [start, end] = [momentOf(body.start, timeZone), momentOf(body.end, timeZone)]
  if (Number.isNaN(start) || Number.isNaN(end)) throw refusals.invalid('Bad Request')
  if (end < start) throw refusals.invalid('The specified time range is empty.')
  if (body.recurrence !== undefined && body.start.dateTime !== undefined && body.start.timeZone === undefined) throw refusals.invalid('Missing time zone definition for start time.')
  return { ...body, start: answered(body.start, timeZone), end: answered(body.end, timeZone) }
}

/** A patch: null takes a field away, the private properties are merged, all else is replaced. */
function mergedOver(before: WireEvent, body: WireBody): WireBody {
  const said = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, value === null || (key === 'recurrence' && Array.isArray(value) && value.length === 0) ? undefined : value])) as WireBody
  const own = said.extendedProperties?.private
  return own ? { ...said, extendedProperties: { private: { ...before.extendedProperties?.private, ...own } } } : said
}

const guestsIn = ({ attendees }: { readonly attendees?: readonly WireGuest[] | undefined }): { readonly attendees?: readonly WireGuest[] } =>
  attendees === undefined ? {} : { attendees: attendees.map(guest => ({ ...guest, responseStatus: guest.responseStatus ?? 'needsAction' })) }

function conferenceOf(asked: WireConference | undefined): { readonly conferenceData?: WireConference } {
  if (!asked?.createRequest) return {}
  if (!asked.createRequest.requestId) throw refusals.invalid('Invalid conference type value.')
  return { conferenceData: { createRequest: { ...asked.createRequest, status: { statusCode: 'pending' } } } }
}

function finished(event: WireEvent, { createRequest }: WireConference, statusCode: 'success' | 'failure'): Partial<WireEvent> {
  if (!createRequest) return {}
  const done = { ...createRequest, status: { statusCode } }
  if (statusCode === 'failure') return { conferenceData: { createRequest: done } }
  const uri = `https://meet.google.com/${event.id.slice(0, 3)}-${event.id.slice(3, 7)}-${event.id.slice(7, 10)}`
  return {
    hangoutLink: uri,
    conferenceData: {
      createRequest: done, conferenceId: uri.slice(24), conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
      entryPoints: [{ entryPointType: 'video', uri, label: uri.slice(8) }],
    },
  }
}
