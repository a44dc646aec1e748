import type { DayMark, DaysRow, ShootingDay } from '../../src-preload/contract/reports.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { daysFrom } from './orderDates.ts'

/** What a role does over the days: the marked days with their scenes, and the totals. */
export type RoleDays = Pick<DaysRow, 'cells' | 'work' | 'hold' | 'travel' | 'first' | 'last'>

/**
 * The row of a role on the day-out-of-days.
 *
 * Marks, as Movie Magic Scheduling writes them (https://mms-docs.ep.com/DayOutofDays/DOODRules.html): W works, being in a scene of that day,
 * speaking or silent; S on the first and F on the last day of work, so SW, WF, or SWF for a single day; H hold, an idle day of the company
 * between two days of work; D on the last day before a role is dropped and P on the day it is picked up again, so WD and PW; T travels.
 * Letters stand in the order S, P, W, D, F; start and finish look at work alone, whatever travel lies before or after.
 *
 * A day off is nobody's: never held, left blank. Without `dropAfter` every idle day in between is held. With it, each gap of at least that many
 * idle days is dropped: its days stay blank and are not counted. A gap is counted in calendar days, days off included, where both its ends have
 * a date, else in the days of the order (the source counts calendar days; it drops a role once, we drop every gap that is long enough,
 * since no Indian agreement bounds it). On a travel day of the company whoever is between two days of work and not dropped travels; a role
 * that is named as travelling travels on that day whatever else, and a gap with such a day in it is not dropped. Who works and travels on
 * one day works.
 * @param inScene the scenes that the role is in, by index
 */
export function roleDays(id: RoleId, inScene: ReadonlySet<number>, days: readonly ShootingDay[], dropAfter: number | null): RoleDays {
  const scenesOn = days.map(day => day.scenes.filter(scene => inScene.has(scene)))
  const worked = scenesOn.flatMap((scenes, day) => (scenes.length > 0 ? [day] : []))
  const travels = new Set(days.flatMap(({ travellers }, day) => (travellers.includes(id) && scenesOn[day]?.length === 0 ? [day] : [])))
  const first = worked[0] ?? null
  const last = worked.at(-1) ?? null
  const marks = new Map<number, DayMark>([...travels].map(day => [day, 'T']))
  const dropped = new Set<number>()
  const picked = new Set<number>()
  for (const [at, from] of worked.entries()) {
    const to = worked[at + 1]
    if (to === undefined) continue
    const idle = days.slice(from + 1, to).map((_, index) => from + 1 + index)
    if (dropAfter !== null && gapOf(days, from, to) >= dropAfter && !idle.some(day => travels.has(day))) {
      dropped.add(from)
      picked.add(to)
      continue
    }
    for (const day of idle) if (!travels.has(day)) markIdle(marks, days[day], day)
  }
  for (const day of worked) {
    marks.set(day, `${day === first ? 'S' : picked.has(day) ? 'P' : ''}W${day === last ? 'F' : dropped.has(day) ? 'D' : ''}` as DayMark)
  }
  const cells = [...marks].sort(([a], [b]) => a - b).map(([day, mark]) => ({ day, mark, scenes: scenesOn[day] ?? [] }))
  const count = (wanted: DayMark): number => cells.filter(({ mark }) => mark === wanted).length
  return { cells, work: worked.length, hold: count('H'), travel: count('T'), first, last }
}

function markIdle(marks: Map<number, DayMark>, day: ShootingDay | undefined, at: number): void {
  if (day?.kind === 'shoot') marks.set(at, 'H')
  if (day?.kind === 'travel') marks.set(at, day.travellers.length === 0 ? 'T' : 'H')
}

/** How many idle days lie between two days of work. */
function gapOf(days: readonly ShootingDay[], from: number, to: number): number {
  const [one, other] = [days[from]?.date, days[to]?.date]
  const listed = to - from - 1
  return one && other ? Math.max(listed, daysFrom(one, other) - 1) : listed
}
