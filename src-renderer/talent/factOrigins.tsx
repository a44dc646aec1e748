import { createContext, useContext } from 'react'
import type { FactOrigins, TalentField } from '../../src-preload/contract/talent.ts'
import type { FactOrigin } from '../../src-preload/contract/talentFacts.ts'
import { dateWords } from '../look/formats.ts'

const Origins = createContext<{ readonly origins: FactOrigins; readonly locale: string }>({ origins: {}, locale: 'en' })

/** Gives the facts inside it where each came from. */
export const FactOriginsProvider = Origins.Provider

/** Where a fact came from in words, empty where that is not known to the card: "From talent.csv, 3 Mar 2026". */
export function useOriginWords(field: TalentField | undefined): string {
  const { origins, locale } = useContext(Origins)
  const origin = field && origins[field]
  return origin ? originWords(origin, locale) : ''
}

/** An origin in words. */
export function originWords({ source, at }: FactOrigin, locale: string): string {
  const day = dateWords(new Date(at), locale, { day: 'numeric', month: 'short', year: 'numeric' })
  if (source === '') return `Where it came from was not kept; last changed ${day}`
  return source === 'by hand' ? `Written by hand, ${day}` : `From ${source}, ${day}`
}
