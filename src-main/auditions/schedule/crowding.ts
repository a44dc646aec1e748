import { createNetwork } from './mostFlow.ts'
import type { ScheduleProblem, Seat } from './problem.ts'

/** What the time in the lanes can hold at most. */
export interface Crowding {
  /** How many readings must be left over at least. */
  readonly atLeast: number
  /** Readings that together want more time than there is where they can be held; empty where time is enough. */
  readonly crowd: ReadonlySet<number>
}

/**
 * Tells how many readings cannot be placed for want of time, were they cut up and spread at will.
 *
 * Time is cut where any seat begins or ends. Of each piece a person takes part once, and a lane holds one reading: the most that
 * fits is a flow, and where it is less than what is wanted its least cut names the crowd. Readings of one length whose seats lie
 * on one grid, one person each, are judged exactly; of others less may fit than this says, never more. Readings without any seat
 * count for nothing.
 */
export function crowdingOf({ readings, lanes, people }: ScheduleProblem, choices: readonly (readonly Seat[])[]): Crowding {
  const cuts = [...new Set(choices.flatMap(seats => seats.flatMap(({ start, end }) => [start, end])))].sort((a, b) => a - b)
  const pieceAt = new Map(cuts.map((cut, at) => [cut, at]))
  const pieces = Math.max(0, cuts.length - 1)
  const lengthOf = (piece: number): number => (cuts[piece + 1] ?? 0) - (cuts[piece] ?? 0)

  // Nodes: source, sink, readings, pieces of each person (a pair counts as somebody of its own), pieces of each lane.
  const [source, sink, firstReading] = [0, 1, 2]
  const firstPerson = firstReading + readings.length
  const whoOf = (reading: number): number => {
    const own = readings[reading]?.people ?? []
    return own.length === 1 ? (own[0] ?? 0) : people.length + reading
  }
  const firstLane = firstPerson + (people.length + readings.length) * pieces
  const network = createNetwork(firstLane + lanes.length * pieces)
  const piped = new Set<number>()
  const pipeOnce = (from: number, to: number, most: number): void => {
    const key = from * (firstLane + lanes.length * pieces) + to
    if (!piped.has(key)) network.pipe(from, to, most)
    piped.add(key)
  }

  let wanted = 0
  const lengths: number[] = []
  choices.forEach((seats, reading) => {
    const shortest = seats.reduce((least, { start, end }) => Math.min(least, end - start), Infinity)
    if (seats.length === 0) return
    wanted += shortest
    lengths.push(shortest)
    network.pipe(source, firstReading + reading, shortest)
    for (const { lane, start, end } of seats) {
      for (let piece = pieceAt.get(start) ?? 0, last = pieceAt.get(end) ?? 0; piece < last; piece++) {
        const person = firstPerson + whoOf(reading) * pieces + piece
        pipeOnce(firstReading + reading, person, lengthOf(piece))
        pipeOnce(person, firstLane + lane * pieces + piece, lengthOf(piece))
        pipeOnce(firstLane + lane * pieces + piece, sink, lengthOf(piece))
      }
    }
  })
  const { flow, reached } = network.mostFlow(source, sink)
  const crowd = choices.flatMap((seats, reading) => (seats.length > 0 && reached.has(firstReading + reading) ? [reading] : []))
  return { atLeast: leastCount(lengths, wanted - flow), crowd: new Set(crowd) }
}

/** The least number of readings that make up so much time: the longest first. */
function leastCount(lengths: readonly number[], time: number): number {
  let [left, count] = [time, 0]
  for (const length of [...lengths].sort((a, b) => b - a)) {
    if (left <= 0) break
    left -= length
    count++
  }
  return count
}
