import type { ConversationId } from '../../src-preload/contract/memory.ts'

/** Watches for the moment at which a conversation with new questions is left alone. */
export interface QuietWatch {
  readonly asked: (conversationId: ConversationId) => void
  /** The last who followed it left. */
  readonly left: (conversationId: ConversationId) => void
  readonly putAway: (conversationId: ConversationId) => void
  /** Its answer ended: what was left meanwhile is quiet now. */
  readonly ended: (conversationId: ConversationId) => void
}

/** `onQuiet` hears of a conversation once for all questions since it heard last, and never while an answer is coming. */
export function watchQuiet({ isBusy, isFollowed, onQuiet }: {
  readonly isBusy: (conversationId: ConversationId) => boolean
  readonly isFollowed: (conversationId: ConversationId) => boolean
  readonly onQuiet: (conversationId: ConversationId) => void
}): QuietWatch {
  const asked = new Set<ConversationId>()
  const putAway = new Set<ConversationId>()
  const look = (conversationId: ConversationId): void => {
    if (isBusy(conversationId) || (isFollowed(conversationId) && !putAway.has(conversationId))) return
    putAway.delete(conversationId)
    if (asked.delete(conversationId)) onQuiet(conversationId)
  }
  return {
    asked: conversationId => asked.add(conversationId),
    left: look,
    putAway: conversationId => {
      putAway.add(conversationId)
      look(conversationId)
    },
    ended: look,
  }
}
