import { candidatesFor, changeMatching, compareFor, matchSettingsFor, whyNotFor } from '../matching/candidates.ts'
import { matchPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `matching` to the office. */
export function bindMatching(os: Os, parts: OfficeParts) {
  const { now } = parts
  const matchParts = matchPartsOf(parts)
  return {
    candidates: os.matching.candidates.handler(({ input, signal }) => candidatesFor(matchParts, input.roleId, { limit: input.limit, signal })),
    compare: os.matching.compare.handler(({ input, signal }) => compareFor(matchParts, input.roleId, input.talentIds, signal)),
    whyNot: os.matching.whyNot.handler(({ input, signal }) => whyNotFor(matchParts, input.roleId, input.talentId, signal)),
    settings: os.matching.settings.handler(({ input, signal }) => matchSettingsFor(matchParts, input.productionId, signal)),
    change: os.matching.change.handler(({ input: { productionId, ...change }, signal }) => changeMatching(matchParts, productionId, change, signal)),
    forget: os.matching.forget.handler(({ input, signal }) => changeMatching(matchParts, input.productionId, { learntFrom: now().toISOString() }, signal)),
  }
}
