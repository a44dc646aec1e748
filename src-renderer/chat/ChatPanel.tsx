import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Conversation, OpenPlace } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { FailedState } from '../look/FourStates.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useDelayed } from '../look/useDelayed.ts'
import { MemoryProposals } from '../memory/MemoryProposals.tsx'
import { useShelf } from '../window/shelf.tsx'
import { ActionsDrawer } from './ActionsDrawer.tsx'
import { useChatDesk, type OpenTalk } from './chatDesk.tsx'
import classes from './ChatPanel.module.css'
import { Composer } from './Composer.tsx'
import { EditingProvider } from './editing.tsx'
import { IncognitoBar } from './IncognitoBar.tsx'
import { LeavesDrawer } from './LeavesDrawer.tsx'
import { MessageList, MessagesSkeleton, type ListHandle } from './MessageList.tsx'
import { NewTalk } from './NewTalk.tsx'
import { messageOf } from './talk.ts'
import { TalkHeader } from './TalkHeader.tsx'
import { TalkVoice } from './TalkVoice.tsx'
import { AskingProvider, useAsking } from './useAsking.tsx'
import { useOpenPlace } from './useOpenPlace.ts'
import { TalkProvider, useTalk, useTalkState } from './useTalk.ts'
import { useWhoAnswers } from './useWhoAnswers.ts'

interface ChatPanelProps {
  readonly open: OpenTalk
  /** Opens another conversation in this panel; an id of null begins a new one. */
  readonly onOpen: (talk: OpenTalk) => void
  readonly inDock: boolean
  /** More buttons on the right of the head. */
  readonly children?: ReactNode
}

/** One conversation with its head, its messages and the box for questions; the same in the dock and on the page. */
export function ChatPanel({ open, onOpen, inDock, children }: ChatPanelProps) {
  const office = useOffice()
  const changed = useChanged()
  const { current } = useShelf()
  const { focusBox } = useChatDesk()
  const [log, setLog] = useState(false)
  const begin = (incognito: boolean) => {
    const showIt = (id: ConversationId | null) => {
      onOpen({ id, at: null })
      requestAnimationFrame(focusBox)
    }
    if (!incognito) return showIt(null)
    office.chat.begin({ productionId: current?.id ?? null, incognito }).then(({ id }) => {
      changed('chat')
      showIt(id)
    }).catch(sayFailure)
  }
  const head = (conversation: Conversation | null) => (
    <TalkHeader conversation={conversation} inDock={inDock} onNew={begin} onLeave={() => onOpen({ id: null, at: null })} onActions={() => setLog(true)}>{children}</TalkHeader>
  )
  return (
    <>
      {open.id === null
        ? <Unbegun head={head} onBegun={id => { onOpen({ id, at: null }); requestAnimationFrame(focusBox) }} />
        : <Begun key={open.id} id={open.id} at={open.at} head={head} onLeave={() => onOpen({ id: null, at: null })} />}
      <ActionsDrawer opened={log} onClose={() => setLog(false)} />
    </>
  )
}

interface UnbegunProps {
  readonly head: (conversation: Conversation | null) => ReactNode
  readonly onBegun: (id: ConversationId) => void
}

/** A conversation before its first question: it is begun in the office with that question. */
function Unbegun({ head, onBegun }: UnbegunProps) {
  const office = useOffice()
  const { current } = useShelf()
  const [about, setAbout] = useState<'production' | 'office'>('production')
  const productionId = about === 'production' ? (current?.id ?? null) : null
  const begun = useRef<{ readonly id: ConversationId; readonly productionId: string | null } | null>(null)
  const conversation = async () => {
    if (begun.current?.productionId !== productionId) begun.current = null
    begun.current ??= { id: (await office.chat.begin({ productionId })).id, productionId }
    return begun.current.id
  }
  const { asking, dialog } = useAsking(conversation)
  const beside = useOpenPlace()
  const who = useWhoAnswers(productionId)
  const [leaves, setLeaves] = useState<Leaving | null>(null)
  const ask = async (text: string, place: OpenPlace | undefined) => {
    const done = await asking.ask(text, place)
    if (done && begun.current) onBegun(begun.current.id)
    return done
  }
  const showLeaves = (text: string, place: OpenPlace | undefined) => void conversation().then(id => setLeaves({ id, text, place })).catch(sayFailure)
  return (
    <section className={classes.panel} aria-label="Chat">
      {head(null)}
      <NewTalk beside={beside} production={current} about={about} onAbout={setAbout} onAsk={text => void ask(text, beside.place)} />
      <Composer draftKey={`new:${productionId ?? 'office'}`} isIncognito={false} beside={beside} who={who} isAnswering={false} onAsk={ask} onStop={() => undefined} onEditLast={() => undefined} onLeaves={showLeaves} />
      {dialog}
      <Leaves leaves={leaves} onClose={() => setLeaves(null)} />
    </section>
  )
}

interface BegunProps {
  readonly id: ConversationId
  readonly at: MessageId | null
  readonly head: (conversation: Conversation | null) => ReactNode
  readonly onLeave: () => void
}

function Begun({ id, at, head, onLeave }: BegunProps) {
  const office = useOffice()
  const { talk, again } = useTalk(id)
  const { asking, dialog } = useAsking(() => Promise.resolve(id))
  const conversation = useTalkState(talk, state => state.conversation)
  const reading = useTalkState(talk, state => state.reading)
  const failure = useTalkState(talk, state => state.failure)
  const isEmpty = useTalkState(talk, state => state.order.length === 0)
  const isAnswering = useTalkState(talk, state => state.phase.kind !== 'idle' && state.phase.kind !== 'waiting')
  const isAtRest = useTalkState(talk, state => state.phase.kind === 'idle' && state.reading === 'ready')
  const beside = useOpenPlace()
  const who = useWhoAnswers(conversation?.productionId ?? null)
  const late = useDelayed(reading === 'loading')
  const list = useRef<ListHandle>(null)
  const [editedId, edit] = useState<MessageId | null>(null)
  const [leaves, setLeaves] = useState<Leaving | null>(null)
  const { productions } = useShelf()

  // A search opened it at one message: its surroundings are read instead of the newest, before anything is drawn.
  const [found, setFound] = useState<MessageId | null>(null)
  const isThere = at === null || found === at
  useEffect(() => {
    if (isThere || reading !== 'ready') return
    const arrive = () => setFound(at)
    if (messageOf(talk.store.getState(), at) !== null) arrive()
    else talk.readAround(at).catch(sayFailure).finally(arrive)
  }, [at, isThere, reading, talk])

  const stop = () => void office.chat.stop({ conversationId: id }).catch(sayFailure)
  const ask = async (text: string, place: OpenPlace | undefined) => {
    const done = await asking.ask(text, place)
    if (done) list.current?.toNewest()
    return done
  }
  const editLast = () => {
    const { order } = talk.store.getState()
    const last = order.findLast(one => {
      const message = messageOf(talk.store.getState(), one)
      return message?.role === 'user' && message.state === 'done'
    })
    if (last) edit(last)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isAnswering) return
    event.preventDefault()
    stop()
  }
  const production = productions.data?.find(one => one.id === conversation?.productionId) ?? null
  return (
    <section className={classes.panel} aria-label="Chat" onKeyDown={keys}>
      {head(conversation)}
      {conversation?.incognito && <IncognitoBar id={id} onLeave={onLeave} />}
      <TalkProvider value={talk}>
        <AskingProvider value={asking}>
          <EditingProvider value={{ editedId, edit }}>
            {failure && reading === 'ready' && <FailedState failure={failure} again={again} slim />}
            {reading === 'loading' && <div className={classes.wait} aria-busy="true"><span className="visually-hidden" role="status">Loading the messages</span>{late && <MessagesSkeleton />}</div>}
            {reading === 'failed' && failure && <div className={classes.wait}><FailedState failure={failure} again={again} /></div>}
            {reading === 'ready' && !isEmpty && !isThere && <div className={classes.wait} aria-busy="true" />}
            {reading === 'ready' && isEmpty && <NewTalk beside={beside} production={production} about={null} isIncognito={conversation?.incognito} onAsk={text => void ask(text, beside.place)} />}
            {reading === 'ready' && !isEmpty && isThere && <MessageList key={at ?? 'newest'} ref={list} at={at} />}
            {isAtRest && !isEmpty && conversation?.incognito === false && <div className={classes.keep}><MemoryProposals conversationId={id} /></div>}
            <TalkVoice />
          </EditingProvider>
        </AskingProvider>
      </TalkProvider>
      <Composer key={id} draftKey={id} isIncognito={conversation?.incognito ?? true} beside={beside} who={who} isAnswering={isAnswering} onAsk={ask} onStop={stop} onEditLast={editLast} onLeaves={(text, place) => setLeaves({ id, text, place })} />
      {dialog}
      <Leaves leaves={leaves} onClose={() => setLeaves(null)} />
    </section>
  )
}

interface Leaving {
  readonly id: ConversationId
  readonly text: string
  readonly place: OpenPlace | undefined
}

function Leaves({ leaves, onClose }: { readonly leaves: Leaving | null; readonly onClose: () => void }) {
  return leaves && <LeavesDrawer opened onClose={onClose} conversationId={leaves.id} text={leaves.text} place={leaves.place} />
}
