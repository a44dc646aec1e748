import { castEnsemble } from '../matching/ensemble/castEnsemble.ts'
import { matchPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `ensemble` to the office. */
export function bindEnsemble(os: Os, parts: OfficeParts) {
  const ensembleParts = { ...matchPartsOf(parts), pool: parts.pool, now: parts.now }
  return {
    cast: os.ensemble.cast.handler(({ input, signal }) => castEnsemble(ensembleParts, input, signal)),
  }
}
