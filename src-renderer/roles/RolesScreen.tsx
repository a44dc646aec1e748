import { Button } from '@mantine/core'
import { IconMasksTheater } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { ensemblePlace } from '../ensemble/ensembleRuns.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords, genderWords, rangeWords, sizeWords } from '../look/words.ts'
import { pairsPlace } from '../pairs/pairPlaces.ts'
import { ScriptButton } from '../window/ScriptButton.tsx'
import classes from './RolesScreen.module.css'
import { SuggestedMerges } from './SuggestedMerges.tsx'

/** The roles of a production, largest first, with what waits on each, and above them the names that may be one person. */
export function RolesScreen({ productionId }: { readonly productionId: ProductionId }) {
  // Both at once, so that the table does not jump when the suggestions come.
  const answer = useFreshAnswer(['roles', 'scripts'], async (office, signal) => {
    const [list, merges] = await Promise.all([office.roles.list({ productionId }, { signal }), office.roles.suggestedMerges({ productionId }, { signal })])
    return { list, merges }
  }, [productionId])
  const list = answer.data?.list ?? []
  const waiting = list.reduce((sum, role) => sum + role.openProposals, 0)
  return (
    <>
      <PageHeader
        title="Roles"
        sub={list.length > 0 ? `${countWords(list.length, 'role')}${waiting > 0 ? `, ${countWords(waiting, 'proposal')} from the script to decide` : ''}` : undefined}
      >
        {list.length > 1 && <Button component="a" variant="default" href={`#${pairsPlace(productionId)}`}>Pairs</Button>}
        {list.length > 0 && <Button component="a" variant="default" href={`#${ensemblePlace(productionId)}`}>Ensemble</Button>}
        {list.length > 0 && <Button component="a" variant="default" href={`#/production/${productionId}/roles/sides`}>Sides</Button>}
      </PageHeader>
      <div className={classes.body}>
        <FourStates
          answer={answer}
          what="the roles"
          isEmpty={data => data.list.length === 0}
          empty={
            <EmptyState icon={<IconMasksTheater size={24} />} sentence="Drop the script here, and everybody who speaks becomes a role.">
              <ScriptButton variant="filled">Choose a script</ScriptButton>
            </EmptyState>
          }
        >
          {data => (
            <>
              <SuggestedMerges merges={data.merges} list={data.list} />
              <RoleTable list={data.list} productionId={productionId} />
            </>
          )}
        </FourStates>
      </div>
    </>
  )
}

function RoleTable({ list, productionId }: { readonly list: readonly RoleSummary[]; readonly productionId: ProductionId }) {
  const table = useRef<HTMLTableElement>(null)
  const step = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-role]') ?? [])]
    const at = links.findIndex(link => link === document.activeElement)
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) })
  const placeOf = (role: RoleSummary) => `/production/${productionId}/roles/${role.id}`
  return (
    <table ref={table} className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Size</th>
          <th scope="col">Plays</th>
          <th scope="col">Gender</th>
          <th scope="col">Languages and skills</th>
          <th scope="col" className={classes.figure}>Scenes</th>
          <th scope="col" className={classes.figure}>Speeches</th>
          <th scope="col" className={classes.figure}>First page</th>
          <th scope="col">To decide</th>
        </tr>
      </thead>
      <tbody>
        {list.map(role => (
          <tr key={role.id} onClick={() => goTo(placeOf(role))}>
            <th scope="row" className={classes.name}><a data-role href={`#${placeOf(role)}`} onClick={event => event.stopPropagation()}>{role.name}</a></th>
            <td><SizeMark size={role.size} /></td>
            <td>{role.playingRange ? rangeWords(role.playingRange) : <Unknown />}</td>
            <td>{role.gender ? genderWords[role.gender] : <Unknown />}</td>
            <td className={classes.asked}>{[...role.languages, ...role.skills].map(asked => asked.name).join(', ') || <Unknown />}</td>
            <td className={classes.figure}>{role.scenes}</td>
            <td className={classes.figure}>{role.speeches}</td>
            <td className={classes.figure}>{role.firstPage ?? <Unknown />}</td>
            <td>{role.openProposals > 0 && <span className={classes.waiting}>{countWords(role.openProposals, 'proposal')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const bars: Readonly<Record<RoleSummary['size'], number>> = { lead: 3, supporting: 2, dayPlayer: 1 }

/** A size by word and by the number of filled bars. */
function SizeMark({ size }: { readonly size: RoleSummary['size'] }) {
  return (
    <span className={classes.size}>
      <span className={classes.bars} aria-hidden>{[1, 2, 3].map(bar => <span key={bar} data-on={bar <= bars[size]} />)}</span>
      {sizeWords[size]}
    </span>
  )
}

function Unknown() {
  return <span className={classes.unknown} aria-label="not stated">–</span>
}
