import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { CastingEntry } from '../../src-preload/contract/casting.ts'
import { pencilWords } from '../../src-preload/contract/said.ts'
import { DayField } from '../look/DayField.tsx'
import type { CastingDesk } from './castingDesk.ts'

interface HoldDialogProps {
  readonly desk: CastingDesk
  /** Who it is about; null keeps it shut. */
  readonly entry: CastingEntry | null
  readonly onClose: () => void
}

/** The hold of somebody on a list (which pencil, until when), and the note on them. */
export function HoldDialog({ desk, entry, onClose }: HoldDialogProps) {
  return (
    <Modal opened={entry !== null} onClose={onClose} title={entry ? `${entry.talent.name} for ${desk.role.name}` : ''}>
      {entry && <HoldForm key={entry.talent.id} desk={desk} entry={entry} onClose={onClose} />}
    </Modal>
  )
}

const pencils = Array.from({ length: 9 }, (_, at) => ({ value: `${at + 1}`, label: pencilWords(at + 1) }))

function HoldForm({ desk, entry, onClose }: { readonly desk: CastingDesk; readonly entry: CastingEntry; readonly onClose: () => void }) {
  const [position, setPosition] = useState(entry.hold ? `${entry.hold.position}` : null)
  const [expires, setExpires] = useState(entry.hold?.expires ?? '')
  const [note, setNote] = useState(entry.note)
  const [reason, setReason] = useState('')
  const [saving, setSaving] = useState(false)
  const hold = position === null ? null : { position: Number(position), expires: expires === '' ? null : expires }
  const newHold = hold?.position !== entry.hold?.position || hold?.expires !== entry.hold?.expires
  const newNote = note.trim() !== entry.note
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    const said = newHold ? (hold ? `is held for ${desk.role.name}` : `is not held for ${desk.role.name} any more`) : 'has your note'
    if (await desk.put(entry.talent, { ...(newHold && { hold }), ...(newNote && { note }), reason }, said)) onClose()
    setSaving(false)
  }
  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select label="Hold" placeholder="No hold" clearable data={pencils} value={position} onChange={setPosition} data-autofocus />
          <DayField label="Until" value={expires} onChange={day => { setExpires(day); if (day !== '' && position === null) setPosition('1') }} />
        </Group>
        <Textarea label="Note" placeholder="What to know about them for this role" autosize minRows={3} maxRows={10} maxLength={2_000} value={note} onChange={event => setNote(event.currentTarget.value)} />
        <TextInput label="Reason, for the history" maxLength={500} value={reason} onChange={event => setReason(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={!newHold && !newNote} loading={saving}>Save</Button>
        </Group>
      </Stack>
    </form>
  )
}
