import { momentOf, spanOf, type Span, type WireEvent } from './wireEvent.ts'

const steps: Readonly<Record<string, number>> = { DAILY: 86_400_000, WEEKLY: 7 * 86_400_000 }

/** One occurrence of a series: its id is the id of the series and the moment it was first planned for. */
export interface Occurrence extends Span {
  readonly id: string
}

/**
 * The occurrences of a series that touch a span: DAILY or WEEKLY with INTERVAL, COUNT and UNTIL (RFC 5545, 3.3.10).
 *
 * Steps are whole days in a zone without daylight saving, which is all that the tests need of it.
 */
export function occurrencesOf(series: WireEvent, within: Span, zone: string): readonly Occurrence[] {
  const rule = new Map((series.recurrence?.find(line => line.startsWith('RRULE:')) ?? '').slice(6).split(';').map(part => part.split('=') as [string, string]))
  const step = (steps[rule.get('FREQ') ?? ''] ?? Number.NaN) * Number(rule.get('INTERVAL') ?? 1)
  const count = Number(rule.get('COUNT') ?? Infinity)
  const until = momentOf({ dateTime: (rule.get('UNTIL') ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z') }, zone)
  const first = spanOf(series, zone)
  const found: Occurrence[] = []
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [first.start + index * step, first.end + index * step]
    if (!(start < within.end) || start > (Number.isNaN(until) ? Infinity : until)) break
    if (end > within.start) found.push({ id: occurrenceId(series.id, start), start, end })
  }
  return found
}

/** The id of an occurrence, as Google writes it. */
export const occurrenceId = (series: string, start: number): string => `${series}_${new Date(start).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
