import { SegmentedControl } from '@mantine/core'
import { IconMessageCircle, IconSpy } from '@tabler/icons-react'
import type { Production } from '../../src-preload/contract/productions.ts'
import classes from './NewTalk.module.css'
import { suggestionsFor } from './suggestions.ts'
import type { BesideChat } from './useOpenPlace.ts'

interface NewTalkProps {
  readonly beside: BesideChat
  readonly production: Production | null
  /** What the conversation will be about, null where that is settled. */
  readonly about: 'production' | 'office' | null
  readonly onAbout?: (about: 'production' | 'office') => void
  readonly isIncognito?: boolean
  readonly onAsk: (text: string) => void
}

/** A conversation without a question yet: what can be asked here, three to begin with, and what it will be about. */
export function NewTalk({ beside, production, about, onAbout, isIncognito = false, onAsk }: NewTalkProps) {
  const open = beside.label === null && production !== null && about !== 'office' ? { kind: 'production' as const, label: null } : beside
  return (
    <div className={classes.empty}>
      <div className={classes.icon} aria-hidden>{isIncognito ? <IconSpy size={22} /> : <IconMessageCircle size={22} />}</div>
      <p className={classes.sentence}>Ask about your people, roles and scenes.</p>
      <p className={classes.hint}>Changes are shown first and wait for your yes.</p>
      {about !== null && production !== null && onAbout && (
        <SegmentedControl
          aria-label="What it is about" className={classes.about} value={about} onChange={value => onAbout(value === 'office' ? 'office' : 'production')}
          data={[{ value: 'production', label: production.title }, { value: 'office', label: 'The whole office' }]}
        />
      )}
      <ul className={classes.suggestions} aria-label="To begin with">
        {suggestionsFor(open).map(text => <li key={text}><button type="button" onClick={() => onAsk(text)}>{text}</button></li>)}
      </ul>
    </div>
  )
}
