import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Gender } from '../../src-preload/contract/words.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { genderWords } from '../look/words.ts'

interface AddPersonProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Opens the card of the new person, where the rest is filled in. */
  readonly onAdded: (id: TalentId) => void
}

/** Adds a person by hand: a name is enough; the card then opens for the rest. */
export function AddPerson({ opened, onClose, onAdded }: AddPersonProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a person" size="sm">
      <AddForm onClose={onClose} onAdded={onAdded} />
    </Modal>
  )
}

function AddForm({ onClose, onAdded }: Omit<AddPersonProps, 'opened'>) {
  const office = useOffice()
  const changed = useChanged()
  const [name, setName] = useState('')
  const [gender, setGender] = useState<Gender | null>(null)
  const [city, setCity] = useState('')
  const [saving, setSaving] = useState(false)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      const { id } = await office.talent.create({ facts: { name: name.trim(), gender, city: city.trim() } })
      changed('talent')
      onClose()
      onAdded(id)
      offerUndo(`${name.trim()} is in the book.`, async () => {
        await office.talent.remove({ id })
        changed('talent')
      })
    } catch (error) {
      sayFailure(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <form onSubmit={event => void add(event)}>
      <Stack gap="sm">
        <TextInput data-autofocus label="Screen name" size="sm" value={name} maxLength={160} required onChange={event => setName(event.currentTarget.value)} />
        <Select label="Gender" size="sm" placeholder="Not known" clearable value={gender} data={Gender.options.map(value => ({ value, label: genderWords[value] }))} onChange={value => setGender(Gender.safeParse(value).data ?? null)} />
        <TextInput label="City" size="sm" value={city} maxLength={120} onChange={event => setCity(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={name.trim() === ''} loading={saving}>Add to the book</Button>
        </Group>
      </Stack>
    </form>
  )
}
