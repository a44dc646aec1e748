import { Select } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { SpeakingRole } from '../../src-preload/contract/roles.ts'
import type { Scene, Script } from '../../src-preload/contract/scripts.ts'
import { countWords, eighthsWords } from '../look/words.ts'
import classes from './ScenesPane.module.css'

interface ScenesPaneProps {
  readonly script: Script
  /** Index of the scene that is being read. */
  readonly current: number | null
  readonly chosen: SpeakingRole | null
  readonly cast: readonly SpeakingRole[]
  readonly onScene: (scene: Scene) => void
  readonly onChoose: (role: SpeakingRole | null) => void
}

/** The scenes of a script: number, INT or EXT, place, time, page and eighths; only those of a role where one is chosen. */
export function ScenesPane({ script, current, chosen, cast, onScene, onChoose }: ScenesPaneProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const scenes = chosen ? chosen.scenes.flatMap(index => script.scenes[index] ?? []) : script.scenes
  const rows = useVirtualizer({ count: scenes.length, getScrollElement: () => scroller.current, estimateSize: () => 48, overscan: 8, scrollPaddingStart: 48, scrollPaddingEnd: 96 })
  const at = scenes.findIndex(scene => scene.index === current)
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])

  return (
    <section className={classes.pane} aria-label="Scenes">
      <div className={classes.head}>
        <Select
          className={classes.filter}
          aria-label="Scenes of"
          placeholder="All scenes"
          value={chosen?.id ?? null}
          data={cast.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={id => onChoose(cast.find(role => role.id === id) ?? null)}
          clearable
          searchable
          nothingFoundMessage="Nobody of that name speaks here"
          clearButtonProps={{ 'aria-label': 'All scenes' }}
        />
        <span className={classes.count}>{chosen ? `${scenes.length} of ${script.scenes.length}` : countWords(scenes.length, 'scene')}</span>
      </div>
      <div ref={scroller} className={classes.scroller}>
        <ol className={classes.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(item => {
            const scene = scenes[item.index]
            return scene && (
              <li key={item.key} className={classes.item} style={{ transform: `translateY(${item.start}px)` }} aria-posinset={item.index + 1} aria-setsize={scenes.length}>
                <button type="button" className={classes.scene} aria-current={scene.index === current ? 'location' : undefined} onClick={() => onScene(scene)} title={scene.heading}>
                  <span className={classes.number}>{scene.number ?? scene.index + 1}</span>
                  <span className={classes.place}>{scene.place ?? scene.heading}</span>
                  <span className={classes.page}>p. {scene.page}</span>
                  <span className={classes.when}>{[scene.setting, scene.time].filter(Boolean).join(' · ')}</span>
                  <span className={classes.eighths}>{eighthsWords(scene.eighths)}</span>
                </button>
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}
