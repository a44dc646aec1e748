import { badRowsFile } from '../talent/imports/badRowsFile.ts'
import * as imports from '../talent/imports/importRecord.ts'
import { changeImport } from '../talent/imports/imports.ts'
import { listMappings, removeMapping, renameMapping } from '../talent/sheet/savedMappings.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { thenWake } from './talentParts.ts'

/** Binds the procedures of `imports` to the office. */
export function bindImports(os: Os, { db, pool, indexer, now }: OfficeParts) {
  const sheetParts = { db, pool, now }
  return {
    list: os.imports.list.handler(({ input }) => imports.listImports(db, input)),
    get: os.imports.get.handler(({ input }) => imports.importDetails(db, input.id)),
    undo: os.imports.undo.handler(({ input }) => thenWake(indexer, changeImport(sheetParts, 'undo', input.id))),
    redo: os.imports.redo.handler(({ input }) => thenWake(indexer, changeImport(sheetParts, 'redo', input.id))),
    badRows: os.imports.badRows.handler(({ input }) => badRowsFile(imports.badRowsOf(db, input.id))),
    mappings: os.imports.mappings.handler(() => listMappings(db)),
    renameMapping: os.imports.renameMapping.handler(({ input }) => renameMapping(db, input.id, input.name)),
    removeMapping: os.imports.removeMapping.handler(({ input }) => {
      removeMapping(db, input.id)
      return {}
    }),
  }
}
