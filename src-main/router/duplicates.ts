import { joinStandings } from '../casting/joinStandings.ts'
import { mergePeople, mergesInto, unmergePeople } from '../talent/duplicates/mergePeople.ts'
import * as pairs from '../talent/duplicates/pairStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { bookOf, modelIdOf } from './talentParts.ts'

/** Binds the procedures of `duplicates` to the office. */
export function bindDuplicates(os: Os, { db, embedder, indexer, duplicates, now }: OfficeParts) {
  const modelId = modelIdOf(embedder)
  const book = bookOf({ embedder, now })
  return {
    list: os.duplicates.list.handler(({ input }) => pairs.listPairs(db, input)),
    find: os.duplicates.find.handler(({ input, signal }) => duplicates.find(input.all, signal)),
    compare: os.duplicates.compare.handler(({ input }) => pairs.comparePair(db, input, modelId())),
    dismiss: os.duplicates.dismiss.handler(({ input }) => {
      pairs.dismissPair(db, input.id, now())
      return {}
    }),
    reopen: os.duplicates.reopen.handler(({ input }) => {
      pairs.reopenPair(db, input.id)
      return {}
    }),
    merge: os.duplicates.merge.handler(({ input }) => {
      const merged = mergePeople(db, input, { ...book, joinStandings })
      indexer.wake()
      return merged
    }),
    unmerge: os.duplicates.unmerge.handler(({ input }) => {
      const taken = unmergePeople(db, input.id, now)
      indexer.wake()
      return taken
    }),
    merged: os.duplicates.merged.handler(({ input }) => mergesInto(db, input.id)),
  }
}
