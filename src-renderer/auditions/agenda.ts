import type { Session, Slot } from '../../src-preload/contract/auditions.ts'
import { sessionWords } from '../../src-preload/contract/said.ts'

/** Zones that browsers still call by the old name of their city. */
const renamed: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Rangoon': 'Asia/Yangon', 'Asia/Saigon': 'Asia/Ho_Chi_Minh' }

/** A zone by the name its city has today: "Asia/Kolkata", whatever the browser calls it. */
export const zoneOfToday = (zone: string): string => renamed[zone] ?? zone

/** The zone of this laptop's clock. */
export const zoneHere = (): string => zoneOfToday(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** What a session is called: its title, else its kind. */
export const sessionName = ({ title, kind }: Pick<Session, 'title' | 'kind'>): string => title || sessionWords[kind]

/** The times of a session, with its zone where that is another than this laptop's. */
export const sessionTimes = ({ from, to, zone }: Pick<Session, 'from' | 'to' | 'zone'>, here = zoneHere()): string =>
  `${from} to ${to}${zoneOfToday(zone) === here ? '' : `, ${placeOfZone(zone)} time`}`

/** The place that a zone is named after: "New York". */
export const placeOfZone = (zone: string): string => zoneOfToday(zone).replace(/^.*\//, '').replaceAll('_', ' ')

/** When a slot is: "11:30 to 11:45". */
export function slotTimes({ from, minutes }: Pick<Slot, 'from' | 'minutes'>): string {
  const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes
  const two = (count: number) => `${count}`.padStart(2, '0')
  return `${from} to ${two(Math.floor(end / 60))}:${two(end % 60)}`
}

/** A day with its weekday in the user's locale: "Thu, 3 Dec 2026". */
export const weekdayWords = (day: string, locale?: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Sessions by day, in their order. */
export const byDay = (sessions: readonly Session[]): readonly (readonly [day: string, sessions: readonly Session[]])[] =>
  [...Map.groupBy(sessions, session => session.day)].sort(([a], [b]) => (a < b ? -1 : 1))
