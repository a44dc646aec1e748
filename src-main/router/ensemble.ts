import { shownEntries } from '../casting/entries.ts'
import { castEnsemble } from '../matching/ensemble/castEnsemble.ts'
import type { EnsembleParts } from '../matching/ensemble/ensembleParts.ts'
import { keepWishes, readWishes } from '../matching/ensemble/wishStore.ts'
import { pairPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `ensemble` to the office. */
export function bindEnsemble(os: Os, parts: OfficeParts) {
  const ensembleParts: EnsembleParts = { ...pairPartsOf(parts), standings: roleId => shownEntries(parts.db, { roleId }) }
  return {
    cast: os.ensemble.cast.handler(({ input, signal }) => castEnsemble(ensembleParts, input, signal)),
    wishes: os.ensemble.wishes.handler(({ input }) => readWishes(ensembleParts, input.productionId)),
    keepWishes: os.ensemble.keepWishes.handler(({ input }) => keepWishes(ensembleParts, input.productionId, input.wishes)),
  }
}
