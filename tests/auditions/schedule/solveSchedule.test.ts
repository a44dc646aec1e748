import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashes, meets, seatsOf, sittingOf, type Lane, type Reader, type Reading, type ScheduleProblem, type Seat } from '../../../src-main/auditions/schedule/problem.ts'
import { solveSchedule } from '../../../src-main/auditions/schedule/solveSchedule.ts'
import { madeSchedule } from '../../support/madeSchedule.ts'

const lane = (place: string, start: number, end: number, length = 10): Lane => ({ place, open: [{ start, end }], step: 5, length })
/** Somebody who is there only from one time to another. */
const there = (from: number, to: number, rest: Partial<Reader> = {}): Reader => ({ away: [{ start: -1_000, end: from }, { start: to, end: 1_000 }], doubtful: [], sits: [], ...rest })
const alone = (...people: readonly number[]): Reading => ({ people, length: null, lanes: null })
const problem = (lanes: readonly Lane[], people: readonly Reader[], readings: readonly Reading[] = people.map((_, at) => alone(at)), travel = 0): ScheduleProblem => ({ lanes, people, readings, travel })

/** The rules that no schedule may break, held without the parts that the solver holds them by. */
function brokenRules({ lanes, people, readings, travel }: ScheduleProblem, seats: readonly (Seat | null)[]): readonly string[] {
  return readings.flatMap((reading, at) => {
    const seat = seats[at]
    const open = seat && lanes[seat.lane]
    if (!seat || !open) return []
    const own = reading.people.flatMap(person => people[person] ?? [])
    const others = seats.flatMap((other, place) => (other && place > at ? [{ seat: other, people: readings[place]?.people ?? [] }] : []))
    return [
      ...(open.open.some(({ start, end }) => start <= seat.start && seat.end <= end) ? [] : ['outside the lane']),
      ...(seat.end - seat.start === (reading.length ?? open.length) ? [] : ['not as long as asked']),
      ...(reading.lanes === null || reading.lanes.includes(seat.lane) ? [] : ['in another lane than may be']),
      ...(own.some(({ away }) => away.some(span => meets(span, seat))) ? ['somebody is away'] : []),
      ...(own.some(({ sits }) => sits.some(sitting => clashes(sitting, sittingOf(seat, lanes), travel))) ? ['somebody sits elsewhere'] : []),
      ...others.flatMap(other => [
        ...(other.seat.lane === seat.lane && meets(other.seat, seat) ? ['two in one lane'] : []),
        ...(other.people.some(person => reading.people.includes(person)) && clashes(sittingOf(other.seat, lanes), sittingOf(seat, lanes), travel) ? ['somebody in two places'] : []),
      ]),
    ]
  })
}

/** How many readings can be placed at most, by trying everything. */
function mostByTrying(given: ScheduleProblem): number {
  const choices = seatsOf(given)
  const seats: (Seat | null)[] = choices.map(() => null)
  const most = (at: number): number => {
    const options = choices[at]
    if (options === undefined) return 0
    let best = most(at + 1)
    for (const seat of options) {
      seats[at] = seat
      if (brokenRules(given, seats).length === 0) best = Math.max(best, 1 + most(at + 1))
      seats[at] = null
      if (best === choices.length - at) break
    }
    return best
  }
  return most(0)
}

const span = (most: number) => fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 1, max: 6 })).map(([from, long]) => ({ start: from * 5, end: (from + long) * 5 }))
const smallProblem: fc.Arbitrary<ScheduleProblem> = fc.record({
  lanes: fc.array(fc.record({ place: fc.constantFrom('one', 'two'), open: span(4).map(open => [open]), step: fc.constant(5), length: fc.constantFrom(5, 10) }), { minLength: 1, maxLength: 2 }),
  people: fc.array(fc.record({ away: fc.array(span(8), { maxLength: 2 }), doubtful: fc.array(span(8), { maxLength: 1 }), sits: fc.array(span(8).map(one => ({ ...one, place: 'one' })), { maxLength: 1 }) }), { minLength: 3, maxLength: 3 }),
  readings: fc.array(fc.record({ people: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }), length: fc.constantFrom(null, 5, 15), lanes: fc.constantFrom(null, [0]) }), { minLength: 1, maxLength: 5 }),
  travel: fc.constantFrom(0, 5),
})

describe('a schedule of readings', () => {
  it('keeps every rule, places as many as can be placed, and calls nothing proven that is not', () => {
    fc.assert(fc.property(smallProblem, given => {
      const { seats, leftOver, proven } = solveSchedule(given)
      const most = mostByTrying(given)
      expect(brokenRules(given, seats)).toEqual([])
      expect(seats.flatMap((seat, at) => (seat ? [] : [at]))).toEqual(leftOver.map(({ reading }) => reading))
      expect(seats.filter(Boolean)).toHaveLength(most)
      expect(proven && seats.length - leftOver.length < most).toBe(false)
      const crowds = leftOver.map(({ crowd }) => crowd.flatMap(at => given.readings[at] ?? [])).filter(readings => readings.length > 0)
      expect(crowds.filter(readings => mostByTrying({ ...given, readings }) === readings.length)).toEqual([])
    }), { numRuns: 400 })
  })

  it.each([
    { lengths: [15], slack: 15, readings: 168 },
    { lengths: [10, 15, 20], slack: 60, readings: 120 },
    { lengths: [10, 20, 30], slack: 240, readings: 120, pairs: 0.2, twice: 0.2 },
    { lengths: [10, 15, 25], slack: 30, readings: 120, pairs: 0.2, twice: 0.2 },
  ])('finds a place for all where there is one: %o in three rooms on two days', wish => {
    for (const seed of [1, 2, 3]) {
      const { problem: made, solution } = madeSchedule({ seed, rooms: 3, days: 2, ...wish })
      expect(brokenRules(made, solution)).toEqual([])
      const { seats, leftOver } = solveSchedule(made)
      expect(leftOver).toEqual([])
      expect(brokenRules(made, seats)).toEqual([])
    }
  })

  it('proves that nobody more can be placed where too many are there at one time only, and names them', () => {
    const rooms = ['one', 'two', 'three'].map(place => lane(place, 0, 40))
    const people = [...Array.from({ length: 6 }, () => there(0, 40)), ...Array.from({ length: 5 }, () => there(0, 10))]
    const { leftOver, proven } = solveSchedule(problem(rooms, people))
    expect(leftOver.map(({ why, crowd }) => [why, [...crowd].sort()])).toEqual([['crowded', [10, 6, 7, 8, 9]], ['crowded', [10, 6, 7, 8, 9]]])
    expect(proven).toBe(true)
  })

  it('proves by search what counting time cannot see: two pairs that share somebody at one time', () => {
    const { leftOver, proven } = solveSchedule(problem([lane('one', 0, 10), lane('one', 0, 10)], [there(0, 10), there(0, 10), there(0, 10)], [alone(0, 1), alone(1, 2)]))
    expect(leftOver).toEqual([{ reading: 1, why: 'crowded', crowd: [1, 0] }])
    expect(proven).toBe(true)
  })

  it('serves people in their order, takes a doubtful time last, and pushes somebody on only where another would be left out', () => {
    const room = [lane('one', 0, 20)]
    const starts = (people: readonly Reader[]) => solveSchedule(problem(room, people)).seats.map(seat => seat?.start)
    expect(starts([there(0, 20), there(0, 20)])).toEqual([0, 10])
    expect(starts([there(0, 20, { doubtful: [{ start: 0, end: 10 }] }), there(0, 20)])).toEqual([10, 0])
    expect(starts([there(0, 20), there(0, 10)])).toEqual([10, 0])
  })

  it('leaves time for the way between two places, and none within one', () => {
    const both = (travel: number) => solveSchedule(problem([lane('one', 0, 10), lane('two', 0, 30)], [there(0, 30)], [{ ...alone(0), lanes: [0] }, { ...alone(0), lanes: [1] }], travel)).seats.map(seat => seat?.start)
    expect(both(0)).toEqual([0, 10])
    expect(both(15)).toEqual([0, undefined])
    expect(both(10)).toEqual([0, 20])
  })

  it('holds the readings of one person together', () => {
    const people = [there(0, 100), there(10, 50), there(10, 50), there(10, 50), there(10, 50)]
    const { seats } = solveSchedule(problem([lane('one', 0, 100)], people, [alone(0), alone(1), alone(2), alone(3), alone(4), { people: [0], length: 40, lanes: null }]))
    expect([seats[5]?.start, seats[0]?.start]).toEqual([50, 90])
  })

  it('says why somebody has no time at all', () => {
    const why = (person: Reader, lanes = [lane('one', 0, 20)]) => solveSchedule(problem(lanes, [person])).leftOver.map(left => left.why)
    expect(why(there(0, 20), [lane('one', 0, 5)])).toEqual(['noLane'])
    expect(why(there(50, 60))).toEqual(['away'])
    expect(why(there(0, 20, { sits: [{ start: 5, end: 15, place: '' }] }))).toEqual(['elsewhere'])
  })
})
