import { crowdingOf } from './crowding.ts'
import { seatsOf, type ScheduleProblem, type Seat } from './problem.ts'
import { proveLeftOver, type LeftOver } from './proveLeftOver.ts'
import { createSeating, type Seating } from './seating.ts'

/** Who got which seat, and who got none. */
export interface Schedule {
  /** The seat of each reading, null for those left over. */
  readonly seats: readonly (Seat | null)[]
  /** The readings that have none, with why. */
  readonly leftOver: readonly LeftOver[]
  /** Whether it is proven that no schedule places more. */
  readonly proven: boolean
}

/** How often a reading is pushed in where others sit before the best so far stands; for each reading beside so many at least. */
const pushes = { least: 4_000, each: 300 }

/**
 * Places as many readings as can be placed, in the order they stand where that leaves nobody out.
 *
 * First everybody takes the first seat that is free. Whoever finds none is pushed in where the least stand in the way, and those
 * look for another seat, as long as more could find one than do; a reading that was hard to place before weighs more, so that it is not pushed out again (guided ejection
 * search: Nagata and Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time windows", 2009).
 * What is still left over is held against two bounds (see {@link proveLeftOver}). The same problem has always the same answer.
 * 120 readings take some 100 ms: to be run in a worker.
 */
export function solveSchedule(problem: ScheduleProblem): Schedule {
  const choices = seatsOf(problem)
  const seating = createSeating(problem)
  const left = choices.flatMap((seats, reading) => {
    const free = seats.find(seat => seating.inTheWay(reading, seat).length === 0)
    if (free) seating.place(reading, free)
    return free ? [] : [reading]
  })
  const weights = choices.map(() => 1)
  const wanting = left.filter(reading => (choices[reading]?.length ?? 0) > 0)
  const crowding = wanting.length === 0 ? { atLeast: 0, crowd: new Set<number>() } : crowdingOf(problem, choices)
  const best = pushIn({ problem, choices, seating, weights }, wanting, crowding.atLeast)
  shortenWaits(problem, choices, best)
  const { leftOver, proven } = proveLeftOver({ problem, choices, seats: best.seats, weights, crowding })
  return { seats: best.seats, leftOver, proven }
}

interface Pushing {
  readonly problem: ScheduleProblem
  readonly choices: readonly (readonly Seat[])[]
  readonly seating: Seating
  /** How hard each reading was to place. */
  readonly weights: number[]
}

/** Pushes in those who are left until no more than `atLeast` are, or it was tried long enough; the seating with the fewest left, of equals those later in the order. */
function pushIn({ problem, choices, seating, weights }: Pushing, first: readonly number[], atLeast: number): Seating {
  const left = [...first]
  let best = { seats: [...seating.seats], left: worth(left) }
  const chance = numbersFrom(problem.readings.length)
  for (let pushed = 0, most = pushes.least + pushes.each * choices.length; left.length > atLeast && pushed < most; pushed++) {
    const [reading = 0] = left.splice(Math.floor(chance() * left.length), 1)
    weights[reading] = (weights[reading] ?? 0) + 1
    const push = leastInTheWay(choices[reading] ?? [], seat => seating.inTheWay(reading, seat), weights, chance)
    if (!push) continue
    for (const other of push.inTheWay) seating.remove(other)
    seating.place(reading, push.seat)
    left.push(...push.inTheWay)
    if (worth(left) < best.left) best = { seats: [...seating.seats], left: worth(left) }
  }
  return createSeating(problem, best.seats)
}

/** Fewer left is better; of as many, those that stand later in the order. */
const worth = (left: readonly number[]): number => left.reduce((sum, reading) => sum + 1 + 1 / (reading + 2) / (left.length + 1), 0)

function leastInTheWay(seats: readonly Seat[], inTheWay: (seat: Seat) => readonly number[], weights: readonly number[], chance: () => number) {
  let best: { readonly seat: Seat; readonly inTheWay: readonly number[]; readonly cost: number } | null = null
  let equals = 0
  for (const seat of seats) {
    const others = inTheWay(seat)
    const cost = others.reduce((sum, other) => sum + (weights[other] ?? 1), 0)
    if (best && cost > best.cost) continue
    equals = best && cost === best.cost ? equals + 1 : 1
    if (equals === 1 || chance() * equals < 1) best = { seat, inTheWay: others, cost }
    if (cost === 0) break
  }
  return best
}

/** Moves those who read more than once nearer to their other readings where a seat is free, so that they wait less. */
function shortenWaits(problem: ScheduleProblem, choices: readonly (readonly Seat[])[], seating: Seating): void {
  const readingsOf = Map.groupBy(problem.readings.flatMap(({ people }, reading) => people.map(person => ({ person, reading }))), ({ person }) => person)
  const often = [...readingsOf.values()].filter(of => of.length > 1).flatMap(of => of.map(({ reading }) => ({ reading, others: of.map(other => other.reading).filter(other => other !== reading) })))
  for (const { reading, others } of often) {
    const now = seating.seats[reading]
    if (!now) continue
    const wait = (seat: Seat): number => others.reduce((sum, other) => {
      const sits = seating.seats[other]
      return sum + (sits ? Math.max(sits.start - seat.end, seat.start - sits.end, 0) : 0)
    }, 0)
    const nearer = (choices[reading] ?? []).filter(seat => seat.doubtful === now.doubtful && seating.inTheWay(reading, seat).length === 0)
    const best = nearer.reduce((least, seat) => (wait(seat) < wait(least) ? seat : least), now)
    if (best !== now) seating.place(reading, best)
  }
}

/** Numbers from 0 up to 1, the same for the same seed (linear congruential, Numerical Recipes). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296
}
