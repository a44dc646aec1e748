import type { Crowding } from './crowding.ts'
import { seatsOf, type ScheduleProblem, type Seat } from './problem.ts'
import { createSeating } from './seating.ts'

/** Why a reading has no seat: no lane is open so long; away whenever one is; sitting elsewhere then; too many want the same time; or none was found. */
export type WhyLeft = 'noLane' | 'away' | 'elsewhere' | 'crowded' | 'notFound'

/** A reading without a seat. */
export interface LeftOver {
  readonly reading: number
  readonly why: WhyLeft
  /** Where it is crowded: the readings, itself among them, that cannot all be held in the time they have. */
  readonly crowd: readonly number[]
}

/** A schedule as it was found, with how hard each reading was to place. */
export interface Found {
  readonly problem: ScheduleProblem
  readonly choices: readonly (readonly Seat[])[]
  readonly seats: readonly (Seat | null)[]
  readonly weights: readonly number[]
  readonly crowding: Crowding
}

/** Sizes of the cores that are searched whole, and how many seats are tried in each. */
const coreSizes = [2, 3, 4, 6, 8, 12, 16, 24] as const
const mostTried = 20_000

/**
 * Says of each reading that is left over why, and whether it is proven that no fewer can be.
 *
 * Proven where all that is left over has no seat at all, where the time in the lanes cannot hold more (see `Crowding`), or
 * where for each one a core was found, readings that a search of every order could not place together, none shared by two cores.
 */
export function proveLeftOver(found: Found): { readonly leftOver: readonly LeftOver[]; readonly proven: boolean } {
  const { problem, choices, seats, crowding: { atLeast, crowd } } = found
  const left = seats.flatMap((seat, reading) => (seat === null ? [reading] : []))
  const wanting = left.filter(reading => (choices[reading]?.length ?? 0) > 0)
  const byTime = atLeast >= wanting.length
  const used = new Set<number>()
  let cores = 0
  const leftOver = left.map((reading): LeftOver => {
    if (!wanting.includes(reading)) return { reading, why: whyNoSeat(problem, reading), crowd: [] }
    if (byTime || crowd.has(reading)) return { reading, why: 'crowded', crowd: [...crowd] }
    const core = coreOf(found, reading, used)
    if (core.length === 0) return { reading, why: 'notFound', crowd: [] }
    cores++
    for (const one of core) used.add(one)
    return { reading, why: 'crowded', crowd: core }
  })
  return { leftOver, proven: byTime || cores === wanting.length }
}

function whyNoSeat(problem: ScheduleProblem, reading: number): WhyLeft {
  const alone = { ...problem, readings: problem.readings.slice(reading, reading + 1) }
  const seatsWith = (people: ScheduleProblem['people']): number => seatsOf({ ...alone, people })[0]?.length ?? 0
  if (seatsWith(problem.people.map(person => ({ ...person, away: [], sits: [] }))) === 0) return 'noLane'
  return seatsWith(problem.people.map(person => ({ ...person, sits: [] }))) === 0 ? 'away' : 'elsewhere'
}

/** The smallest of some sets round a reading that cannot all be placed, whatever the order; empty where none was found. */
function coreOf({ problem, choices, weights }: Found, reading: number, used: ReadonlySet<number>): readonly number[] {
  const hardest = choices
    .flatMap((seats, other) => (other !== reading && seats.length > 0 && !used.has(other) ? [other] : []))
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0))
  for (const size of coreSizes) {
    if (size > hardest.length + 1) break
    const core = [reading, ...hardest.slice(0, size - 1)]
    if (cannotAllSit(problem, choices, core)) return core
  }
  return []
}

/** Tells whether a search of all seats ended without placing all of some readings; false also where it was not brought to its end. */
function cannotAllSit(problem: ScheduleProblem, choices: readonly (readonly Seat[])[], core: readonly number[]): boolean {
  const seating = createSeating(problem)
  const kinds = problem.lanes.map(({ place, open }) => JSON.stringify([place, open]))
  const anyLane = core.every(reading => problem.readings[reading]?.lanes === null)
  let tried = 0

  const search = (left: readonly number[]): 'placed' | 'none' | 'stopped' => {
    if (left.length === 0) return 'placed'
    const free = left.map(reading => ({ reading, seats: (choices[reading] ?? []).filter(seat => seating.inTheWay(reading, seat).length === 0) }))
    const { reading, seats } = free.reduce((tightest, one) => (one.seats.length < tightest.seats.length ? one : tightest))
    const empty = new Set<string>()
    for (const seat of seats) {
      if (anyLane && isEmpty(seating.seats, seat.lane)) {
        // Of lanes alike in which nobody sits yet one stands for all.
        const key = `${kinds[seat.lane] ?? ''} ${seat.start} ${seat.end}`
        if (empty.has(key)) continue
        empty.add(key)
      }
      if (++tried > mostTried) return 'stopped'
      seating.place(reading, seat)
      const result = search(left.filter(other => other !== reading))
      seating.remove(reading)
      if (result !== 'none') return result
    }
    return 'none'
  }
  return search(core) === 'none'
}

const isEmpty = (seats: readonly (Seat | null)[], lane: number): boolean => seats.every(seat => seat?.lane !== lane)
