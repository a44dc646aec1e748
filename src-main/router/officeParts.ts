import type { AuditionContext } from '../auditions/slotStore.ts'
import type { ReportUnexpected } from '../border.ts'
import type { CastingContext } from '../casting/castingStore.ts'
import type { Chat } from '../chat/chat.ts'
import type { MessageIndex } from '../chat/messageIndex.ts'
import type { Claude } from '../claude/claude.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import type { Resting } from '../embedding/resting.ts'
import type { Host } from '../host.ts'
import type { Matcher } from '../matching/candidates.ts'
import type { MediaFolder } from '../media/mediaFolder.ts'
import type { MemoryIndexer } from '../memory/indexing.ts'
import type { DuplicateFinder } from '../talent/duplicates/duplicateFinder.ts'
import type { Encoders } from '../talent/encoders.ts'
import type { Indexer } from '../talent/indexing.ts'
import type { NearPeople } from '../talent/nearPeople.ts'
import type { SearchShelf } from '../talent/search/searchShelf.ts'
import type { TicketKeeper } from '../tickets/ticketKeeper.ts'
import type { WorkerPool } from '../workers/workerPool.ts'

/** What the handlers work with. */
export interface OfficeParts {
  readonly host: Host
  readonly db: Database
  readonly claude: Claude
  readonly chat: Chat
  readonly messageIndex: MessageIndex
  readonly pool: WorkerPool
  readonly media: MediaFolder
  readonly embedder: Embedder
  readonly encoders: Encoders
  readonly resting: Resting
  readonly nearPeople: NearPeople
  readonly matcher: Matcher
  readonly shelf: SearchShelf
  readonly indexer: Indexer
  readonly duplicates: DuplicateFinder
  readonly memoryIndexer: MemoryIndexer
  readonly tickets: TicketKeeper
  readonly now: () => Date
  readonly report: ReportUnexpected
  /** Hear of every decision on the lists and of every change of a slot, inside the transaction that makes it. */
  readonly onDecision?: CastingContext['onDecision']
  readonly onSlot?: AuditionContext['onSlot']
}
