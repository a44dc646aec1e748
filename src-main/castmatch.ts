import { v7 as uuid } from 'uuid'
import type { CastingChange } from '../src-preload/contract/casting.ts'
import { slotEpisode } from './auditions/slotEpisode.ts'
import type { SlotChange } from './auditions/slotHistory.ts'
import { decisionEpisode } from './casting/decisionEpisode.ts'
import { openMessageIndex } from './chat/messageIndex.ts'
import { createClaude } from './claude/claude.ts'
import { openDatabase } from './database/openDatabase.ts'
import type { Embedder } from './embedding/embedder.ts'
import { askedFirst, inTheBackground, makeResting } from './embedding/resting.ts'
import { openLog } from './health/log.ts'
import type { Host } from './host.ts'
import { reportTo, type ReportUnexpected } from './border.ts'
import { answerMediaFrom } from './media/answerMedia.ts'
import { createRoleMeanings } from './matching/roleMeanings.ts'
import { openMediaFolder } from './media/mediaFolder.ts'
import { openThumbs } from './media/thumbs.ts'
import { keepFading } from './memory/closing.ts'
import { recordEpisode, type Episode } from './memory/episodes.ts'
import { startMemoryIndexer } from './memory/indexing.ts'
import { openOfficeChat } from './officeChat.ts'
import { createRouter } from './router.ts'
import { mendImports } from './talent/imports/imports.ts'
import { startDuplicateFinder } from './talent/duplicates/duplicateFinder.ts'
import { readSettings } from './settings/settingsStore.ts'
import { openEncoders } from './talent/encoders.ts'
import { startIndexer } from './talent/indexing.ts'
import { servedFile } from './talent/media/mediaRows.ts'
import { openNearPeople } from './talent/nearPeople.ts'
import { openSearchShelf } from './talent/search/searchShelf.ts'
import { renewSearch } from './talent/renewSearch.ts'
import { talentModelId } from './talent/talentRecord.ts'
import { incomingFolder } from './tickets/incomingFolder.ts'
import { createTicketKeeper } from './tickets/ticketKeeper.ts'
import { createWorkerPool } from './workers/workerPool.ts'

/** How long the encoder stays loaded without work, in milliseconds: it holds some 250 MB and takes a second or two to load. */
const encoderIdleMs = 15 * 60_000

/** How long a large book stays in memory for search without a question, in milliseconds: a working day, since it takes seconds to read. */
const searchIdleMs = 12 * 3_600_000

/** The office, open. */
export type CastMatch = Awaited<ReturnType<typeof createCastMatch>>

/**
 * Opens the office on the data folder of a host: the composition root that every door starts.
 *
 * Gives the router of the contract, what answers for kept files, the keeper of files that the doors hand in, the reporter of unforeseen failures, and
 * `close`, which ends what runs and shuts the file. Throws DATABASE_NEWER where a newer CastMatch wrote the data.
 */
export async function createCastMatch(host: Host) {
  const now = host.now ?? (() => new Date())
  const { log, close: closeLog } = await openLog(host.dataFolder)
  const report = reportTo(log)
  const db = openDatabase({ folder: host.dataFolder, now })
  const pool = createWorkerPool({ threads: 2 })
  const embeddingPool = createWorkerPool({ threads: 1, idleMs: encoderIdleMs })
  // An earlier run that was killed may have left an import half done, an older CastMatch names that are not found in Roman letters; until it is mended nobody is kept waiting.
  const mended = mendImports({ db, pool, now }).then(() => renewSearch({ db, pool })).catch((error: unknown) => report(error, uuid()))
  const resting = makeResting(() => readSettings(host.settings).learnAbove / 100)
  const encoders = await openEncoders({
    db, settings: host.settings, dataFolder: host.dataFolder, pool: embeddingPool, resting,
    onError: error => report(error, uuid()),
    onSwitch: () => {
      indexer.wake()
      void memoryIndexer.wake()
      void messageIndex.wake()
    },
  })
  const embedder = askedFirst(encoders.embedder, resting)
  const learning = inTheBackground(encoders.embedder, resting)
  const nearPeople = openNearPeople({ db, folder: host.dataFolder, pool: createWorkerPool({ threads: 1, idleMs: encoderIdleMs }), onError: error => report(error, uuid()) })
  const matcher = { folder: host.dataFolder, pool: createWorkerPool({ threads: 1, idleMs: encoderIdleMs }), meanings: createRoleMeanings() }
  const indexer = startIndexer({ db, embedder: learning, resting, onError: error => report(error, uuid()) })
  const shelf = openSearchShelf(db, { near: nearPeople, thread: { folder: host.dataFolder, pool: createWorkerPool({ threads: 1, idleMs: searchIdleMs }), onError: error => report(error, uuid()), ...(host.door === 'command line' && { upTo: Infinity }) } })
  const duplicates = startDuplicateFinder({ db, pool, now, onError: error => report(error, uuid()) })
  if (host.door !== 'command line') duplicates.wake()
  const wake = (): void => {
    indexer.wake()
    duplicates.wake()
  }
  const memoryIndexer = startMemoryIndexer({ db, embedder: learning, onError: error => report(error, uuid()) })
  const stopFading = keepFading(db, now, error => report(error, uuid()))
  const tickets = createTicketKeeper({ folder: incomingFolder(host.dataFolder), now })
  const claude = createClaude({ db, host, now })
  const messageIndex = openMessageIndex({ db, embedder: learning, onError: error => report(error, uuid()) })
  const remember = (episode: Episode | null): void => {
    if (episode === null) return
    recordEpisode(db, episode, now())
    void memoryIndexer.wake()
  }
  const records = {
    onDecision: (change: CastingChange) => remember(decisionEpisode(change)),
    onSlot: (change: SlotChange) => remember(slotEpisode(change)),
  }
  const chat = openOfficeChat({ ...records, db, host, claude, embedder, shelf, pool, now, report, onLeft: () => void messageIndex.wake() })
  const media = openMediaFolder(host.dataFolder)
  const router = createRouter({ ...records, host, db, claude, chat, messageIndex, pool, media, embedder, encoders, resting, nearPeople, matcher, shelf, indexer: { ...indexer, wake }, duplicates, memoryIndexer, tickets, now, report })
  void encoders.resume()
  if (host.door !== 'command line') {
    warmUp(embedder, report)
    void nearPeople.warmUp(talentModelId(embedder))
    void shelf.warmUp()
  }
  log.info({ door: host.door, node: process.versions.node }, 'opened')
  return {
    router,
    answerMedia: answerMediaFrom({ find: id => servedFile(db, id), media, thumbs: openThumbs({ media, pool }) }),
    tickets,
    report,
    async close() {
      await chat.close()
      stopFading()
      await Promise.all([encoders.close(), indexer.close(), duplicates.close(), memoryIndexer.close(), messageIndex.close()])
      await Promise.all([pool.close(), mended, embeddingPool.close(), nearPeople.close(), matcher.pool.close(), shelf.close()])
      tickets.close()
      db.close()
      log.info('closed')
      await closeLog()
    },
  }
}

/** Loads the encoder while nobody waits, so that the first search and the first ranking are as quick as the next. */
function warmUp(embedder: Embedder, report: ReportUnexpected): void {
  embedder.embed(['casting']).catch((error: unknown) => report(error, uuid()))
}
