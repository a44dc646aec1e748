import { v7 as uuid } from 'uuid'
import type { ActionId } from '../../src-preload/contract/chat.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { getAction, insertAction, type KeptAction } from './actions.ts'
import type { AnswerDraft } from './answerDraft.ts'
import { contextOf, stopIfAborted, workingLine, type AnswerJob, type AnsweringParts } from './answering.ts'
import { callTool } from './callTool.ts'
import type { KeptFailure } from './messageWriter.ts'
import type { ToolContext } from './tool.ts'
import type { ByWord } from './turnParts.ts'
import { noteWorking } from './working.ts'

/** What answers from the records are made with. */
export interface RecordsParts extends AnsweringParts {
  /** Does what an action says, as a yes of the user does. */
  readonly doAction: (id: ActionId) => Promise<KeptAction>
}

/**
 * Answers a question from the records alone; ends the draft as done.
 *
 * `why` is why Claude was not asked, null where the user wished it so or CastMatch does it by itself.
 */
export async function answerByRecords(parts: RecordsParts, job: AnswerJob, draft: AnswerDraft, why: KeptFailure | null): Promise<void> {
  const { db } = parts
  job.phase({ kind: 'working', title: 'Looking in your records' })
  const text = job.question.blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('\n')
  const context = contextOf(parts, job, draft, 'user')
  const byWord = actsByWord(parts, job, draft, context)
  const { blocks, cards, needsClaude, detail } = await parts.answerFromRecords({ text, place: job.question.place, conversation: job.conversation, context, byWord })
  stopIfAborted(job)
  inTransaction(db, () => {
    draft.change({
      by: 'records', needsClaude,
      blocks: [...draft.standing().blocks, ...blocks.map(block => {
        if (block.kind !== 'tool') return block
        const { cards: shown, action: _action, ...kept } = block
        return { ...kept, refs: shown.map(({ ref }) => ref) }
      })],
    })
    if (cards.some(({ kind }) => kind !== 'memory')) noteWorking(db, job.conversation.id, workingLine(detail, cards), parts.now())
    draft.end('done', why)
  })
}

/** Makes actions out of what the user said in so many words: each stands in the log as asked for by her. */
const actsByWord = (parts: RecordsParts, job: AnswerJob, draft: AnswerDraft, context: ToolContext): ByWord => async (tool, input, when) => {
  const { db } = parts
  const callId = uuid()
  const { block, action } = await callTool({ tools: parts.tools, context, report: parts.report, show: () => undefined }, { kind: 'toolCall', callId, name: tool, input })
  stopIfAborted(job)
  if (action === null) return { refused: block.detail }
  inTransaction(db, () => {
    insertAction(db, { ...action, conversationId: job.conversation.id, messageId: draft.id, callId, askedBy: 'user', askedAt: parts.now().toISOString() })
    draft.change({ by: 'records' })
    draft.showTool(block)
  })
  if (when === 'afterYes') return { action: getAction(db, action.id) }
  const done = await parts.doAction(action.id)
  draft.reread()
  return { action: done }
}
