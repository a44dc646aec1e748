import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconClock, IconCopy, IconHistory, IconPencil, IconSend, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { say, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { useAskingHere } from './useAsking.tsx'
import { useEditing } from './editing.tsx'
import classes from './QuestionView.module.css'
import { useTalkDesk, useTalkState } from './useTalk.ts'
import { VersionsDialog } from './VersionsDialog.tsx'
import { wordsOf } from './answerText.ts'

/** A question as she asked it; it can be copied, asked in other words, and where it is queued, sent or taken out. */
export function QuestionView({ message }: { readonly message: Message }) {
  const { settings: { locale } } = useSettings()
  const { editedId } = useEditing()
  const [versions, setVersions] = useState(false)
  const words = wordsOf(message)
  const time = new Date(message.at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })
  const copy = () => navigator.clipboard.writeText(words).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the text and copy it by hand.'))
  if (editedId === message.id) return <EditQuestion message={message} words={words} />
  return (
    <article className={classes.question} aria-label={`You, ${time}`} data-state={message.state}>
      <div className={classes.line}>
        <p className={classes.words}>{words}</p>
        <div className={classes.foot}>
          {message.versions > 0 && <button type="button" className={classes.small} onClick={() => setVersions(true)}><IconHistory size={14} aria-hidden />{countWords(message.versions + 1, 'version')}</button>}
          <Tooltip label="Copy"><ActionIcon size={24} aria-label="Copy the question" onClick={() => void copy()}><IconCopy size={14} /></ActionIcon></Tooltip>
          {message.state === 'done' && <AskAnew id={message.id} />}
          <time dateTime={message.at}>{time}</time>
        </div>
      </div>
      {message.state === 'queued' && <Queued message={message} words={words} />}
      {message.versions > 0 && <VersionsDialog opened={versions} onClose={() => setVersions(false)} messageId={message.id} />}
    </article>
  )
}

/** Whether something is being answered; only what needs to know it is drawn again when an answer begins or ends. */
const useIsBusy = () => useTalkState(useTalkDesk(), state => state.phase.kind !== 'idle' && state.phase.kind !== 'waiting')

function AskAnew({ id }: { readonly id: MessageId }) {
  const { edit } = useEditing()
  const isBusy = useIsBusy()
  return <Tooltip label="Ask in other words"><ActionIcon size={24} aria-label="Ask in other words" disabled={isBusy} onClick={() => edit(id)}><IconPencil size={14} /></ActionIcon></Tooltip>
}

function Queued({ message, words }: { readonly message: Message; readonly words: string }) {
  const isBusy = useIsBusy()
  const asking = useAskingHere()
  const office = useOffice()
  const changed = useChanged()
  const [working, setWorking] = useState(false)
  const send = () => {
    setWorking(true)
    void asking.sendQueued(message, words).finally(() => setWorking(false))
  }
  const drop = () => void office.chat.dropQueued({ messageId: message.id }).then(() => changed('chat')).catch(sayFailure)
  return (
    <div className={classes.queued}>
      <span><IconClock size={14} aria-hidden />Waits to be sent to Claude</span>
      <Button variant="default" size="compact-xs" leftSection={<IconX size={12} aria-hidden />} onClick={drop}>Take out</Button>
      <Button size="compact-xs" loading={working} disabled={isBusy} leftSection={<IconSend size={12} aria-hidden />} onClick={send}>Send</Button>
    </div>
  )
}

function EditQuestion({ message, words }: { readonly message: Message; readonly words: string }) {
  const asking = useAskingHere()
  const { edit } = useEditing()
  const [text, setText] = useState(words)
  const [working, setWorking] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(words.length, words.length)
  }, [words])
  const send = () => {
    if (text.trim() === '' || working) return
    setWorking(true)
    void asking.edit(message, text.trim()).then(done => done && edit(null)).finally(() => setWorking(false))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      edit(null)
    }
  }
  return (
    <div className={classes.editing}>
      <textarea ref={box} className={classes.box} aria-label="The question in other words" value={text} onChange={event => setText(event.currentTarget.value)} onKeyDown={keys} />
      <div className={classes.buttons}>
        <span className={classes.hint}>What followed is kept as a version.</span>
        <Button variant="default" onClick={() => edit(null)}>Leave it</Button>
        <Button loading={working} disabled={text.trim() === ''} onClick={send}>Ask again</Button>
      </div>
    </div>
  )
}
