import { Button, Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Gender } from '../../src-preload/contract/words.ts'
import { RoleProposal } from '../../src-preload/contract/roles.ts'
import { genderWords, proposalLabels } from '../look/words.ts'

interface ProposalEditorProps {
  readonly proposal: RoleProposal
  readonly onAccept: (edited: RoleProposal) => void
  readonly onCancel: () => void
}

/** Changes the value of a proposal before it is accepted. */
export function ProposalEditor({ proposal, onAccept, onCancel }: ProposalEditorProps) {
  const [draft, setDraft] = useState<RoleProposal>(proposal)
  const accept = (event: FormEvent) => {
    event.preventDefault()
    const read = RoleProposal.safeParse(draft)
    if (read.success) onAccept(read.data)
  }
  const valid = RoleProposal.safeParse(draft).success && !(typeof draft.value === 'string' && draft.value.trim() === '')
  return (
    <form onSubmit={accept} style={{ marginTop: 8 }}>
      {draft.field === 'playingRange' && (
        <Group gap="xs" mb={8}>
          <NumberInput aria-label="Plays from" w={80} min={0} max={110} autoFocus value={draft.value.from} onChange={from => setDraft({ ...draft, value: { ...draft.value, from: Number(from) } })} />
          to
          <NumberInput aria-label="Plays to" w={80} min={0} max={110} value={draft.value.to} onChange={to => setDraft({ ...draft, value: { ...draft.value, to: Number(to) } })} />
        </Group>
      )}
      {draft.field === 'gender' && (
        <SegmentedControl mb={8} aria-label="Gender" value={draft.value} data={Gender.options.map(value => ({ value, label: genderWords[value] }))} onChange={value => setDraft({ ...draft, value: Gender.parse(value) })} />
      )}
      {(draft.field === 'look' || draft.field === 'language' || draft.field === 'skill') && (
        <TextInput mb={8} autoFocus aria-label={proposalLabels[draft.field]} value={draft.value} onChange={event => setDraft({ ...draft, value: event.currentTarget.value })} />
      )}
      <Group gap={6}>
        <Button type="submit" size="compact-sm" disabled={!valid}>Accept</Button>
        <Button variant="default" size="compact-sm" onClick={onCancel}>Cancel</Button>
      </Group>
    </form>
  )
}
