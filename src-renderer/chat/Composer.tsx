import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowUp, IconPlayerStopFilled, IconShieldLock } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { OpenPlace } from '../../src-preload/contract/chat.ts'
import { Chip } from '../look/Chip.tsx'
import { useChatDesk } from './chatDesk.tsx'
import classes from './Composer.module.css'
import type { BesideChat } from './useOpenPlace.ts'
import type { WhoAnswers } from './useWhoAnswers.ts'

interface ComposerProps {
  /** Where the draft is kept, one for each conversation. */
  readonly draftKey: string
  readonly isIncognito: boolean
  readonly beside: BesideChat
  readonly who: WhoAnswers | null
  readonly isAnswering: boolean
  /** Asks; tells whether the question went through and the box may be emptied. */
  readonly onAsk: (text: string, place: OpenPlace | undefined) => Promise<boolean>
  readonly onStop: () => void
  /** Arrow up in an empty box. */
  readonly onEditLast: () => void
  /** Shows what leaves the laptop, for the question as it stands. */
  readonly onLeaves: (text: string, place: OpenPlace | undefined) => void
}

/** The box for questions: Enter asks, Shift Enter breaks the line; what is typed is kept until it is asked. */
export function Composer({ draftKey, isIncognito, beside, who, isAnswering, onAsk, onStop, onEditLast, onLeaves }: ComposerProps) {
  const { drafts, focusRound, takeFocus } = useChatDesk()
  const [text, setText] = useState(() => drafts.read(draftKey))
  const [without, setWithout] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takeFocus()) box.current?.focus()
  }, [focusRound, takeFocus])

  const place = without === beside.key ? undefined : beside.place
  const write = (next: string) => {
    setText(next)
    if (isIncognito) drafts.writeUnkept(draftKey, next)
    else drafts.write(draftKey, next)
  }
  const ask = () => {
    const question = text.trim()
    if (question === '' || sending || isAnswering) return
    setSending(true)
    void onAsk(question, place).then(done => done && write('')).finally(() => {
      setSending(false)
      box.current?.focus()
    })
  }
  const keys = (event: KeyboardEvent) => {
    // While letters are being put together (Devanagari, pinyin), Enter and arrows belong to that.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      ask()
    } else if (event.key === 'ArrowUp' && text === '' && !isAnswering) {
      event.preventDefault()
      onEditLast()
    }
  }

  return (
    <div data-foot className={classes.composer}>
      <div className={classes.frame}>
        {beside.label !== null && without !== beside.key && (
          <div className={classes.beside}><Chip tone="accent" onRemove={() => setWithout(beside.key)} removeLabel={`Ask without ${beside.label}`}>{beside.label}</Chip></div>
        )}
        <textarea
          ref={box} className={classes.box} rows={1} aria-label="Your question" placeholder={isAnswering ? 'The answer is coming' : 'Ask about people, roles, scenes'} data-chat-box dir="auto"
          value={text} disabled={sending} onChange={event => write(event.currentTarget.value)} onKeyDown={keys} onFocus={beside.look}
        />
        <div className={classes.foot}>
          <Who who={who} />
          <Tooltip label="What leaves this laptop"><ActionIcon aria-label="What leaves this laptop" onClick={() => onLeaves(text, place)}><IconShieldLock size={16} /></ActionIcon></Tooltip>
          {isAnswering
            ? <Tooltip label="Stop (Esc)"><ActionIcon variant="filled" color="indigo" aria-label="Stop" onClick={onStop}><IconPlayerStopFilled size={14} /></ActionIcon></Tooltip>
            : <Tooltip label="Ask (Enter)"><ActionIcon variant="filled" color="indigo" aria-label="Ask" loading={sending} disabled={text.trim() === ''} onClick={ask}><IconArrowUp size={16} /></ActionIcon></Tooltip>}
        </div>
      </div>
    </div>
  )
}

function Who({ who }: { readonly who: WhoAnswers | null }) {
  if (who === null) return <span className={classes.who} />
  if (who.who === 'claude') return <span className={classes.who}>Claude answers</span>
  return <span className={classes.who}>{who.settings ? <a href="#/settings">{who.why}</a> : who.why}</span>
}
