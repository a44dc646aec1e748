import type { ChatEvent } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'

/** Those who follow conversations, and what they are told. */
export interface Followers {
  /** Tells everyone who follows a conversation. */
  readonly tell: (conversationId: ConversationId, event: ChatEvent) => void
  /**
   * Streams how a conversation stands, then every event from then on, until the signal aborts or the reader leaves.
   *
   * `stands` is read at the moment from which events are collected, so that nothing is missed and nothing comes twice. Deltas
   * of one block that a slow reader did not take yet are put together.
   */
  readonly follow: (conversationId: ConversationId, stands: () => readonly ChatEvent[], signal?: AbortSignal) => AsyncGenerator<ChatEvent, void, undefined>
  /** How many follow now. */
  readonly count: (conversationId?: ConversationId) => number
  /** Ends every stream. */
  readonly close: () => void
}

interface Follower {
  readonly waiting: ChatEvent[]
  wake: () => void
}

/** Keeps who follows which conversation; `onLeft` hears when the last one of a conversation left. */
export function openFollowers({ onLeft }: { readonly onLeft: (conversationId: ConversationId) => void }): Followers {
  const following = new Map<ConversationId, Set<Follower>>()
  const closed = new AbortController()

  const leave = (conversationId: ConversationId, follower: Follower): void => {
    const others = following.get(conversationId)
    others?.delete(follower)
    if (others?.size !== 0) return
    following.delete(conversationId)
    if (!closed.signal.aborted) onLeft(conversationId)
  }

  return {
    tell: (conversationId, event) => {
      for (const follower of following.get(conversationId) ?? []) {
        addEvent(follower.waiting, event)
        follower.wake()
      }
    },
    async *follow(conversationId, stands, signal) {
      const follower: Follower = { waiting: [...stands()], wake: () => {} }
      following.set(conversationId, (following.get(conversationId) ?? new Set()).add(follower))
      const wake = (): void => follower.wake()
      signal?.addEventListener('abort', wake)
      closed.signal.addEventListener('abort', wake)
      const ended = (): boolean => signal?.aborted === true || closed.signal.aborted
      try {
        while (!ended()) {
          const event = follower.waiting.shift()
          if (event) yield event
          else await new Promise<void>(resolve => {
            follower.wake = resolve
            if (follower.waiting.length > 0 || ended()) resolve()
          })
        }
      } finally {
        signal?.removeEventListener('abort', wake)
        closed.signal.removeEventListener('abort', wake)
        leave(conversationId, follower)
      }
    },
    count: conversationId =>
      conversationId === undefined ? [...following.values()].reduce((sum, { size }) => sum + size, 0) : (following.get(conversationId)?.size ?? 0),
    close: () => closed.abort(),
  }
}

function addEvent(waiting: ChatEvent[], event: ChatEvent): void {
  const last = waiting.at(-1)
  if (event.kind === 'delta' && last?.kind === 'delta' && last.messageId === event.messageId && last.block === event.block) {
    waiting[waiting.length - 1] = { ...last, text: last.text + event.text }
  } else waiting.push(event)
}
