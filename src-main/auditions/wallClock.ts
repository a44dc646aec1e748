/** Minutes since midnight of a time on a wall clock, `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The time on a wall clock so many minutes after midnight, below 24 hours. */
export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

const two = (count: number): string => `${count}`.padStart(2, '0')

/**
 * The moment, in milliseconds since 1970, at which a wall clock of an IANA zone shows a day (`YYYY-MM-DD`) and a time (`HH:MM`).
 *
 * A time that is shown twice when clocks are put back means the first; one that is skipped when they are put forward means
 * as much later as they were put forward, as ECMA-262's Temporal has it with `disambiguation: "compatible"`.
 */
export function instantOf(day: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = wallClockOf(zone)
  const offsets = [asUtc - dayMs, asUtc + dayMs].map(at => shown(at) - at)
  const [before = 0, after = 0] = offsets
  const candidates = [asUtc - before, asUtc - after].filter(at => shown(at) === asUtc)
  return candidates.length > 0 ? Math.min(...candidates) : asUtc - before
}

/** What a wall clock of an IANA zone shows at a moment in milliseconds since 1970, to the minute. */
export function wallAt(at: number, zone: string): { readonly day: string; readonly time: string } {
  const text = new Date(wallClockOf(zone)(at)).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

const dayMs = 86_400_000

/** What a wall clock of a zone shows at a moment, as if it were UTC; to the second. */
function wallClockOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  return at => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  }
}
