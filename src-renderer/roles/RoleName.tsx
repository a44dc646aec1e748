import { TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './RoleName.module.css'
import type { RoleDesk } from './roleDesk.ts'

/** The name of the role; a click or Enter renames it, Escape leaves it as it was. */
export function RoleName({ desk }: { readonly desk: RoleDesk }) {
  const { role, change } = desk
  const [draft, setDraft] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setDraft(null)
    requestAnimationFrame(() => button.current?.focus())
  }
  const keep = () => {
    const name = draft?.trim() ?? ''
    leave()
    if (name !== '' && name !== role.name) change({ name }).catch(sayFailure)
  }
  if (draft === null) {
    return (
      <button ref={button} type="button" className={classes.name} onClick={() => setDraft(role.name)} aria-label={`${role.name}. Rename`}>
        {role.name} <IconPencil size={14} aria-hidden className={classes.pencil} />
      </button>
    )
  }
  return (
    <TextInput
      autoFocus
      aria-label="Name of the role"
      w={260}
      value={draft}
      maxLength={120}
      onChange={event => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={event => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') leave()
      }}
    />
  )
}
