import { OpenPlace, type BeforeSending, type ChatEvent, type Conversation, type Message } from '../../src-preload/contract/chat.ts'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError, sentenceFor } from '../../src-preload/contract/errors.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { Claude } from '../claude/claude.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { openDraft, type AnswerDraft } from './answerDraft.ts'
import { answerByClaude, matterOf, type AnswerJob } from './answering.ts'
import { answerByRecords, type RecordsParts } from './byRecords.ts'
import { getConversation, titleConversation } from './conversations.ts'
import { isOutOfReach, keptFailure } from './failures.ts'
import { getMessage, toMessage, type KeptMessage } from './messages.ts'
import { deleteQueued, insertAnswer, insertQuestion, putAside, queueLast, rewordQueued, stopLeftOvers, takeFromQueue, type KeptFailure } from './messageWriter.ts'
import type { RunningAnswers } from './running.ts'
import { titleFrom } from './titles.ts'

/** Whether Claude is left in peace after failures in a row. */
export interface BreakerState {
  readonly state: () => Pick<ClaudeState, 'breaker' | 'triesAgainAt'>
}

/** What questions are asked with. */
export interface AskingParts extends RecordsParts {
  readonly claude: RecordsParts['claude'] & Pick<Claude, 'assertMayAsk'> & BreakerState
  readonly running: RunningAnswers
  /** Whether CastMatch does by itself what a question says, whoever could be asked: what is to be remembered or forgotten. */
  readonly isOwnWish: (text: string) => boolean
  readonly tell: (conversationId: ConversationId, event: ChatEvent) => void
}

/** What the user said yes to for one question. */
export type Agreed = readonly BeforeSending['asks'][number][]

/** A question before it is kept. */
export interface Asked {
  readonly conversationId: ConversationId
  readonly text: string
  readonly place?: OpenPlace | undefined
}

/** Who answers, and how. */
type Plan =
  | { readonly by: 'records'; readonly why: KeptFailure | null }
  | { readonly by: 'claude'; readonly overBudget: boolean; readonly fallsBack: boolean }

type Claim = ReturnType<RunningAnswers['claim']>

/** Asking, and asking again. */
export type Asking = ReturnType<typeof openAsking>

/** Opens the ways to ask. Each question is on the disk before anything is sent, and each answer is made apart from the call that asked. */
export function openAsking(parts: AskingParts) {
  const { db, now, running, sending } = parts

  const planFor = async (conversation: Conversation, question: KeptMessage, agreed: Agreed): Promise<Plan> => {
    if (parts.isOwnWish(textOf(question))) return { by: 'records', why: null }
    const matter = matterOf(parts, conversation, question)
    const { who } = await sending.before(matter)
    if (who === 'records') return { by: 'records', why: whyNotClaude(parts, conversation) }
    await sending.assertAgreed(matter, agreed)
    return { by: 'claude', overBudget: agreed.includes('budget'), fallsBack: true }
  }

  /** Claims the conversation, plans, keeps what is asked, and lets the answer begin; nothing is kept where the plan is refused. */
  const begin = async <Kept extends { readonly questionId: MessageId; readonly answerId: MessageId }>(
    conversation: Conversation, plan: () => Promise<Plan>, keep: (plan: Plan) => Kept,
  ): Promise<{ question: Message; answer: Message }> => {
    const claim = running.claim(conversation.id)
    try {
      for (const id of stopLeftOvers(db, conversation.id)) parts.tell(conversation.id, { kind: 'message', message: toMessage(getMessage(parts, id)) })
      const chosen = await plan()
      const { questionId, answerId } = inTransaction(db, () => {
        getConversation(db, conversation.id) // not where it was removed meanwhile: then nothing is kept
        return keep(chosen)
      })
      const question = toMessage(getMessage(parts, questionId))
      const answer = toMessage(getMessage(parts, answerId))
      parts.tell(conversation.id, { kind: 'message', message: question })
      parts.tell(conversation.id, { kind: 'message', message: answer })
      parts.tell(conversation.id, { kind: 'conversation', conversation: getConversation(db, conversation.id) })
      startAnswer(parts, claim, conversation.id, answerId, chosen)
      return { question, answer }
    } catch (error) {
      claim.release()
      throw error
    }
  }

  const titled = (conversation: Conversation, text: string): void => {
    if (conversation.titledBy === 'nobody') titleConversation(db, conversation.id, titleFrom(text), 'castmatch')
  }
  const replaced = (conversationId: ConversationId, messageIds: readonly MessageId[]): void =>
    parts.tell(conversationId, { kind: 'gone', messageIds: [...messageIds] })

  return {
    /** The matter of a question that is only looked at. */
    matter: (asked: Asked) => {
      const conversation = getConversation(db, asked.conversationId)
      return matterOf(parts, conversation, unsaved(asked, now()))
    },

    /** What has to be asked before a question is sent; nothing where CastMatch does by itself what it says. */
    async before(asked: Asked): Promise<BeforeSending> {
      const told = await sending.before(this.matter(asked))
      return parts.isOwnWish(asked.text) ? { ...told, who: 'records', why: 'CastMatch does this by itself. Nothing is sent.', asks: [] } : told
    },

    async send(asked: Asked, agreed: Agreed, to: 'claude' | 'records' | 'queue'): Promise<{ question: Message; answer: Message | null }> {
      const conversation = getConversation(db, asked.conversationId)
      const place = asked.place ?? OpenPlace.parse({})
      if (to === 'queue') {
        const id = inTransaction(db, () => {
          titled(conversation, asked.text)
          return insertQuestion(db, { ...asked, place, state: 'queued' }, now())
        })
        const question = toMessage(getMessage(parts, id))
        parts.tell(conversation.id, { kind: 'message', message: question })
        parts.tell(conversation.id, { kind: 'conversation', conversation: getConversation(db, conversation.id) })
        return { question, answer: null }
      }
      const plan = async (): Promise<Plan> => (to === 'records' ? { by: 'records', why: null } : planFor(conversation, unsaved(asked, now()), agreed))
      return begin(conversation, plan, ({ by }) => {
        titled(conversation, asked.text)
        const questionId = insertQuestion(db, { ...asked, place, state: 'done' }, now())
        return { questionId, answerId: insertAnswer(db, { conversationId: conversation.id, questionId, by }, now()) }
      })
    },

    /** Sends a queued question, and to nobody but Claude: throws why Claude cannot be asked, and the question stays queued. */
    async sendQueued(id: MessageId, agreed: Agreed): Promise<{ question: Message; answer: Message }> {
      const question = getMessage(parts, id)
      if (question.state !== 'queued') throw new CastMatchError('NOT_FOUND', { subject: 'The queued question' })
      const conversation = getConversation(db, question.conversationId)
      const plan = async (): Promise<Plan> => {
        const chosen = await planFor(conversation, { ...question, seq: Number.MAX_SAFE_INTEGER }, agreed)
        if (chosen.by === 'claude') return { ...chosen, fallsBack: false }
        if (chosen.why !== null) throw new CastMatchError(chosen.why.code, chosen.why.data)
        return chosen
      }
      return begin(conversation, plan, ({ by }) => {
        takeFromQueue(db, id, conversation.id, now())
        return { questionId: id, answerId: insertAnswer(db, { conversationId: conversation.id, questionId: id, by }, now()) }
      })
    },

    dropQueued(id: MessageId): void {
      const { conversationId } = getMessage(parts, id)
      deleteQueued(db, id)
      replaced(conversationId, [id])
      parts.tell(conversationId, { kind: 'conversation', conversation: getConversation(db, conversationId) })
    },

    /** Answers a question anew; what stood there, and what had come after it, is kept as a version. */
    async retry(answerId: MessageId, agreed: Agreed): Promise<{ answer: Message }> {
      const before = getMessage(parts, answerId)
      const { questionId } = before
      if (questionId === null) throw new CastMatchError('NOT_FOUND', { subject: 'The answer' })
      const question = getMessage(parts, questionId)
      const conversation = getConversation(db, before.conversationId)
      return begin(conversation, () => planFor(conversation, question, agreed), ({ by }) => {
        const successor = insertAnswer(db, { conversationId: conversation.id, questionId, by }, now())
        replaced(conversation.id, putAside(db, answerId, successor, now()))
        // What waits in the queue was asked after this question: it does not come between the two.
        for (const id of queueLast(db, conversation.id)) parts.tell(conversation.id, { kind: 'message', message: toMessage(getMessage(parts, id)) })
        return { questionId, answerId: successor }
      })
    },

    /** Asks an earlier question in other words; the question and what followed are kept as a version. A queued one is reworded where it stands. */
    async edit(questionId: MessageId, asked: Pick<Asked, 'text' | 'place'>, agreed: Agreed): Promise<{ question: Message; answer: Message | null }> {
      const before = getMessage(parts, questionId)
      if (before.role !== 'user') throw new CastMatchError('NOT_FOUND', { subject: 'The question' })
      const conversation = getConversation(db, before.conversationId)
      const place = asked.place ?? before.place
      const reworded = { conversationId: conversation.id, text: asked.text, place }
      if (before.state === 'queued') {
        rewordQueued(db, questionId, asked.text, place)
        const question = toMessage(getMessage(parts, questionId))
        parts.tell(conversation.id, { kind: 'message', message: question })
        return { question, answer: null }
      }
      return begin(conversation, () => planFor(conversation, { ...unsaved(reworded, now()), seq: before.seq }, agreed), ({ by }) => {
        const successor = insertQuestion(db, { ...reworded, state: 'done' }, now())
        replaced(conversation.id, putAside(db, questionId, successor, now()))
        return { questionId: successor, answerId: insertAnswer(db, { conversationId: conversation.id, questionId: successor, by }, now()) }
      })
    },

    /** Lets an answer go on whose tools have their results now; tells whether it does: not where another is coming, or came after it. */
    goOn(answerId: MessageId): boolean {
      const answer = getMessage(parts, answerId)
      if (running.isBusy(answer.conversationId) || !isLast(parts, answer)) return false
      startAnswer(parts, running.claim(answer.conversationId), answer.conversationId, answerId, { by: 'claude', overBudget: false, fallsBack: false })
      return true
    },
  }
}

function startAnswer(parts: AskingParts, claim: Claim, conversationId: ConversationId, answerId: MessageId, plan: Plan): void {
  claim.run(async (signal, phase) => {
    const tell = (event: ChatEvent): void => parts.tell(conversationId, event)
    const draft = openDraft(parts, answerId, tell)
    const goesOn = draft.standing().state !== 'streaming'
    const question = getMessage(parts, getMessage(parts, answerId).questionId ?? answerId)
    const job = { conversation: getConversation(parts.db, conversationId), question, signal, overBudget: plan.by === 'claude' && plan.overBudget, phase, tell }
    if (goesOn) {
      const { who } = await parts.sending.before(matterOf(parts, job.conversation, question))
      if (who === 'records' || signal.aborted) return
      draft.change({ state: 'streaming', failure: null })
      tell({ kind: 'conversation', conversation: getConversation(parts.db, conversationId) })
    }
    await makeAnswer(parts, job, draft, plan, goesOn).catch((error: unknown) => {
      endUnwritten(parts, draft, keptFailure(error, parts.report), tell)
    })
  })
}

/**
 * Ends an answer whose end could not be written: as failed, on the disk where it takes that now, else for her eyes alone until the next question
 * of its conversation ends it. The words that came are on the disk either way.
 */
function endUnwritten(parts: AskingParts, draft: AnswerDraft, failure: KeptFailure, tell: (event: ChatEvent) => void): void {
  try {
    draft.end('failed', failure)
  } catch {
    tell({ kind: 'message', message: { ...toMessage(getMessage(parts, draft.id)), state: 'failed', failure: { ...failure, sentence: sentenceFor(failure.code, failure.data) } } })
  }
}

/** Makes an answer and ends it, whatever happens; one that goes on after an action and cannot stays as it stood. */
async function makeAnswer(parts: AskingParts, job: AnswerJob, draft: AnswerDraft, plan: Plan, goesOn: boolean): Promise<void> {
  const before = draft.standing().wire.length
  try {
    await (plan.by === 'records' ? answerByRecords(parts, job, draft, plan.why) : answerByClaude(parts, job, draft))
  } catch (error) {
    if (job.signal.aborted) return draft.end('stopped')
    const failure = keptFailure(error, parts.report)
    const nothingNew = draft.standing().wire.length === before && !draft.heardMore()
    if (nothingNew && plan.by === 'claude' && plan.fallsBack && isOutOfReach(error)) return makeAnswer(parts, job, draft, { by: 'records', why: failure }, false)
    draft.end(nothingNew && goesOn ? 'done' : 'failed', nothingNew && goesOn ? null : failure)
  }
}

function whyNotClaude({ claude, report, now }: AskingParts, { productionId }: Conversation): KeptFailure {
  try {
    claude.assertMayAsk(productionId ?? undefined)
    const { breaker, triesAgainAt } = claude.state()
    if (breaker === 'open') return { code: 'CLAUDE_OVERLOADED', data: triesAgainAt === null ? {} : { seconds: Math.max(1, Math.ceil((Date.parse(triesAgainAt) - now().getTime()) / 1_000)) } }
    return { code: 'CLAUDE_NOT_ALLOWED', data: { subject: 'This conversation' } }
  } catch (error) {
    return keptFailure(error, report)
  }
}

const isLast = ({ db }: Pick<AskingParts, 'db'>, { conversationId, seq }: KeptMessage): boolean =>
  db.prepare(`SELECT 1 FROM chat_message WHERE conversation_id = ? AND seq > ? AND put_aside_at IS NULL AND state <> 'queued'`).get(conversationId, seq) === undefined

const textOf = ({ blocks }: KeptMessage): string => blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('\n')

/** A question as it would be kept. */
const unsaved = ({ conversationId, text, place }: Asked, at: Date): KeptMessage => ({
  id: 'unsaved' as MessageId, conversationId, seq: Number.MAX_SAFE_INTEGER, role: 'user', by: 'user', state: 'done', blocks: [{ kind: 'text', text }],
  cards: [], failure: null, model: null, paise: null, memories: [], needsClaude: false, versions: 0, at: at.toISOString(),
  wire: [], place: place ?? OpenPlace.parse({}), questionId: null,
})
