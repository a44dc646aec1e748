import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairPlan, PairPlanWish, PlannedPerson, PlannedRead } from '../../../src-preload/contract/pairs.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../../src-preload/contract/words.ts'
import { dayState } from '../../talent/dayState.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { streamWork } from '../../workers/stream.ts'
import type { OrderedReads, ReadToOrder } from './orderReads.ts'
import type { PairParts } from './pairParts.ts'

/**
 * Puts the reads of a pair session in order.
 *
 * Who is blocked that day by the book reads not; hours that are given bind. People who were merged are the one they are kept as. Throws NOT_FOUND, INVALID_INPUT where the session is
 * too short for one read, CANCELLED.
 */
export const planReads = (parts: PairParts, asked: PairPlanWish, signal?: AbortSignal): AsyncGenerator<WorkEvent<PairPlan>, void> =>
  streamWork(signal, async (report, stop) => {
    report({ kind: 'progress', stage: 'Ordering the reads', done: 0, total: asked.reads.length })
    const { wish, people } = asKept(asked, peopleOf(parts, asked))
    const reads = readsToOrder(wish, people)
    const ordered = await parts.pool.run<OrderedReads>('matching/orderReads', { reads }, { signal: stop, subject: 'The running order' })
    return planOf(wish, { reads, ordered, people })
  })

function peopleOf({ db }: PairParts, { reads }: PairPlanWish): ReadonlyMap<TalentId, TalentRecord> {
  const ids = [...new Set(reads.flatMap(({ talentIds }) => talentIds))]
  const people = new Map(ids.flatMap(id => talentFactsOf(db, '', [id]).map(person => [id, person] as const)))
  if (people.size < ids.length) throw new CastMatchError('NOT_FOUND', { subject: 'One of these people' })
  return people
}

/** The wish with everybody by the id they are kept under. */
function asKept(wish: PairPlanWish, people: ReadonlyMap<TalentId, TalentRecord>): { readonly wish: PairPlanWish; readonly people: ReadonlyMap<TalentId, TalentRecord> } {
  const kept = (id: TalentId): TalentId => people.get(id)?.id ?? id
  return {
    wish: {
      ...wish,
      reads: wish.reads.map(({ roleIds, talentIds: [one, other] }) => ({ roleIds, talentIds: [kept(one), kept(other)] })),
      hours: wish.hours.map(hours => ({ ...hours, talentId: kept(hours.talentId) })),
    },
    people: new Map([...people.values()].map(person => [person.id, person])),
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function readsToOrder(wish: PairPlanWish, people: ReadonlyMap<TalentId, TalentRecord>): readonly ReadToOrder[] {
  const slots = Math.floor((minutesOf(wish.to) - minutesOf(wish.from)) / wish.minutes)
  if (slots < 1) throw new CastMatchError('INVALID_INPUT', { subject: 'The session', detail: `it is too short for one read of ${wish.minutes} minutes` })
  const same = wish.reads.find(({ talentIds: [one, other] }) => one === other)
  if (same) throw new CastMatchError('INVALID_INPUT', { subject: people.get(same.talentIds[0])?.name ?? 'The read', detail: 'nobody reads with themselves' })
  return wish.reads.map(({ talentIds }) => ({
    people: talentIds,
    free: Array.from({ length: slots }, (_, slot) => talentIds.every(id => isThere(wish, id, minutesOf(wish.from) + slot * wish.minutes) && !isBlocked(people.get(id), wish.day))),
  }))
}

function isThere({ hours, minutes }: PairPlanWish, id: TalentId, from: number): boolean {
  const own = hours.filter(({ talentId }) => talentId === id)
  return own.length === 0 || own.some(span => minutesOf(span.from) <= from && from + minutes <= minutesOf(span.to))
}

const isBlocked = (person: TalentRecord | undefined, day: string): boolean => person !== undefined && dayState(person.availability, day) === 'blocked'

function planOf(wish: PairPlanWish, { reads, ordered, people }: { readonly reads: readonly ReadToOrder[]; readonly ordered: OrderedReads; readonly people: ReadonlyMap<TalentId, TalentRecord> }): PairPlan {
  const planned: PlannedRead[] = []
  for (const [slot, at] of ordered.slots.entries()) {
    const read = at === null ? undefined : wish.reads[at]
    if (!read) continue
    const before: readonly TalentId[] = planned.at(-1)?.talentIds ?? []
    planned.push({ ...read, from: timeOf(minutesOf(wish.from) + slot * wish.minutes), minutes: wish.minutes, comesIn: read.talentIds.filter(id => !before.includes(id)) })
  }
  const notPlaced = wish.reads.flatMap((read, at) => (ordered.slots.includes(at) ? [] : [{ ...read, reason: whyNot(wish, reads[at], read.talentIds.map(id => people.get(id))) }]))
  return { reads: planned, changes: ordered.changes, least: ordered.least, proven: ordered.proven, notPlaced, people: plannedPeople(wish, planned, people) }
}

function plannedPeople({ day }: PairPlanWish, planned: readonly PlannedRead[], people: ReadonlyMap<TalentId, TalentRecord>): PlannedPerson[] {
  const count = (id: TalentId, of: (read: PlannedRead) => readonly TalentId[]): number => planned.filter(read => of(read).includes(id)).length
  return [...people.values()]
    .map(({ id, name, availability }) => ({ id, name, day: dayState(availability, day), reads: count(id, read => read.talentIds), comesIn: count(id, read => read.comesIn) }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

function whyNot({ day }: PairPlanWish, read: ReadToOrder | undefined, both: readonly (TalentRecord | undefined)[]): string {
  const blocked = both.find(person => isBlocked(person, day))
  if (blocked) return `${blocked.name} is blocked that day`
  return read?.free.some(Boolean) ? 'No time is left in which both are there' : 'They are not there at the same time'
}
