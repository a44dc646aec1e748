import type { Candidate } from '../../../src-preload/contract/matching.ts'
import { personFacts } from './facts.ts'
import { named } from './quoted.ts'

/** A person beside a role as Claude is told: fit with its interval, reasons, what is unknown, and what stops them. */
export const candidateTold = ({ talent, fit, interval, reasons, gaps, stoppedBy }: Candidate, ref: string) => ({
  ref,
  name: named(talent.name),
  ...personFacts(talent),
  fit: `${fit} of 100, between ${interval.low} and ${interval.high}`,
  reasons: reasons.slice(0, 5).map(({ text }) => named(text)),
  unknownOrMissing: gaps.slice(0, 6).map(({ text }) => named(text)),
  ...(stoppedBy.length > 0 && { stoppedBy: stoppedBy.map(({ text }) => named(text)) }),
})
