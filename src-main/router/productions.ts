import { join } from 'node:path'
import { openDemo, removeWithDemoTalent, restoreWithDemoTalent } from '../openDemo.ts'
import * as productions from '../productions/productionStore.ts'
import { importScript } from '../scripts/importScript.ts'
import { importSheet } from '../talent/importSheet.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { scriptPartsOf } from './scriptParts.ts'

/** Binds the procedures of `productions` to the office. */
export function bindProductions(os: Os, parts: OfficeParts) {
  const { host, db, pool, indexer, now } = parts
  const scriptParts = scriptPartsOf(parts)
  const sheetParts = { db, pool, now }
  return {
    list: os.productions.list.handler(() => productions.listProductions(db)),
    get: os.productions.get.handler(({ input }) => {
      productions.markOpened(db, input.id, now())
      return productions.getProduction(db, input.id)
    }),
    create: os.productions.create.handler(({ input }) => productions.createProduction(db, input, now())),
    update: os.productions.update.handler(({ input }) => productions.updateProduction(db, input.id, input.change)),
    remove: os.productions.remove.handler(({ input }) => {
      removeWithDemoTalent(db, input.id, now())
      return {}
    }),
    restore: os.productions.restore.handler(({ input }) => {
      const production = restoreWithDemoTalent(db, input.id)
      indexer.wake()
      return production
    }),
    openDemo: os.productions.openDemo.handler(({ signal }) => openDemo({
      db, now, folder: join(host.resourcesFolder, 'demo'),
      importScript: (file, productionId, stop) => importScript(scriptParts, file, productionId, stop),
      importSheet: (file, stop) => importSheet(sheetParts, file, undefined, stop),
      onTalent: indexer.wake,
    }, signal)),
  }
}
