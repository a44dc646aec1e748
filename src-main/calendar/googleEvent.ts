import { z } from 'zod'
import { instantOf } from '../auditions/wallClock.ts'
import { fields, type Attendee, type Facts, type Field, type PartFacts } from './facts.ts'

const Time = z.object({ dateTime: z.iso.datetime({ offset: true, local: true }).optional(), date: z.iso.date().optional(), timeZone: z.string().optional() })

/** An event of Google, as far as it is read: https://developers.google.com/workspace/calendar/api/v3/reference/events. Its texts are data of others. */
export const GoogleEvent = z.object({
  id: z.string().min(1),
  etag: z.string().optional(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: Time.optional(),
  end: Time.optional(),
  recurrence: z.array(z.string()).optional(),
  recurringEventId: z.string().optional(),
  transparency: z.string().optional(),
  attendees: z.array(z.object({ email: z.string().optional(), responseStatus: z.string().optional(), self: z.boolean().optional() })).optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z.object({
    createRequest: z.object({ status: z.object({ statusCode: z.string().optional() }).optional() }).optional(),
    entryPoints: z.array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() })).optional(),
  }).optional(),
})
export type GoogleEvent = z.infer<typeof GoogleEvent>

/** A page of events. */
export const EventPage = z.object({
  items: z.array(GoogleEvent).default([]),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
  timeZone: z.string().default('UTC'),
})
export type EventPage = z.infer<typeof EventPage>

/** A span of milliseconds since 1970. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share time. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The span of an event; whole days are those of the zone of its calendar. Null where it says none. */
export function spanOf({ start, end }: Pick<GoogleEvent, 'start' | 'end'>, zone: string): Span | null {
  const [from, to] = [start && momentOf(start, zone), end && momentOf(end, zone)]
  return from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to) ? null : { start: from, end: to }
}

function momentOf({ dateTime, date, timeZone }: z.infer<typeof Time>, zone: string): number {
  if (date !== undefined) return instantOf(date, '00:00', zone)
  if (dateTime === undefined) return Number.NaN
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(dateTime) ? Date.parse(dateTime) : instantOf(dateTime.slice(0, 10), dateTime.slice(11, 16), timeZone ?? zone)
}

/** Whether an event repeats. */
export const isSeries = ({ recurrence }: Pick<GoogleEvent, 'recurrence'>): boolean => recurrence !== undefined && recurrence.length > 0

/** What an event of ours says in Google; null where it was cancelled. `guest` is the address that was invited, whose answer counts. */
export function factsOf(event: GoogleEvent, zone: string, guest: string | undefined): Facts | null {
  if (event.status === 'cancelled') return null
  const span = spanOf(event, zone) ?? { start: 0, end: 0 }
  const attendees: readonly Attendee[] = (event.attendees ?? []).flatMap(({ email, responseStatus }) => (email === undefined ? [] : [{ email: email.toLowerCase(), responseStatus }]))
  const said = attendees.find(({ email }) => email === guest)?.responseStatus
  return {
    ...span,
    zone: event.start?.timeZone ?? zone,
    shape: isSeries(event) ? 'series' : event.start?.date !== undefined ? 'wholeDay' : 'single',
    title: event.summary?.trim() ?? '',
    place: event.location?.trim() ?? '',
    text: event.description?.trim() ?? '',
    guests: attendees.map(({ email }) => email).sort(),
    isFree: event.transparency === 'transparent',
    answer: said === 'accepted' || said === 'declined' ? said : null,
    attendees,
  }
}

/** What is sent of an event: the body of a request of Google. */
export type EventBody = Readonly<Record<string, unknown>>

/** The body that makes an event say what is said here. */
export const wholeBody = (here: Facts): EventBody => bodyOf(here, fields, null, null)

/**
 * The body that changes some fields of an event.
 *
 * Who else was invited in Google stays invited. What makes a day or a series of an event is taken back with the time.
 */
export function bodyOf(here: Facts, chosen: readonly Field[], ours: PartFacts | null, theirs: PartFacts | null): EventBody {
  const parts: Readonly<Record<Field, () => EventBody>> = {
    time: () => ({
      start: timeOf(here.start, here.zone, theirs), end: timeOf(here.end, here.zone, theirs),
      ...(theirs?.shape === 'series' && { recurrence: [] }),
    }),
    title: () => ({ summary: here.title }),
    place: () => ({ location: here.place }),
    text: () => ({ description: here.text }),
    isFree: () => ({ transparency: here.isFree ? 'transparent' : 'opaque' }),
    guests: () => {
      const others = (theirs?.attendees ?? []).filter(({ email }) => !ours?.guests?.includes(email) && !here.guests.includes(email))
      const own = here.guests.map(email => theirs?.attendees?.find(guest => guest.email === email) ?? { email })
      return theirs === null && own.length === 0 ? {} : { attendees: [...others, ...own] }
    },
    answer: () => ({}),
  }
  return Object.assign({}, ...chosen.map(field => parts[field]())) as EventBody
}

const timeOf = (at: number, zone: string, theirs: PartFacts | null) =>
  ({ dateTime: new Date(at).toISOString(), timeZone: zone, ...(theirs?.shape === 'wholeDay' && { date: null }) })
