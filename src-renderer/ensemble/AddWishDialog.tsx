import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { PersonField } from '../talent/PersonField.tsx'
import type { Named, WishDesk } from './wishDesk.ts'

/** What a wish about people may be. */
export type WishKind = 'fixed' | 'must' | 'never' | 'out'

interface AddWishProps {
  readonly desk: WishDesk
  /** The roles that are cast. */
  readonly roles: readonly RoleSummary[]
  /** Which wish is added; null keeps it shut. */
  readonly kind: WishKind | null
  readonly onClose: () => void
}

const titles: Readonly<Record<WishKind, string>> = { fixed: 'Lock somebody into a role', must: 'Two who both have to be in the cast', never: 'Two who may not both be in it', out: 'Somebody who may not be in the cast' }

/** Adds a wish about one person or two. */
export function AddWishDialog({ desk, roles, kind, onClose }: AddWishProps) {
  return (
    <Modal opened={kind !== null} onClose={onClose} title={kind ? titles[kind] : ''}>
      {kind && <AddWishForm key={kind} desk={desk} roles={roles} kind={kind} onClose={onClose} />}
    </Modal>
  )
}

function AddWishForm({ desk, roles, kind, onClose }: AddWishProps & { readonly kind: WishKind }) {
  const [one, setOne] = useState<Named | null>(null)
  const [other, setOther] = useState<Named | null>(null)
  const [roleName, setRole] = useState<string>(roles[0]?.id ?? '')
  const two = kind === 'must' || kind === 'never'
  const role = roles.find(({ id }) => id === roleName)
  const ready = one !== null && (!two || (other !== null && other.id !== one.id)) && (kind !== 'fixed' || role !== undefined)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    desk.meet(one, ...(other ? [other] : []))
    if (kind === 'fixed' && role) desk.fix(role.id, one.id)
    if (kind === 'out') desk.change({ out: [...desk.wishes.out.filter(id => id !== one.id), one.id] })
    if (two && other) desk.change({ [kind]: [...desk.wishes[kind], [one.id, other.id]] })
    onClose()
  }
  return (
    <form onSubmit={add}>
      <Stack gap="sm">
        <PersonField label={two ? 'One' : 'Person'} onChoose={setOne} first />
        {two && <PersonField label="The other" onChoose={setOther} />}
        {kind === 'fixed' && <NativeSelect size="xs" label="Role" data={roles.map(({ id, name }) => ({ value: id, label: name }))} value={roleName} onChange={event => setRole(event.currentTarget.value)} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={!ready}>Add</Button>
        </Group>
      </Stack>
    </form>
  )
}
