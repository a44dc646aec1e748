import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { DayMark, DayOutOfDays, DaysRow, ShootingDay } from '../../src-preload/contract/reports.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { cellAfter } from '../look/cellAfter.ts'
import { goTo } from '../look/hashPlace.ts'
import { dayWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './DaysTable.module.css'

/** Sizes in pixels; those of the first column and the head stand in the style sheet too. */
const columnWidth = 44
const rowHeight = 32
const headHeight = 56
const nameWidth = 304

const markWords: Readonly<Record<DayMark, string>> = {
  SW: 'starts work', W: 'works', WF: 'works and finishes', SWF: 'works this day only', WD: 'works and is dropped', SWD: 'starts work and is dropped',
  PW: 'is picked up', PWF: 'is picked up and finishes', PWD: 'is picked up and dropped again', H: 'on hold', T: 'travels',
}

interface DaysTableProps {
  readonly report: DayOutOfDays
  readonly place: string
  readonly productionId: ProductionId
}

/** Roles by days, any number of each: a cell says what the role does that day. Arrows walk it, Enter opens the first scene of the day. */
export function DaysTable({ report, place, productionId }: DaysTableProps) {
  const { days, rows, scenes } = report
  const { settings: { locale } } = useSettings()
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const shared = { getScrollElement: () => scroller.current, overscan: 6 }
  const lines = useVirtualizer({ ...shared, count: rows.length, estimateSize: () => rowHeight, paddingStart: headHeight, scrollPaddingStart: headHeight })
  const columns = useVirtualizer({ ...shared, horizontal: true, count: days.length, estimateSize: () => columnWidth, paddingStart: nameWidth, scrollPaddingStart: nameWidth })
  const shown = columns.getVirtualItems()

  const open = (row: DaysRow | undefined, column: number) => {
    const scene = scenes[row?.cells.find(({ day }) => day === column)?.scenes[0] ?? -1]
    if (row && scene) goTo(`${place}?${new URLSearchParams({ element: `${scene.element}`, role: row.role })}`)
  }
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const next = cellAfter(event.key, at, { rows: rows.length, columns: days.length })
    if (next) {
      event.preventDefault()
      setAt(next)
      lines.scrollToIndex(next.row)
      columns.scrollToIndex(next.column)
    } else if (event.key === 'Enter') open(rows[at.row], at.column)
  }

  return (
    <div
      ref={scroller} role="grid" aria-label="Days of the roles" aria-rowcount={rows.length + 1} aria-colcount={days.length + 1} tabIndex={0} className={classes.scroller}
      aria-activedescendant={`day-${at.row}-${at.column}`} onKeyDown={walk}
    >
      <div className={classes.sheet} style={{ width: columns.getTotalSize(), height: lines.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={classes.head}>
          <div role="columnheader" className={classes.corner}><span /><span>Role</span><span className={classes.figure}>Work</span><span className={classes.figure}>Hold</span><span className={classes.figure}>Travel</span></div>
          {shown.map(item => {
            const day = days[item.index]
            return day && <DayHead key={item.key} day={day} scenes={scenes} index={item.index} left={item.start} locale={locale} />
          })}
        </div>
        {lines.getVirtualItems().map(item => {
          const row = rows[item.index]
          return row && (
            <div key={item.key} role="row" aria-rowindex={item.index + 2} className={classes.row} style={{ top: item.start }}>
              <div role="rowheader" className={classes.role} title={edgeWords(row, days, locale)}>
                <span className={classes.number}>{row.number}</span>
                <a className={classes.name} href={`#/production/${productionId}/roles/${row.role}`} title={row.name}>{row.name}</a>
                <span className={classes.figure}>{row.work}</span><span className={classes.figure}>{row.hold}</span><span className={classes.figure}>{row.travel}</span>
              </div>
              {shown.map(column => {
                const day = days[column.index]
                return day && (
                  <Cell
                    key={column.key} id={`day-${item.index}-${column.index}`} row={row} day={day} column={column.index} left={column.start} scenes={scenes} here={item.index === at.row && column.index === at.column}
                    onOpen={() => { setAt({ row: item.index, column: column.index }); open(row, column.index) }}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const shortDay = (day: string, locale: string | undefined, options: Intl.DateTimeFormatOptions): string => new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { ...options, timeZone: 'UTC' })
const numbersOf = (indexes: readonly number[], scenes: readonly Scene[]): string => indexes.flatMap(index => scenes[index] ?? []).map(sceneNumber).join(', ')

function edgeWords({ first, last }: DaysRow, days: readonly ShootingDay[], locale: string): string | undefined {
  const words = [first, last].flatMap(at => (at === null ? [] : (days[at] ?? []))).map(({ label, date }) => (date ? `${label}, ${dayWords(date, locale)}` : label))
  return words.length === 2 ? `${words[0] ?? ''} to ${words[1] ?? ''}` : 'On no day yet'
}

interface DayHeadProps {
  readonly day: ShootingDay
  readonly scenes: readonly Scene[]
  readonly index: number
  readonly left: number
  readonly locale: string
}

function DayHead({ day, scenes, index, left, locale }: DayHeadProps) {
  const numbers = numbersOf(day.scenes, scenes)
  const title = [day.label, day.date && dayWords(day.date, locale), day.note, numbers && `scenes ${numbers}`].filter(Boolean).join(', ')
  return (
    <div role="columnheader" aria-colindex={index + 2} aria-label={title} title={title} className={classes.day} style={{ left }} data-kind={day.kind}>
      {day.date && <><span className={classes.date}>{shortDay(day.date, locale, { weekday: 'short' })}</span><span className={classes.date}>{shortDay(day.date, locale, { day: 'numeric', month: 'short' })}</span></>}
      <span className={classes.short}>{day.short}</span>
    </div>
  )
}

interface CellProps {
  readonly id: string
  readonly row: DaysRow
  readonly day: ShootingDay
  readonly column: number
  readonly left: number
  readonly scenes: readonly Scene[]
  readonly here: boolean
  readonly onOpen: () => void
}

function Cell({ id, row, day, column, left, scenes, here, onOpen }: CellProps) {
  const cell = row.cells.find(one => one.day === column)
  const works = cell !== undefined && cell.scenes.length > 0
  const what = cell ? `${cell.mark}, ${markWords[cell.mark]}${works ? `, scenes ${numbersOf(cell.scenes, scenes)}` : ''}` : day.kind === 'off' ? 'a day off' : 'not called'
  return (
    // Keys are the grid's, which the active cell belongs to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id} role="gridcell" tabIndex={-1} aria-colindex={column + 2} aria-label={`${row.name}, ${day.label}: ${what}`} title={cell && `${day.label}: ${what}`} className={classes.cell} style={{ left }}
      data-kind={day.kind} data-here={here} data-works={works} onClick={() => works && onOpen()}
    >
      {cell && <span className={classes.mark} data-mark={works ? 'work' : cell.mark}>{cell.mark}</span>}
    </div>
  )
}

/** What the marks of the days mean, and the keys that walk them. */
export function DaysLegend({ dropAfter }: { readonly dropAfter: number | null }) {
  return (
    <p className={classes.legend}>
      <span><b>S</b> start</span><span><b>W</b> work</span><span><b>F</b> finish</span><span><b>H</b> hold</span><span><b>T</b> travel</span>
      {dropAfter !== null && <><span><b>D</b> drop</span><span><b>P</b> pick-up</span></>}
      <span className={classes.keys}>Arrows walk, Enter opens the scene</span>
    </p>
  )
}
