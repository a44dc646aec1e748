import { createPairSession } from '../auditions/pairSession.ts'
import { recordOf } from '../matching/pairs/pairRecord.ts'
import { planReads } from '../matching/pairs/planReads.ts'
import { predictPair, readPairGrid } from '../matching/pairs/predictPairs.ts'
import * as pairReads from '../matching/pairs/readStore.ts'
import { recordRead } from '../matching/pairs/recordRead.ts'
import { scriptPairsFor } from '../matching/pairs/scriptPairs.ts'
import { listToTest, setToTest } from '../matching/pairs/toTest.ts'
import { pairPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `pairs` to the office. */
export function bindPairs(os: Os, parts: OfficeParts) {
  const { db, now } = parts
  const pairParts = pairPartsOf(parts)
  return {
    script: os.pairs.script.handler(async ({ input, signal }) => [...(await scriptPairsFor(pairParts, input.productionId, signal))]),
    predict: os.pairs.predict.handler(async ({ input, signal }) => (await predictPair(pairParts, input, signal)).prediction),
    grid: os.pairs.grid.handler(({ input, signal }) => readPairGrid(pairParts, input, signal)),
    reads: os.pairs.reads.handler(({ input }) => pairReads.listReads(db, input)),
    recordRead: os.pairs.recordRead.handler(({ input, signal }) => recordRead(pairParts, input, signal)),
    undoRead: os.pairs.undoRead.handler(({ input }) => pairReads.markRead(db, input.id, now().toISOString())),
    restoreRead: os.pairs.restoreRead.handler(({ input }) => pairReads.markRead(db, input.id, null)),
    record: os.pairs.record.handler(({ input }) => recordOf(pairReads.listReads(db, { ...input, limit: -1 }), pairParts.settings().chemistry)),
    toTest: os.pairs.toTest.handler(({ input }) => listToTest(db, input.productionId)),
    setToTest: os.pairs.setToTest.handler(({ input }) => setToTest(pairParts, input)),
    plan: os.pairs.plan.handler(({ input, signal }) => planReads(pairParts, input, signal)),
    session: os.pairs.session.handler(({ input }) => createPairSession(db, input.facts, input.reads, { now, by: 'user', onSlot: parts.onSlot })),
  }
}
