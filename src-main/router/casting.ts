import * as board from '../casting/castingStore.ts'
import { putCast, undoAll } from '../casting/putCast.ts'
import { listChanges } from '../casting/history.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { modelIdOf } from './talentParts.ts'

/** Binds the procedures of `casting` to the office. */
export function bindCasting(os: Os, parts: OfficeParts) {
  const { db, embedder, now } = parts
  const modelId = modelIdOf(embedder)
  const casting = { get modelId() { return modelId() }, now, by: 'user', onDecision: parts.onDecision } as const
  return {
    board: os.casting.board.handler(({ input }) => board.readBoard(db, input.productionId, modelId())),
    list: os.casting.list.handler(({ input }) => board.readLists(db, input.roleId, modelId())),
    ofTalent: os.casting.ofTalent.handler(({ input }) => board.readStandings(db, input.talentId)),
    put: os.casting.put.handler(({ input }) => board.putOnList(db, input, casting)),
    takeOff: os.casting.takeOff.handler(({ input }) => board.takeOffList(db, input, casting)),
    undo: os.casting.undo.handler(({ input }) => board.undoChange(db, input.changeId, casting)),
    // The application proposed them, and she agreed.
    putCast: os.casting.putCast.handler(({ input }) => putCast(db, input, { modelId: modelId(), now, by: 'assistant', onDecision: parts.onDecision })),
    undoAll: os.casting.undoAll.handler(({ input }) => undoAll(db, input.changeIds, casting)),
    history: os.casting.history.handler(({ input }) => listChanges(db, input)),
  }
}
