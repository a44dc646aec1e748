import type { calendar_v3 } from '@googleapis/calendar'
import type { OAuth2Client } from 'google-auth-library'
import { z } from 'zod'
import { EventPage, GoogleEvent, type EventBody, type Span } from './googleEvent.ts'
import { GoogleFailure, failureOf } from './googleFailures.ts'

/** Whether Google writes to those who are invited. */
export type SendUpdates = 'all' | 'externalOnly' | 'none'

/** How an event is written. */
export interface WriteTerms {
  readonly sendUpdates: SendUpdates
  /** Only where the event is still the one of this mark (RFC 9110, 13.1.1). */
  readonly ifMatch?: string | null
  /** The number of a request for a Meet link; the same number asks for the same link. */
  readonly meetRequest?: string | undefined
}

/** A calendar of the account. */
export interface ListedCalendar {
  readonly id: string
  readonly title: string
  readonly isPrimary: boolean
  readonly mayWrite: boolean
}

/** What CastMatch asks of Google Calendar. Each throws a GoogleFailure; nothing is repeated here. */
export interface GoogleCalendar {
  /** A page of what changed since a sync token; of everything where it is null. */
  readonly changes: (calendarId: string, at: { readonly syncToken: string | null; readonly pageToken: string | null }) => Promise<EventPage>
  /** A page of the events of a span, series by their occurrences. */
  readonly within: (calendarId: string, span: Span, pageToken: string | null) => Promise<EventPage>
  /** A page of the occurrences of a series in a span. */
  readonly occurrences: (calendarId: string, eventId: string, span: Span, pageToken: string | null) => Promise<EventPage>
  readonly get: (calendarId: string, eventId: string) => Promise<GoogleEvent>
  readonly insert: (calendarId: string, eventId: string, body: EventBody, terms: WriteTerms) => Promise<GoogleEvent>
  readonly patch: (calendarId: string, eventId: string, body: EventBody, terms: WriteTerms) => Promise<GoogleEvent>
  readonly remove: (calendarId: string, eventId: string, terms: WriteTerms) => Promise<void>
  /** When calendars are busy, each by itself; one that cannot be asked is left out. */
  readonly freeBusy: (calendarIds: readonly string[], span: Span) => Promise<ReadonlyMap<string, readonly Span[]>>
  readonly makeCalendar: (title: string, zone: string) => Promise<string>
  readonly calendars: () => Promise<readonly ListedCalendar[]>
}

/** How to reach Google. */
export interface GoogleTerms {
  readonly auth: OAuth2Client
  /** Another place than Google's own. */
  readonly address?: string | undefined
  /** For one request, in milliseconds. */
  readonly limitMs?: number
  readonly signal?: AbortSignal | undefined
}

const Calendars = z.object({ items: z.array(z.object({ id: z.string(), summary: z.string().default(''), primary: z.boolean().default(false), accessRole: z.string().default('') })).default([]) })
const FreeBusy = z.object({ calendars: z.record(z.string(), z.object({ errors: z.array(z.unknown()).optional(), busy: z.array(z.object({ start: z.string(), end: z.string() })).default([]) })).default({}) })
const MadeCalendar = z.object({ id: z.string().min(1) })

/** Google's word for no time limit on a page of events. */
const largestPage = 2_500

/** Opens the way to Google Calendar. Google's package is loaded with the first request. */
export function openGoogleCalendar({ auth, address, limitMs = 30_000, signal }: GoogleTerms): GoogleCalendar {
  const options = () => ({ timeout: limitMs, retry: false, ...(signal && { signal }) })
  const asked = async <Shape extends z.ZodType>(shape: Shape, request: (api: calendar_v3.Calendar) => Promise<{ readonly data: unknown }>): Promise<z.infer<Shape>> => {
    const { calendar } = await import('@googleapis/calendar')
    const api = calendar({ version: 'v3', auth, ...(address !== undefined && { rootUrl: `${address}/` }) })
    const { data } = await request(api).catch((error: unknown) => {
      throw failureOf(error)
    })
    const read = shape.safeParse(data)
    // What was done is not known: it is looked up before it is done again.
    if (!read.success) throw new GoogleFailure('offline', 'The answer of Google could not be read.', { cause: read.error })
    return read.data
  }
  const writing = ({ sendUpdates, meetRequest }: WriteTerms) => ({ sendUpdates, ...(meetRequest !== undefined && { conferenceDataVersion: 1 }) })
  const withMeet = (body: EventBody, { meetRequest }: WriteTerms): EventBody =>
    meetRequest === undefined ? body : { ...body, conferenceData: { createRequest: { requestId: meetRequest, conferenceSolutionKey: { type: 'hangoutsMeet' } } } }
  const matching = ({ ifMatch }: WriteTerms) => ({ ...options(), ...(ifMatch && { headers: { 'If-Match': ifMatch } }) })
  const span = ({ start, end }: Span) => ({ timeMin: new Date(start).toISOString(), timeMax: new Date(end).toISOString() })
  const page = (pageToken: string | null) => (pageToken === null ? {} : { pageToken })
  return {
    changes: (calendarId, { syncToken, pageToken }) =>
      asked(EventPage, api => api.events.list({ calendarId, maxResults: largestPage, ...(syncToken !== null && { syncToken }), ...page(pageToken) }, options())),
    within: (calendarId, when, pageToken) =>
      asked(EventPage, api => api.events.list({ calendarId, singleEvents: true, maxResults: largestPage, ...span(when), ...page(pageToken) }, options())),
    occurrences: (calendarId, eventId, when, pageToken) =>
      asked(EventPage, api => api.events.instances({ calendarId, eventId, maxResults: largestPage, ...span(when), ...page(pageToken) }, options())),
    get: (calendarId, eventId) => asked(GoogleEvent, api => api.events.get({ calendarId, eventId }, options())),
    insert: (calendarId, id, body, terms) =>
      asked(GoogleEvent, api => api.events.insert({ calendarId, ...writing(terms), requestBody: { ...withMeet(body, terms), id } }, options())),
    patch: (calendarId, eventId, body, terms) =>
      asked(GoogleEvent, api => api.events.patch({ calendarId, eventId, ...writing(terms), requestBody: withMeet(body, terms) }, matching(terms))),
    remove: async (calendarId, eventId, terms) => {
      await asked(z.unknown(), api => api.events.delete({ calendarId, eventId, sendUpdates: terms.sendUpdates }, matching(terms)))
    },
    freeBusy: async (calendarIds, when) => {
      if (calendarIds.length === 0) return new Map()
      const { calendars } = await asked(FreeBusy, api => api.freebusy.query({ requestBody: { ...span(when), items: calendarIds.map(id => ({ id })) } }, options()))
      const known = Object.entries(calendars).filter(([, { errors }]) => errors === undefined || errors.length === 0)
      return new Map(known.map(([id, { busy }]) => [id, busy.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))]))
    },
    makeCalendar: async (summary, timeZone) => (await asked(MadeCalendar, api => api.calendars.insert({ requestBody: { summary, timeZone } }, options()))).id,
    calendars: async () => {
      const { items } = await asked(Calendars, api => api.calendarList.list({ maxResults: 250 }, options()))
      return items.map(({ id, summary, primary, accessRole }) => ({ id, title: summary, isPrimary: primary, mayWrite: accessRole === 'owner' || accessRole === 'writer' }))
    },
  }
}
