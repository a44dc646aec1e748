import type { Evidence, ProfileQuote } from '../../src-preload/contract/matching.ts'
import type { Citation } from '../../src-preload/contract/roles.ts'
import type { TalentField } from '../../src-preload/contract/talent.ts'

/** The words of a fact that something rests on. */
export const quoteOf = (field: TalentField, quote: string): ProfileQuote => ({ field, quote: quote.replace(/\s+/gu, ' ').trim() })

/** A sentence with what it rests on. */
export const evidence = (text: string, profile: ProfileQuote | null = null, page: Citation | null = null): Evidence => ({ text, profile, page })
