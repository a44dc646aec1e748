import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { PairPlan } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { weekdayWords, zoneHere } from '../auditions/agenda.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo } from '../look/hashPlace.ts'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import type { OrderForm } from './orderForm.ts'
import classes from './RunningOrderScreen.module.css'

interface PairSessionDialogProps {
  readonly plan: PairPlan
  readonly form: OrderForm
  readonly productionId: ProductionId
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes the running order a session of chemistry reads, with everybody booked at their times; all of it or nothing. */
export function PairSessionDialog(props: PairSessionDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Make it a session">
      {props.opened && <SessionForm {...props} />}
    </Modal>
  )
}

function SessionForm({ plan, form: { day, from, to, minutes }, productionId, onClose }: PairSessionDialogProps) {
  const office = useOffice()
  const changed = useChanged()
  const { settings: { locale } } = useSettings()
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [saving, setSaving] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      const facts = { productionId, kind: 'chemistryRead' as const, title: title.trim(), day, from, to, zone: zoneHere(), place: place.trim(), slotMinutes: minutes }
      const reads = plan.reads.map(({ from: at, minutes: length, roleIds, talentIds }) => ({ from: at, minutes: length, roleIds, talentIds }))
      const { id } = await office.pairs.session({ facts, reads })
      changed('auditions')
      onClose()
      goTo(`/production/${productionId}/auditions`)
      offerUndo(`The chemistry reads are booked: ${countWords(plan.people.filter(person => person.reads > 0).length, 'person', 'people')}.`, async () => {
        await office.auditions.remove({ id })
        changed('auditions')
      })
    } catch (error) {
      sayFailure(error)
      setSaving(false)
    }
  }
  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="sm">
        <p className={classes.changes}>{countWords(plan.reads.length, 'read')} on {weekdayWords(day, locale)}, {from} to {to}. Both people of each read are booked for their roles.</p>
        <TextInput label="Title" placeholder="Chemistry reads with the director" maxLength={200} data-autofocus value={title} onChange={event => setTitle(event.currentTarget.value)} />
        <TextInput label="Place" placeholder="Aram Nagar, Versova" maxLength={500} value={place} onChange={event => setPlace(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" loading={saving}>Make the session</Button>
        </Group>
      </Stack>
    </form>
  )
}
