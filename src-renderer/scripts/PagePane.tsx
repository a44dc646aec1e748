import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type CSSProperties, type Ref } from 'react'
import type { Scene, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import { useKeys } from '../look/useKeys.ts'
import { FindBar } from './FindBar.tsx'
import { findInText } from './findInText.ts'
import { PagePicture } from './PagePicture.tsx'
import { PageRow } from './PageRow.tsx'
import classes from './PagePane.module.css'
import { heightOf, type ScriptLayout } from './scriptRows.ts'

/** What the page can be told to do. */
export interface PageHandle {
  /** Scrolls so that an element stands near the top. */
  readonly show: (element: number) => void
}

interface PagePaneProps {
  readonly ref: Ref<PageHandle>
  readonly scriptId: ScriptId
  readonly layout: ScriptLayout
  readonly elements: readonly ScriptElement[]
  readonly scenes: readonly Scene[]
  /** Elements that the chosen role speaks. */
  readonly marked: ReadonlySet<number>
  /** The element that the address points at; it is pointed out. */
  readonly target: number | null
  /** Gets the element at the top of the page once scrolling rests. */
  readonly onReading: (element: number) => void
}

/** Type sizes by the width there is for 70 characters of Courier (0.6 em each), in pixels. */
const typeFor = (width: number): number => (width >= 700 ? 16 : width >= 650 ? 15 : width >= 606 ? 14 : 13)

/** The script as pages, drawn only where it is in sight, with search in the text ("/"). */
export function PagePane({ ref, scriptId, layout, elements, scenes, marked, target, onReading }: PagePaneProps) {
  const { ref: sizeRef, width } = useElementSize()
  const scroller = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const [pictured, setPictured] = useState<number | null>(null)
  const found = useMemo(() => findInText(elements, asked), [elements, asked])
  const byElement = useMemo(() => Map.groupBy(found, ({ element }) => element), [found])
  const now = at === null ? undefined : found[at]
  const type = typeFor(width)
  const line = Math.round(type * 1.3)
  const typeStyle: CSSProperties & Record<'--type' | '--line', string> = { '--type': `${type}px`, '--line': `${line}px` }
  const pages = useMemo(() => layout.rows.reduce((last, row) => (row.kind === 'page' ? row.page : last), 1), [layout])
  const numbers = useMemo(() => new Map(scenes.map(scene => [scene.element, scene.number])), [scenes])

  const rows = useVirtualizer({
    count: layout.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(layout.rows[index] ?? { kind: 'page', page: 1 }) * line,
    overscan: 12,
    scrollPaddingStart: line * 2,
  })
  useEffect(() => rows.measure(), [rows, line])

  // What was jumped to is where she reads until she scrolls herself: rows above it that turn out taller do not change that.
  const shown = useRef<number | null>(null)
  const scrolledByHand = () => {
    shown.current = null
  }
  const show = (element: number) => {
    shown.current = element
    rows.scrollToIndex(layout.rowOf[element] ?? 0, { align: 'start' })
  }
  useImperativeHandle(ref, () => ({ show }))

  const report = useRef(onReading)
  useEffect(() => {
    report.current = onReading
  })
  const top = rows.getVirtualItemForOffset((rows.scrollOffset ?? 0) + line * 2.5)?.index ?? 0
  const topElement = elementIn(layout, top)
  const resting = !rows.isScrolling
  useEffect(() => {
    const reading = shown.current ?? topElement
    if (resting && reading !== null) report.current(reading)
  }, [resting, topElement])

  const goFound = (step: 1 | -1) => {
    // The first time, on from where she reads; then round and round.
    const next = at === null ? Math.max(0, found.findIndex(({ element }) => element >= (topElement ?? 0))) : (at + step + found.length) % found.length
    const place = found[next]
    if (!place) return
    setAt(next)
    scrolledByHand()
    rows.scrollToIndex(layout.rowOf[place.element] ?? 0, { align: 'center' })
  }
  useKeys({ '/': () => box.current?.focus() })

  return (
    <section className={classes.pane} aria-label="Page" ref={sizeRef}>
      <FindBar
        ref={box}
        asked={asked}
        onAsk={text => { setAsked(text); setAt(null) }}
        count={found.length}
        at={at === null ? 0 : at + 1}
        onNext={() => goFound(1)}
        onPrevious={() => goFound(-1)}
        onLeave={() => scroller.current?.focus()}
        page={topElement === null ? pages : (elements[topElement]?.page ?? 1)}
        pages={pages}
      />
      <div
        ref={scroller}
        className={classes.scroller}
        tabIndex={0}
        role="region"
        aria-label="Script text"
        style={typeStyle}
        onWheel={scrolledByHand}
        onTouchMove={scrolledByHand}
        onPointerDown={scrolledByHand}
        onKeyDown={scrolledByHand}
      >
        <div className={classes.sheet} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(item => {
            const row = layout.rows[item.index]
            return row && (
              <div key={item.key} data-index={item.index} ref={rows.measureElement} className={classes.slot} style={{ transform: `translateY(${item.start}px)` }}>
                <PageRow row={row} numbers={numbers} marked={marked} target={target} found={byElement} now={now ?? null} onPicture={setPictured} />
              </div>
            )
          })}
        </div>
        <div className={classes.end} />
      </div>
      <PagePicture scriptId={scriptId} page={pictured} onClose={() => setPictured(null)} />
    </section>
  )
}

/** The first element at or after a row. */
function elementIn(layout: ScriptLayout, row: number): number | null {
  for (let at = row; at < layout.rows.length; at += 1) {
    const one = layout.rows[at]
    if (one?.kind === 'line') return one.element.index
    if (one?.kind === 'dual') return one.left[0]?.index ?? null
  }
  return null
}
