import type { ProfileQuote } from '../../src-preload/contract/matching.ts'
import type { Citation, Gate } from '../../src-preload/contract/roles.ts'

/** What one gate finds in a person: a reason to stop or a gap, with the words it rests on; they are made only for the people who are shown. */
export interface Finding {
  readonly gate: Gate
  readonly stop?: () => string
  readonly gap?: () => string
  readonly profile?: () => ProfileQuote
  readonly page?: Citation | null
}
