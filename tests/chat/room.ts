import { onTestFinished } from 'vitest'
import type { ChatEvent } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { openChat, type Chat, type ChatParts } from '../../src-main/chat/chat.ts'
import type { TurnRequest } from '../../src-main/claude/chatTurn.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { claudeOf, preparedParts, type Turn } from './prepared.ts'

/** What a room is opened with. */
export interface RoomOptions extends Partial<Omit<ChatParts, 'db'>> {
  readonly db?: Database
  readonly turns?: readonly Turn[]
}

/** A chat on a real database, with a prepared Claude. */
export interface Room {
  readonly chat: Chat
  readonly db: Database
  /** The requests that were sent, each looked at for what the Messages API would refuse. */
  readonly requests: TurnRequest[]
  /** Follows a conversation and gives all that happens until it rests, the events at the beginning left out. */
  readonly untilRest: (conversationId: ConversationId, begin: () => Promise<unknown>) => Promise<readonly ChatEvent[]>
  readonly quiet: ConversationId[]
}

/** Opens a chat whose Claude takes the given turns, one after another. */
export function openRoom({ db = testDatabase(), turns = [], ...parts }: RoomOptions = {}): Room {
  const quiet: ConversationId[] = []
  const { converse, requests } = claudeOf(turns)
  const chat = openChat({
    ...preparedParts(db, converse),
    onQuiet: id => quiet.push(id),
    ...parts,
  })
  onTestFinished(() => chat.close())
  const untilRest: Room['untilRest'] = async (conversationId, begin) => {
    const events: ChatEvent[] = []
    const following = chat.follow(conversationId)
    await following.next()
    await following.next()
    const begun = begin()
    for (;;) {
      const { value } = await following.next()
      if (!value) break
      events.push(value)
      if (value.kind === 'phase' && (value.phase.kind === 'idle' || value.phase.kind === 'waiting')) break
    }
    await following.return()
    await begun
    return events
  }
  return { chat, db, requests, untilRest, quiet }
}
