import type { ChatEvent, ChatPhase, Conversation, RecordCard } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId, MemoryId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalkToClaude, TurnBlock, TurnPiece, TurnSaid } from '../claude/chatTurn.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { insertAction } from './actions.ts'
import type { AnswerDraft } from './answerDraft.ts'
import { historyCharacters } from './assembleTurn.ts'
import { callTool } from './callTool.ts'
import type { ReportUnexpected } from './failures.ts'
import { readHistory, type KeptMessage, type ReadParts } from './messages.ts'
import { openPieces, type PieceParts } from './pieces.ts'
import { openRefs } from './refs.ts'
import type { ChatTool, ToolContext } from './tool.ts'
import { named, plainLine } from './tools/quoted.ts'
import type { AnswerFromRecords, AssembledTurn, Reveal, Sending, TurnMatter } from './turnParts.ts'
import { callsIn, withResult } from './wire.ts'
import { noteWorking, readWorking } from './working.ts'

/** What answers are made with. */
export interface AnsweringParts extends ReadParts {
  readonly now: () => Date
  readonly claude: Pick<TalkToClaude, 'converse'>
  readonly sending: Sending
  readonly answerFromRecords: AnswerFromRecords
  readonly tools: readonly ChatTool[]
  /** Whether a production may be read for Claude. */
  readonly mayRead: (productionId: ProductionId) => boolean
  /** Hears which memories were given to Claude for an answer. */
  readonly onMemoriesUsed: (ids: readonly MemoryId[], conversationId: ConversationId, messageId: MessageId) => void
  readonly later: PieceParts['later']
  readonly report: ReportUnexpected
}

/** One answer that is to be made. */
export interface AnswerJob {
  readonly conversation: Conversation
  readonly question: KeptMessage
  readonly signal: AbortSignal
  /** Whether the user agreed that it may pass the budget. */
  readonly overBudget: boolean
  readonly phase: (phase: ChatPhase) => void
  readonly tell: (event: ChatEvent) => void
}

/** How often Claude may look things up for one answer. */
export const mostRounds = 12

/** What a question is made of, as the conversation stands. */
export function matterOf(parts: Pick<AnsweringParts, 'db' | 'rupees' | 'now' | 'tools'>, conversation: Conversation, question: KeptMessage): TurnMatter {
  return {
    conversation, question,
    history: readHistory(parts, question, historyCharacters),
    place: question.place,
    answered: [],
    tools: conversation.incognito ? parts.tools.filter(({ name }) => !memoryTools.has(name)) : parts.tools,
    working: readWorking(parts.db, conversation.id, parts.now()).map(({ text }) => text),
  }
}

/** What handles memories: not in an incognito conversation, and its words, which may be forgotten later, stand in no working line. */
export const memoryTools: ReadonlySet<string> = new Set(['remember', 'recall', 'forget'])

/**
 * Takes turns with Claude until it has answered, or an action waits for a yes; ends the draft as done.
 *
 * Throws what `converse` throws; what was heard before is on the disk then, and the draft still open.
 */
export async function answerByClaude(parts: AnsweringParts, job: AnswerJob, draft: AnswerDraft): Promise<void> {
  const matter = matterOf(parts, job.conversation, job.question)
  for (let round = 1; round <= mostRounds; round++) {
    job.phase({ kind: 'asking' })
    const turn = await parts.sending.assemble({ ...matter, answered: draft.standing().wire })
    stopIfAborted(job)
    if (round === 1 && turn.memories.length > 0) {
      draft.change({ memories: turn.memories })
      parts.onMemoriesUsed(turn.memories.map(({ id }) => id), job.conversation.id, draft.id)
    }
    const said = await hearTurn(parts, job, draft, turn)
    stopIfAborted(job)
    const ends = afterTurn(draft, said)
    if (ends) return
    if (said.stopReason === 'tools' && (await runTools(parts, job, draft, matter.tools))) return draft.end('done')
  }
  const words = { kind: 'text', text: `I have looked things up ${mostRounds} times for this and stop here. Ask me to go on, or ask for a part of it.` } as const
  const { blocks, wire } = draft.standing()
  draft.change({ blocks: [...blocks, words], wire: [...wire, { role: 'assistant', blocks: [words] }] })
  draft.end('done')
}

const cutOff = 'the answer was cut off before its end. What came of it is kept: write "go on", and Claude goes on from there'

/** Ends the draft where the turn was the last one, and tells so. */
function afterTurn(draft: AnswerDraft, { stopReason }: TurnSaid): boolean {
  const last = draft.standing().wire.at(-1)
  if (stopReason === 'tools' && last && callsIn(last).length > 0) return false
  if (stopReason === 'paused') {
    draft.change({ wire: [...draft.standing().wire, { role: 'user', blocks: [{ kind: 'text', text: 'Go on.' }] }] })
    return false
  }
  const { blocks } = draft.standing()
  const saysNothing = blocks.every(block => block.kind === 'thinking' || (block.kind === 'text' && block.text.trim() === ''))
  const detail = stopReason !== 'end' ? cutOff : saysNothing ? 'there are no words in it' : null
  if (detail === null) draft.end('done')
  else draft.end('failed', { code: 'CLAUDE_UNREADABLE', data: { subject: 'your question', detail } })
  return true
}

/** Hears one turn: every word is on the disk before it is told. */
async function hearTurn(parts: AnsweringParts, job: AnswerJob, draft: AnswerDraft, turn: AssembledTurn): Promise<TurnSaid> {
  const writer = openPieces({
    db: parts.db, messageId: draft.id, firstBlock: draft.settled(), later: parts.later,
    written: delta => job.tell({ kind: 'delta', messageId: draft.id, ...delta }),
  })
  let open: { readonly kind: 'text' | 'thinking'; readonly reveal: Reveal } | null = null
  const close = (): void => {
    if (open) writer.add(open.kind, open.reveal.flush())
    open = null
  }
  const hear = (piece: TurnPiece): void => {
    if (job.signal.aborted) return
    if (piece.kind === 'text' || piece.kind === 'thinking') {
      if (open?.kind !== piece.kind) close()
      open ??= { kind: piece.kind, reveal: turn.reveal() }
      writer.add(piece.kind, open.reveal.feed(piece.text))
      job.phase({ kind: piece.kind === 'text' ? 'writing' : 'thinking' })
    } else if (piece.kind === 'toolCall') {
      close()
      writer.flush()
      job.phase({ kind: 'working', title: '' })
    } else if (piece.kind === 'pausing') {
      job.phase({ kind: 'pausing', code: piece.code, until: piece.until.toISOString(), attempt: piece.attempt })
    } else {
      open = null
      writer.restart()
      draft.change({})
      job.phase({ kind: 'asking' })
    }
  }
  try {
    const said = await parts.claude.converse({ ...turn.request, ...(job.overBudget && { overBudget: true }) }, hear, job.signal)
    close()
    writer.flush()
    draft.takeTurn({ role: 'assistant', blocks: said.blocks.map(block => revealed(block, turn)) }, said)
    return said
  } catch (error) {
    close()
    writer.flush()
    throw error
  }
}

/** Words and inputs with their names; thinking stays as it was signed. */
function revealed(block: TurnBlock, { reveal, revealInput }: AssembledTurn): TurnBlock {
  if (block.kind === 'toolCall') return { ...block, input: revealInput(block.input) }
  if (block.kind !== 'text') return block
  const names = reveal()
  return { ...block, text: names.feed(block.text) + names.flush() }
}

/** Runs the tools of the last turn; tells whether an action waits for a yes. */
async function runTools(parts: AnsweringParts, job: AnswerJob, draft: AnswerDraft, tools: readonly ChatTool[]): Promise<boolean> {
  const { db } = parts
  const turn = draft.standing().wire.at(-1)
  const context = contextOf(parts, job, draft, 'claude')
  let waits = false
  for (const call of turn ? callsIn(turn) : []) {
    const show: Parameters<typeof callTool>[0]['show'] = block => {
      job.phase({ kind: 'working', title: block.title })
      draft.showTool(block)
    }
    const { block, told, action, cards } = await callTool({ tools, context, report: parts.report, show }, call)
    stopIfAborted(job)
    inTransaction(db, () => {
      if (action) {
        insertAction(db, { ...action, conversationId: job.conversation.id, messageId: draft.id, callId: call.callId, askedBy: 'claude', askedAt: parts.now().toISOString() })
        waits = true
      }
      const wire = draft.standing().wire
      draft.showTool(block, told ? withResult(wire, { kind: 'toolResult', callId: call.callId, ...told }) : wire)
      if (block.state === 'done' && block.tool === 'recall') parts.onMemoriesUsed(cards.flatMap(({ kind, id }) => (kind === 'memory' ? [id as MemoryId] : [])), job.conversation.id, draft.id)
      if (block.state !== 'failed' && !memoryTools.has(block.tool)) noteWorking(db, job.conversation.id, workingLine(`${block.title}${block.detail ? `: ${block.detail}` : ''}`, cards), parts.now())
    })
  }
  return waits
}

/** A line of what is talked about: what was done, and whom and what it was about; the words of a memory stand in the memory alone. */
export function workingLine(what: string, cards: readonly RecordCard[]): string {
  const about = cards.filter(({ kind }) => kind !== 'memory').slice(0, 6).map(({ title, ref }) => `[${named(title)}](#${ref})`)
  return [plainLine(what, 200), about.join(', ')].filter(Boolean).join('. ')
}

/** Where and for whom the tools of an answer work. */
export function contextOf(
  parts: Pick<AnsweringParts, 'db' | 'mayRead'>, { conversation, question, signal }: Pick<AnswerJob, 'conversation' | 'question' | 'signal'>,
  answer: { readonly id: MessageId }, askedBy: ToolContext['askedBy'],
): ToolContext {
  return {
    conversationId: conversation.id, messageId: answer.id, productionId: conversation.productionId, place: question.place, askedBy, signal,
    refs: openRefs(parts.db, conversation.id),
    mayRead: askedBy === 'user' ? () => true : parts.mayRead,
  }
}

/** Throws CANCELLED where an answer was stopped. */
export function stopIfAborted({ signal }: Pick<AnswerJob, 'signal'>): void {
  if (signal.aborted) throw new CastMatchError('CANCELLED', { subject: 'The answer' })
}
