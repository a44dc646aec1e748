import { Button } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useChanged } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { goTo } from '../look/hashPlace.ts'
import { useSettings } from '../window/settingsStore.tsx'

/** Nothing is predicted here: says why, and offers to switch it on. */
export function ChemistryOff() {
  const { settings, change } = useSettings()
  const changed = useChanged()
  if (!settings.chemistry) {
    return (
      <EmptyState icon={<IconHeartHandshake size={24} />} sentence="Chemistry is switched off." hint="Nothing is predicted and nothing is held against anything. Reads you record are kept all the same.">
        <Button variant="default" onClick={() => void change({ chemistry: true }).then(() => changed('pairs'))}>Switch it on</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<IconHeartHandshake size={24} />} sentence="Suggestions are switched off here." hint="They are off for the whole of CastMatch, for this production or for one of the two roles: nothing is predicted.">
      <Button variant="default" onClick={() => goTo('/settings')}>Settings</Button>
    </EmptyState>
  )
}
