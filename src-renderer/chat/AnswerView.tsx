import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconBookmark, IconChevronRight, IconClockPlus, IconCopy, IconDatabase, IconHistory, IconRefresh, IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import type { Message, MessageBlock } from '../../src-preload/contract/chat.ts'
import { say } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { wordCount, wordsOf } from './answerText.ts'
import classes from './AnswerView.module.css'
import { MarkdownText } from './MarkdownText.tsx'
import { messageOf } from './talk.ts'
import { PhaseLine } from './PhaseLine.tsx'
import { rupees } from './rupees.ts'
import { ToolLine } from './ToolLine.tsx'
import { useAskingHere } from './useAsking.tsx'
import { useTalkDesk, useTalkState } from './useTalk.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

/** An answer: what was thought, looked up and said, in its order; how it ended; and what can be done with it. */
export function AnswerView({ message }: { readonly message: Message }) {
  const { settings: { locale } } = useSettings()
  const time = new Date(message.at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })
  const fromRecords = message.by === 'records'
  return (
    <article className={classes.answer} aria-label={`${fromRecords ? 'From your records' : 'Claude'}, ${time}`} data-state={message.state}>
      <header className={classes.head}>
        {fromRecords ? <IconDatabase size={14} aria-hidden /> : <IconSparkles size={14} aria-hidden />}
        <span className={classes.by}>{fromRecords ? 'From your records' : 'Claude'}</span>
        <time dateTime={message.at}>{time}</time>
        {message.state !== 'streaming' && <AnswerTools message={message} />}
      </header>
      {message.blocks.map((block, index) => <Block key={index} block={block} message={message} isLast={index === message.blocks.length - 1} />)}
      {message.state === 'streaming' && <PhaseLine />}
      {message.state === 'stopped' && <p className={classes.stopped}>Stopped here. What came is kept.</p>}
      {message.failure && <p className={classes.failed} role="alert"><IconAlertTriangle size={16} aria-hidden />{message.failure.sentence}</p>}
      <AnswerFoot message={message} />
    </article>
  )
}

function Block({ block, message, isLast }: { readonly block: MessageBlock; readonly message: Message; readonly isLast: boolean }) {
  switch (block.kind) {
    case 'text': return <MarkdownText text={block.text} cards={message.cards} />
    case 'thinking': return <Thinking text={block.text} isGrowing={isLast && message.state === 'streaming'} />
    case 'tool': return <ToolLine block={block} />
  }
}

function Thinking({ text, isGrowing }: { readonly text: string; readonly isGrowing: boolean }) {
  const [open, setOpen] = useState(false)
  if (text === '') return null
  return (
    <div className={classes.thinking}>
      <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} aria-hidden />
        {isGrowing ? 'Thinking' : 'Thought it over'}, {countWords(wordCount(text), 'word')}
      </button>
      {open && <p className={classes.thought}>{text}</p>}
    </div>
  )
}

/** Asks the question of an answer once more, unless something is being answered. */
function useAnew(message: Message) {
  const talk = useTalkDesk()
  const asking = useAskingHere()
  const isNewest = useTalkState(talk, state => state.later === 0 && state.order.findLast(id => messageOf(state, id)?.state !== 'queued') === message.id)
  const isBusy = useTalkState(talk, state => isNewest && state.phase.kind !== 'idle' && state.phase.kind !== 'waiting')
  const [working, setWorking] = useState(false)
  const question = () => questionBefore(talk.store.getState(), message)
  const retry = () => {
    setWorking(true)
    void asking.retry(message, question()).finally(() => setWorking(false))
  }
  const queue = () => {
    setWorking(true)
    void asking.ask(question(), undefined, 'queue').then(done => done && say('Queued. It is sent when you say so.')).finally(() => setWorking(false))
  }
  return { isNewest, isBusy, working, retry, queue }
}

const ended = ({ state }: Message): boolean => state === 'failed' || state === 'stopped'

/** What can be done with an answer: quiet signs at its head, in sight on the newest and where the pointer or the focus is. */
function AnswerTools({ message }: { readonly message: Message }) {
  const { settings: { locale } } = useSettings()
  const { isNewest, isBusy, working, retry } = useAnew(message)
  const [versions, setVersions] = useState(false)
  const words = wordsOf(message)
  const copy = () => navigator.clipboard.writeText(words).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the text and copy it by hand.'))
  return (
    <span className={classes.tools}>
      {message.memories.length > 0 && <Memories memories={message.memories} />}
      {message.versions > 0 && <button type="button" className={classes.small} onClick={() => setVersions(true)}><IconHistory size={14} aria-hidden />{countWords(message.versions + 1, 'version')}</button>}
      <span className={classes.quiet} data-newest={isNewest}>
        {message.paise !== null && message.paise > 0 && <span className={classes.price} title={message.model ?? undefined}>{rupees(message.paise, locale)}</span>}
        {words !== '' && <Tooltip label="Copy"><ActionIcon size={24} aria-label="Copy the answer" onClick={() => void copy()}><IconCopy size={14} /></ActionIcon></Tooltip>}
        {!ended(message) && isNewest && <Tooltip label="Answer anew"><ActionIcon size={24} aria-label="Answer anew" loading={working} disabled={isBusy} onClick={retry}><IconRefresh size={14} /></ActionIcon></Tooltip>}
      </span>
      {message.versions > 0 && <VersionsDialog opened={versions} onClose={() => setVersions(false)} messageId={message.id} />}
    </span>
  )
}

/** What an answer asks to be done next: to try again, or to queue the question for Claude. */
function AnswerFoot({ message }: { readonly message: Message }) {
  const { isNewest, isBusy, working, retry, queue } = useAnew(message)
  const retries = ended(message) && isNewest
  if (!retries && !message.needsClaude) return null
  return (
    <footer className={classes.foot}>
      {retries && <Button variant="default" loading={working} disabled={isBusy} leftSection={<IconRefresh size={14} aria-hidden />} onClick={retry}>Retry</Button>}
      {message.needsClaude && <Button variant="default" loading={working} leftSection={<IconClockPlus size={14} aria-hidden />} onClick={queue}>Queue for Claude</Button>}
    </footer>
  )
}

/** What was asked last before an answer. */
function questionBefore(state: Parameters<typeof messageOf>[0], { id }: Message): string {
  for (let at = state.order.indexOf(id) - 1; at >= 0; at -= 1) {
    const one = state.order[at]
    const message = one === undefined ? null : messageOf(state, one)
    if (message?.role === 'user' && message.state !== 'queued') return wordsOf(message)
  }
  return '…'
}

function Memories({ memories }: { readonly memories: Message['memories'] }) {
  return (
    <Popover width={320} position="top-start">
      <Popover.Target><button type="button" className={classes.small}><IconBookmark size={14} aria-hidden />{countWords(memories.length, 'memory', 'memories')} used</button></Popover.Target>
      <Popover.Dropdown><ul className={classes.memories}>{memories.map(memory => <li key={memory.id}>{memory.text}</li>)}</ul></Popover.Dropdown>
    </Popover>
  )
}
