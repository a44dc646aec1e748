import type { z } from 'zod'
import type { PairRead, PairReadFacts } from '../../../src-preload/contract/pairs.ts'
import type { PairParts } from './pairParts.ts'
import { predictPair } from './predictPairs.ts'
import { insertRead } from './readStore.ts'

/**
 * Records what was seen when two people read together.
 *
 * What was to be expected of it is predicted from the reads before and written down first, so that nothing is predicted that is
 * known. Throws NOT_FOUND, INVALID_INPUT where it is one person or one role, CANCELLED.
 */
export async function recordRead(parts: PairParts, { roleIds, talentIds, ...seen }: z.output<typeof PairReadFacts>, signal?: AbortSignal): Promise<PairRead> {
  const { prediction, values } = await predictPair(parts, { roleIds, talentIds }, signal)
  const { roles, talent, forecast } = prediction
  return insertRead(parts.db, {
    ...seen, at: parts.now().toISOString(), roleIds: [roles[0].id, roles[1].id], talentIds: [talent[0].id, talent[1].id], predicted: forecast && { forecast, values },
  })
}
