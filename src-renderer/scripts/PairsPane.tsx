import { IconX } from '@tabler/icons-react'
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { GridPair, SceneGrid } from '../../src-preload/contract/grid.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { countWords } from '../look/words.ts'
import { pairGridPlace } from '../pairs/pairPlaces.ts'
import classes from './PairsPane.module.css'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { GridView } from './gridView.ts'

/** How many pairs are listed where nobody is chosen. */
const mostPairs = 100

/** Who meets whom: the pairs of the chosen role, or of all, most shared scenes first; a pair unfolds to its scenes. */
export function PairsPane({ grid, place, chosen, onChoose, productionId }: GridView & { readonly productionId: ProductionId }) {
  const [open, setOpen] = useState<string | null>(null)
  const names = new Map(grid.roles.map(({ id, name }) => [id, name]))
  const nameOf = (id: RoleId) => names.get(id) ?? ''
  const pairs = grid.pairs.filter(({ roles }) => chosen === null || roles.includes(chosen))
  const title = ({ roles: [one, other] }: GridPair) => (chosen === null ? `${nameOf(one)} and ${nameOf(other)}` : nameOf(one === chosen ? other : one))
  return (
    <section className={classes.pane} aria-label="Who meets whom">
      <header className={classes.head}>
        <h2 className={classes.title}>{chosen === null ? 'Who meets whom' : `${nameOf(chosen)} meets`}</h2>
        {chosen === null
          ? <span className={classes.count}>{countWords(pairs.length, 'pair')}</span>
          : <ActionIcon size={24} aria-label="Show all pairs" onClick={() => onChoose(null)}><IconX size={14} aria-hidden /></ActionIcon>}
      </header>
      <div className={classes.scroller}>
        {pairs.length === 0 && <p className={classes.none}>{chosen === null ? 'No two roles are in one scene.' : 'Nobody is in a scene with this role.'}</p>}
        <ul className={classes.list}>
          {pairs.slice(0, mostPairs).map(pair => {
            const key = pair.roles.join(' ')
            return (
              <li key={key} className={classes.item}>
                <button type="button" className={classes.pair} aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>
                  <span className={classes.names}>{title(pair)}</span>
                  <span className={classes.numbers}>{countWords(pair.scenes.length, 'scene')}, {spokenWords(pair)}</span>
                </button>
                {open === key && <SharedScenes pair={pair} grid={grid} place={place} />}
                {open === key && <a className={classes.chemistry} href={`#${pairGridPlace(productionId, pair.roles)}`}>Chemistry of the two</a>}
              </li>
            )
          })}
        </ul>
        {pairs.length > mostPairs && <p className={classes.none}>The first {mostPairs} of {pairs.length}. Choose a role to see all of its pairs, or download the list.</p>}
      </div>
    </section>
  )
}

function spokenWords({ scenes, spoken }: GridPair): string {
  if (spoken === 0) return 'never both speaking'
  return spoken === scenes.length ? 'both speak' : `both speak in ${spoken}`
}

function SharedScenes({ pair, grid, place }: { readonly pair: GridPair; readonly grid: SceneGrid; readonly place: string }) {
  return (
    <ol className={classes.scenes}>
      {pair.scenes.flatMap(index => grid.scenes[index] ?? []).map(scene => (
        <li key={scene.index}><a href={`#${place}?element=${scene.element}`}><span className={classes.number}>{sceneNumber(scene)}</span><span className={classes.heading}>{scene.heading}</span><span className={classes.page}>p. {scene.page}</span></a></li>
      ))}
    </ol>
  )
}
