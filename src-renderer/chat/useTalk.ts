import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { useConnection, useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { messageOf } from './talk.ts'
import { openTalk, type TalkDesk, type TalkState } from './talkDesk.ts'

/** A talk that is followed as long as it is on the screen, and how to begin again after a failure. */
export interface FollowedTalk {
  readonly talk: TalkDesk
  readonly again: () => void
}

/** Opens a conversation and follows it while this component stands; after a lost connection it is followed anew. */
export function useTalk(id: ConversationId): FollowedTalk {
  const office = useOffice()
  const isLost = useConnection() === 'lost'
  const changed = useChanged()
  const [round, setRound] = useState(0)
  const talk = useMemo(
    () => openTalk(office, id, { news: () => changed('chat'), proposals: () => changed('memory') }),
    [office, id, changed],
  )
  useEffect(() => {
    if (isLost) return
    const leaving = new AbortController()
    void talk.follow(leaving.signal)
    return () => leaving.abort()
  }, [talk, isLost, round])
  return { talk, again: () => setRound(last => last + 1) }
}

const TalkContext = createContext<TalkDesk | null>(null)

/** Gives a talk to the messages below. */
export const TalkProvider = TalkContext.Provider

/** The talk that this message belongs to. Throws an Error outside a {@link TalkProvider}. */
export function useTalkDesk(): TalkDesk {
  const talk = useContext(TalkContext)
  if (talk === null) throw new Error('useTalkDesk needs a TalkProvider above it')
  return talk
}

/** A part of the talk; drawn again only where that part changes. */
export const useTalkState = <T>(talk: TalkDesk, part: (state: TalkState) => T): T => useStore(talk.store, part)

/** One message of the talk, null once it is gone. */
export const useMessage = (talk: TalkDesk, id: MessageId): Message | null => useStore(talk.store, state => messageOf(state, id))
