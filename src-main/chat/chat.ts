import type { ActionId, ChatAction, ChatEvent, ChatPhase, Conversation, Message, WorkingMemory } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { AskClaude } from '../claude/claude.ts'
import { actionsOf, getAction, listActions, type KeptAction } from './actions.ts'
import { contextOf, memoryTools, type AnsweringParts } from './answering.ts'
import { openAsking, type Agreed, type Asked, type AskingParts, type BreakerState } from './asking.ts'
import {
  archiveConversation, beginConversation, deleteIncognito, deleteLeftIncognito, getConversation, listConversations, removeConversation, restoreConversation,
  titleConversation, type ConversationsAsked,
} from './conversations.ts'
import { openDeciding, showAction } from './deciding.ts'
import { openFollowers } from './followers.ts'
import { findMessage, getMessage, readMessages, readVersions, toMessage, type KeptMessage, type MessagesAsked } from './messages.ts'
import { stopLeftOvers } from './messageWriter.ts'
import { watchQuiet } from './quiet.ts'
import { keepRunning } from './running.ts'
import { betterTitles } from './titles.ts'
import { openCalls } from './wire.ts'
import { noteWorking, readWorking } from './working.ts'

/** What the chat is made of. */
export interface ChatParts extends AnsweringParts {
  readonly claude: AnsweringParts['claude'] & AskClaude & BreakerState
  /** Whether CastMatch does by itself what a question says. */
  readonly isOwnWish: AskingParts['isOwnWish']
  /** Whether Claude may be asked for a title: not where names are sent as something else. */
  readonly mayAskTitle: (productionId: ProductionId | null) => boolean
  /** Whether this office takes up what an end of CastMatch left; not where it runs beside another for a single command. */
  readonly takesUp: boolean
  /** Hears that a conversation with new questions was left or put away: the time to propose memories. Not for incognito ones. */
  readonly onQuiet: (conversationId: ConversationId) => void
}

/** The chat, open. */
export type Chat = ReturnType<typeof openChat>

/** Opens the chat on the database; answers that an end of CastMatch broke off are marked so, and what came of them is kept. */
export function openChat(parts: ChatParts) {
  const { db, now, report } = parts
  if (parts.takesUp) {
    stopLeftOvers(db)
    deleteLeftIncognito(db)
  }
  const followers = openFollowers({ onLeft: conversationId => quiet.left(conversationId) })
  const tell = (conversationId: ConversationId, event: ChatEvent): void => followers.tell(conversationId, event)
  const tellConversation = (conversation: Conversation): Conversation => {
    tell(conversation.id, { kind: 'conversation', conversation })
    return conversation
  }
  const restingPhase = ({ state }: Conversation): ChatPhase => ({ kind: state === 'waiting' ? 'waiting' : 'idle' })

  const running = keepRunning({
    onPhase: (conversationId, phase) => tell(conversationId, { kind: 'phase', phase }),
    onEnd: conversationId => {
      const conversation = tellConversation(getConversation(db, conversationId))
      tell(conversationId, { kind: 'phase', phase: restingPhase(conversation) })
      titles.afterAnswer(conversation)
      quiet.ended(conversationId)
    },
    onError: error => report(error, 'chat'),
  })
  const quiet = watchQuiet({
    isBusy: running.isBusy,
    isFollowed: conversationId => followers.count(conversationId) > 0,
    onQuiet: conversationId => {
      if (!getConversation(db, conversationId).incognito) parts.onQuiet(conversationId)
    },
  })
  const titles = betterTitles(parts, tellConversation)
  const asking = openAsking({ ...parts, running, tell, doAction: id => deciding.decide(id, true) })
  const actionContext = (action: KeptAction) => {
    const answer = getMessage(parts, action.messageId)
    const question = getMessage(parts, answer.questionId ?? answer.id)
    return contextOf(parts, { conversation: getConversation(db, action.conversationId), question, signal: new AbortController().signal }, answer, action.askedBy)
  }
  const deciding = openDeciding({ db, now, report, tools: parts.tools, contextOf: actionContext })

  /** Shows what became of an action, and lets its answer go on where nothing of it waits any more. */
  const learned = (action: KeptAction, goesOn: boolean): ChatAction => {
    const answer = findMessage(parts, action.messageId)
    if (!answer) return showAction(db, action) // a retry or an edit put it aside; what it did can still be taken back
    tell(action.conversationId, { kind: 'message', message: toMessage(answer) })
    const conversation = tellConversation(getConversation(db, action.conversationId))
    const isOpen = openCalls(answer.wire).length > 0 || actionsOf(db, answer.id).some(({ state }) => state === 'waiting')
    const went = goesOn && answer.by === 'claude' && !isOpen && asking.goOn(answer.id)
    if (!went && !running.isBusy(action.conversationId)) tell(action.conversationId, { kind: 'phase', phase: restingPhase(conversation) })
    return showAction(db, action)
  }

  const standing = (conversationId: ConversationId): readonly ChatEvent[] => {
    const conversation = getConversation(db, conversationId)
    return [
      { kind: 'conversation', conversation },
      { kind: 'phase', phase: running.phase(conversationId) ?? restingPhase(conversation) },
      ...comingIn(conversationId).map((message): ChatEvent => ({ kind: 'message', message: toMessage(message) })),
    ]
  }
  const comingIn = (conversationId: ConversationId): readonly KeptMessage[] =>
    db
      .prepare<[string], MessageId>(`SELECT id FROM chat_message WHERE conversation_id = ? AND state = 'streaming' AND put_aside_at IS NULL`)
      .pluck()
      .all(conversationId)
      .map(id => getMessage(parts, id))

  return {
    conversations: (asked: ConversationsAsked) => listConversations(db, asked),
    begin: (given: Parameters<typeof beginConversation>[1]) => beginConversation(db, given, now()),
    get: (id: ConversationId) => getConversation(db, id),
    rename: (id: ConversationId, title: string) => {
      getConversation(db, id)
      return tellConversation(titleConversation(db, id, title, 'user'))
    },
    archive: (id: ConversationId, archived: boolean) => {
      const conversation = tellConversation(archiveConversation(db, id, archived, now()))
      if (archived) quiet.putAway(id)
      return conversation
    },
    remove: async (id: ConversationId) => {
      getConversation(db, id)
      await running.stop(id)
      removeConversation(db, id, now())
    },
    restore: (id: ConversationId) => tellConversation(restoreConversation(db, id)),
    messages: (asked: MessagesAsked) => {
      getConversation(db, asked.conversationId)
      return readMessages(parts, asked)
    },
    versions: (id: MessageId): Message[] => readVersions(parts, id),
    follow: (conversationId: ConversationId, signal?: AbortSignal) => followers.follow(conversationId, () => standing(conversationId), signal),
    followers: followers.count,
    /** Tells whoever is back in a conversation that memories are proposed out of it. */
    proposed: (conversationId: ConversationId, count: number): void => tell(conversationId, { kind: 'proposed', count }),

    before: (asked: Asked) => asking.before(asked),
    exactRequest: async (asked: Asked, count: boolean) => parts.sending.exactRequest(asking.matter(asked), count),
    send: async (asked: Asked, agreed: Agreed, to: 'claude' | 'records' | 'queue') => {
      const sent = await asking.send(asked, agreed, to)
      if (sent.answer) quiet.asked(asked.conversationId)
      return sent
    },
    sendQueued: async (id: MessageId, agreed: Agreed) => {
      const sent = await asking.sendQueued(id, agreed)
      quiet.asked(sent.question.conversationId)
      return sent
    },
    dropQueued: asking.dropQueued,
    retry: asking.retry,
    edit: asking.edit,
    stop: (conversationId: ConversationId) => running.stop(conversationId),

    decide: async (id: ActionId, yes: boolean): Promise<ChatAction> => {
      const waited = getAction(db, id).state === 'waiting'
      const action = await deciding.decide(id, yes)
      if (waited && !memoryTools.has(action.tool)) noteWorking(db, action.conversationId, `${action.shown.title}: ${action.state}`, now())
      return learned(action, waited)
    },
    undoAction: async (id: ActionId): Promise<ChatAction> => learned(await deciding.undo(id), false),
    actions: (asked: Parameters<typeof listActions>[1]) => {
      const { total, actions } = listActions(db, asked)
      return { total, actions: actions.map(action => showAction(db, action)) }
    },

    working: (conversationId: ConversationId): WorkingMemory[] => readWorking(db, conversationId, now()),
    endIncognito: async (conversationId: ConversationId) => {
      await running.stop(conversationId)
      deleteIncognito(db, conversationId)
    },
    /** Stops every answer, keeps what came of each, and ends every stream. */
    close: async () => {
      followers.close()
      await titles.close()
      await running.stopAll()
    },
  }
}
