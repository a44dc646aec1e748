import type { Backup } from '../../../src-preload/contract/dropOuts.ts'
import type { TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import { daysKnown } from '../../matching/daysKnown.ts'

/** Whether somebody is to be had on the days of a role, in words; the unknown is said as such. */
export function datesOf({ availability }: Pick<TalentRecord, 'availability'>, days: DaySpan | null): Backup['dates'] {
  if (days === null) return { state: 'unknown', text: 'The role has no days yet' }
  const { all, free, pencilled, blocked } = daysKnown(availability, days)
  if (blocked === all) return { state: 'blocked', text: `Blocked on all ${all} days` }
  if (blocked > 0) return { state: 'partly', text: `Blocked on ${blocked} of ${all} days` }
  if (pencilled > 0) return { state: 'pencilled', text: `Pencilled elsewhere on ${pencilled} of ${all} days` }
  return free === all ? { state: 'free', text: 'Free on all days' } : { state: 'unknown', text: free > 0 ? `Known free on ${free} of ${all} days` : 'Dates not known' }
}
