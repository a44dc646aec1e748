import { v7 as uuid } from 'uuid'
import type { CastingChange } from '../src-preload/contract/casting.ts'
import { slotEpisode } from './auditions/slotEpisode.ts'
import type { SlotChange } from './auditions/slotHistory.ts'
import { decisionEpisode } from './casting/decisionEpisode.ts'
import { openMessageIndex } from './chat/messageIndex.ts'
import { createClaude } from './claude/claude.ts'
import { openDatabase } from './database/openDatabase.ts'
import { openEmbedder, type Embedder } from './embedding/embedder.ts'
import { openLog } from './health/log.ts'
import type { Host } from './host.ts'
import { reportTo, type ReportUnexpected } from './border.ts'
import { openMediaFolder } from './media/mediaFolder.ts'
import { keepFading } from './memory/closing.ts'
import { recordEpisode, type Episode } from './memory/episodes.ts'
import { startMemoryIndexer } from './memory/indexing.ts'
import { openOfficeChat } from './officeChat.ts'
import { createRouter } from './router.ts'
import { startIndexer } from './talent/indexing.ts'
import { incomingFolder } from './tickets/incomingFolder.ts'
import { createTicketKeeper } from './tickets/ticketKeeper.ts'
import { createWorkerPool } from './workers/workerPool.ts'

/** How long the encoder stays loaded without work, in milliseconds: it holds some 250 MB and takes a second or two to load. */
const encoderIdleMs = 15 * 60_000

/** The office, open. */
export type CastMatch = Awaited<ReturnType<typeof createCastMatch>>

/**
 * Opens the office on the data folder of a host: the composition root that every door starts.
 *
 * Gives the router of the contract, the keeper of files that the doors hand in, the reporter of unforeseen failures, and
 * `close`, which ends what runs and shuts the file. Throws DATABASE_NEWER where a newer CastMatch wrote the data.
 */
export async function createCastMatch(host: Host) {
  const now = host.now ?? (() => new Date())
  const { log, close: closeLog } = await openLog(host.dataFolder)
  const report = reportTo(log)
  const db = openDatabase({ folder: host.dataFolder, now })
  const pool = createWorkerPool({ threads: 2 })
  const embeddingPool = createWorkerPool({ threads: 1, idleMs: encoderIdleMs })
  const embedder = await openEmbedder(embeddingPool)
  const indexer = startIndexer({ db, embedder, onError: error => report(error, uuid()) })
  const memoryIndexer = startMemoryIndexer({ db, embedder, onError: error => report(error, uuid()) })
  const stopFading = keepFading(db, now, error => report(error, uuid()))
  const tickets = createTicketKeeper({ folder: incomingFolder(host.dataFolder), now })
  const claude = createClaude({ db, host, now })
  const messageIndex = openMessageIndex({ db, embedder, onError: error => report(error, uuid()) })
  const remember = (episode: Episode | null): void => {
    if (episode === null) return
    recordEpisode(db, episode, now())
    void memoryIndexer.wake()
  }
  const records = {
    onDecision: (change: CastingChange) => remember(decisionEpisode(change)),
    onSlot: (change: SlotChange) => remember(slotEpisode(change)),
  }
  const chat = openOfficeChat({ ...records, db, host, claude, embedder, pool, now, report, onLeft: () => void messageIndex.wake() })
  const router = createRouter({ ...records, host, db, claude, chat, messageIndex, pool, media: openMediaFolder(host.dataFolder), embedder, indexer, memoryIndexer, tickets, now, report })
  if (host.door !== 'command line') warmUp(embedder, report)
  log.info({ door: host.door, node: process.versions.node }, 'opened')
  return {
    router,
    tickets,
    report,
    async close() {
      await chat.close()
      stopFading()
      await Promise.all([indexer.close(), memoryIndexer.close(), messageIndex.close()])
      await Promise.all([pool.close(), embeddingPool.close()])
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
