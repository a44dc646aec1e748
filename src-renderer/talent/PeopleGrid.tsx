import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, type Ref } from 'react'
import type { FoundTalent, TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import { today } from '../casting/standingWords.ts'
import { Face, groundOf, initialsOf } from '../look/Avatar.tsx'
import { rangeWords } from '../look/words.ts'
import type { People } from './usePeople.ts'
import classes from './PeopleGrid.module.css'
import { personWords } from './talentWords.ts'
import { useBothRefs, useWalkByKeys } from './useWalkByKeys.ts'

/** The least width of a picture, the space between two, and the height of the lines below each, in pixels. */
const [leastWidth, gap, linesHeight] = [152, 16, 56]

/** A headshot is four high where it is three wide. */
const shape = 4 / 3

interface PeopleGridProps {
  readonly people: People
  /** Tells which places are in sight, so that they are fetched. */
  readonly show: (from: number, to: number) => void
  /** Whether newer people are awaited: these still stand for the sentence before. */
  readonly busy: boolean
  readonly openId: TalentId | null
  readonly onOpen: (id: TalentId) => void
  readonly onClose: () => void
  readonly gridRef: Ref<HTMLDivElement>
}

/**
 * The talent as pictures that scroll any number alike, each loaded as it comes into sight; initials where there is none.
 *
 * Arrows, Page Up and Down, Home and End walk it, Enter opens.
 */
export function PeopleGrid({ people, show, busy, openId, onOpen, onClose, gridRef }: PeopleGridProps) {
  const scroller = useRef<HTMLDivElement | null>(null)
  const width = useWidth(scroller)
  const columns = Math.max(1, Math.floor((width + gap) / (leastWidth + gap)))
  const cell = (width - gap * (columns - 1)) / columns
  const height = Math.round(cell * shape) + linesHeight + gap
  const rows = useVirtualizer({ count: Math.ceil(people.total / columns), getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 3, useFlushSync: false })
  useEffect(() => rows.measure(), [rows, height])
  const items = rows.getVirtualItems()
  const from = (items[0]?.index ?? 0) * columns
  const to = Math.max(from, Math.min(people.total - 1, ((items.at(-1)?.index ?? 0) + 1) * columns - 1))
  useEffect(() => show(from, to), [show, from, to])
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / height)) * columns
  const { here, setAt, onKeyDown } = useWalkByKeys({ people, columns, page, reach: at => rows.scrollToIndex(Math.floor(at / columns)), openId, onOpen, onClose })
  const open = useCallback((index: number, id: TalentId) => {
    setAt(index)
    onOpen(id)
  }, [setAt, onOpen])
  return (
    <div
      ref={useBothRefs(scroller, gridRef)} role="grid" data-list aria-label="People" aria-busy={busy} aria-rowcount={rows.options.count} aria-colcount={columns} tabIndex={0} onKeyDown={onKeyDown} className={classes.scroller}
      aria-activedescendant={people.total > 0 ? `face-${here}` : undefined}
    >
      <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {width > 0 && items.map(item => (
          <div key={item.index} role="row" aria-rowindex={item.index + 1} className={classes.row} style={{ transform: `translateY(${item.start}px)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
            {Array.from({ length: Math.min(columns, people.total - item.index * columns) }, (_, column) => item.index * columns + column).map(index => {
              const found = people.row(index)
              return <Cell key={index} index={index} found={found} here={index === here} open={found !== undefined && found.talent.id === openId} onOpen={open} />
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

interface CellProps {
  readonly index: number
  readonly found: FoundTalent | undefined
  readonly here: boolean
  readonly open: boolean
  readonly onOpen: (index: number, id: TalentId) => void
}

/** One person; drawn anew only where something of that person changed. */
const Cell = memo(function Cell({ index, found, here, open, onOpen }: CellProps) {
  return (
    // Keys are the grid's, which the active picture belongs to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="gridcell" id={`face-${index}`} aria-selected={open} className={classes.cell} data-at={here} data-open={open} title={found?.reasons.join('\n')}
      onClick={() => found && onOpen(index, found.talent.id)}
    >
      {found
        ? (
          <>
            <span className={classes.picture} data-ground={groundOf(found.talent.name)}>
              <span aria-hidden>{initialsOf(found.talent.name)}</span>
              {found.talent.picture !== null && <Face key={found.talent.picture} id={found.talent.picture} side={480} />}
            </span>
            <span className={classes.name}>{found.talent.name}</span>
            <span className={classes.line}>{oneLine(found.talent)}</span>
          </>
        )
        : <span className={classes.picture} />}
    </div>
  )
})

const oneLine = (talent: TalentSummary): string =>
  [personWords(talent, today()), talent.playingRange ? rangeWords(talent.playingRange) : '', talent.city].filter(Boolean).join(', ')

/** The width inside the padding of an element, 0 until it is measured. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const seen = element.current
    if (!seen) return
    const measure = () => setWidth(Math.max(0, seen.clientWidth - 48))
    const observer = new ResizeObserver(measure)
    observer.observe(seen)
    measure()
    return () => observer.disconnect()
  }, [element])
  return width
}
