import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Session } from '../../src-preload/contract/auditions.ts'
import type { TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { PersonField } from '../talent/PersonField.tsx'
import { useShelf } from '../window/shelf.tsx'
import { sessionName } from './agenda.ts'
import type { AuditionDesk } from './auditionDesk.ts'
import classes from './Dialogs.module.css'

interface BookDialogProps {
  readonly desk: AuditionDesk
  /** Where somebody is booked; null keeps it shut. */
  readonly session: Session | null
  readonly onClose: () => void
}

/** Books somebody by name into a session, at the earliest time that is free for them unless another is said. */
export function BookDialog({ desk, session, onClose }: BookDialogProps) {
  return (
    <Modal opened={session !== null} onClose={onClose} title={session ? `Book into ${sessionName(session)}` : ''}>
      {session && <BookForm key={session.id} desk={desk} session={session} onClose={onClose} />}
    </Modal>
  )
}

function BookForm({ desk, session, onClose }: BookDialogProps & { readonly session: Session }) {
  const { roles } = useShelf()
  const [person, setPerson] = useState<TalentSummary | null>(null)
  const [roleName, setRole] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const roleId = roles.data?.find(({ id }) => id === roleName)?.id ?? null
  const free = useFreeTime(desk, session, person?.id ?? null, roleId)
  const from = typed ?? free.from ?? ''
  const book = async (event: FormEvent) => {
    event.preventDefault()
    if (!person) return
    setSaving(true)
    if (await desk.book({ sessionId: session.id, from, talentId: person.id, roleId })) onClose()
    setSaving(false)
  }
  return (
    <form onSubmit={event => void book(event)}>
      <Stack gap="sm">
        <PersonField label="Person" first onChoose={setPerson} />
        <Group grow align="flex-start">
          <Select label="Role" placeholder="No role" clearable searchable data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={roleName} onChange={setRole} />
          <TextInput type="time" label="From" required withAsterisk={false} value={from} onChange={event => setTyped(event.currentTarget.value)} />
        </Group>
        <p className={classes.said} role="status">{free.said}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={person === null || from === ''} loading={saving}>Book</Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The earliest time of the session that is free for somebody, and what speaks against it. */
function useFreeTime({ productionId }: AuditionDesk, session: Session, talentId: TalentId | null, roleId: Parameters<AuditionDesk['book']>[0]['roleId']): { readonly from: string | null; readonly said: string } {
  const answer = useAnswer(
    async (office, signal) => (talentId === null ? null : office.auditions.propose({ productionId, sessionId: session.id, talentIds: [talentId], roleId }, { signal })),
    [productionId, session, talentId, roleId],
  )
  const slot = answer.data?.slots[0]
  if (slot) return { from: slot.from, said: slot.warnings.length > 0 ? slot.warnings.join('. ') : `${slot.from} is the earliest time that is free for them.` }
  return { from: null, said: answer.failure?.sentence ?? answer.data?.notPlaced[0]?.why ?? '' }
}
