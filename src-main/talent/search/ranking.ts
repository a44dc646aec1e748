import type { TalentFilters, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { Embedder } from '../../embedding/embedder.ts'
import type { NearPeople } from '../nearPeople.ts'
import type { BookColumns, BookView } from './bookColumns.ts'
import type { Concept } from './concepts.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { FilterKey } from './passing.ts'
import type { Ranked } from './rank.ts'
import type { Understanding } from './readSentence.ts'

/** Who is asked for: a sentence without the chips that were taken away, filters set by hand, and somebody to be like. */
export interface Question {
  readonly text: string
  readonly without: readonly string[]
  readonly filters: TalentFilters
  readonly like?: TalentId | null | undefined
}

/** What a search needs; without an embedder it goes by words alone. */
export interface SearchParts {
  readonly db: Database
  readonly embedder: Embedder | null
  /** Compares vectors fast in a large book; without it the database is read. */
  readonly near?: NearPeople | undefined
  /** The office's own words, from the settings. */
  readonly glossary: readonly GlossaryEntry[]
  /** The day it is for the user, `YYYY-MM-DD`; without it no days are read out of a sentence. */
  readonly today?: string | undefined
  /** What an open office keeps between searches; without it the book is read for this one alone. */
  readonly shelf?: SearchShelf | undefined
}

/** A question understood and answered: who passes, in which order, and what each was found by. */
export interface Ranking {
  readonly columns: BookColumns
  readonly read: Understanding
  readonly concepts: readonly Concept[]
  readonly names: ReadonlyMap<number, number>
  /** Whether words were looked for; without any everybody who passes is found, in no order. */
  readonly byText: boolean
  /** Best first where words were looked for, else by how well the asked age fits, or in the order of the rows. */
  readonly ranked: readonly Ranked[]
  /** Who would be found if one filter set by hand were left out. */
  readonly foundWithout: (filter: FilterKey) => Iterable<number>
}

/** What an open office keeps between searches: the columns of the book, and the last ranking for its next page and its counts. */
export interface SearchShelf {
  readonly view: BookView
  ranking(key: string): Ranking | undefined
  keep(key: string, ranking: Ranking): void
}
