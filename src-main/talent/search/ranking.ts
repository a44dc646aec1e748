import type { TalentFilters, TalentId } from '../../../src-preload/contract/talent.ts'
import type { BookColumns } from './bookColumns.ts'
import type { Concept } from './concepts.ts'
import type { FilterKey } from './passing.ts'
import type { Ranked } from './rank.ts'

/** Who is asked for: a sentence without the chips that were taken away, filters set by hand, and somebody to be like. */
export interface Question {
  readonly text: string
  readonly without: readonly string[]
  readonly filters: TalentFilters
  readonly like?: TalentId | null | undefined
}

/** The found in order, by the numbers of their rows. */
export interface RankedRows {
  readonly rows: Int32Array
  /** What a row was found by, of those in `rows`. */
  readonly at: (row: number) => Ranked
  /** Whether the order says anything: without words and ages everybody is as good as the next. */
  readonly isOrdered: boolean
}

/** A question answered: who passes, in which order, and what each was found by. */
export interface Ranking {
  readonly columns: BookColumns
  readonly concepts: readonly Concept[]
  readonly names: ReadonlyMap<number, number>
  /** Whether words were looked for; without any everybody who passes is found, in no order. */
  readonly byText: boolean
  /** Best first where words were looked for, else by how well the asked age fits, or in the order of the rows. */
  readonly ranked: RankedRows
  /** Who would be found if one filter set by hand were left out. */
  readonly foundWithout: (filter: FilterKey) => Iterable<number>
}
