/** How long to leave Google in peace. */
export interface BackOffTerms {
  readonly firstMs: number
  readonly longestMs: number
  /** A number from 0 up to 1. */
  readonly random: () => number
}

/** What the application waits: up to a quarter of an hour. */
export const usualBackOff: BackOffTerms = { firstMs: 2_000, longestMs: 15 * 60_000, random: Math.random }

/**
 * The pause after so many failures in a row (1 is the first), in milliseconds: twice as long each time, between half and all of
 * it by chance so that many do not come back at once; no less than Google asks for.
 */
export function pauseAfter(failures: number, askedMs: number | null, { firstMs, longestMs, random }: BackOffTerms): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30))
  return Math.max(Math.round(whole * (0.5 + random() / 2)), Math.min(askedMs ?? 0, 24 * 3_600_000))
}
