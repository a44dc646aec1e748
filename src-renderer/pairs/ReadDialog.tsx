import { Button, Group, Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { today } from '../casting/standingWords.ts'
import { DayField } from '../look/DayField.tsx'
import type { PairDesk, PairWish } from './pairDesk.ts'
import { ratingWords } from './pairWords.ts'

interface ReadDialogProps {
  readonly wish: PairWish
  readonly names: readonly [string, string]
  /** Who saw the read before, who is offered again. */
  readonly lastBy: string
  readonly desk: PairDesk
  readonly opened: boolean
  readonly onClose: () => void
}

/** Records what was seen when two people read together: 1 to 5, who saw it, when, and a note. */
export function ReadDialog(props: ReadDialogProps) {
  const { names: [one, other], opened, onClose } = props
  return (
    <Modal opened={opened} onClose={onClose} size={520} title={`${one} and ${other} read together`}>
      {opened && <ReadForm {...props} />}
    </Modal>
  )
}

const ratings = ['1', '2', '3', '4', '5'] as const

function ReadForm({ wish: { roleIds: [role, otherRole], talentIds: [one, other] }, lastBy, desk, onClose }: ReadDialogProps) {
  const [rating, setRating] = useState<string | null>(null)
  const [by, setBy] = useState(lastBy)
  const [on, setOn] = useState(() => today())
  const [notes, setNotes] = useState('')
  const [saving, setSaving] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    if (await desk.record({ roleIds: [role, otherRole], talentIds: [one, other], rating: Number(rating), by: by.trim(), on, notes })) onClose()
    setSaving(false)
  }
  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="sm">
        <Radio.Group label="What was between them" value={rating} onChange={setRating}>
          <Group gap="sm" mt={4}>{ratings.map((value, at) => <Radio key={value} size="xs" value={value} data-autofocus={at === 0 ? true : undefined} label={`${value} ${ratingWords[(at + 1) as 1 | 2 | 3 | 4 | 5]}`} />)}</Group>
        </Radio.Group>
        <Group grow align="flex-start">
          <TextInput label="Who saw it" placeholder="Your name" required withAsterisk={false} maxLength={120} value={by} onChange={event => setBy(event.currentTarget.value)} />
          <DayField label="Day" value={on} onChange={setOn} />
        </Group>
        <Textarea label="Note" placeholder="They listen to each other. The quarrel came too early." autosize minRows={2} maxRows={6} maxLength={5_000} value={notes} onChange={event => setNotes(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={rating === null || by.trim() === '' || on === ''} loading={saving}>Record the read</Button>
        </Group>
      </Stack>
    </form>
  )
}
