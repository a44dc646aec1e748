import type { PrintedTable, TableCell, TableColumn } from '../documents/table.ts'
import type { DayMark, DayOutOfDays, DaysRow, ShootingDay } from '../../src-preload/contract/reports.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { Cast } from './cast.ts'
import { dayWords, frameOf, groupWords, roleCells, roleColumns, togetherNotes, weekdayWords } from './reportWords.ts'

/** The day-out-of-days as a table: a role a row, a day a column, the totals at the end. */
export function daysTable(cast: Cast, report: DayOutOfDays, made: Date): PrintedTable {
  const { days, rows, order } = report
  return {
    title: 'Day-out-of-days', sheet: 'Day-out-of-days', ...frameOf(cast, made),
    columns: [
      ...roleColumns,
      ...days.map((day): TableColumn => ({ head: day.short, turned: day.date ? weekdayWords(day.date) : day.kind === 'shoot' ? day.label : day.kind === 'off' ? 'Off' : 'Travel', kind: 'mark' })),
      { head: 'Work', kind: 'number' }, { head: 'Hold', kind: 'number' }, { head: 'Travel', kind: 'number' }, { head: 'Total', kind: 'number' }, { head: 'Start', kind: 'text', widest: 70 }, { head: 'Finish', kind: 'text', widest: 70 },
    ],
    rows: rows.map(row => {
      const marks = new Map(row.cells.map(({ day, mark }) => [day, mark]))
      return {
        ...(!cast.kept && { group: groupWords[row.size] }),
        cells: [
          ...roleCells(row), ...days.map((day, at) => markCell(marks.get(at), day)),
          row.work, row.hold, row.travel, row.work + row.hold + row.travel, edgeOf(days, row.first), edgeOf(days, row.last),
        ],
      }
    }),
    legend: `S start, W work, F finish, H hold, T travel, D drop, P pick-up, a stroke a day off. ${order.dropAfter === null ? 'Idle days between two days of work are held.' : `Dropped for ${order.dropAfter} idle days or more; fewer are held.`} A role works in every scene that it speaks in or that names it.`,
    notes: [...idleNotes(rows), ...lostNotes(report), ...togetherNotes(cast.together)],
  }
}

const markCell = (mark: DayMark | undefined, { kind }: ShootingDay): TableCell => {
  if (mark === undefined) return kind === 'off' ? { value: null, text: '/', tone: 'quiet' } : null
  return { value: mark, tone: mark.includes('W') ? 'strong' : mark === 'T' ? 'soft' : 'quiet' }
}

const edgeOf = (days: readonly ShootingDay[], at: number | null): TableCell => {
  const day = at === null ? undefined : days[at]
  return day ? (day.date ? dayWords(day.date) : day.label) : null
}

const idleNotes = (rows: readonly DaysRow[]): readonly string[] => {
  const idle = rows.filter(({ work }) => work === 0).map(({ name }) => name)
  return idle.length === 0 ? [] : [`On no day yet: ${idle.join(', ')}.`]
}

function lostNotes({ unscheduled, scenes, findings }: DayOutOfDays): readonly string[] {
  const missing = unscheduled.flatMap(index => scenes[index] ?? []).map(sceneNumber)
  const lost = findings.filter(({ kind }) => kind === 'mend').map(({ message }) => message)
  return [...(missing.length === 0 ? [] : [`Scenes on no day: ${missing.join(', ')}.`]), ...(lost.length === 0 ? [] : [`Not read: ${lost.join(' ')}`])]
}
