import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo } from '../look/hashPlace.ts'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import type { RoleDesk } from './roleDesk.ts'
import { SplitDialog } from './SplitDialog.tsx'

/** What else can be done with a role: merge, split, take off the list. */
export function RoleActions({ desk, productionId }: { readonly desk: RoleDesk; readonly productionId: ProductionId }) {
  const office = useOffice()
  const changed = useChanged()
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null)
  const { role } = desk
  const remove = async () => {
    try {
      await office.roles.remove({ id: role.id })
      goTo(`/production/${productionId}/roles`, { replace: true })
      changed('roles', 'productions')
      offerUndo(`${role.name} was taken off the list.`, async () => {
        await office.roles.restore({ id: role.id })
        changed('roles', 'productions')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={`More for ${role.name}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowMerge size={14} aria-hidden />} onClick={() => setDialog('merge')}>Merge with another role</Menu.Item>
          <Menu.Item leftSection={<IconArrowsSplit2 size={14} aria-hidden />} onClick={() => setDialog('split')} disabled={role.appearances.length < 2}>Split into two roles</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>Take off the list</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MergeDialog desk={desk} opened={dialog === 'merge'} onClose={() => setDialog(null)} />
      <SplitDialog desk={desk} productionId={productionId} opened={dialog === 'split'} onClose={() => setDialog(null)} />
    </>
  )
}
