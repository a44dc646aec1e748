import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { dayIn } from '../chat/tools/wallDay.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { readSettings } from '../settings/settingsStore.ts'
import type { Indexer } from '../talent/indexing.ts'
import type { SearchParts } from '../talent/searchTalent.ts'
import { talentModelId } from '../talent/talentRecord.ts'
import type { OfficeParts } from './officeParts.ts'

/** Gives what names the model that answers now; asked anew each time, since another may have taken over. */
export const modelIdOf = (embedder: Embedder) => (): string => talentModelId(embedder)

/** Gives what people are kept with. */
export const bookOf = ({ embedder, now }: Pick<OfficeParts, 'embedder' | 'now'>) => ({
  get modelId() {
    return talentModelId(embedder)
  },
  now,
})

/** Gives what people are searched with: the settings and the day as they are now. */
export const searchPartsOf = ({ host, db, embedder, nearPeople, shelf, now }: OfficeParts): SearchParts => ({
  db, embedder, near: nearPeople, shelf,
  glossary: readSettings(host.settings).glossary,
  today: dayIn(now(), Intl.DateTimeFormat().resolvedOptions().timeZone),
})

/** Passes work on, and lets the indexer look once it ends: also where the reader leaves at `done` and so never asks for the end. */
export async function* thenWake<Result>(indexer: Indexer, work: AsyncGenerator<WorkEvent<Result>, void>): AsyncGenerator<WorkEvent<Result>, void> {
  try {
    yield* work
  } finally {
    indexer.wake()
  }
}
