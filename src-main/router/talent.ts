import { explainTalent } from '../talent/explainTalent.ts'
import { badRowsOfSheet, importSheet, previewSheet } from '../talent/importSheet.ts'
import { peopleNamed } from '../talent/peopleNamed.ts'
import { facetsOf, searchTalent } from '../talent/searchTalent.ts'
import * as talent from '../talent/talentStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { bookOf, modelIdOf, searchPartsOf, thenWake } from './talentParts.ts'

/** Binds the procedures of `talent` to the office. */
export function bindTalent(os: Os, parts: OfficeParts) {
  const { db, pool, embedder, indexer, tickets, now } = parts
  const sheetParts = { db, pool, now }
  const modelId = modelIdOf(embedder)
  const book = bookOf(parts)
  const searchParts = () => searchPartsOf(parts)
  return {
    search: os.talent.search.handler(({ input, signal }) => searchTalent(searchParts(), input, signal)),
    facets: os.talent.facets.handler(({ input, signal }) => facetsOf(searchParts(), input, signal)),
    explain: os.talent.explain.handler(({ input, signal }) => explainTalent(searchParts(), input, input.id, signal)),
    named: os.talent.named.handler(({ input }) => peopleNamed(db, input.letters, input.limit, modelId())),
    get: os.talent.get.handler(({ input }) => talent.getTalent(db, input.id, modelId())),
    create: os.talent.create.handler(({ input }) => {
      const person = talent.createTalent(db, input.facts, book)
      indexer.wake()
      return person
    }),
    update: os.talent.update.handler(({ input }) => {
      const person = talent.updateTalent(db, input.id, input.change, book)
      indexer.wake()
      return person
    }),
    remove: os.talent.remove.handler(({ input }) => {
      talent.removeTalent(db, input.id, now)
      return {}
    }),
    restore: os.talent.restore.handler(({ input }) => {
      const person = talent.restoreTalent(db, input.id, modelId())
      indexer.wake()
      return person
    }),
    previewSheet: os.talent.previewSheet.handler(async ({ input, signal }) => ({
      ...(await previewSheet(sheetParts, tickets.open(input.ticket), input, signal)),
      ticket: input.ticket,
    })),
    badRows: os.talent.badRows.handler(({ input, signal }) => badRowsOfSheet(sheetParts, tickets.open(input.ticket), input, signal)),
    importSheet: os.talent.importSheet.handler(async function* ({ input, signal }) {
      yield* thenWake(indexer, importSheet(sheetParts, tickets.open(input.ticket), input, signal))
    }),
    indexing: os.talent.indexing.handler(({ input, signal }) => indexer.follow({ forEver: input.follow, signal })),
  }
}
