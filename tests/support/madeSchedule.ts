import type { Lane, Reader, Reading, ScheduleProblem, Seat } from '../../src-main/auditions/schedule/problem.ts'
import { seededNumbers } from './manyPeople.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How a schedule is made: rooms on days, people, and how much of the time is theirs alone. */
export interface MadeWish {
  readonly seed: number
  readonly rooms: number
  readonly days: number
  readonly readings: number
  /** Lengths of readings in minutes, each as often as another. */
  readonly lengths: readonly number[]
  /** How much longer than their reading people are there at most, in minutes; the less, the tighter. */
  readonly slack: number
  /** The part of readings that two people do. */
  readonly pairs?: number
  /** The part of people who read a second time. */
  readonly twice?: number
}

/**
 * Makes a problem that can be solved, with its solution: rooms are filled from ten o'clock to six with a break at one, and then
 * people are said to be there only some time before and after their reading.
 */
export function madeSchedule({ seed, rooms, days, readings, lengths, slack, pairs = 0, twice = 0 }: MadeWish): { readonly problem: ScheduleProblem; readonly solution: readonly Seat[] } {
  const random = seededNumbers(seed)
  const below = (bound: number): number => Math.floor(random() * bound)
  const step = 5 * minute
  const lanes = Array.from({ length: rooms * days }, (_, at): Lane => {
    const start = Math.floor(at / rooms) * day + 10 * hour
    return { place: `Room ${(at % rooms) + 1}`, open: [{ start, end: start + 3 * hour }, { start: start + 4 * hour, end: start + 8 * hour }], step, length: 15 * minute }
  })
  const ends = lanes.map(lane => lane.open.map(({ start }) => start))
  const solution: Seat[] = []
  const made: Reading[] = []
  const windows: { start: number; end: number }[][] = []
  while (made.length < readings) {
    const length = (lengths[below(lengths.length)] ?? 15) * minute
    const fits = lanes.flatMap((lane, at) => lane.open.flatMap((span, part) => ((ends[at]?.[part] ?? 0) + length <= span.end ? [{ at, part }] : [])))
    const place = fits[below(fits.length)]
    if (!place) break
    const start = ends[place.at]?.[place.part] ?? 0
    ends[place.at]?.splice(place.part, 1, start + length)
    const seat = { lane: place.at, start, end: start + length, doubtful: false }
    const room = lanes[place.at]?.place ?? ''
    const again = random() < twice ? windows.findIndex((own, who) => own.length === 1 && solution.every((other, at) => !made[at]?.people.includes(who) || other.end + way <= start || start + length + way <= other.start || (lanes[other.lane]?.place === room && (other.end <= start || start + length <= other.start)))) : -1
    const newcomers = again >= 0 ? 0 : random() < pairs ? 2 : 1
    const people = again >= 0 ? [again] : Array.from({ length: newcomers }, (_, at) => windows.length + at)
    for (const person of people) (windows[person] ??= []).push({ start: start - below(slack / 5 + 1) * step, end: start + length + below(slack / 5 + 1) * step })
    solution.push(seat)
    made.push({ people, length, lanes: null })
  }
  const order = made.map((_, at) => ({ at, key: random() })).sort((a, b) => a.key - b.key).map(({ at }) => at)
  return {
    problem: { lanes, travel: way, people: windows.map((own): Reader => ({ away: gapsOf(own, days * day), doubtful: [], sits: [] })), readings: order.flatMap(at => made[at] ?? []) },
    solution: order.flatMap(at => solution[at] ?? []),
  }
}

const way = 10 * minute

/** The time that is not in any of some windows. */
function gapsOf(windows: readonly { readonly start: number; readonly end: number }[], end: number): { start: number; end: number }[] {
  const gaps: { start: number; end: number }[] = []
  let at = 0
  for (const window of [...windows].sort((a, b) => a.start - b.start)) {
    if (window.start > at) gaps.push({ start: at, end: window.start })
    at = Math.max(at, window.end)
  }
  return at < end ? [...gaps, { start: at, end }] : gaps
}
