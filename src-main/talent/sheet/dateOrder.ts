import type { DateOrder, SheetPreview } from '../../../src-preload/contract/talent.ts'
import { readBirthDay } from './readDay.ts'
import { plain } from './readNumbers.ts'

/** What the dates of a column say of the order they are written in. */
export interface DatesOfColumn {
  /** The order that one of them decides, because a number in it is no month; null where none does, or they contradict each other. */
  readonly decided: DateOrder | null
  /** The first that could be two days; null where there is none. */
  readonly either: string | null
}

/** Prepares looking through the dates of a column, cell by cell. */
export function dateWatch(): { see(cell: string): void; found(): DatesOfColumn } {
  const decides = { dayFirst: false, monthFirst: false }
  let either: string | null = null
  return {
    see(cell) {
      const [first, second] = numbersOf(cell)
      if (first === undefined || second === undefined) return
      if (first > 12 && second <= 12) decides.dayFirst = true
      else if (second > 12 && first <= 12) decides.monthFirst = true
      else if (couldBeBoth(cell)) either ??= cell.trim()
    },
    found: () => ({ decided: decides.dayFirst === decides.monthFirst ? null : decides.dayFirst ? 'dayFirst' : 'monthFirst', either }),
  }
}

/** Whether a date could be two days: both numbers could be the month, and they differ. */
export function couldBeBoth(cell: string): boolean {
  const days = (['dayFirst', 'monthFirst'] as const).map(order => readBirthDay(cell, order))
  return days[0] !== days[1] && !days.includes(null)
}

/** What is asked of the dates of a column, with both days that the first of them could be; null where one decides or none could be two. */
export function dateQuestion(heading: string, { decided, either }: DatesOfColumn, order: DateOrder | null): SheetPreview['dates'] {
  if (decided !== null || either === null) return null
  const [dayFirst, monthFirst] = [readBirthDay(either, 'dayFirst'), readBirthDay(either, 'monthFirst')]
  return dayFirst === null || monthFirst === null ? null : { heading, sample: either.slice(0, 40), dayFirst, monthFirst, order }
}

const numbersOf = (cell: string): readonly number[] => (/^\D*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}$/.exec(plain(cell)) ?? []).slice(1).map(Number)
