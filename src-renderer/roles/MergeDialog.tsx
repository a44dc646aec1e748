import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { fold } from '../look/fold.ts'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useShelf } from '../window/shelf.tsx'
import classes from './Dialogs.module.css'
import type { RoleDesk } from './roleDesk.ts'

interface DialogProps {
  readonly desk: RoleDesk
  readonly opened: boolean
  readonly onClose: () => void
}

/** Picks the roles that are the same person as this one. */
export function MergeDialog({ desk, opened, onClose }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Who else is ${desk.role.name}?`}>
      <MergeForm desk={desk} onClose={onClose} />
    </Modal>
  )
}

function MergeForm({ desk, onClose }: Omit<DialogProps, 'opened'>) {
  const office = useOffice()
  const { roles } = useShelf()
  const { role, took } = desk
  const [asked, setAsked] = useState('')
  const [picked, setPicked] = useState<readonly RoleId[]>([])
  const others = (roles.data ?? []).filter(other => other.id !== role.id && fold(other.name).includes(fold(asked.trim())))

  const merge = async () => {
    try {
      const merged = await office.roles.merge({ into: role.id, from: [...picked] })
      onClose()
      took(merged)
      offerUndo(`${countWords(picked.length, 'role')} merged into ${role.name}.`, async () => {
        for (const id of picked) await office.roles.unmerge({ id })
        took(await office.roles.get({ id: role.id }))
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <>
      <p className={classes.text}>Their lines, scenes and proposals come to {role.name}. Each can be taken out again as it was.</p>
      <TextInput data-autofocus aria-label="Find a role" placeholder="Find a role" leftSection={<IconSearch size={14} aria-hidden />} value={asked} onChange={event => setAsked(event.currentTarget.value)} />
      <div className={classes.list}>
        {others.map(other => (
          <Checkbox
            key={other.id}
            classNames={{ root: classes.row }}
            label={other.name}
            description={`${countWords(other.speeches, 'speech', 'speeches')} in ${countWords(other.scenes, 'scene')}`}
            checked={picked.includes(other.id)}
            onChange={() => setPicked(picked.includes(other.id) ? picked.filter(id => id !== other.id) : [...picked, other.id])}
          />
        ))}
        {others.length === 0 && <p className={classes.text}>No other role of that name.</p>}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>Cancel</Button>
        <Button disabled={picked.length === 0} onClick={() => void merge()}>Merge {picked.length > 0 ? countWords(picked.length, 'role') : ''}</Button>
      </Group>
    </>
  )
}
