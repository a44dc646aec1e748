import type { MessageId, RecalledMemory } from '../../src-preload/contract/memory.ts'
import { openAssembling } from './openAssembling.ts'
import { assembleTurn } from './assembleTurn.ts'
import { assertAgreed, beforeSending, type AskingParts } from './beforeSending.ts'
import { exactRequest, type ShowingParts } from './exactRequest.ts'
import type { Sending } from './turnParts.ts'

/** For how many answers at a time it is known what was recalled for them. */
const mostAnswers = 20

/**
 * Opens what stands between a question and Claude.
 *
 * What was recalled for a question is given to all turns of its answer: they stay the same bytes, and nothing is recalled twice.
 */
export function openSending(parts: AskingParts & ShowingParts): Sending {
  const asking = { ...parts, assemble: openAssembling(parts) }
  const recalledFor = new Map<MessageId, readonly RecalledMemory[]>()
  return {
    assemble: async matter => {
      const { id } = matter.question
      const turn = await assembleTurn(parts, { ...matter, recalled: matter.answered.length > 0 ? recalledFor.get(id) : undefined })
      recalledFor.delete(id)
      recalledFor.set(id, turn.recalled)
      const oldest = recalledFor.keys().next()
      if (recalledFor.size > mostAnswers && !oldest.done) recalledFor.delete(oldest.value)
      return turn
    },
    before: matter => beforeSending(asking, matter),
    assertAgreed: (matter, agreed) => assertAgreed(asking, matter, agreed),
    exactRequest: (matter, count) => exactRequest(parts, matter, { count }),
  }
}
