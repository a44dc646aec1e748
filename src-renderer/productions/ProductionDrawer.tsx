import { Button, Drawer, Select, Stack, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { ProductionKind, type Production, type ProductionChange } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedText } from '../look/SavedText.tsx'
import { SpanField } from '../look/SpanField.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { kindWords } from '../look/words.ts'
import { BrandFields } from './BrandFields.tsx'
import { ClaudeConsent } from './ClaudeConsent.tsx'
import type { z } from 'zod'

/** What is said of a production: title, kind, brief, shoot and whether CastMatch suggests; everything saves itself. */
export function ProductionDrawer({ production, onClose }: { readonly production: Production | null; readonly onClose: () => void }) {
  return (
    <Drawer opened={production !== null} onClose={onClose} title={production?.title ?? ''} size={440}>
      {production && <Fields key={production.id} production={production} onClose={onClose} />}
    </Drawer>
  )
}

function Fields({ production, onClose }: { readonly production: Production; readonly onClose: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const { id, title } = production
  const save = async (change: z.infer<typeof ProductionChange>) => {
    await office.productions.update({ id, change })
    changed('productions')
  }
  const remove = async () => {
    try {
      await office.productions.remove({ id })
      onClose()
      changed('productions')
      offerUndo(`${title} was put away, with its scripts and roles.`, async () => {
        await office.productions.restore({ id })
        changed('productions')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <Stack gap="sm">
      <SavedText label="Title" kept={title} save={text => save({ title: text })} />
      <Select
        label="Kind"
        value={production.kind}
        allowDeselect={false}
        data={ProductionKind.options.map(value => ({ value, label: kindWords[value] }))}
        onChange={value => void save({ kind: ProductionKind.parse(value) }).catch(sayFailure)}
      />
      <SavedText label="Brief" description="What the director and producer asked for, in your words." kept={production.brief} save={brief => save({ brief })} lines={5} />
      <SpanField labels={['Shoot from', 'Shoot to']} kept={production.shoot} save={shoot => save({ shoot })} />
      <BrandFields kept={production.brand} save={brand => save({ brand })} />
      <Switch
        label="Suggest talent for the roles of this production"
        description="Off, no candidate is ranked here. Nothing is lost by switching."
        checked={production.suggestions}
        onChange={event => void save({ suggestions: event.currentTarget.checked }).catch(sayFailure)}
      />
      <ClaudeConsent productionId={id} />
      <Button variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()} style={{ alignSelf: 'flex-start' }} mt="md">
        Put this production away
      </Button>
    </Stack>
  )
}
