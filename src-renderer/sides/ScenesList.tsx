import { Button, SegmentedControl } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useRef } from 'react'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import { mostContext, type RoleScene } from '../../src-preload/contract/sides.ts'
import { MadeMark } from '../look/MadeMark.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords } from '../look/words.ts'
import classes from './ScenesList.module.css'
import { withWords } from './sidesWords.ts'

interface ScenesListProps {
  readonly scenes: readonly RoleScene[]
  readonly chosen: readonly number[]
  readonly context: number
  readonly onChoose: (scenes: readonly number[]) => void
  readonly onContext: (context: number) => void
  /** Told which scene she is at, so that its page comes into sight. */
  readonly onLook: (scene: number) => void
}

/** The scenes of a role to be ticked: number, heading, how much it says there and with whom, and why one is suggested. J and K move, space ticks. */
export function ScenesList({ scenes, chosen, context, onChoose, onContext, onLook }: ScenesListProps) {
  const list = useRef<HTMLUListElement>(null)
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role="checkbox"]') ?? [])]
    const at = rows.findIndex(row => row === document.activeElement)
    rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) })
  const toggle = (scene: number) => onChoose(chosen.includes(scene) ? chosen.filter(one => one !== scene) : [...chosen, scene].sort((a, b) => a - b))
  const suggested = scenes.filter(({ reason }) => reason !== null).map(({ scene }) => scene.index)
  return (
    <section className={classes.pane} aria-label="Scenes to read">
      <div className={classes.head}>
        <div className={classes.context}>
          <span className={classes.label} id="context-label">Scenes of context on each side</span>
          <SegmentedControl
            fullWidth
            aria-labelledby="context-label"
            value={String(context)}
            data={Array.from({ length: mostContext + 1 }, (_, count) => String(count))}
            onChange={value => onContext(Number(value))}
          />
        </div>
        <div className={classes.picks}>
          <span className={classes.count}>{chosen.length} of {scenes.length}<span className="visually-hidden"> scenes ticked</span></span>
          <Button variant="subtle" size="compact-xs" onClick={() => onChoose(suggested)}>As suggested</Button>
          <Button variant="subtle" size="compact-xs" disabled={chosen.length === 0} onClick={() => onChoose([])}>None</Button>
          <MadeMark label="Why">
            <p>CastMatch counted speeches and words on this laptop: where the role says most, speaks alone with another, speaks longest and comes in first.</p>
            <p>A suggestion is only a beginning. Tick what you want to hear.</p>
          </MadeMark>
        </div>
      </div>
      <ul ref={list} className={classes.list}>
        {scenes.map(one => (
          <li key={one.scene.index}>
            <button
              type="button"
              role="checkbox"
              aria-checked={chosen.includes(one.scene.index)}
              aria-label={`Scene ${sceneNumber(one.scene)}, ${one.scene.heading}, ${countWords(one.speeches, 'speech', 'speeches')}, ${withWords(one)}${one.reason ? `, suggested: ${one.reason}` : ''}`}
              className={classes.scene}
              onFocus={() => onLook(one.scene.index)}
              onClick={() => toggle(one.scene.index)}
            >
              <span className={classes.box} aria-hidden>{chosen.includes(one.scene.index) && <IconCheck size={12} stroke={3} />}</span>
              <span className={classes.number}>{sceneNumber(one.scene)}</span>
              <span className={classes.heading}>{one.scene.heading}</span>
              <span className={classes.page}>p. {one.scene.page}</span>
              <span className={classes.facts}>{countWords(one.speeches, 'speech', 'speeches')}, {countWords(one.words, 'word')} · {withWords(one)}</span>
              {one.reason && <span className={classes.reason}>{one.reason}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
