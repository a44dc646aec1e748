import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Slot } from '../../src-preload/contract/auditions.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { sessionName, sessionTimes, weekdayWords } from './agenda.ts'
import type { AuditionDesk } from './auditionDesk.ts'

interface MoveDialogProps {
  readonly desk: AuditionDesk
  /** What is moved; null keeps it shut. */
  readonly slot: Slot | null
  readonly onClose: () => void
}

/** Moves a slot to another time, or into another session of the production. */
export function MoveDialog({ desk, slot, onClose }: MoveDialogProps) {
  return (
    <Modal opened={slot !== null} onClose={onClose} title={slot ? `Move ${slot.talentName}` : ''}>
      {slot && <MoveForm key={slot.id} desk={desk} slot={slot} onClose={onClose} />}
    </Modal>
  )
}

function MoveForm({ desk, slot, onClose }: MoveDialogProps & { readonly slot: Slot }) {
  const { settings: { locale } } = useSettings()
  const [sessionId, setSessionId] = useState(slot.sessionId)
  const [from, setFrom] = useState(slot.from)
  const [minutes, setMinutes] = useState(slot.minutes)
  const [saving, setSaving] = useState(false)
  const move = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    if (await desk.move(slot, { sessionId, from, minutes })) onClose()
    setSaving(false)
  }
  const choices = desk.sessions.map(session => ({ value: session.id, label: `${weekdayWords(session.day, locale)}: ${sessionName(session)}, ${sessionTimes(session)}` }))
  const same = sessionId === slot.sessionId && from === slot.from && minutes === slot.minutes
  return (
    <form onSubmit={event => void move(event)}>
      <Stack gap="sm">
        <Select label="Session" allowDeselect={false} data={choices} value={sessionId} onChange={value => setSessionId(desk.sessions.find(({ id }) => id === value)?.id ?? sessionId)} />
        <Group grow align="flex-start">
          <TextInput type="time" label="From" required withAsterisk={false} data-autofocus value={from} onChange={event => setFrom(event.currentTarget.value)} />
          <NumberInput label="Minutes" min={5} max={240} clampBehavior="strict" value={minutes} onChange={value => setMinutes(Number(value))} />
        </Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={same || from === '' || minutes < 5} loading={saving}>Move</Button>
        </Group>
      </Stack>
    </form>
  )
}
