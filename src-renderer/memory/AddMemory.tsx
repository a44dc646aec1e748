import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { MemoryKind, type Memory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { useShelf } from '../window/shelf.tsx'
import { memoryKindWords } from './memoryWords.ts'

interface AddMemoryProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onAdded: (memory: Memory) => void
}

/** Remembers a sentence at once; where it seems to contradict what is kept, she says which of them holds. */
export function AddMemory({ opened, onClose, onAdded }: AddMemoryProps) {
  return <Modal opened={opened} onClose={onClose} title="Remember something" size="md"><AddForm onClose={onClose} onAdded={onAdded} /></Modal>
}

function AddForm({ onClose, onAdded }: Omit<AddMemoryProps, 'opened'>) {
  const office = useOffice()
  const changed = useChanged()
  const { productions } = useShelf()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<MemoryKind>('semantic')
  const [of, setOf] = useState<ProductionId | null>(null)
  const [against, setAgainst] = useState<readonly Memory[]>([])
  const [added, setAdded] = useState<Memory | null>(null)
  const [saving, setSaving] = useState(false)
  const finish = (memory: Memory) => {
    onClose()
    onAdded(memory)
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      const { memory, was, contradicts } = await office.memory.add({ facts: { text: text.trim(), kind, productionId: of } })
      changed('memory')
      if (was === 'known') say('That is remembered already.')
      if (was === 'known' || contradicts.length === 0) return finish(memory)
      setAdded(memory)
      setAgainst(contradicts)
    } catch (error) {
      sayFailure(error)
    } finally {
      setSaving(false)
    }
  }
  const end = async (old: Memory) => {
    if (added === null) return
    try {
      await office.memory.close({ id: old.id, closedBy: added.id })
      changed('memory')
      offerUndo('What was kept before has ended today.', () => office.memory.reopen({ id: old.id }).then(() => changed('memory')))
      const left = against.filter(({ id }) => id !== old.id)
      if (left.length === 0) finish(added)
      else setAgainst(left)
    } catch (error) {
      sayFailure(error)
    }
  }
  if (added !== null) {
    return (
      <Stack gap="sm">
        <span>Kept. It may contradict what was kept before:</span>
        {against.map(old => <Group key={old.id} justify="space-between" wrap="nowrap"><span>“{old.text}”</span><Button variant="default" miw={130} onClick={() => void end(old)}>No longer true</Button></Group>)}
        <Group justify="flex-end"><Button onClick={() => finish(added)}>Both hold</Button></Group>
      </Stack>
    )
  }
  return (
    <form onSubmit={event => void add(event)}>
      <Stack gap="sm">
        <Textarea data-autofocus label="In one sentence" placeholder="Meera wants no smokers in the family scenes" autosize minRows={2} maxRows={6} size="sm" value={text} maxLength={500} required onChange={event => setText(event.currentTarget.value)} />
        <Select label="Kind" size="sm" value={kind} allowDeselect={false} data={MemoryKind.options.map(value => ({ value, label: memoryKindWords[value] }))} onChange={value => setKind(MemoryKind.parse(value))} />
        <Select label="Holds for" size="sm" value={of ?? ''} allowDeselect={false} data={[{ value: '', label: 'Everywhere' }, ...(productions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))]} onChange={value => setOf(value ? (value) : null)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={text.trim() === ''} loading={saving}>Remember</Button>
        </Group>
      </Stack>
    </form>
  )
}
