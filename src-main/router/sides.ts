import { collectBatch, createSides, layOut, makeBatch, makePdf, updateSides } from '../sides/makeSides.ts'
import { suggestSides } from '../sides/roleScenes.ts'
import * as sides from '../sides/sidesStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `sides` to the office. */
export function bindSides(os: Os, { db, pool, tickets, now }: OfficeParts) {
  const sidesParts = { db, pool, tickets, now }
  return {
    list: os.sides.list.handler(({ input }) => sides.listSides(db, input.productionId, input.roleId)),
    get: os.sides.get.handler(({ input }) => sides.getSides(db, input.id)),
    suggest: os.sides.suggest.handler(({ input }) => suggestSides(db, input.roleId, input.scriptId)),
    create: os.sides.create.handler(({ input }) => createSides(sidesParts, input)),
    update: os.sides.update.handler(({ input }) => updateSides(sidesParts, input.id, input.change)),
    remove: os.sides.remove.handler(({ input }) => {
      sides.removeSides(db, input.id, now())
      return {}
    }),
    restore: os.sides.restore.handler(({ input }) => sides.restoreSides(db, input.id)),
    preview: os.sides.preview.handler(({ input, signal }) => layOut(sidesParts, input.cut, input.recipient, signal)),
    pdf: os.sides.pdf.handler(({ input, signal }) => makePdf(sidesParts, input.id, input.recipient, signal)),
    batch: os.sides.batch.handler(({ input, signal }) => makeBatch(sidesParts, input.rows, input.combined, signal)),
    collect: os.sides.collect.handler(({ input }) => collectBatch(tickets, input.ticket)),
  }
}
