import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Role, RoleId } from '../../src-preload/contract/roles.ts'
import type { Sides } from '../../src-preload/contract/sides.ts'
import { RoleCasting } from '../casting/RoleCasting.tsx'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords, genderWords, rangeWords, sizeWords } from '../look/words.ts'
import { pairsPlace } from '../pairs/pairPlaces.ts'
import { RoleSides } from '../sides/RoleSides.tsx'
import { useShelf } from '../window/shelf.tsx'
import { Breakdown } from './Breakdown.tsx'
import { GroupRoles } from './GroupRoles.tsx'
import { Proposals } from './Proposals.tsx'
import { RoleActions } from './RoleActions.tsx'
import type { RoleDesk } from './roleDesk.ts'
import { RoleName } from './RoleName.tsx'
import classes from './RoleScreen.module.css'
import { WrittenBreakdown } from './WrittenBreakdown.tsx'

/** A role: who it is, what the script says, what is asked, and who could play it. */
export function RoleScreen({ productionId, roleId }: { readonly productionId: ProductionId; readonly roleId: RoleId }) {
  // Both at once, so that nothing jumps when the sides come.
  const answer = useFreshAnswer(['scripts', 'sides'], async (office, signal) => {
    const [role, sides] = await Promise.all([office.roles.get({ id: roleId }, { signal }), office.sides.list({ productionId, roleId }, { signal })])
    return { role, sides }
  }, [productionId, roleId])
  return (
    <FourStates answer={answer} what="the role">
      {({ role, sides }) => <OneRole productionId={productionId} read={role} sides={sides} />}
    </FourStates>
  )
}

function OneRole({ productionId, read, sides }: { readonly productionId: ProductionId; readonly read: Role; readonly sides: readonly Sides[] }) {
  const office = useOffice()
  const changed = useChanged()
  const [newer, setNewer] = useState<{ readonly over: Role; readonly role: Role } | null>(null)
  const role = newer?.over === read ? newer.role : read
  const desk = useMemo<RoleDesk>(() => {
    const took = (next: Role) => {
      setNewer({ over: read, role: next })
      changed('roles')
    }
    return { role, took, change: async change => took(await office.roles.update({ id: role.id, change })) }
  }, [role, read, office, changed])

  return (
    <>
      <PageHeader
        before={<Tooltip label="All roles"><ActionIcon component="a" href={`#/production/${productionId}/roles`} aria-label="All roles"><IconArrowLeft size={16} aria-hidden /></ActionIcon></Tooltip>}
        title={<RoleName key={role.id} desk={desk} />}
        sub={roleInOneLine(role)}
      >
        <Button component="a" variant="default" href={`#${pairsPlace(productionId, role.id)}`}>Pairs</Button>
        <Neighbours productionId={productionId} roleId={role.id} />
        <RoleActions desk={desk} productionId={productionId} />
      </PageHeader>
      <div className={classes.columns}>
        <section className={classes.asks} aria-label="What the role asks for">
          <GroupRoles role={role} productionId={productionId} />
          <WrittenBreakdown key={role.id} desk={desk} productionId={productionId} />
          <RoleSides role={role} list={sides} />
          <Proposals desk={desk} productionId={productionId} />
          <Breakdown desk={desk} productionId={productionId} />
        </section>
        <RoleCasting desk={desk} />
      </div>
    </>
  )
}

/** Who it is in one line: size, playing range, gender, languages, scenes, first page; what is not stated is left out. */
export function roleInOneLine(role: Role): string {
  return [
    sizeWords[role.size],
    role.playingRange ? `plays ${rangeWords(role.playingRange)}` : '',
    role.gender ? genderWords[role.gender].toLowerCase() : '',
    role.languages.map(language => language.name).join(' and '),
    `${countWords(role.speeches, 'speech', 'speeches')} in ${countWords(role.scenes, 'scene')}`,
    role.firstPage ? `first on page ${role.firstPage}` : '',
  ].filter(Boolean).join(' · ')
}

function Neighbours({ productionId, roleId }: { readonly productionId: ProductionId; readonly roleId: RoleId }) {
  const { roles } = useShelf()
  const list = roles.data ?? []
  const at = list.findIndex(role => role.id === roleId)
  const before = list[at - 1]
  const next = at >= 0 ? list[at + 1] : undefined
  const open = (id: RoleId | undefined) => id && goTo(`/production/${productionId}/roles/${id}`)
  useKeys({ j: () => open(next?.id), k: () => open(before?.id) })
  return (
    <span className={classes.neighbours}>
      <Tooltip label={before ? `${before.name} (k)` : 'The first role'}><ActionIcon disabled={!before} onClick={() => open(before?.id)} aria-label="Role before"><IconChevronUp size={16} aria-hidden /></ActionIcon></Tooltip>
      <Tooltip label={next ? `${next.name} (j)` : 'The last role'}><ActionIcon disabled={!next} onClick={() => open(next?.id)} aria-label="Next role"><IconChevronDown size={16} aria-hidden /></ActionIcon></Tooltip>
    </span>
  )
}
