import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { SessionFacts, SessionKind, type Session } from '../../src-preload/contract/auditions.ts'
import { sessionWords } from '../../src-preload/contract/said.ts'
import { today } from '../casting/standingWords.ts'
import { DayField } from '../look/DayField.tsx'
import { zoneHere, zoneOfToday } from './agenda.ts'
import type { Asked } from './agendaParts.ts'
import type { AuditionDesk } from './auditionDesk.ts'

interface SessionDialogProps {
  readonly desk: AuditionDesk
  /** What is asked; anything but a session to make or change keeps it shut. */
  readonly asked: Asked | null
  readonly onClose: () => void
}

/** Makes a session or changes one: what for, when by which clock, where, how long a slot is. */
export function SessionDialog({ desk, asked, onClose }: SessionDialogProps) {
  const session = asked?.kind === 'change' ? asked.session : null
  const shown = asked?.kind === 'make' || asked?.kind === 'change'
  return (
    <Modal opened={shown} onClose={onClose} title={session ? 'Change the session' : 'New session'}>
      {shown && <SessionForm desk={desk} session={session} onClose={onClose} />}
    </Modal>
  )
}

function SessionForm({ desk, session, onClose }: { readonly desk: AuditionDesk; readonly session: Session | null; readonly onClose: () => void }) {
  const [facts, setFacts] = useState(() => session ?? beginning(desk))
  const [saving, setSaving] = useState(false)
  const edit = (change: Partial<SessionFacts>) => setFacts({ ...facts, ...change })
  const read = SessionFacts.safeParse({ ...facts, productionId: desk.productionId })
  const backwards = facts.from !== '' && facts.to !== '' && facts.from >= facts.to
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!read.success) return
    setSaving(true)
    const { productionId: _, ...said } = read.data
    if (await (session ? desk.update(session, said) : desk.create(read.data))) onClose()
    setSaving(false)
  }
  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select label="What for" data-autofocus allowDeselect={false} value={facts.kind} data={SessionKind.options.map(value => ({ value, label: sessionWords[value] }))} onChange={value => edit({ kind: SessionKind.parse(value) })} />
          <DayField label="Day" value={facts.day} onChange={day => edit({ day })} />
        </Group>
        <TextInput label="Title" placeholder="Callbacks with the director" maxLength={200} value={facts.title} onChange={event => edit({ title: event.currentTarget.value })} />
        <Group grow align="flex-start">
          <TextInput type="time" label="From" required withAsterisk={false} value={facts.from} onChange={event => edit({ from: event.currentTarget.value })} />
          <TextInput type="time" label="To" required withAsterisk={false} value={facts.to} error={backwards && 'It ends before it begins'} onChange={event => edit({ to: event.currentTarget.value })} />
          <NumberInput label="Minutes a slot" min={5} max={240} clampBehavior="strict" value={facts.slotMinutes} onChange={value => edit({ slotMinutes: Number(value) })} />
        </Group>
        <TextInput label="Place" placeholder="Aram Nagar, Versova" maxLength={500} value={facts.place} onChange={event => edit({ place: event.currentTarget.value })} />
        <Select label="Clock" description="The times are by the clock of this zone" searchable allowDeselect={false} limit={50} data={zonesWith(facts.zone)} value={facts.zone} onChange={zone => zone && edit({ zone })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={!read.success} loading={saving}>{session ? 'Save' : 'Make the session'}</Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A new session follows the last one made, tomorrow; the first is by the clock of this laptop. */
function beginning({ productionId, sessions }: AuditionDesk): Session | SessionFacts {
  const last = sessions.at(-1)
  const tomorrow = new Date()
  tomorrow.setDate(tomorrow.getDate() + 1)
  const plain: SessionFacts = { productionId, kind: 'audition', title: '', day: today(tomorrow), from: '11:00', to: '17:00', zone: zoneHere(), place: '', slotMinutes: 15 }
  return last ? { ...plain, from: last.from, to: last.to, zone: last.zone, place: last.place, slotMinutes: last.slotMinutes } : plain
}

const zonesWith = (zone: string): string[] => [...new Set([zone, zoneHere(), 'Asia/Kolkata', ...Intl.supportedValuesOf('timeZone').map(zoneOfToday)])]
