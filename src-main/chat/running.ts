import type { ChatPhase } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'

/** An answer that is being made. */
interface Running {
  readonly controller: AbortController
  phase: ChatPhase
  ended: Promise<void>
}

/** The answers that are being made: one at a time in a conversation, several conversations at once. */
export interface RunningAnswers {
  /** Claims a conversation for one answer. Throws CHAT_BUSY. Whoever claims calls `run` or `release`. */
  readonly claim: (conversationId: ConversationId) => { readonly run: (work: (signal: AbortSignal, phase: (phase: ChatPhase) => void) => Promise<void>) => void; readonly release: () => void }
  readonly isBusy: (conversationId: ConversationId) => boolean
  readonly phase: (conversationId: ConversationId) => ChatPhase | null
  /** Stops the answer of a conversation, and waits until it is kept as it stands. */
  readonly stop: (conversationId: ConversationId) => Promise<void>
  readonly stopAll: () => Promise<void>
}

/**
 * Keeps the answers that are being made; `onPhase` hears each change of what they are at, `onEnd` when a
 * conversation is free again, `onError` what could not even be kept as a failure of the answer.
 */
export function keepRunning({ onPhase, onEnd, onError }: {
  readonly onPhase: (conversationId: ConversationId, phase: ChatPhase) => void
  readonly onEnd: (conversationId: ConversationId) => void
  readonly onError: (error: unknown) => void
}): RunningAnswers {
  const running = new Map<ConversationId, Running>()
  const stop = async (conversationId: ConversationId): Promise<void> => {
    const found = running.get(conversationId)
    found?.controller.abort()
    await found?.ended
  }
  return {
    claim: conversationId => {
      if (running.has(conversationId)) throw new CastMatchError('CHAT_BUSY')
      const claimed = Promise.withResolvers<void>()
      const own: Running = { controller: new AbortController(), phase: { kind: 'asking' }, ended: claimed.promise }
      running.set(conversationId, own)
      const release = (): void => {
        running.delete(conversationId)
        claimed.resolve()
      }
      const phase = (next: ChatPhase): void => {
        if (JSON.stringify(next) === JSON.stringify(own.phase)) return
        own.phase = next
        onPhase(conversationId, next)
      }
      return {
        release,
        run: work => {
          onPhase(conversationId, own.phase)
          // Begun a moment later, so that the question is answered to its asker before the answer begins to come.
          void Promise.resolve().then(() => work(own.controller.signal, phase)).catch(onError).finally(() => {
            release()
            onEnd(conversationId)
          }).catch(onError)
        },
      }
    },
    isBusy: conversationId => running.has(conversationId),
    phase: conversationId => running.get(conversationId)?.phase ?? null,
    stop,
    stopAll: async () => {
      await Promise.all([...running.keys()].map(stop))
    },
  }
}
