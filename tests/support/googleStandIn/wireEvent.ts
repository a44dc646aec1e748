/** When an event begins or ends, as Google writes it: a moment with its zone, or a whole day. */
export interface WireTime {
  readonly dateTime?: string | undefined
  readonly date?: string | undefined
  readonly timeZone?: string | undefined
}

/** Somebody who is invited. */
export interface WireGuest {
  readonly email: string
  readonly responseStatus?: string | undefined
}

/** How an event stands. */
export type WireStatus = 'confirmed' | 'tentative' | 'cancelled'

/** What a client may say of an event. */
export interface WireBody {
  readonly id?: string
  readonly status?: WireStatus
  readonly summary?: string
  readonly description?: string
  readonly location?: string
  readonly start?: WireTime
  readonly end?: WireTime
  readonly recurrence?: readonly string[]
  readonly transparency?: string
  readonly attendees?: readonly WireGuest[]
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> }
  readonly conferenceData?: WireConference
}

/** A video meeting of an event; pending until Google has made it. */
export interface WireConference {
  readonly conferenceId?: string
  readonly createRequest?: { readonly requestId?: string; readonly conferenceSolutionKey?: { readonly type?: string }; readonly status?: { readonly statusCode: string } }
  readonly entryPoints?: readonly { readonly entryPointType: string; readonly uri: string; readonly label: string }[]
  readonly conferenceSolution?: { readonly key: { readonly type: string }; readonly name: string }
}

/** An event as Google keeps and sends it. */
export interface WireEvent extends WireBody {
  readonly kind: 'calendar#event'
  readonly id: string
  readonly etag: string
  readonly status: WireStatus
  readonly created: string
  readonly updated: string
  readonly start: WireTime
  readonly end: WireTime
  readonly hangoutLink?: string
  readonly recurringEventId?: string
  readonly originalStartTime?: WireTime
  readonly iCalUID: string
  readonly sequence: number
  readonly htmlLink: string
  readonly eventType: 'default'
}

/** A span of milliseconds since 1970. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The span of an event; a whole day is one of the zone handed in. */
export const spanOf = ({ start, end }: { readonly start: WireTime; readonly end: WireTime }, zone: string): Span => ({ start: momentOf(start, zone), end: momentOf(end, zone) })

/** The moment of a wire time, NaN where it is none. */
export function momentOf({ dateTime, date, timeZone }: WireTime, zone: string): number {
  if (dateTime === undefined) return date === undefined ? Number.NaN : wallMoment(`${date}T00:00:00`, zone)
  return /(?:Z|[+-]\d\d:\d\d)$/.test(dateTime) ? Date.parse(dateTime) : wallMoment(dateTime, timeZone ?? zone)
}

/** Writes a time as Google answers it: with the offset of its zone at that moment. */
export function answered(time: WireTime, zone: string): WireTime {
  if (time.dateTime === undefined) return { date: time.date }
  const own = time.timeZone ?? zone
  const at = momentOf(time, zone)
  const offset = Math.round((shownAt(at, own) - at) / 60_000)
  const two = (value: number): string => `${Math.abs(value)}`.padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return { dateTime: `${new Date(at + offset * 60_000).toISOString().slice(0, 19)}${offset === 0 ? 'Z' : `${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`}`, timeZone: own }
}

/** The moment at which the clock of a zone shows a text without offset; where it is shown twice, the first. */
function wallMoment(text: string, zone: string): number {
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return Number.NaN
  const hours = [...Array(29).keys()].map(hour => asUtc + (hour - 14) * 3_600_000)
  const offsets = [...new Set(hours.map(at => shownAt(at, zone) - at))]
  const matching = offsets.map(offset => asUtc - offset).filter(at => shownAt(at, zone) === asUtc)
  return Math.min(...(matching.length > 0 ? matching : offsets.map(offset => asUtc - offset)))
}

function shownAt(at: number, zone: string): number {
  const text = new Date(Math.floor(at / 1_000) * 1_000).toLocaleString('sv-SE', { timeZone: zone })
  return Date.parse(`${text.replace(' ', 'T')}Z`)
}

/** A calendar in the list of an account. */
export interface WireCalendarListEntry {
  readonly kind: 'calendar#calendarListEntry'
  readonly etag: string
  readonly id: string
  readonly summary: string
  readonly timeZone: string
  readonly accessRole: 'owner'
  readonly primary?: boolean
  readonly defaultReminders: readonly never[]
}
