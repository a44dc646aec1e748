import type { Database } from '../../database/openDatabase.ts'
import type { Embedder } from '../../embedding/embedder.ts'
import type { NearPeople } from '../nearPeople.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { SearchShelf } from './searchShelf.ts'

/** What a search needs; without an embedder it goes by words alone. */
export interface SearchParts {
  readonly db: Database
  readonly embedder: Embedder | null
  /** Compares vectors fast in a large book; without it that of the shelf is asked, else the database is read. */
  readonly near?: NearPeople | undefined
  /** The office's own words, from the settings. */
  readonly glossary: readonly GlossaryEntry[]
  /** The day it is for the user, `YYYY-MM-DD`; without it no days are read out of a sentence. */
  readonly today?: string | undefined
  /** What an open office keeps between searches; without it the book is read for this one alone. */
  readonly shelf?: SearchShelf | undefined
}
