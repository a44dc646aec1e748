import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { goTo } from '../look/hashPlace.ts'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import classes from './Dialogs.module.css'
import type { RoleDesk } from './roleDesk.ts'

interface DialogProps {
  readonly desk: RoleDesk
  readonly productionId: ProductionId
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes a role of its own from some of the scenes of this one. */
export function SplitDialog({ desk, productionId, opened, onClose }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Split ${desk.role.name}`}>
      <SplitForm desk={desk} productionId={productionId} onClose={onClose} />
    </Modal>
  )
}

function SplitForm({ desk, productionId, onClose }: Omit<DialogProps, 'opened'>) {
  const office = useOffice()
  const { role, took } = desk
  const [name, setName] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const chosen = role.appearances.filter((_, index) => picked.has(index))

  const split = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { remaining, made } = await office.roles.split({
        id: role.id,
        name,
        appearances: chosen.map(({ scriptId, characterName, scene }) => ({ scriptId, characterName, scene })),
      })
      onClose()
      took(remaining)
      goTo(`/production/${productionId}/roles/${made.id}`)
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <form onSubmit={event => void split(event)}>
      <p className={classes.text}>Choose the scenes in which this is somebody else. To undo a split, merge the two again.</p>
      <TextInput label="Name of the new role" value={name} onChange={event => setName(event.currentTarget.value)} maxLength={120} data-autofocus />
      <div className={classes.list}>
        {role.appearances.map((appearance, index) => (
          <Checkbox
            key={index}
            classNames={{ root: classes.row }}
            label={appearance.heading ?? 'Before the first scene'}
            description={`${appearance.characterName}, ${countWords(appearance.speeches, 'speech', 'speeches')}, page ${appearance.page}`}
            checked={picked.has(index)}
            onChange={() => setPicked(picked.has(index) ? new Set([...picked].filter(one => one !== index)) : new Set([...picked, index]))}
          />
        ))}
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>Cancel</Button>
        <Button type="submit" disabled={name.trim() === '' || chosen.length === 0 || chosen.length === role.appearances.length}>Split</Button>
      </Group>
    </form>
  )
}
