import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { keepDrafts, type Drafts } from './drafts.ts'

/** Where a conversation is opened: at its end, or at one message. */
export interface OpenTalk {
  readonly id: ConversationId | null
  readonly at: MessageId | null
}

/** The chat of the window: whether the dock is open, what it shows, and what was typed. */
export interface ChatDesk {
  readonly dock: OpenTalk
  readonly showInDock: (talk: OpenTalk) => void
  readonly isOpen: boolean
  readonly openDock: () => void
  readonly closeDock: () => void
  readonly drafts: Drafts
  /** Grows each time the box for questions is to take the focus. */
  readonly focusRound: number
  readonly focusBox: () => void
  /** Tells the box whether it is to take the focus now; once for each time it was asked for. */
  readonly takeFocus: () => boolean
}

const ChatContext = createContext<ChatDesk | null>(null)

const lastKey = 'castmatch.chat.last'

/** Keeps the chat of the window for the dock, the page and whoever opens it. */
export function ChatProvider({ children }: { readonly children: ReactNode }) {
  const { settings, change } = useSettings()
  const [dock, setDock] = useState<OpenTalk>(() => ({ id: sessionStorage.getItem(lastKey) as ConversationId | null, at: null }))
  const [focusRound, setFocusRound] = useState(0)
  // Not a state: the box may be drawn only after it was asked for.
  const wanted = useRef(false)
  const [drafts] = useState(() => keepDrafts(localStorage))
  const { open, width } = settings.chatDock
  const desk = useMemo<ChatDesk>(() => ({
    dock,
    showInDock: talk => {
      setDock(talk)
      if (talk.id === null) sessionStorage.removeItem(lastKey)
      else sessionStorage.setItem(lastKey, talk.id)
    },
    isOpen: open,
    openDock: () => {
      if (!open) void change({ chatDock: { open: true, width } })
      wanted.current = true
      setFocusRound(round => round + 1)
    },
    closeDock: () => void change({ chatDock: { open: false, width } }),
    drafts,
    focusRound,
    focusBox: () => {
      wanted.current = true
      setFocusRound(round => round + 1)
    },
    takeFocus: () => {
      const now = wanted.current
      wanted.current = false
      return now
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `change` is new on every render of the settings
  }), [dock, open, width, drafts, focusRound])
  return <ChatContext value={desk}>{children}</ChatContext>
}

/** The chat of the window. Throws an Error outside a {@link ChatProvider}. */
export function useChatDesk(): ChatDesk {
  const desk = useContext(ChatContext)
  if (desk === null) throw new Error('useChatDesk needs a ChatProvider above it')
  return desk
}
