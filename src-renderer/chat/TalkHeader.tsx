import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconFileCode, IconListCheck, IconMarkdown, IconMessages, IconPencil, IconPlus, IconSpy, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Conversation } from '../../src-preload/contract/chat.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo } from '../look/hashPlace.ts'
import { saveFile } from '../look/saveFile.ts'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { useShelf } from '../window/shelf.tsx'
import { titleOf } from './conversationWords.ts'
import classes from './TalkHeader.module.css'

interface TalkHeaderProps {
  /** null before the first question. */
  readonly conversation: Conversation | null
  readonly inDock: boolean
  readonly onNew: (incognito: boolean) => void
  /** The conversation was removed or put away. */
  readonly onLeave: () => void
  readonly onActions: () => void
  /** More buttons on the right. */
  readonly children?: ReactNode
}

/** The head of a conversation: its title, to be changed by a click, what it is about, and what can be done with it. */
export function TalkHeader({ conversation, inDock, onNew, onLeave, onActions, children }: TalkHeaderProps) {
  const { productions } = useShelf()
  const [renaming, setRenaming] = useState(false)
  const about = conversation?.productionId ? productions.data?.find(({ id }) => id === conversation.productionId)?.title : undefined
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {conversation && renaming
          ? <TitleField conversation={conversation} onDone={() => setRenaming(false)} />
          : (
            <h2 className={classes.title}>
              {conversation ? <button type="button" className={classes.rename} title="Rename" onClick={() => setRenaming(true)}>{titleOf(conversation)}</button> : 'New conversation'}
            </h2>
          )}
        {about && <p className={classes.about}>{about}</p>}
      </div>
      <Tooltip label="New conversation"><ActionIcon aria-label="New conversation" onClick={() => onNew(false)}><IconPlus size={16} /></ActionIcon></Tooltip>
      <TalkMenu conversation={conversation} inDock={inDock} onNew={onNew} onLeave={onLeave} onActions={onActions} onRename={() => setRenaming(true)} />
      {children}
    </header>
  )
}

function TalkMenu({ conversation, inDock, onNew, onLeave, onActions, onRename }: Omit<TalkHeaderProps, 'children'> & { readonly onRename: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const save = (as: 'markdown' | 'json') => conversation && void office.chat.export({ id: conversation.id, as }).then(saveFile).catch(sayFailure)
  const archive = async ({ id, archivedAt }: Conversation) => {
    const archived = archivedAt === null
    await office.chat.archive({ id, archived })
    changed('chat')
    if (!archived) return say('It is back among your conversations.')
    onLeave()
    offerUndo('Put away.', () => office.chat.archive({ id, archived: false }).then(() => changed('chat')))
  }
  const remove = async ({ id }: Conversation) => {
    await office.chat.remove({ id })
    changed('chat')
    onLeave()
    offerUndo('The conversation is removed.', () => office.chat.restore({ id }).then(() => changed('chat')))
  }
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target><ActionIcon aria-label="What can be done with this conversation"><IconDots size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {inDock && <Menu.Item leftSection={<IconMessages size={15} aria-hidden />} onClick={() => goTo(conversation ? `/chat/${conversation.id}` : '/chat')}>All conversations</Menu.Item>}
        <Menu.Item leftSection={<IconSpy size={15} aria-hidden />} onClick={() => onNew(true)}>New incognito conversation</Menu.Item>
        <Menu.Item leftSection={<IconListCheck size={15} aria-hidden />} onClick={onActions}>Actions</Menu.Item>
        {conversation && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onRename}>Rename</Menu.Item>
            <Menu.Item leftSection={<IconMarkdown size={15} aria-hidden />} onClick={() => save('markdown')}>Save as Markdown</Menu.Item>
            <Menu.Item leftSection={<IconFileCode size={15} aria-hidden />} onClick={() => save('json')}>Save as JSON</Menu.Item>
            {!conversation.incognito && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={conversation.archivedAt === null ? <IconArchive size={15} aria-hidden /> : <IconArchiveOff size={15} aria-hidden />} onClick={() => void archive(conversation).catch(sayFailure)}>{conversation.archivedAt === null ? 'Put away' : 'Take back'}</Menu.Item>
                <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void remove(conversation).catch(sayFailure)}>Remove</Menu.Item>
              </>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function TitleField({ conversation, onDone }: { readonly conversation: Conversation; readonly onDone: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const [text, setText] = useState(conversation.title)
  const field = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  useEffect(() => field.current?.select(), [])
  const save = () => {
    if (left.current) return
    left.current = true
    const title = text.trim()
    onDone()
    if (title === '' || title === conversation.title) return
    office.chat.rename({ id: conversation.id, title }).then(() => changed('chat')).catch(sayFailure)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') {
      event.stopPropagation()
      left.current = true
      onDone()
    }
  }
  return <input ref={field} className={classes.field} aria-label="Title of the conversation" maxLength={120} value={text} onChange={event => setText(event.currentTarget.value)} onBlur={save} onKeyDown={keys} />
}
