/** A stretch of time, `end` not included; in any one unit throughout a problem (the office counts milliseconds since 1970). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A room on a day: where one reading at a time can be held. */
export interface Lane {
  /** Where it is; between two places people travel. */
  readonly place: string
  /** When it is open and nobody sits there yet, in order, breaks cut out. Readings begin at the beginning of each and every `step` after. */
  readonly open: readonly Span[]
  readonly step: number
  /** The length of a reading there where the reading has none of its own. */
  readonly length: number
}

/** A time at which somebody sits somewhere already. */
export interface Sitting extends Span {
  readonly place: string
}

/** Somebody who is to read. */
export interface Reader {
  /** When they cannot come: blocked days, hours a minor may not work. */
  readonly away: readonly Span[]
  /** When they may not be able to: pencilled elsewhere. Taken only where nothing else is left. */
  readonly doubtful: readonly Span[]
  /** Where they sit already; the way there and back is kept free. */
  readonly sits: readonly Sitting[]
}

/** A reading to be given a time: one person, or several who read together. */
export interface Reading {
  /** Who reads, as places in the list of people. */
  readonly people: readonly number[]
  /** How long; null for the length of the lane. */
  readonly length: number | null
  /** The lanes it may be held in, as places in their list; null for any. */
  readonly lanes: readonly number[] | null
}

/** Readings to be placed into lanes. */
export interface ScheduleProblem {
  readonly lanes: readonly Lane[]
  readonly people: readonly Reader[]
  /** In the order in which they are to be served. */
  readonly readings: readonly Reading[]
  /** The way between two different places. */
  readonly travel: number
}

/** A place for a reading: a lane, and from when to when. */
export interface Seat extends Span {
  readonly lane: number
  /** Whether somebody may not be able to come then. */
  readonly doubtful: boolean
}

/** Tells whether two stretches share a moment. */
export const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Tells whether somebody cannot sit in both: the times meet, or there is no time for the way between the places. */
export const clashes = (a: Sitting, b: Sitting, travel: number): boolean => {
  const way = a.place === b.place ? 0 : travel
  return a.start < b.end + way && b.start < a.end + way
}

/**
 * Lists for each reading the seats that suit its people and its lanes, whoever else is placed; undoubted ones first, then by time.
 *
 * Each list is whole: a reading that has none can never be placed.
 */
export function seatsOf({ lanes, people, readings, travel }: ScheduleProblem): readonly (readonly Seat[])[] {
  return readings.map(reading => {
    const readers = reading.people.flatMap(person => people[person] ?? [])
    const seats = lanes.flatMap((lane, at) => (reading.lanes === null || reading.lanes.includes(at) ? startsIn(lane, at, reading.length ?? lane.length) : []))
    return seats
      .filter(seat => readers.every(({ away, sits }) => !away.some(span => meets(span, seat)) && !sits.some(sitting => clashes(sitting, sittingOf(seat, lanes), travel))))
      .map(seat => ({ ...seat, doubtful: readers.some(({ doubtful }) => doubtful.some(span => meets(span, seat))) }))
      .sort((a, b) => Number(a.doubtful) - Number(b.doubtful) || a.start - b.start || a.lane - b.lane)
  })
}

/** A seat as where somebody sits. */
export const sittingOf = (seat: Seat, lanes: readonly Lane[]): Sitting => ({ start: seat.start, end: seat.end, place: lanes[seat.lane]?.place ?? '' })

function startsIn({ open, step }: Lane, lane: number, length: number): Seat[] {
  return open.flatMap(({ start, end }) =>
    Array.from({ length: Math.max(0, Math.floor((end - length - start) / step) + 1) }, (_, at) => ({ lane, start: start + at * step, end: start + at * step + length, doubtful: false })))
}
