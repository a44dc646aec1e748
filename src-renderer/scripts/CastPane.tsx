import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { SpeakingRole } from '../../src-preload/contract/roles.ts'
import type { Script } from '../../src-preload/contract/scripts.ts'
import type { Answer } from '../connection/useAnswer.ts'
import { AppearanceStrip } from '../look/AppearanceStrip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import classes from './CastPane.module.css'

interface CastPaneProps {
  readonly script: Script
  readonly cast: Answer<SpeakingRole[]>
  readonly chosen: SpeakingRole | null
  /** Elements of the chosen role's cues, ascending. */
  readonly cues: readonly number[]
  /** The element at the top of the page. */
  readonly reading: number
  readonly productionId: ProductionId
  readonly onChoose: (role: SpeakingRole | null) => void
  readonly onLine: (element: number) => void
}

/** Who speaks: speeches, scenes and where in the script; a click marks their lines, and leads from line to line. */
export function CastPane({ script, cast, chosen, cues, reading, productionId, onChoose, onLine }: CastPaneProps) {
  const lengths = script.scenes.map(scene => scene.eighths)
  const next = cues.find(element => element > reading)
  const before = cues.findLast(element => element < reading)
  return (
    <section className={classes.pane} aria-label="Roles">
      <div className={classes.head}>
        <h2 className={classes.title}>Who speaks</h2>
        <span className={classes.count}>{cast.data ? countWords(cast.data.length, 'role') : ''}</span>
      </div>
      <div className={classes.scroller}>
        <FourStates answer={cast} what="the roles" isEmpty={list => list.length === 0} empty={<EmptyState sentence="Nobody speaks in this script." />}>
          {list => (
            <ul className={classes.list}>
              {list.map(one => {
                const isChosen = one.id === chosen?.id
                return (
                  <li key={one.id} className={classes.item} data-chosen={isChosen}>
                    <button type="button" className={classes.role} aria-pressed={isChosen} onClick={() => onChoose(isChosen ? null : one)}>
                      <span className={classes.name}>{one.name}</span>
                      <span className={classes.numbers}>{countWords(one.speeches, 'speech', 'speeches')}, {countWords(one.scenes.length, 'scene')}</span>
                      <AppearanceStrip lengths={lengths} filled={one.scenes} />
                    </button>
                    {isChosen && (
                      <div className={classes.more}>
                        <a href={`#/production/${productionId}/roles/${one.id}`}>Open the role</a>
                        <span className={classes.steps}>
                          <Tooltip label="Their line before"><ActionIcon size={24} disabled={before === undefined} onClick={() => before !== undefined && onLine(before)} aria-label="Their line before"><IconChevronUp size={16} aria-hidden /></ActionIcon></Tooltip>
                          <Tooltip label="Their next line"><ActionIcon size={24} disabled={next === undefined} onClick={() => next !== undefined && onLine(next)} aria-label="Their next line"><IconChevronDown size={16} aria-hidden /></ActionIcon></Tooltip>
                        </span>
                      </div>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
        </FourStates>
      </div>
    </section>
  )
}
