import { onTestFinished } from 'vitest'
import { openRefs } from '../../../src-main/chat/refs.ts'
import type { ChatTool, Done, Intention, ToolContext, ToolResult } from '../../../src-main/chat/tool.ts'
import { makeTools } from '../../../src-main/chat/tools/toolTable.ts'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import { openBreakdowns } from '../../../src-main/roles/breakdowns.ts'
import { createWorkerPool } from '../../../src-main/workers/workerPool.ts'
import { OpenPlace } from '../../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import { wordEmbedder } from '../../matching/book.ts'
import { noon } from '../../roles/screenplay.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { beginConversation, someMessage } from './conversation.ts'

/** The tools of the chat over a real database, as one conversation calls them. */
export interface ToolOffice {
  readonly db: Database
  readonly tools: readonly ChatTool[]
  /** Productions that may not be read. */
  readonly closed: Set<ProductionId>
  readonly context: (productionId?: ProductionId | null) => ToolContext
  /** Calls a tool that looks. */
  readonly look: (name: string, input: unknown, context?: ToolContext) => Promise<ToolResult>
  /** Asks a tool that writes what it would do. */
  readonly intend: (name: string, input: unknown, context?: ToolContext) => Promise<Intention>
  /** Does what was shown, as it comes back from the disk. */
  readonly act: (name: string, shown: Intention, context?: ToolContext) => Done | Promise<Done>
  readonly undo: (name: string, done: Done) => void | Promise<void>
}

/** Opens the tools on an empty database; the clock stands at noon of 21 November 2026, the laptop in Mumbai. */
export function toolOffice(db: Database = testDatabase()): ToolOffice {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const now = () => noon
  const nobody = { ready: () => false, assertMayAsk: () => undefined, ask: () => Promise.reject(new CastMatchError('CLAUDE_NO_KEY')) }
  const tools = makeTools({
    db, embedder: wordEmbedder, pool, settings: () => ({ suggestions: true, glossary: [] }), now, zone: 'Asia/Kolkata',
    breakdowns: openBreakdowns({ db, pool, now, claude: nobody }),
  })
  const conversationId = beginConversation(db)
  const closed = new Set<ProductionId>()
  const context = (productionId: ProductionId | null = null): ToolContext => ({
    conversationId, messageId: someMessage(), productionId, place: OpenPlace.parse({}), askedBy: 'claude',
    refs: openRefs(db, conversationId), mayRead: id => !closed.has(id), signal: new AbortController().signal,
  })
  const named = (name: string): ChatTool => {
    const tool = tools.find(one => one.name === name)
    if (!tool) throw new Error(`no tool ${name}`)
    return tool
  }
  const writing = (name: string) => {
    const tool = named(name)
    if (!tool.writes) throw new Error(`${name} does not write`)
    return tool
  }
  return {
    db, tools, closed, context,
    look: (name, input, at = context()) => {
      const tool = named(name)
      if (tool.writes) throw new Error(`${name} writes`)
      return tool.run(input, at)
    },
    intend: (name, input, at = context()) => writing(name).intend(input, at),
    act: (name, shown, at = context()) => writing(name).act(JSON.parse(JSON.stringify(shown.settled)) as unknown, at),
    undo: (name, done) => writing(name).undo(JSON.parse(JSON.stringify(done.receipt)) as unknown),
  }
}
