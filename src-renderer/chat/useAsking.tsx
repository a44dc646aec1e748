import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { BeforeSending, Message, OpenPlace } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import type { OfficeClient } from '../connection/connectOffice.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { AskFirst, type Said } from './AskFirst.tsx'

/** What can be asked in a conversation. Each tells whether it went through; where it did not, why was said. */
export interface Asking {
  readonly ask: (text: string, place: OpenPlace | undefined, to?: 'claude' | 'queue') => Promise<boolean>
  readonly retry: (answer: Message, question: string) => Promise<boolean>
  readonly edit: (question: Message, text: string) => Promise<boolean>
  readonly sendQueued: (question: Message, text: string) => Promise<boolean>
}

interface Asks {
  readonly conversationId: ConversationId
  readonly text: string
  readonly place: OpenPlace | undefined
  readonly before: BeforeSending
  /** Whether the records or the queue can have it instead. */
  readonly elsewhere: boolean
}

/**
 * Asks in a conversation, and first whatever has to be asked of the user before a question goes to Claude.
 *
 * @param conversation gives the conversation, begun where there is none yet
 */
export function useAsking(conversation: () => Promise<ConversationId>): { readonly asking: Asking; readonly dialog: ReactNode } {
  const office = useOffice()
  const changed = useChanged()
  const [asks, setAsks] = useState<Asks | null>(null)
  const answer = useRef<(said: Said) => void>(() => undefined)
  const current = useRef(conversation)
  useEffect(() => {
    current.current = conversation
  })

  const asking = useMemo<Asking>(() => {
    const agree = (wanted: Omit<Asks, 'before'>) => agreeTo(office, wanted, found => new Promise(resolve => {
      answer.current = resolve
      setAsks(found)
    }))
    const attempt = async (act: () => Promise<boolean>): Promise<boolean> => {
      try {
        return await act()
      } catch (error) {
        sayFailure(error)
        return false
      } finally {
        changed('chat')
      }
    }
    return {
      ask: (text, place, to = 'claude') => attempt(async () => {
        const conversationId = await current.current()
        const said = to === 'queue' ? { agreed: [], to } : await agree({ conversationId, text, place, elsewhere: true })
        if (said === null) return false
        await office.chat.send({ conversationId, text, place, agreed: [...said.agreed], to: said.to })
        return true
      }),
      retry: (failed, question) => attempt(async () => {
        const said = await agree({ conversationId: failed.conversationId, text: question, place: undefined, elsewhere: false })
        if (said === null) return false
        await office.chat.retry({ answerId: failed.id, agreed: [...said.agreed] })
        return true
      }),
      edit: (question, text) => attempt(async () => {
        const said = await agree({ conversationId: question.conversationId, text, place: undefined, elsewhere: false })
        if (said === null) return false
        await office.chat.edit({ questionId: question.id, text, agreed: [...said.agreed] })
        return true
      }),
      sendQueued: (question, text) => attempt(async () => {
        const said = await agree({ conversationId: question.conversationId, text, place: undefined, elsewhere: false })
        if (said === null) return false
        await office.chat.sendQueued({ messageId: question.id, agreed: [...said.agreed] })
        return true
      }),
    }
  }, [office, changed])

  const say = (said: Said) => {
    setAsks(null)
    answer.current(said)
  }
  return { asking, dialog: asks && <AskFirst {...asks} onSay={say} /> }
}

/** What she said yes to and who answers, null where she takes the question back. */
async function agreeTo(office: OfficeClient, wanted: Omit<Asks, 'before'>, ask: (asks: Asks) => Promise<Said>) {
  const { conversationId, text, place } = wanted
  const before = await office.chat.before({ conversationId, text, place })
  if (before.who === 'records' || before.asks.length === 0) return { agreed: [], to: 'claude' as const }
  const said = await ask({ ...wanted, before })
  if (said === 'no') return null
  return said === 'claude' ? { agreed: before.asks, to: said } : { agreed: [], to: said }
}

const AskingContext = createContext<Asking | null>(null)

/** Gives the asking to the messages below. */
export const AskingProvider = AskingContext.Provider

/** How to ask in this conversation. Throws an Error outside an {@link AskingProvider}. */
export function useAskingHere(): Asking {
  const asking = useContext(AskingContext)
  if (asking === null) throw new Error('useAskingHere needs an AskingProvider above it')
  return asking
}
