import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { PairCandidate, PairCell, PairGrid } from '../../src-preload/contract/pairs.ts'
import { listWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { cellAfter, type Cell } from '../look/cellAfter.ts'
import { onBar } from './ForecastBar.tsx'
import { wishKey } from './pairDesk.ts'
import classes from './PairGridTable.module.css'
import { cellWords, halfWidth, isUnknown, pointWords } from './pairWords.ts'

/** Sizes in pixels; those of the head and the first column stand in the style sheet too. */
const [columnWidth, rowHeight, headHeight, nameWidth] = [66, 48, 88, 216]

/** Means under the first are not shaded, those from the second on are shaded most. */
const [paleAt, deepAt, deepest] = [2, 4, 56]

type Two = readonly [TalentId, TalentId]

interface PairGridTableProps {
  readonly grid: PairGrid
  readonly chosen: Two | null
  /** The keys of the pairs that are to be tested. */
  readonly marked: ReadonlySet<string>
  readonly onChoose: (people: Two) => void
  readonly onMark: (people: Two) => void
}

/**
 * The people of one role by those of another: a cell says the mean, how far it may lie off, and draws the interval; deeper is higher.
 *
 * One cell takes the focus; arrows, Home and End walk, Enter shows the two, Space chooses them to be tested.
 */
export function PairGridTable({ grid, chosen, marked, onChoose, onMark }: PairGridTableProps) {
  const { rows: people, columns: beside, cells } = grid
  const scroller = useRef<HTMLDivElement>(null)
  const [walked, setAt] = useState<Cell>(() => placeOf(grid, chosen))
  const at = { row: Math.min(walked.row, people.length - 1), column: Math.min(walked.column, beside.length - 1) }
  const walking = useRef(false)
  // The cell with the focus is always drawn, however far it was scrolled away.
  const withHere = (here: number) => (range: Range) => [...new Set([here, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
  const shared = { getScrollElement: () => scroller.current, overscan: 1 }
  const rows = useVirtualizer({ ...shared, count: people.length, estimateSize: () => rowHeight, paddingStart: headHeight, scrollPaddingStart: headHeight, rangeExtractor: withHere(at.row) })
  const columns = useVirtualizer({ ...shared, horizontal: true, count: beside.length, estimateSize: () => columnWidth, paddingStart: nameWidth, scrollPaddingStart: nameWidth, rangeExtractor: withHere(at.column) })
  const shown = columns.getVirtualItems().map(({ index, start }) => ({ index, start }))
  useEffect(() => {
    if (!walking.current) return
    walking.current = false
    scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true })
  }, [at.row, at.column])

  const pairAt = ({ row, column }: Cell): Two | null => {
    const [one, other] = [people[row], beside[column]]
    return one && other && one.id !== other.id ? [one.id, other.id] : null
  }
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = cellAfter(event.key, at, { rows: people.length, columns: beside.length })
    const pair = pairAt(at)
    if (next) {
      walking.current = true
      setAt(next)
      rows.scrollToIndex(next.row)
      columns.scrollToIndex(next.column)
    } else if (event.key === 'Enter' && pair) onChoose(pair)
    else if (event.key === ' ' && pair) onMark(pair)
    else return
    event.preventDefault()
  }
  const press = (cell: Cell) => {
    setAt(cell)
    const pair = pairAt(cell)
    if (pair) onChoose(pair)
  }
  const isMarked = (row: number, column: number) => {
    if (marked.size === 0) return false
    const talentIds = pairAt({ row, column })
    return talentIds !== null && marked.has(wishKey({ roleIds: [grid.roles[0].id, grid.roles[1].id], talentIds }))
  }
  const chosenAt = chosen && placeOf(grid, chosen, null)

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the cell that is walked to takes the focus, as the grid pattern has it
    <div ref={scroller} role="grid" aria-label={`${grid.roles[0].name} against ${grid.roles[1].name}`} aria-rowcount={people.length + 1} aria-colcount={beside.length + 1} className={classes.scroller} onKeyDown={walk}>
      <div className={classes.sheet} style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={classes.head}>
          <div role="columnheader" className={classes.corner}><span>{grid.roles[0].name}</span><span className={classes.across}>{grid.roles[1].name}</span></div>
          {shown.map(({ index, start }) => {
            const person = beside[index]
            return person && (
              <div key={person.id} role="columnheader" aria-colindex={index + 2} className={classes.column} style={{ left: start }} title={saidOf(person)} data-here={index === at.column}>
                <Avatar name={person.name} picture={person.picture} size={24} />
                <span className={classes.columnName}>{person.name}</span>
                {person.list && <span className="visually-hidden">, {listWords[person.list]}</span>}
              </div>
            )
          })}
        </div>
        {rows.getVirtualItems().map(({ index, start }) => {
          const person = people[index]
          return person && (
            <div key={person.id} role="row" aria-rowindex={index + 2} className={classes.row} style={{ top: start }}>
              <div role="rowheader" className={classes.who} title={saidOf(person)} data-here={index === at.row}>
                <Avatar name={person.name} picture={person.picture} size={28} />
                <span className={classes.words}><span className={classes.name}>{person.name}</span>{person.list && <span className={classes.list}>{listWords[person.list]}</span>}</span>
              </div>
              {shown.map(column => (
                <GridCell
                  key={column.index} row={index} column={column.index} left={column.start} cell={cells[index]?.[column.index] ?? null} label={`${person.name} with ${beside[column.index]?.name ?? ''}`}
                  isHere={index === at.row && column.index === at.column} isChosen={chosenAt?.row === index && chosenAt.column === column.index} isMarked={isMarked(index, column.index)} onPress={press}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const saidOf = ({ name, list }: PairCandidate): string => (list ? `${name}, ${listWords[list].toLowerCase()}` : name)

/** Where two people stand in the grid; `otherwise` where they do not. */
function placeOf<Otherwise extends Cell | null = Cell>(grid: PairGrid, chosen: Two | null, otherwise: Otherwise | Cell = { row: 0, column: 0 }): Cell | Otherwise {
  if (!chosen) return otherwise
  const [row, column] = [grid.rows.findIndex(({ id }) => id === chosen[0]), grid.columns.findIndex(({ id }) => id === chosen[1])]
  return row < 0 || column < 0 ? otherwise : { row, column }
}

interface GridCellProps extends Cell {
  readonly left: number
  readonly cell: PairCell | null
  readonly label: string
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly isMarked: boolean
  readonly onPress: (at: Cell) => void
}

/** A cell of the grid; its figures are drawn by the style sheet, since its label says them in words. */
const GridCell = memo(function GridCell({ row, column, left, cell, label, isHere, isChosen, isMarked, onPress }: GridCellProps) {
  const said = `${label}: ${cellWords(cell)}${isMarked ? ', to be tested' : ''}`
  const known = cell === null || isUnknown(cell) ? null : cell
  return (
    // Keys are the grid's, which the active cell belongs to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell" tabIndex={isHere ? 0 : -1} aria-colindex={column + 2} aria-selected={isChosen} aria-label={said} title={said} className={classes.cell}
      style={known ? ({ left, '--shade': `${shadeOf(known.mean)}%` } as CSSProperties) : { left }} data-kind={cell === null ? 'none' : known ? 'known' : 'unknown'} data-chosen={isChosen}
      data-mean={known ? pointWords(known.mean) : cell === null ? '–' : '?'} data-half={known ? ` ±${pointWords(halfWidth(known))}` : ''}
      onClick={() => onPress({ row, column })}
    >
      {cell !== null && <span className={classes.span}><span style={{ left: `${onBar(cell.interval.low)}%`, right: `${100 - onBar(cell.interval.high)}%` }} /></span>}
      {cell !== null && cell.reads > 0 && <span className={classes.reads} data-text={cell.reads} />}
      {isMarked && <span className={classes.marked} data-text="✓" />}
    </div>
  )
}, (before, after) => before.cell === after.cell && before.left === after.left && before.row === after.row && before.isHere === after.isHere && before.isChosen === after.isChosen && before.isMarked === after.isMarked && before.label === after.label)

const shadeOf = (mean: number): number => Math.round(deepest * Math.min(1, Math.max(0, (mean - paleAt) / (deepAt - paleAt))))

/** What the marks of the grid mean, and the keys that walk it. */
export function PairGridLegend() {
  return (
    <p className={classes.legend}>
      <span><span className={classes.scale} aria-hidden /> {paleAt} or less to {deepAt} or more of 5</span>
      <span><span className={classes.span}><span style={{ left: '15%', right: '20%' }} /></span> nine of ten reads</span>
      <span><span className={classes.reads} data-text="2" /> reads of the two</span>
      <span><span className={classes.marked} data-text="✓" /> to be tested</span>
      <span>? nothing known</span>
      <span className={classes.keys}>Arrows walk, Enter shows the two, Space chooses them to be tested</span>
    </p>
  )
}
