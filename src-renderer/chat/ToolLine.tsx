import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconChevronRight, IconCopy, IconHourglass, IconLoader2, IconMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessageBlock } from '../../src-preload/contract/chat.ts'
import { say } from '../look/UndoToast.tsx'
import { ActionCard } from './ActionCard.tsx'
import { RecordList } from './RecordCards.tsx'
import classes from './ToolLine.module.css'

/** A block of an answer in which a tool was called. */
export type ToolBlock = Extract<MessageBlock, { kind: 'tool' }>

const signs = { running: IconLoader2, done: IconCheck, failed: IconAlertTriangle, waiting: IconHourglass, declined: IconMinus } as const
const stateWords: Readonly<Record<ToolBlock['state'], string>> = { running: 'at work', done: 'done', failed: 'failed', waiting: 'waits for your yes', declined: 'you said no' }

/** What was looked up for an answer: one line that unfolds to the records it found, or the change it asks for, or the message it drafted. */
export function ToolLine({ block }: { readonly block: ToolBlock }) {
  const [open, setOpen] = useState(false)
  if (block.action) return <ActionCard action={block.action} />
  const Sign = signs[block.state]
  const unfolds = block.cards.length > 0
  const words = (
    <>
      <Sign size={14} className={classes.sign} data-state={block.state} aria-label={stateWords[block.state]} />
      <span className={classes.words}>{block.title}{block.detail && <span className={classes.detail}>{block.detail}</span>}</span>
    </>
  )
  return (
    <div className={classes.tool} data-state={block.state}>
      {unfolds
        ? <button type="button" className={classes.line} aria-expanded={open} onClick={() => setOpen(!open)}>{words}<IconChevronRight size={14} className={classes.fold} aria-hidden /></button>
        : <div className={classes.line}>{words}</div>}
      {open && <RecordList cards={block.cards} />}
      {block.draft && <Draft draft={block.draft} />}
    </div>
  )
}

const languages = { en: 'English', hi: 'Hindi', mr: 'Marathi' } as const

function Draft({ draft }: { readonly draft: NonNullable<ToolBlock['draft']> }) {
  const copy = () => navigator.clipboard.writeText(draft.text).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the text and copy it by hand.'))
  return (
    <figure className={classes.draft}>
      <figcaption><span>To {draft.to}, in {languages[draft.language]}</span><Button variant="default" size="compact-xs" leftSection={<IconCopy size={12} aria-hidden />} onClick={() => void copy()}>Copy</Button></figcaption>
      <p lang={draft.language}>{draft.text}</p>
    </figure>
  )
}
