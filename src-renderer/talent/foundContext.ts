import { createContext, useContext } from 'react'
import type { TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'

/** What the table of the found is an answer to: the question, and who is new since a saved search was last opened. */
export interface Found {
  readonly question: TalentQuestion
  readonly fresh: ReadonlySet<TalentId>
}

/** Hands the question down to the rows, which explain themselves by it. */
export const FoundContext = createContext<Found>({ question: { text: '', without: [], filters: {} }, fresh: new Set() })

/** The question that the rows in sight answer. */
export const useFound = (): Found => useContext(FoundContext)
