import { v7 as uuid } from 'uuid'
import type { ConversationId } from '../src-preload/contract/memory.ts'
import type { ReportUnexpected } from './border.ts'
import { openChat, type Chat } from './chat/chat.ts'
import { mayRead } from './chat/mayRead.ts'
import { answerFromRecords } from './chat/offline/answerFromRecords.ts'
import { wishIn } from './chat/offline/wishes.ts'
import { proposeMemories } from './chat/proposeMemories.ts'
import { openRefs } from './chat/refs.ts'
import { openSending } from './chat/sending.ts'
import type { ToolParts } from './chat/tools/toolParts.ts'
import { makeTools } from './chat/tools/toolTable.ts'
import type { Claude } from './claude/claude.ts'
import type { Database } from './database/openDatabase.ts'
import type { Embedder } from './embedding/embedder.ts'
import { rememberVectors } from './embedding/rememberedVectors.ts'
import type { Host } from './host.ts'
import { recall } from './memory/recall.ts'
import { markUsed } from './memory/uses.ts'
import { openBreakdowns } from './roles/breakdowns.ts'
import { readSettings, updateSettings } from './settings/settingsStore.ts'
import type { WorkerPool } from './workers/workerPool.ts'

/** What the chat of an office is wired from. */
interface OfficeChatParts extends Pick<ToolParts, 'onDecision' | 'onSlot' | 'shelf'> {
  readonly db: Database
  readonly host: Host
  readonly claude: Claude
  readonly embedder: Embedder
  readonly pool: WorkerPool
  readonly now: () => Date
  readonly report: ReportUnexpected
  /** Hears that a conversation was left: what was said last is to be found by meaning too. */
  readonly onLeft: () => void
}

/** Opens the chat of an office: wires its tools, what leaves the laptop, the memory, and what answers from the records. */
export function openOfficeChat({ db, host, claude, embedder, shelf, pool, now, report, onDecision, onSlot, onLeft }: OfficeChatParts): Chat {
  const settings = () => readSettings(host.settings)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const isOpen = mayRead(db)
  const askedEmbedder = rememberVectors(embedder)
  const tools = makeTools({ onDecision, onSlot, db, embedder, pool, shelf, settings, now, zone, breakdowns: openBreakdowns({ db, pool, now, claude }) })
  const sending = openSending({
    db, now, settings, zone, claude,
    openRefs: conversationId => openRefs(db, conversationId),
    recall: asked => recall({ db, embedder: askedEmbedder, now }, { ...asked, mayRead: isOpen }),
    allowOffice: () => void updateSettings(host.settings, { claudeOffice: 'yes' }),
  })
  const closing = new AbortController()
  const proposing = new Set<Promise<void>>()
  const proposeFrom = (conversationId: ConversationId): void => {
    const work = proposeMemories({ db, embedder, now, claude, settings }, conversationId, closing.signal).then(
      count => {
        if (count > 0) chat.proposed(conversationId, count)
      },
      (error: unknown) => {
        if (!closing.signal.aborted) report(error, uuid())
      },
    )
    proposing.add(work)
    void work.finally(() => proposing.delete(work))
  }
  const chat = openChat({
    db, now, report, claude, sending, tools,
    mayRead: isOpen,
    isOwnWish: text => wishIn(text) !== null,
    rupees: () => settings().dollarRate.rupees,
    answerFromRecords: asked => answerFromRecords({ db, embedder, shelf, settings, now, zone }, asked),
    mayAskTitle: productionId => !settings().claudePseudonyms && (productionId === null ? settings().claudeOffice === 'yes' : isOpen(productionId)),
    takesUp: host.door !== 'command line',
    onMemoriesUsed: (ids, conversationId, messageId) => markUsed(db, ids, conversationId, messageId, now()),
    onQuiet: conversationId => {
      onLeft()
      proposeFrom(conversationId)
    },
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  return {
    ...chat,
    close: async () => {
      closing.abort()
      await chat.close()
      await Promise.allSettled(proposing)
    },
  }
}
