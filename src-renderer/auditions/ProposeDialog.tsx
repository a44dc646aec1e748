import { Button, Checkbox, Group, Modal, Select, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ProposedSlot, Session } from '../../src-preload/contract/auditions.ts'
import type { CastingEntry } from '../../src-preload/contract/casting.ts'
import { listWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import { useShelf } from '../window/shelf.tsx'
import { sessionName } from './agenda.ts'
import type { AuditionDesk } from './auditionDesk.ts'
import classes from './Dialogs.module.css'

interface ProposeDialogProps {
  readonly desk: AuditionDesk
  /** In which session times are looked for; null keeps it shut. */
  readonly session: Session | null
  readonly onClose: () => void
}

/** Proposes times for people on the lists of a role; nothing is booked before it is said. */
export function ProposeDialog({ desk, session, onClose }: ProposeDialogProps) {
  return (
    <Modal opened={session !== null} onClose={onClose} size="lg" title={session ? `Propose times in ${sessionName(session)}` : ''}>
      {session && <ProposeForm key={session.id} desk={desk} session={session} onClose={onClose} />}
    </Modal>
  )
}

function ProposeForm({ desk, session, onClose }: ProposeDialogProps & { readonly session: Session }) {
  const { roles } = useShelf()
  const [wanted, setWanted] = useState<string | null>(null)
  const roleId = roles.data?.find(({ id }) => id === wanted)?.id ?? null
  const [left, setLeft] = useState<ReadonlySet<TalentId>>(new Set())
  const [saving, setSaving] = useState(false)
  const answer = useAnswer(
    async (office, signal) => {
      if (roleId === null) return null
      const entries = (await office.casting.list({ roleId }, { signal })).filter(({ status }) => status !== 'released')
      const talentIds = entries.map(({ talent }) => talent.id).slice(0, 200)
      const proposal = talentIds.length === 0 ? { slots: [], notPlaced: [] } : await office.auditions.propose({ productionId: desk.productionId, sessionId: session.id, talentIds, roleId }, { signal })
      return { entries, ...proposal }
    },
    [desk.productionId, session, roleId],
  )
  const chosen = (answer.data?.slots ?? []).filter(({ talentId }) => !left.has(talentId))
  const book = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    if (await desk.bookAll(chosen)) onClose()
    setSaving(false)
  }
  return (
    <form onSubmit={event => void book(event)}>
      <Stack gap="sm">
        <Select label="Everybody on the lists of" placeholder="Choose a role" searchable data-autofocus data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={wanted} onChange={value => { setWanted(value); setLeft(new Set()) }} />
        <FourStates answer={answer} what="the times" isEmpty={found => found === null} empty={<p className={classes.said}>The short list comes first, then selects, then the long list.</p>}>
          {found => found && (
            <Proposed
              entries={found.entries} slots={found.slots} notPlaced={found.notPlaced} left={left}
              onTick={id => setLeft(left.has(id) ? new Set([...left].filter(other => other !== id)) : new Set([...left, id]))}
            />
          )}
        </FourStates>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={chosen.length === 0} loading={saving}>Book{chosen.length > 0 ? ` ${countWords(chosen.length, 'slot')}` : ''}</Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ProposedProps {
  readonly entries: readonly CastingEntry[]
  readonly slots: readonly ProposedSlot[]
  readonly notPlaced: readonly { readonly talentId: TalentId; readonly why: string }[]
  readonly left: ReadonlySet<TalentId>
  readonly onTick: (id: TalentId) => void
}

function Proposed({ entries, slots, notPlaced, left, onTick }: ProposedProps) {
  const known = new Map(entries.map(entry => [entry.talent.id, entry]))
  if (entries.length === 0) return <p className={classes.said}>Nobody is on a list of this role yet.</p>
  return (
    <>
      <div className={classes.list}>
        {slots.map(({ talentId, from, warnings }) => {
          const entry = known.get(talentId)
          return (
            <Checkbox
              key={talentId} classNames={{ root: classes.row }} checked={!left.has(talentId)} onChange={() => onTick(talentId)}
              label={`${from}  ${entry?.talent.name ?? ''}`} description={[entry ? listWords[entry.list] : '', ...warnings].filter(Boolean).join(' · ')}
            />
          )
        })}
        {slots.length === 0 && <p className={classes.said}>No time is found for anybody.</p>}
      </div>
      {notPlaced.length > 0 && (
        <section aria-label="Without a time">
          <h3 className={classes.title}>Without a time</h3>
          <ul className={classes.reasons}>{notPlaced.map(({ talentId, why }) => <li key={talentId}>{known.get(talentId)?.talent.name}: {why.slice(0, 1).toLowerCase() + why.slice(1)}</li>)}</ul>
        </section>
      )}
    </>
  )
}
