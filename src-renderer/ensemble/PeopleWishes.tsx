import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Chip } from '../look/Chip.tsx'
import { AddWishDialog, type WishKind } from './AddWishDialog.tsx'
import type { WishDesk } from './wishDesk.ts'
import classes from './WishesPane.module.css'

interface PeopleWishesProps {
  readonly desk: WishDesk
  readonly roles: readonly RoleSummary[]
}

interface Line {
  readonly key: string
  readonly text: string
  readonly remove: () => void
}

/** Who is locked, who has to be in the cast together, who may not, and who may not be in it at all. */
export function PeopleWishes({ desk, roles }: PeopleWishesProps) {
  const [adding, setAdding] = useState<WishKind | null>(null)
  const { wishes, change, nameOf, fix } = desk
  const cast = roles.filter(({ id }) => wishes.roleIds.includes(id))
  const pairs = (kind: 'must' | 'never'): Line[] => wishes[kind].map((pair, at) => ({
    key: `${at} ${pair.join(' ')}`, text: pair.map(nameOf).join(' and '), remove: () => change({ [kind]: wishes[kind].filter((_, other) => other !== at) }),
  }))
  const locked = wishes.fixed.flatMap(({ roleId, talentId }): Line[] => {
    const role = cast.find(({ id }) => id === roleId)
    return role ? [{ key: roleId, text: `${nameOf(talentId)} as ${role.name}`, remove: () => fix(roleId, null) }] : []
  })
  const out = wishes.out.map((id: TalentId): Line => ({ key: id, text: nameOf(id), remove: () => change({ out: wishes.out.filter(other => other !== id) }) }))
  return (
    <>
      <Wish title="Locked" add="Add somebody who is locked" lines={locked} onAdd={cast.length > 0 ? () => setAdding('fixed') : null} />
      <Wish title="In it together" add="Add a pair who both have to be in it" lines={pairs('must')} onAdd={() => setAdding('must')} />
      <Wish title="Never together" add="Add a pair who may not both be in it" lines={pairs('never')} onAdd={() => setAdding('never')} />
      <Wish title="Left out" add="Add somebody who is left out" lines={out} onAdd={() => setAdding('out')} />
      <AddWishDialog desk={desk} roles={cast} kind={adding} onClose={() => setAdding(null)} />
    </>
  )
}

interface WishProps {
  readonly title: string
  readonly add: string
  readonly lines: readonly Line[]
  readonly onAdd: (() => void) | null
}

function Wish({ title, add, lines, onAdd }: WishProps) {
  return (
    <section className={classes.wish} aria-label={title}>
      <div className={classes.wishHead}>
        <h3 className={classes.wishTitle}>{title}</h3>
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} aria-hidden />} disabled={onAdd === null} onClick={() => onAdd?.()} aria-label={add}>Add</Button>
      </div>
      {lines.length > 0 && (
        <ul className={classes.chips}>
          {lines.map(({ key, text, remove }) => <li key={key}><Chip tone="accent" onRemove={remove} removeLabel={`Take off: ${text}`}>{text}</Chip></li>)}
        </ul>
      )}
    </section>
  )
}
