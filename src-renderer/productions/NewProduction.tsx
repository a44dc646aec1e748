import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { ProductionKind } from '../../src-preload/contract/productions.ts'
import { toFailure } from '../connection/failure.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo } from '../look/hashPlace.ts'
import { kindWords } from '../look/words.ts'

/** Begins a production by its title; the script can come later. */
export function NewProduction({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New production">
      <NewProductionForm onClose={onClose} />
    </Modal>
  )
}

function NewProductionForm({ onClose }: { readonly onClose: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<ProductionKind>('film')
  const [brief, setBrief] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const production = await office.productions.create({ title, kind, brief })
      changed('productions')
      goTo(`/production/${production.id}/script`)
    } catch (error) {
      setFailed(toFailure(error).sentence)
      setSending(false)
    }
  }
  return (
    <form onSubmit={event => void begin(event)}>
      <Stack gap="sm">
        <TextInput label="Title" value={title} onChange={event => setTitle(event.currentTarget.value)} error={failed} required maxLength={200} data-autofocus />
        <Select label="Kind" value={kind} data={ProductionKind.options.map(value => ({ value, label: kindWords[value] }))} allowDeselect={false} onChange={value => setKind(ProductionKind.parse(value))} />
        <Textarea label="Brief" description="What the director and producer asked for, in your words. It can wait." value={brief} onChange={event => setBrief(event.currentTarget.value)} autosize minRows={3} maxRows={10} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={title.trim() === ''} loading={sending}>Begin</Button>
        </Group>
      </Stack>
    </form>
  )
}
