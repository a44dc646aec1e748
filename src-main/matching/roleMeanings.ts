import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { meaningOf } from '../talent/meaningScores.ts'
import { decisionsOf } from './decisions.ts'
import { keptMatching } from './matchSettings.ts'
import { readAsk, type MatchQuestion } from './prepare.ts'
import { inEnglish } from './roleConcepts.ts'

/** The words of roles as vectors, remembered from one ranking to the next. */
export interface RoleMeanings {
  /** The vector of a text, null where it says nothing. Throws CANCELLED. */
  of(embedder: Embedder, text: string, signal?: AbortSignal): Promise<Float32Array | null>
}

/** So many vectors are remembered at most, some 2 MB; the oldest is forgotten first. */
const mostRemembered = 1_000

/** Makes the memory of the office for the words of roles. */
export function createRoleMeanings(): RoleMeanings {
  const known = new Map<string, Float32Array | null>()
  return {
    async of(embedder, text, signal) {
      const key = `${embedder.id} ${text}`
      const before = known.get(key)
      if (before !== undefined) return before
      const vector = await meaningOf(embedder, inEnglish(text), signal)
      const [oldest] = known.keys()
      if (known.size >= mostRemembered && oldest !== undefined) known.delete(oldest)
      known.set(key, vector)
      return vector
    },
  }
}

/** The words, as vectors, of every role that a production learns from; none where it does not learn. Throws CANCELLED. */
export async function vectorsLearntFrom(
  { db, embedder, meanings }: { readonly db: Database; readonly embedder: Embedder; readonly meanings: RoleMeanings },
  productionId: ProductionId,
  question: Pick<MatchQuestion, 'settings' | 'today'>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<RoleId, Float32Array>> {
  const { learning, across, learntFrom } = keptMatching(db, productionId)
  if (!learning) return new Map()
  const vectors = new Map<RoleId, Float32Array>()
  for (const roleId of new Set(decisionsOf(db, across ? null : productionId, learntFrom).map(decision => decision.roleId))) {
    const { ask } = readAsk(db, { ...question, roleId })
    const vector = ask.text === '' ? null : await meanings.of(embedder, ask.text, signal)
    if (vector) vectors.set(roleId, vector)
  }
  return vectors
}
