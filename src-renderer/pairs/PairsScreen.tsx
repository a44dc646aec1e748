import { Button, Select } from '@mantine/core'
import { IconMasksTheater } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { PairRead, ScriptPair, SharedScene } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords } from '../look/words.ts'
import { pairGridPlace, pairsPlace } from './pairPlaces.ts'
import classes from './PairsScreen.module.css'
import { PairViews } from './PairViews.tsx'

/** How many pairs are drawn at first, and how many pages are cited in a row. */
const [firstPairs, firstPages] = [60, 6]

/** Which pairs of roles matter: what they trade in the script, how often they are alone, on which pages. */
export function PairsScreen({ productionId }: { readonly productionId: ProductionId }) {
  const role = new URLSearchParams(useSearch()).get('role') as RoleId | null
  // Both at once, so that no figure comes late.
  const answer = useFreshAnswer(['roles', 'scripts', 'pairs', 'talent'], async (office, signal) => {
    const [pairs, reads] = await Promise.all([office.pairs.script({ productionId }, { signal }), office.pairs.reads({ productionId, limit: 500 }, { signal })])
    return { pairs, reads: readsByPair(reads) }
  }, [productionId])
  const all = answer.data?.pairs ?? []
  const named = new Map(all.flatMap(({ roles }) => roles.map(({ id, name }) => [id, name] as const)))
  const shown = all.filter(({ roles }) => role === null || roles.some(({ id }) => id === role))
  return (
    <>
      <PageHeader title="Pairs" sub={all.length > 0 ? `${countWords(shown.length, 'pair')}, those on which most hangs first` : undefined}>
        <Select
          aria-label="Pairs of" placeholder="All roles" clearable searchable w={180} data={[...named].map(([value, label]) => ({ value, label }))} value={role !== null && named.has(role) ? role : null}
          onChange={id => goTo(pairsPlace(productionId, id ?? undefined), { replace: true })}
        />
        <PairViews productionId={productionId} view="pairs" />
      </PageHeader>
      <div className={classes.body}>
        <FourStates
          answer={answer}
          what="the pairs"
          isEmpty={() => shown.length === 0}
          empty={
            <EmptyState icon={<IconMasksTheater size={24} />} sentence={role === null ? 'No two roles are in one scene.' : 'Nobody is in a scene with this role.'} hint="Pairs are counted from what the roles of the script say to each other.">
              <Button variant="default" onClick={() => goTo(role === null ? `/production/${productionId}/script` : pairsPlace(productionId))}>{role === null ? 'Open the script' : 'All pairs'}</Button>
            </EmptyState>
          }
        >
          {({ reads }) => <PairTable key={role} pairs={shown} reads={reads} productionId={productionId} />}
        </FourStates>
      </div>
    </>
  )
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ')

function readsByPair(reads: readonly PairRead[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { roles: [one, other], undone } of reads) if (!undone) counts.set(pairOf(one.id, other.id), (counts.get(pairOf(one.id, other.id)) ?? 0) + 1)
  return counts
}

interface PairTableProps {
  readonly pairs: readonly ScriptPair[]
  readonly reads: ReadonlyMap<string, number>
  readonly productionId: ProductionId
}

function PairTable({ pairs, reads, productionId }: PairTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const [whole, setWhole] = useState(false)
  const step = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-pair]') ?? [])]
    links[Math.max(0, Math.min(links.length - 1, links.findIndex(link => link === document.activeElement) + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) })
  const shown = whole ? pairs : pairs.slice(0, firstPairs)
  return (
    <>
      <table ref={table} className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">Hangs on it</th>
            <th scope="col" className={classes.figure}>Lines traded</th>
            <th scope="col" className={classes.figure}>Scenes</th>
            <th scope="col" className={classes.figure}>Alone</th>
            <th scope="col">Pages</th>
            <th scope="col" className={classes.figure}>Reads</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ roles: [one, other], weight, exchanges, alone, scenes }) => (
            <tr key={`${one.id} ${other.id}`}>
              <th scope="row" className={classes.name}><a data-pair href={`#${pairGridPlace(productionId, [one.id, other.id])}`}>{one.name} and {other.name}</a></th>
              <td><Weight weight={weight} /></td>
              <td className={classes.figure}>{exchanges}</td>
              <td className={classes.figure}>{scenes.length}</td>
              <td className={classes.figure}>{alone}</td>
              <td><Pages scenes={scenes} productionId={productionId} /></td>
              <td className={classes.figure}>{reads.get(pairOf(one.id, other.id)) ?? <span className={classes.none} aria-label="none">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < pairs.length && <p className={classes.more}><Button variant="default" onClick={() => setWhole(true)}>Show all {pairs.length}</Button></p>}
    </>
  )
}

/** How much hangs on a pair beside the pair on which most does, as a bar and in figures. */
function Weight({ weight }: { readonly weight: number }) {
  const said = Math.round(100 * weight)
  return (
    <span className={classes.weight} title={`${said} of 100: lines traded count 1, a scene alone 4, a scene shared 1`}>
      <span className={classes.bar} aria-hidden><span style={{ width: `${Math.max(2, said)}%` }} /></span>
      <span>{said}</span>
    </span>
  )
}

/** The pages on which two roles meet, each a way into the script; those on which they are alone or trade most come first where there are many. */
function Pages({ scenes, productionId }: { readonly scenes: readonly SharedScene[]; readonly productionId: ProductionId }) {
  const worth = (scene: SharedScene) => scene.exchanges + (scene.alone ? 4 : 0)
  const cited = [...scenes].sort((a, b) => worth(b) - worth(a)).slice(0, firstPages).sort((a, b) => scenes.indexOf(a) - scenes.indexOf(b))
  return (
    <span className={classes.pages}>
      {cited.map(({ scriptId, scene, sceneNumber, page, element, exchanges, alone }) => {
        const what = [`scene ${sceneNumber}`, exchanges > 0 ? `${countWords(exchanges, 'line')} traded` : 'no word between them', alone ? 'alone together' : ''].filter(Boolean).join(', ')
        return <a key={`${scriptId} ${scene}`} href={`#/production/${productionId}/script/${scriptId}?element=${element}`} title={what} data-alone={alone}>p. {page}<span className="visually-hidden">, {what}</span></a>
      })}
      {cited.length < scenes.length && <span className={classes.rest}>and {scenes.length - cited.length} more</span>}
    </span>
  )
}
