import { TextInput } from '@mantine/core'
import { IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AskedLanguage } from '../../src-preload/contract/roles.ts'
import { Chip } from '../look/Chip.tsx'
import classes from './AskedList.module.css'

interface AskedListProps {
  readonly label: string
  /** One of them, in the singular: "language". */
  readonly what: string
  readonly asked: readonly AskedLanguage[]
  readonly onChange: (asked: AskedLanguage[]) => void
}

/** Languages or skills that are asked for; a press makes one a must-have (a gate) or a wish again. */
export function AskedList({ label, what, asked, onChange }: AskedListProps) {
  const [draft, setDraft] = useState('')
  const add = () => {
    const name = draft.trim()
    setDraft('')
    if (name === '' || asked.some(one => one.name.toLowerCase() === name.toLowerCase())) return
    onChange([...asked, { name, must: false }])
  }
  return (
    <div className={classes.field} role="group" aria-label={label}>
      <span className={classes.label}>{label}{asked.length > 0 && <span className={classes.hint}>press one to make it a must</span>}</span>
      <div className={classes.chips}>
        {asked.map(one => (
          <Chip
            key={one.name}
            tone={one.must ? 'accent' : 'plain'}
            pressed={one.must}
            title={one.must ? 'A must: who lacks it is stopped. Press to make it a wish.' : 'A wish. Press to make it a must.'}
            onClick={() => onChange(asked.map(other => (other === one ? { ...other, must: !other.must } : other)))}
            onRemove={() => onChange(asked.filter(other => other !== one))}
            removeLabel={`Take ${one.name} away`}
          >
            <span className={classes.one}>{one.must ? <IconLock size={12} aria-hidden /> : <IconLockOpen size={12} aria-hidden />}{one.name}{one.must ? ', must' : ''}</span>
          </Chip>
        ))}
        <TextInput
          className={classes.add}
          aria-label={`Add a ${what}`}
          placeholder={`Add a ${what}`}
          leftSection={<IconPlus size={12} aria-hidden />}
          value={draft}
          maxLength={80}
          onChange={event => setDraft(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={event => event.key === 'Enter' && add()}
        />
      </div>
    </div>
  )
}
