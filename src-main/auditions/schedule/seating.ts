import { clashes, meets, sittingOf, type ScheduleProblem, type Seat } from './problem.ts'

/** Who sits where so far. */
export interface Seating {
  /** The seat of each reading, null where it has none. */
  readonly seats: readonly (Seat | null)[]
  /** The readings that stand in the way of a seat for a reading, itself left out. */
  readonly inTheWay: (reading: number, seat: Seat) => readonly number[]
  readonly place: (reading: number, seat: Seat) => void
  readonly remove: (reading: number) => void
}

/** Makes a seating in which nobody sits yet, or who sits in `from`. */
export function createSeating(problem: ScheduleProblem, from: readonly (Seat | null)[] = []): Seating {
  const seats: (Seat | null)[] = problem.readings.map(() => null)
  const inLane = problem.lanes.map(() => new Set<number>())
  const ofPerson = problem.people.map(() => new Set<number>())

  const change = (reading: number, seat: Seat | null): void => {
    const before = seats[reading]
    if (before) inLane[before.lane]?.delete(reading)
    seats[reading] = seat
    if (seat) inLane[seat.lane]?.add(reading)
    for (const person of problem.readings[reading]?.people ?? []) {
      if (seat) ofPerson[person]?.add(reading)
      else ofPerson[person]?.delete(reading)
    }
  }
  from.forEach((seat, reading) => { if (seat) change(reading, seat) })

  return {
    seats,
    place: change,
    remove: reading => { change(reading, null) },
    inTheWay: (reading, seat) => {
      const found = new Set<number>()
      for (const other of inLane[seat.lane] ?? []) {
        const taken = seats[other]
        if (other !== reading && taken && meets(taken, seat)) found.add(other)
      }
      for (const person of problem.readings[reading]?.people ?? []) {
        for (const other of ofPerson[person] ?? []) {
          const taken = seats[other]
          if (other !== reading && taken && clashes(sittingOf(taken, problem.lanes), sittingOf(seat, problem.lanes), problem.travel)) found.add(other)
        }
      }
      return [...found]
    },
  }
}
