import type { z } from 'zod'
import { PairPlanWish, type PairPlan, type PairToTest } from '../../src-preload/contract/pairs.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { wishKey, wishOf } from './pairDesk.ts'

/** When somebody can be there, as it is typed: empty is the beginning or the end of the session. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** What is said of a pair session. */
export interface OrderForm {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly minutes: number
  readonly hours: ReadonlyMap<TalentId, Hours>
}

/** Reads the form out of the search part of an address; what is missing or wrong there is as at the beginning. */
export function formOf(search: string, tomorrow: string): OrderForm {
  const said = new URLSearchParams(search)
  const minutes = Number(said.get('minutes') ?? 20)
  return {
    day: said.get('day') ?? tomorrow, from: said.get('from') ?? '11:00', to: said.get('to') ?? '13:00', minutes: Number.isInteger(minutes) && minutes >= 5 && minutes <= 240 ? minutes : 20,
    hours: new Map(said.getAll('h').map(one => {
      const [id = '', from = '', to = ''] = one.split(',')
      return [id as TalentId, { from, to }] as const
    })),
  }
}

/** The form as the search part of an address. */
export function searchOf({ day, from, to, minutes, hours }: OrderForm): string {
  const said = new URLSearchParams({ day, from, to, minutes: `${minutes}` })
  for (const [id, own] of hours) if (own.from !== '' || own.to !== '') said.append('h', [id, own.from, own.to].join(','))
  return said.toString()
}

/** What the office is asked for; a sentence where the form cannot be asked yet. */
export function wishFrom(form: OrderForm, pairs: readonly PairToTest[]): { readonly wish: z.input<typeof PairPlanWish> } | { readonly wrong: string } {
  if (form.from >= form.to) return { wrong: 'The session ends before it begins.' }
  if (pairs.length > mostReads) return { wrong: `A session holds ${mostReads} reads at most. Leave some out.` }
  const hours = [...form.hours].flatMap(([talentId, { from, to }]) => (from === '' && to === '' ? [] : [{ talentId, from: from || form.from, to: to || form.to }]))
  const reads = pairs.map(wishOf).map(({ roleIds: [a, b], talentIds: [one, other] }) => ({ roleIds: [a, b], talentIds: [one, other] }))
  const read = PairPlanWish.safeParse({ reads, day: form.day, from: form.from, to: form.to, minutes: form.minutes, hours })
  return read.success ? { wish: read.data } : { wrong: 'Say the day and its hours.' }
}

const mostReads = 60

/** The pairs by their key, for the names of a plan. */
export const pairsByKey = (pairs: readonly PairToTest[]): ReadonlyMap<string, PairToTest> => new Map(pairs.map(pair => [wishKey(wishOf(pair)), pair]))

/** How often somebody comes in, beside the fewest that any order could have. */
export function changesWords({ reads, changes, least, proven }: PairPlan): string {
  if (reads.length === 0) return 'No read has a place.'
  const comes = `Somebody comes in ${changes} times`
  return proven ? `${comes}; no order of these reads has fewer.` : `${comes}; no order can have fewer than ${least}.`
}

/** The running order as it is sent: a line for each read, then who has no place. */
export function orderAsText(plan: PairPlan, pairs: ReadonlyMap<string, PairToTest>, head: string): string {
  const people = new Map(plan.people.map(({ id, name }) => [id, name]))
  const line = (read: Parameters<typeof wishKey>[0]): string => {
    const pair = pairs.get(wishKey(read))
    const [one, other] = read.talentIds.map((id, at) => `${people.get(id) ?? ''} (${pair?.roles.find(role => role.id === read.roleIds[at])?.name ?? ''})`)
    return `${one ?? ''} with ${other ?? ''}`
  }
  return [
    head, '',
    ...plan.reads.map(read => `${read.from}  ${line(read)}`),
    ...(plan.notPlaced.length > 0 ? ['', 'No place:', ...plan.notPlaced.map(read => `${line(read)}: ${read.reason}`)] : []),
  ].join('\n')
}
