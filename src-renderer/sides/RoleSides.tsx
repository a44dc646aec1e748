import { Button, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Role } from '../../src-preload/contract/roles.ts'
import type { Sides } from '../../src-preload/contract/sides.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { Chip } from '../look/Chip.tsx'
import { goTo } from '../look/hashPlace.ts'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './RoleSides.module.css'
import { cutWords, madeOn, staleWords } from './sidesWords.ts'

/** The sides of a role: what each is for, its draft, scenes and pages, and the way to make new ones. */
export function RoleSides({ role, list }: { readonly role: Role; readonly list: readonly Sides[] }) {
  const { busy, make } = useMakeSides(role)
  return (
    <section className={classes.section} aria-label="Sides">
      <div className={classes.head}>
        <h2 className={classes.title}>Sides</h2>
        <Button variant="default" loading={busy} disabled={role.scenes === 0} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void make()}>Make sides</Button>
      </div>
      {list.length === 0 && (
        <p className={classes.none}>{role.scenes === 0 ? `${role.name} does not speak in this script, so there is nothing to read.` : `None yet. They begin with the scenes that show most of ${role.name}.`}</p>
      )}
      <ul className={classes.list}>
        {list.map(sides => (
          <li key={sides.id}>
            <a className={classes.sides} href={`#${placeOf(sides)}`}>
              <span className={classes.name}>{sides.title.trim() || 'Sides'}</span>
              <span className={classes.cut}>{cutWords(sides)}</span>
              <span className={classes.draft} title={sides.draft.fileName}>{sides.draft.name}, {sides.draft.words}</span>
              <span className={classes.when}>{sides.stale ? <Tooltip label={staleWords}><span><Chip tone="eye">Old draft</Chip></span></Tooltip> : `made ${madeOn(sides.createdAt)}`}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where sides are cut. */
export const placeOf = ({ productionId, roleId, id }: Pick<Sides, 'productionId' | 'roleId' | 'id'>): string => `/production/${productionId}/roles/${roleId}/sides/${id}`

/** Begins sides of a role with the scenes suggested, from its newest draft, and opens them. */
export function useMakeSides({ id }: Pick<Role, 'id'>): { readonly busy: boolean; readonly make: () => Promise<void> } {
  const office = useOffice()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    try {
      const sides = await office.sides.create({ roleId: id })
      changed('sides')
      goTo(placeOf(sides))
    } catch (error) {
      sayFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, make }
}
