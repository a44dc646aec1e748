import { closeMemory, reopenMemory } from '../memory/closing.ts'
import { exportMemories } from '../memory/exportMemories.ts'
import { forget } from '../memory/forget.ts'
import { memoryHealth } from '../memory/health.ts'
import { importMemories } from '../memory/importMemories.ts'
import { getMemory, listMemories } from '../memory/listMemories.ts'
import { dismissProposal, keepProposal, listProposals } from '../memory/proposals.ts'
import { recall } from '../memory/recall.ts'
import { remember, updateMemory } from '../memory/remember.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `memory` to the office. */
export function bindMemory(os: Os, parts: OfficeParts) {
  const { db, embedder, memoryIndexer, tickets, now } = parts
  return {
    list: os.memory.list.handler(({ input }) => listMemories(db, input)),
    get: os.memory.get.handler(({ input }) => getMemory(db, input.id)),
    add: os.memory.add.handler(({ input, signal }) => remember(parts, input, signal)),
    update: os.memory.update.handler(({ input, signal }) => updateMemory(parts, input.id, input.change, signal)),
    close: os.memory.close.handler(({ input }) => closeMemory(db, input.id, now(), input.closedBy)),
    reopen: os.memory.reopen.handler(({ input }) => reopenMemory(db, input.id, now())),
    forget: os.memory.forget.handler(({ input }) => ({ forgotten: forget(db, input.ids) })),
    recall: os.memory.recall.handler(({ input, signal }) => recall(parts, input, signal)),
    proposals: os.memory.proposals.handler(({ input }) => listProposals(db, input.conversationId)),
    keepProposal: os.memory.keepProposal.handler(({ input }) => keepProposal(parts, input.id, input)),
    dismissProposal: os.memory.dismissProposal.handler(({ input }) => {
      dismissProposal(db, input.id)
      return {}
    }),
    health: os.memory.health.handler(() => memoryHealth(db, embedder, now())),
    export: os.memory.export.handler(() => exportMemories(db, now())),
    import: os.memory.import.handler(async ({ input }) => {
      const imported = await importMemories(db, tickets.open(input.ticket), now())
      void memoryIndexer.wake()
      return imported
    }),
  }
}
