import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import type { BeforeSending, OpenPlace } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './AskFirst.module.css'
import { LeavesDrawer } from './LeavesDrawer.tsx'
import { rupees } from './rupees.ts'

/** What she says when she is asked: send it, let the records answer, keep it for later, or none of these. */
export type Said = 'claude' | 'records' | 'queue' | 'no'

interface AskFirstProps {
  readonly conversationId: ConversationId
  readonly text: string
  readonly place: OpenPlace | undefined
  readonly before: BeforeSending
  readonly elsewhere: boolean
  readonly onSay: (said: Said) => void
}

/** Asks before a question goes to Claude: the first time, where it is large, or where it would pass the budget; with its price. */
export function AskFirst({ conversationId, text, place, before, elsewhere, onSay }: AskFirstProps) {
  const { settings: { locale } } = useSettings()
  const [shown, setShown] = useState(false)
  const { asks, tokens, paise, monthPaise, budgetPaise } = before
  const price = paise === null ? 'Its price is not known.' : `It costs at most ${rupees(paise, locale)}.`
  return (
    <>
      <Modal opened onClose={() => onSay('no')} title={titleOf(asks)} closeOnEscape={!shown}>
        <div className={classes.words}>
          {asks.includes('first') && <p>Your question goes to Claude, with what it needs of your records: names, roles, lines of the script. It goes to the address in Settings, under your own key.</p>}
          {asks.includes('large') && <p>This question is a large one: some {tokens.toLocaleString(locale)} tokens.</p>}
          {asks.includes('budget') && <p>It would pass your budget: {rupees(monthPaise, locale)} of {budgetPaise === null ? 'no limit' : rupees(budgetPaise, locale)} are spent this month.</p>}
          <p>{price}{asks.includes('first') && ' You are asked once; you can take it back in Settings, and for a production in its details.'}</p>
          <button type="button" className={classes.show} onClick={() => setShown(true)}>Show what leaves this laptop</button>
        </div>
        <Group justify="flex-end" gap="xs">
          {elsewhere && <Button variant="default" onClick={() => onSay('queue')}>Queue it</Button>}
          <Button variant="default" onClick={() => onSay(elsewhere ? 'records' : 'no')}>{elsewhere ? 'Ask the records' : 'Keep it here'}</Button>
          <Button data-autofocus onClick={() => onSay('claude')}>Send it</Button>
        </Group>
      </Modal>
      <LeavesDrawer opened={shown} onClose={() => setShown(false)} conversationId={conversationId} text={text} place={place} />
    </>
  )
}

function titleOf(asks: BeforeSending['asks']): string {
  if (asks.includes('first')) return 'Send this to Claude?'
  return asks.includes('budget') ? 'Go over the budget?' : 'Send a large question?'
}
