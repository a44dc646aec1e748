import { recordOf } from '../matching/pairs/pairRecord.ts'
import { planReads } from '../matching/pairs/planReads.ts'
import { predictPair, readPairGrid } from '../matching/pairs/predictPairs.ts'
import * as pairReads from '../matching/pairs/readStore.ts'
import { recordRead } from '../matching/pairs/recordRead.ts'
import { readScriptPairs } from '../matching/pairs/scriptPairs.ts'
import { matchPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `pairs` to the office. */
export function bindPairs(os: Os, parts: OfficeParts) {
  const { db, pool, now } = parts
  const pairParts = { ...matchPartsOf(parts), pool, now }
  return {
    script: os.pairs.script.handler(({ input }) => readScriptPairs(db, input.productionId)),
    predict: os.pairs.predict.handler(async ({ input, signal }) => (await predictPair(pairParts, input, signal)).prediction),
    grid: os.pairs.grid.handler(({ input, signal }) => readPairGrid(pairParts, input, signal)),
    reads: os.pairs.reads.handler(({ input }) => pairReads.listReads(db, input)),
    recordRead: os.pairs.recordRead.handler(({ input, signal }) => recordRead(pairParts, input, signal)),
    undoRead: os.pairs.undoRead.handler(({ input }) => pairReads.markRead(db, input.id, now().toISOString())),
    restoreRead: os.pairs.restoreRead.handler(({ input }) => pairReads.markRead(db, input.id, null)),
    record: os.pairs.record.handler(({ input }) => recordOf(pairReads.listReads(db, { ...input, limit: -1 }))),
    plan: os.pairs.plan.handler(({ input, signal }) => planReads(pairParts, input, signal)),
  }
}
