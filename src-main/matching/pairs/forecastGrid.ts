import type { PairForecast } from '../../../src-preload/contract/pairs.ts'
import { foresee, learnReads, type PairOutcome, type RatedPair } from './chemistryModel.ts'
import { knownOf, pairValues, pointOf, readPerson, type AskedGap, type PairPerson } from './pairValues.ts'

/** A person as they are handed to the worker: what may count of them, and the vector of their training and style. */
export interface HandedPerson {
  readonly person: PairPerson
  readonly style: Float32Array | null
}

/** Two sides that are laid against each other, and the reads that are learnt from. */
export interface GridTask {
  readonly reads: readonly RatedPair[]
  readonly rows: readonly HandedPerson[]
  readonly columns: readonly HandedPerson[]
  readonly gap: AskedGap
  /** Whether it is to be said what each factor moves; of a whole grid it would be much to hand over. */
  readonly withFactors: boolean
}

/** A forecast with how many facts it rests on, and what each factor moves where that was asked. */
export interface GridOutcome {
  readonly forecast: PairForecast
  readonly known: number
  readonly moved: Omit<PairOutcome, 'forecast'> | null
}

/** Forecasts everybody of the rows with everybody of the columns; null where it would be one person twice. */
export function forecastGrid({ reads, rows, columns, gap, withFactors }: GridTask): readonly (readonly (GridOutcome | null)[])[] {
  const learnt = learnReads(reads)
  const beside = columns.map(({ person, style }) => readPerson(person, style))
  return rows.map(row => {
    const one = readPerson(row.person, row.style)
    return beside.map(other => {
      if (one.person.id === other.person.id) return null
      const values = pairValues(one, other, gap)
      const { forecast, ...moved } = foresee(learnt, pointOf(one, other, values))
      return { forecast, known: knownOf(values), moved: withFactors ? moved : null }
    })
  })
}
