import { createStore, type StoreApi } from 'zustand'
import type { ChatEvent, Conversation } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { toFailure, type Failure } from '../connection/failure.ts'
import { nextFrame, perFrame, type AskFrame } from './perFrame.ts'
import { emptyTalk, messageOf, withEarlier, withEvents, withLater, withNewest, withPage, type MessagePage, type Talk } from './talk.ts'

/** A talk and how its reading stands. */
export interface TalkState extends Talk {
  readonly reading: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  /** Whether a page before or after is on its way. */
  readonly paging: boolean
}

/** One conversation that is open on the page: its state, and what can be asked of it. */
export interface TalkDesk {
  readonly id: ConversationId
  readonly store: StoreApi<TalkState>
  /** Follows the conversation until the signal aborts; resolves then, or when the line is lost. Nothing is left behind. */
  readonly follow: (signal: AbortSignal) => Promise<void>
  readonly readEarlier: () => Promise<void>
  readonly readLater: () => Promise<void>
  readonly readNewest: () => Promise<void>
  readonly readAround: (id: MessageId) => Promise<void>
}

/** What of the office a talk needs. */
export interface TalkOffice {
  readonly chat: {
    readonly follow: (asked: { readonly conversationId: ConversationId }, options: { readonly signal: AbortSignal }) => Promise<AsyncIterable<ChatEvent>>
    readonly messages: (
      asked: { readonly conversationId: ConversationId; readonly before?: number | undefined; readonly around?: MessageId | undefined; readonly limit: number }, options?: { readonly signal?: AbortSignal | undefined },
    ) => Promise<MessagePage>
  }
}

/** Messages that are read at once. */
const pageSize = 100

/**
 * Opens a conversation for the page; nothing is asked before {@link TalkDesk.follow}.
 * @param heard.news hears when the conversation itself changed: its title, what waits in it
 * @param heard.proposals hears when memories are proposed out of it
 */
export function openTalk(office: TalkOffice, id: ConversationId, heard: { readonly news: () => void; readonly proposals: () => void }, ask: AskFrame = nextFrame): TalkDesk {
  const store = createStore<TalkState>(() => ({ ...emptyTalk, reading: 'loading', failure: null, paging: false }))
  let told: string | null = null
  const readNewest = async (signal?: AbortSignal) => {
    const page = await office.chat.messages({ conversationId: id, limit: pageSize }, { signal })
    store.setState(state => ({ ...withNewest(state, page), reading: 'ready', failure: null }))
  }
  const readAround = async (around: MessageId) => {
    const page = await office.chat.messages({ conversationId: id, around, limit: pageSize })
    store.setState(state => ({ ...withPage(state, page), reading: 'ready', failure: null }))
  }
  const turnPage = async (turn: () => Promise<void>) => {
    if (store.getState().paging) return
    store.setState({ paging: true })
    try {
      await turn()
    } finally {
      store.setState({ paging: false })
    }
  }
  return {
    id,
    store,
    readNewest: () => readNewest(),
    readAround,
    readEarlier: () => turnPage(async () => {
      const first = store.getState().order[0]
      const before = first === undefined ? undefined : messageOf(store.getState(), first)?.seq
      if (before === undefined || store.getState().earlier === 0) return
      const page = await office.chat.messages({ conversationId: id, before, limit: pageSize })
      // What was read meanwhile may have begun the talk over.
      if (store.getState().order[0] === first) store.setState(state => withEarlier(state, page))
    }),
    readLater: () => turnPage(async () => {
      const last = store.getState().order.at(-1)
      if (last === undefined || store.getState().later === 0) return
      const page = await office.chat.messages({ conversationId: id, around: last, limit: pageSize })
      if (store.getState().order.at(-1) === last) store.setState(state => withLater(state, page))
    }),
    follow: async signal => {
      const take = (events: readonly ChatEvent[]) => {
        store.setState(state => withEvents(state, events))
        const news = newsOf(store.getState().conversation)
        if (told !== null && news !== null && told !== news) heard.news()
        told = news
        if (events.some(({ kind }) => kind === 'proposed')) heard.proposals()
        if (store.getState().torn) readNewest(signal).catch(() => undefined)
      }
      // The beginning and the end of an answer each change more than any word of it: together they would hold the page up.
      const collect = perFrame(take, { ask, isHeavy: ({ kind }) => kind === 'phase' || kind === 'conversation' })
      try {
        const events = await office.chat.follow({ conversationId: id }, { signal })
        // The messages are read once the office tells us all that happens: nothing falls between the two.
        let begun = false
        for await (const event of events) {
          if (!begun && store.getState().later === 0) await readNewest(signal)
          begun = true
          collect.add(event)
        }
      } catch (error) {
        const failure = toFailure(error)
        if (signal.aborted || failure.code === 'CONNECTION_LOST') return
        store.setState(state => ({ failure, reading: state.reading === 'ready' ? 'ready' : 'failed' }))
      } finally {
        collect.stop()
      }
    },
  }
}

/** What the lists of conversations show of one. */
const newsOf = (conversation: Conversation | null): string | null =>
  conversation && JSON.stringify([conversation.title, conversation.state, conversation.queued, conversation.archivedAt])
