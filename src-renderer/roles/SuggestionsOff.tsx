import { Button } from '@mantine/core'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import type { RoleDesk } from './roleDesk.ts'

/** Suggestions are off: says where, and offers to switch them on there. */
export function SuggestionsOff({ desk }: { readonly desk: RoleDesk }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings, change } = useSettings()
  const { current } = useShelf()
  const { role } = desk
  if (!role.suggestions) {
    return (
      <EmptyState sentence={`Suggestions are off for ${role.name}.`} hint="Nobody is ranked. Your talent book stands open as always.">
        <Button variant="default" onClick={() => void desk.change({ suggestions: true }).catch(sayFailure)}>Switch them on for this role</Button>
      </EmptyState>
    )
  }
  if (current && !current.suggestions) {
    const switchOn = async () => {
      await office.productions.update({ id: current.id, change: { suggestions: true } })
      changed('productions')
    }
    return (
      <EmptyState sentence={`Suggestions are off for ${current.title}.`} hint="Nobody is ranked in any of its roles.">
        <Button variant="default" onClick={() => void switchOn().catch(sayFailure)}>Switch them on for this production</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState sentence="Suggestions are off for the whole of CastMatch." hint="Nobody is ranked anywhere.">
      {!settings.suggestions && <Button variant="default" onClick={() => void change({ suggestions: true }).then(() => changed('productions'))}>Switch them on</Button>}
    </EmptyState>
  )
}
