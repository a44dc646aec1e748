import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { GridCell, GridRole } from '../../src-preload/contract/grid.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { cellAfter } from '../look/cellAfter.ts'
import { goTo } from '../look/hashPlace.ts'
import { countWords, eighthsWords } from '../look/words.ts'
import classes from './GridTable.module.css'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { GridView } from './gridView.ts'

/** Sizes in pixels; those of the first column and the head stand in the style sheet too. */
const columnWidth = 36
const rowHeight = 32
const headHeight = 48
const nameWidth = 304

/** From so many speeches in a scene on, a role carries it and its cell is drawn strongly. */
const strongFrom = 5

/** Roles by scenes, any number of each: a cell says the speeches, a dot that the role is only named. Arrows walk it, Enter opens the page. */
export function GridTable({ grid, place, chosen, onChoose }: GridView) {
  const { scenes, roles } = grid
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const shared = { getScrollElement: () => scroller.current, overscan: 6 }
  const rows = useVirtualizer({ ...shared, count: roles.length, estimateSize: () => rowHeight, paddingStart: headHeight, scrollPaddingStart: headHeight })
  const columns = useVirtualizer({ ...shared, horizontal: true, count: scenes.length, estimateSize: () => columnWidth, paddingStart: nameWidth, scrollPaddingStart: nameWidth })
  const shown = columns.getVirtualItems()

  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = cellAfter(event.key, at, { rows: roles.length, columns: scenes.length })
    if (next) {
      event.preventDefault()
      setAt(next)
      rows.scrollToIndex(next.row)
      columns.scrollToIndex(next.column)
    } else if (event.key === 'Enter') {
      const scene = scenes[at.column]
      if (scene) open(scene, roles[at.row]?.cells.find(cell => cell.scene === scene.index), roles[at.row])
    } else if (event.key === ' ') {
      event.preventDefault()
      const id = roles[at.row]?.id ?? null
      onChoose(id === chosen ? null : id)
    }
  }
  const open = (scene: Scene, cell: GridCell | undefined, role: GridRole | undefined) => {
    const search = new URLSearchParams({ element: `${cell?.element ?? scene.element}`, ...(cell && role ? { role: role.id } : {}) })
    goTo(`${place}?${search}`)
  }

  return (
    <div
      ref={scroller} role="grid" aria-label="Scenes and roles" aria-rowcount={roles.length + 1} aria-colcount={scenes.length + 1} tabIndex={0} className={classes.scroller}
      aria-activedescendant={`cell-${at.row}-${at.column}`} onKeyDown={walk}
    >
      <div className={classes.sheet} style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={classes.head}>
          <div role="columnheader" className={classes.corner}><span className={classes.name}>Role</span><span className={classes.figure}>Speeches</span><span className={classes.figure}>Words</span><span className={classes.figure}>Pages</span></div>
          {shown.map(item => {
            const scene = scenes[item.index]
            return scene && (
              <div key={item.key} role="columnheader" aria-colindex={item.index + 2} className={classes.scene} style={{ left: item.start }} title={`${scene.heading}, page ${scene.page}`} data-here={item.index === at.column}>
                <span className={classes.number}>{sceneNumber(scene)}</span><span className={classes.setting}>{scene.setting === 'INT/EXT' ? 'I/E' : (scene.setting ?? '')}</span>
              </div>
            )
          })}
        </div>
        {rows.getVirtualItems().map(item => {
          const role = roles[item.index]
          return role && (
            <div key={item.key} role="row" aria-rowindex={item.index + 2} className={classes.row} style={{ top: item.start }} data-chosen={role.id === chosen}>
              <div role="rowheader" className={classes.role}>
                <button type="button" tabIndex={-1} className={classes.name} aria-pressed={role.id === chosen} title={role.name} onClick={() => onChoose(role.id === chosen ? null : role.id)}>{role.name}</button>
                <span className={classes.figure}>{role.speeches}</span><span className={classes.figure}>{role.words}</span><span className={classes.figure}>{eighthsWords(role.eighths)}</span>
              </div>
              {shown.map(column => {
                const scene = scenes[column.index]
                return scene && <Cell key={column.key} id={`cell-${item.index}-${column.index}`} role={role} scene={scene} left={column.start} here={item.index === at.row && column.index === at.column} onOpen={cell => { setAt({ row: item.index, column: column.index }); open(scene, cell, role) }} />
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What the marks of the grid mean, and the keys that walk it. */
export function GridLegend() {
  return (
    <p className={classes.legend}>
      <span><span className={classes.speaks}>3</span> speeches in the scene</span><span><span className={classes.speaks} data-strong="true">8</span> carries it</span><span><span className={classes.named} /> named in the action only</span>
      <span className={classes.keys}>Arrows walk, Enter opens the page, Space chooses the role</span>
    </p>
  )
}

interface CellProps {
  readonly id: string
  readonly role: GridRole
  readonly scene: Scene
  readonly left: number
  readonly here: boolean
  readonly onOpen: (cell: GridCell) => void
}

function Cell({ id, role, scene, left, here, onOpen }: CellProps) {
  const cell = role.cells.find(one => one.scene === scene.index)
  const what = !cell ? 'not in it' : cell.speeches === 0 ? 'named in the action' : `${countWords(cell.speeches, 'speech', 'speeches')}, ${countWords(cell.words, 'word')}`
  return (
    // Keys are the grid's, which the active cell belongs to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id} role="gridcell" tabIndex={-1} aria-colindex={scene.index + 2} aria-label={`${role.name}, scene ${sceneNumber(scene)}: ${what}`} title={cell && `${scene.heading}: ${what}`} className={classes.cell}
      style={{ left }} data-here={here} data-in={cell !== undefined} onClick={() => cell && onOpen(cell)}
    >
      {cell && (cell.speeches > 0 ? <span className={classes.speaks} data-strong={cell.speeches >= strongFrom}>{cell.speeches}</span> : <span className={classes.named} />)}
    </div>
  )
}
