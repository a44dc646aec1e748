import { listEvents, listInstances } from './listing.ts'
import { Refusal, refusalBody, refusals } from './refusal.ts'
import type { WireBody, WireCalendarListEntry } from './wireEvent.ts'
import type { GoogleWorld, WireCalendar } from './world.ts'

/** A request as it came over the wire. */
export interface GoogleRequest {
  readonly method: string
  /** Without the host, with the query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

/** What is answered: a body of null is none. */
export interface GoogleAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A place of the API: its method, its path with a group for each part, and what it does there. */
type Place = readonly [method: string, path: RegExp, act: (asked: Asked, ...parts: string[]) => unknown]

interface Asked {
  readonly world: GoogleWorld
  readonly query: URLSearchParams
  readonly body: unknown
  readonly ifMatch: string | undefined
  readonly largestPage: number
}

const places: readonly Place[] = [
  ['GET', /^\/calendars\/([^/]+)\/events$/, ({ world, query, largestPage }, calendar) => listEvents(world, calendar, query, largestPage)],
  ['POST', /^\/calendars\/([^/]+)\/events$/, (asked, calendar) => asked.world.insert(calendar, bodyOf(asked), termsOf(asked))],
  ['GET', /^\/calendars\/([^/]+)\/events\/([^/]+)$/, ({ world }, calendar, event) => world.get(calendar, event)],
  ['PATCH', /^\/calendars\/([^/]+)\/events\/([^/]+)$/, (asked, calendar, event) => asked.world.change(calendar, event, bodyOf(asked), termsOf(asked))],
  ['PUT', /^\/calendars\/([^/]+)\/events\/([^/]+)$/, (asked, calendar, event) => asked.world.change(calendar, event, bodyOf(asked), termsOf(asked))],
  ['DELETE', /^\/calendars\/([^/]+)\/events\/([^/]+)$/, (asked, calendar, event) => asked.world.remove(calendar, event, termsOf(asked))],
  ['GET', /^\/calendars\/([^/]+)\/events\/([^/]+)\/instances$/, ({ world, query }, calendar, event) => listInstances(world, calendar, event, query)],
  ['POST', /^\/calendars$/, ({ world, body }) => asCalendar(world.addCalendar(`made${world.calendars.size}@group.calendar.google.com`, textIn(body, 'summary'), textIn(body, 'timeZone')))],
  ['GET', /^\/calendars\/([^/]+)$/, ({ world }, calendar) => asCalendar(world.calendarOf(calendar))],
  ['GET', /^\/users\/me\/calendarList$/, ({ world }) => ({ kind: 'calendar#calendarList', etag: '"l"', items: [...world.calendars.values()].map(calendar => asListed(calendar, world.primary)), nextSyncToken: 'listed' })],
  ['POST', /^\/freeBusy$/, ({ world, body }) => freeBusy(world, body)],
]

/** Answers one request from the world; what Google would refuse is refused. */
export function answerFrom(world: GoogleWorld, { method, path, headers, body }: GoogleRequest, largestPage: number): GoogleAnswer {
  const url = new URL(path, 'http://google.test')
  const inside = url.pathname.replace(/^\/calendar\/v3/, '')
  try {
    if (inside === url.pathname) throw refusals.notFound()
    for (const [wanted, shape, act] of places) {
      const parts = wanted === method ? shape.exec(inside)?.slice(1).map(decodeURIComponent) : undefined
      if (!parts) continue
      const told = act({ world, query: url.searchParams, body, ifMatch: headers['if-match'], largestPage }, ...parts)
      return told === undefined ? { status: 204, body: null } : { status: 200, body: told }
    }
    throw refusals.notFound()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: refusalBody(error), headers: error.headers }
  }
}

const termsOf = ({ query, ifMatch }: Asked) => {
  const sends = query.get('sendUpdates')
  if (sends !== null && !['all', 'externalOnly', 'none'].includes(sends)) throw refusals.invalid('Invalid value for sendUpdates.')
  return { by: 'client', ifMatch, withConference: query.get('conferenceDataVersion') === '1' } as const
}

function bodyOf({ body }: Asked): WireBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(400, 'parseError', 'Parse Error')
  return body
}

const textIn = (body: unknown, name: string): string => {
  const value = (body as Readonly<Record<string, unknown>> | null)?.[name]
  if (typeof value !== 'string' || value === '') throw refusals.invalid(`Missing ${name}.`)
  return value
}

const asCalendar = ({ id, summary, timeZone }: WireCalendar) => ({ kind: 'calendar#calendar', etag: '"c"', id, summary, timeZone, conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] } })
const asListed = ({ id, summary, timeZone }: WireCalendar, primary: string): WireCalendarListEntry =>
  ({ kind: 'calendar#calendarListEntry', etag: '"e"', id, summary, timeZone, accessRole: 'owner', ...(id === primary && { primary: true }), defaultReminders: [] })

/** Answers freebusy.query: spans that touch are told as one; of a calendar that is not there an error is told, not refused. */
function freeBusy(world: GoogleWorld, body: unknown): unknown {
  const [timeMin, timeMax] = [textIn(body, 'timeMin'), textIn(body, 'timeMax')]
  const span = { start: Date.parse(timeMin), end: Date.parse(timeMax) }
  if (!(span.start < span.end)) throw new Refusal(400, 'timeRangeEmpty', 'The specified time range is empty.')
  const items = (body as { items?: readonly { id: string }[] }).items ?? []
  if (items.length > 50) throw new Refusal(400, 'tooManyCalendarsRequested', 'Too many calendars were asked for.')
  const calendars = items.map(({ id }) => [id, world.calendars.has(id === 'primary' ? world.primary : id) ? { busy: joined(world.busyIn(id, span), span) } : { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }])
  return { kind: 'calendar#freeBusy', timeMin, timeMax, calendars: Object.fromEntries(calendars) as unknown }
}

function joined(spans: readonly { readonly start: number; readonly end: number }[], within: { readonly start: number; readonly end: number }): unknown {
  const told: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = told.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else told.push({ start, end })
  }
  return told.map(({ start, end }) => ({ start: new Date(Math.max(start, within.start)).toISOString(), end: new Date(Math.min(end, within.end)).toISOString() }))
}
