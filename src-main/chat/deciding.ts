import type { ActionId, ChatAction } from '../../src-preload/contract/chat.ts'
import { CastMatchError, sentenceFor } from '../../src-preload/contract/errors.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { changeAction, getAction, toChatAction, type ActionChange, type KeptAction } from './actions.ts'
import { toldText } from './callTool.ts'
import { keptFailure, type ReportUnexpected } from './failures.ts'
import { cardsOf } from './messages.ts'
import { readStanding, settleAnswer } from './messageWriter.ts'
import type { ChatTool, Done, ToolContext, WritingTool } from './tool.ts'
import { withResult } from './wire.ts'

/** What is decided with. */
export interface DecidingParts {
  readonly db: Database
  readonly now: () => Date
  readonly tools: readonly ChatTool[]
  readonly report: ReportUnexpected
  readonly contextOf: (action: KeptAction) => ToolContext
}

/** What she said of actions, done once whatever is clicked. */
export interface Deciding {
  /** Says yes or no; an action that was decided before stays as it was decided. Throws NOT_FOUND. */
  readonly decide: (id: ActionId, yes: boolean) => Promise<KeptAction>
  /** Takes back what an action did; one that is taken back stays so. Throws NOT_FOUND, CONFLICT, INVALID_INPUT where it cannot be taken back. */
  readonly undo: (id: ActionId) => Promise<KeptAction>
}

/** Decides actions; two clicks on one share what comes of it. */
export function openDeciding(parts: DecidingParts): Deciding {
  const underWay = new Map<ActionId, Promise<KeptAction>>()
  const once = (id: ActionId, work: () => Promise<KeptAction>): Promise<KeptAction> => {
    const running = underWay.get(id)
    if (running) return running
    const begun = work().finally(() => underWay.delete(id))
    underWay.set(id, begun)
    return begun
  }
  return {
    decide: (id, yes) => once(id, async () => {
      const action = getAction(parts.db, id)
      if (action.state !== 'waiting') return action
      return yes ? act(parts, action) : decline(parts, action)
    }),
    undo: id => once(id, async () => {
      const action = getAction(parts.db, id)
      return action.state === 'undone' ? action : takeBack(parts, action)
    }),
  }
}

/** An action as the user sees it. */
export const showAction = (db: Database, action: KeptAction): ChatAction => toChatAction(action, cardsOf(db, action.conversationId))

function decline(parts: DecidingParts, action: KeptAction): KeptAction {
  note(parts, action, 'waiting', { state: 'declined' }, 'The user said no. Nothing was changed. Do not ask for it again unless the user does.', false)
  return getAction(parts.db, action.id)
}

/** Does what she said yes to: at most once, and where the tool answers at once in one transaction with the note of it. */
async function act(parts: DecidingParts, action: KeptAction): Promise<KeptAction> {
  const { db } = parts
  const broken = { code: 'CONFLICT', data: { subject: action.shown.title, detail: 'CastMatch ended while it was being done, so look at the record before it is done again' } } as const
  try {
    const tool = writingTool(parts, action)
    const doing = inTransaction(db, () => {
      note(parts, action, 'waiting', { state: 'failed', failure: broken }, sentenceFor(broken.code, broken.data), true)
      const result = tool.act(action.settled, parts.contextOf(action))
      if (!(result instanceof Promise)) done(parts, action, result)
      return { result } // wrapped: a transaction gives no promise
    })
    if (doing.result instanceof Promise) done(parts, action, await doing.result)
  } catch (error) {
    const failure = keptFailure(error, parts.report)
    const from = getAction(db, action.id).state
    note(parts, action, from, { state: 'failed', failure }, sentenceFor(failure.code, failure.data), true)
  }
  return getAction(db, action.id)
}

const done = (parts: DecidingParts, action: KeptAction, result: Done): void => {
  note(parts, action, 'failed', { state: 'done', receipt: result.receipt ?? null }, `The user said yes, and it was done: ${toldText(result)}`, false, result)
}

async function takeBack(parts: DecidingParts, action: KeptAction): Promise<KeptAction> {
  const { db } = parts
  if (action.state !== 'done' || action.receipt === null) throw new CastMatchError('INVALID_INPUT', { subject: action.shown.title, detail: 'it cannot be taken back' })
  const tool = writingTool(parts, action)
  const noteUndone = (): void => note(parts, action, 'done', { state: 'undone' }, 'The user said yes and took it back afterwards: the records stand as they did before.', false)
  const doing = inTransaction(db, () => {
    const result = tool.undo(action.receipt)
    if (!(result instanceof Promise)) noteUndone()
    return { result }
  })
  if (doing.result instanceof Promise) {
    await doing.result
    noteUndone()
  }
  return getAction(db, action.id)
}

/** Moves an action on and tells its answer what came of it, for Claude and for the page, in one transaction. */
function note(parts: DecidingParts, action: KeptAction, from: KeptAction['state'], change: ActionChange, told: string, isError: boolean, result?: Done): void {
  const { db, now } = parts
  inTransaction(db, () => {
    if (!changeAction(db, action.id, from, change, now())) return
    answerLearns(db, action.messageId, action.callId, told, isError, result)
  })
}

function answerLearns(db: Database, messageId: MessageId, callId: string, text: string, isError: boolean, result: Done | undefined): void {
  const standing = readStanding(db, messageId)
  const blocks = standing.blocks.map(block =>
    block.kind === 'tool' && block.callId === callId && result
      ? { ...block, detail: result.detail, draft: result.draft ?? block.draft, refs: [...new Set([...block.refs, ...result.cards.map(({ ref }) => ref)])] }
      : block)
  settleAnswer(db, messageId, { ...standing, blocks, wire: withResult(standing.wire, { kind: 'toolResult', callId, text, isError }) })
}

function writingTool({ tools }: DecidingParts, action: KeptAction): WritingTool {
  const tool = tools.find(({ name }) => name === action.tool)
  if (!tool?.writes) throw new CastMatchError('NOT_FOUND', { subject: `The tool for "${action.shown.title}"` })
  return tool
}
