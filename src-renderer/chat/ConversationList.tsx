import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArchive, IconClock, IconHourglass, IconPlus, IconSearch, IconSpy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Conversation } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates, RowSkeleton } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import type { OpenTalk } from './chatDesk.tsx'
import classes from './ConversationList.module.css'
import { titleOf, whenWords } from './conversationWords.ts'
import { FoundList } from './FoundList.tsx'

interface ConversationListProps {
  readonly openId: ConversationId | null
  readonly onOpen: (talk: OpenTalk) => void
}

/** All conversations, last used first, with what waits in each; a search through all their words and meaning. */
export function ConversationList({ openId, onOpen }: ConversationListProps) {
  const { current } = useShelf()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 250)
  const [whose, setWhose] = useState<'all' | 'production'>('all')
  const [archived, setArchived] = useState(false)
  const productionId = whose === 'production' && current ? current.id : undefined
  const isSearching = typed.trim() !== ''
  return (
    <nav className={classes.pane} aria-label="Conversations">
      <div className={classes.head}>
        <Button fullWidth leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onOpen({ id: null, at: null })}>New conversation</Button>
        <TextInput type="search" aria-label="Search the conversations" placeholder="Search them all" leftSection={<IconSearch size={14} aria-hidden />} value={typed} onChange={event => setTyped(event.currentTarget.value)} />
        {current && <SegmentedControl fullWidth aria-label="Which conversations" value={whose} onChange={value => setWhose(value === 'production' ? 'production' : 'all')} data={[{ value: 'all', label: 'All' }, { value: 'production', label: current.title }]} />}
      </div>
      <div className={classes.scroller}>
        {isSearching
          ? text !== '' && <FoundList text={text} productionId={productionId} onOpen={onOpen} />
          : <Conversations key={`${productionId ?? ''}${archived}`} productionId={productionId} archived={archived} openId={openId} />}
      </div>
      {!isSearching && <button type="button" className={classes.archived} aria-pressed={archived} onClick={() => setArchived(!archived)}><IconArchive size={14} aria-hidden />{archived ? 'Back to the conversations' : 'Put away'}</button>}
    </nav>
  )
}

function Conversations({ productionId, archived, openId }: { readonly productionId: Conversation['productionId'] | undefined; readonly archived: boolean; readonly openId: ConversationId | null }) {
  const list = useFreshAnswer(['chat'], (office, signal) => office.chat.conversations({ productionId, archived, limit: 500 }, { signal }), [productionId, archived])
  // One that was begun and never asked anything is of no use to her.
  const used = (all: readonly Conversation[]) => all.filter(one => one.messages > 0 || one.queued > 0 || one.incognito || one.id === openId)
  return (
    <FourStates
      answer={list} what="the conversations" isEmpty={({ conversations }) => used(conversations).length === 0} skeleton={<RowSkeleton rows={5} />}
      empty={<p className={classes.none}>{archived ? 'Nothing is put away.' : 'No conversation yet. Ask something.'}</p>}
    >
      {({ conversations }) => <ul className={classes.list}>{used(conversations).map(one => <li key={one.id}><ConversationLink conversation={one} isOpen={one.id === openId} /></li>)}</ul>}
    </FourStates>
  )
}

function ConversationLink({ conversation, isOpen }: { readonly conversation: Conversation; readonly isOpen: boolean }) {
  const { settings: { locale } } = useSettings()
  const { productions } = useShelf()
  const about = productions.data?.find(({ id }) => id === conversation.productionId)?.title ?? 'The whole office'
  return (
    <a className={classes.link} href={`#/chat/${conversation.id}`} aria-current={isOpen ? 'page' : undefined}>
      <span className={classes.title}>{conversation.incognito && <IconSpy size={14} aria-label="Incognito" />}{titleOf(conversation)}</span>
      <time dateTime={conversation.updatedAt}>{whenWords(conversation.updatedAt, locale)}</time>
      <span className={classes.about}>{about}</span>
      {conversation.state === 'waiting' && <span className={classes.waits}><IconHourglass size={12} aria-hidden />waits for a yes</span>}
      {conversation.queued > 0 && <span className={classes.waits}><IconClock size={12} aria-hidden />{conversation.queued} queued</span>}
      {conversation.state === 'answering' && <span className={classes.about}>answering</span>}
    </a>
  )
}
