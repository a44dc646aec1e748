import { useSearch } from 'wouter'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { goTo } from '../look/hashPlace.ts'
import type { OpenTalk } from './chatDesk.tsx'
import { ChatPanel } from './ChatPanel.tsx'
import classes from './ChatScreen.module.css'
import { ConversationList } from './ConversationList.tsx'

/** The chat as a page of its own: all conversations on the left, one of them beside; `?message=ID` opens it at a message. */
export function ChatScreen({ id }: { readonly id: ConversationId | null }) {
  const at = new URLSearchParams(useSearch()).get('message') as MessageId | null
  const open = (talk: OpenTalk) => goTo(placeOfTalk(talk))
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">Chat</h1>
      <ConversationList openId={id} onOpen={open} />
      <ChatPanel open={{ id, at }} onOpen={open} inDock={false} />
    </div>
  )
}

/** The address of a conversation on its own page. */
const placeOfTalk = ({ id, at }: OpenTalk): string => (id === null ? '/chat' : `/chat/${id}${at === null ? '' : `?message=${at}`}`)
