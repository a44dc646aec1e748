import type { Backup } from '../../../src-preload/contract/dropOuts.ts'
import type { TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'

const dayMs = 86_400_000

function daysOf({ from, to }: DaySpan): readonly string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < 1_000; at += dayMs) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Whether somebody is to be had on the days of a role, in words; the unknown is said as such. */
export function datesOf({ availability }: Pick<TalentRecord, 'availability'>, days: DaySpan | null): Backup['dates'] {
  if (days === null) return { state: 'unknown', text: 'The role has no days yet' }
  const all = daysOf(days)
  const on = (state: 'free' | 'pencilled' | 'blocked'): number =>
    all.filter(day => availability.some(entry => entry.state === state && entry.span.from <= day && day <= entry.span.to)).length
  const [free, pencilled, blocked] = [on('free'), on('pencilled'), on('blocked')]
  if (blocked === all.length) return { state: 'blocked', text: `Blocked on all ${all.length} days` }
  if (blocked > 0) return { state: 'partly', text: `Blocked on ${blocked} of ${all.length} days` }
  if (pencilled > 0) return { state: 'pencilled', text: `Pencilled elsewhere on ${pencilled} of ${all.length} days` }
  return free === all.length ? { state: 'free', text: 'Free on all days' } : { state: 'unknown', text: free > 0 ? `Known free on ${free} of ${all.length} days` : 'Dates not known' }
}
