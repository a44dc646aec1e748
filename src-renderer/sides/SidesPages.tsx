import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import type { SidesPage, SidesPaper } from '../../src-preload/contract/sides.ts'
import classes from './SidesPages.module.css'

/** What the preview can be told to do. */
export interface PagesHandle {
  /** Scrolls to the page on which a scene begins; nothing happens where it is not printed. */
  readonly show: (scene: number) => void
}

/** The widest a page is shown, in pixels, and the space round it. */
const widest = 760
const around = 24

/** The pages as they will be printed: every line where the PDF has it, drawn only where in sight. */
export function SidesPages({ ref, paper }: { readonly ref: Ref<PagesHandle>; readonly paper: SidesPaper }) {
  const { ref: sizeRef, width } = useElementSize()
  const scroller = useRef<HTMLDivElement>(null)
  const pageWidth = Math.max(240, Math.min(widest, width - 2 * around))
  const pageHeight = (pageWidth * paper.height) / paper.width
  const rows = useVirtualizer({ count: paper.pages.length, getScrollElement: () => scroller.current, estimateSize: () => pageHeight + around, overscan: 1, paddingStart: around, paddingEnd: around })
  useEffect(() => rows.measure(), [rows, pageHeight])
  useImperativeHandle(ref, () => ({
    show: scene => {
      const page = paper.pages.findIndex(({ lines }) => lines.some(line => line.scene === scene))
      if (page < 0) return
      const first = paper.pages[page]?.lines.find(line => line.scene === scene)?.y ?? 0
      const into = Math.max(0, ((first - 120) * pageWidth) / paper.width)
      rows.scrollToOffset((rows.getOffsetForIndex(page, 'start')?.[0] ?? 0) + into, { align: 'start' })
    },
  }))
  return (
    <div ref={sizeRef} className={classes.pane}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys */}
      <div ref={scroller} className={classes.scroller} role="region" aria-label="Pages as they are printed" tabIndex={0}>
        <div className={classes.sheet} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(item => {
            const page = paper.pages[item.index]
            return page && (
              <div key={item.key} className={classes.slot} style={{ transform: `translateY(${item.start}px)`, height: pageHeight }}>
                <PrintedPage page={page} paper={paper} label={`Page ${item.index + 1} of ${paper.pages.length}`} width={pageWidth} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface PrintedPageProps {
  readonly page: SidesPage
  readonly paper: Pick<SidesPaper, 'width' | 'height' | 'watermark'>
  readonly label: string
  readonly width: number
}

/** One page: from below the tints, the watermark, rules and bars, the text. */
const PrintedPage = memo(function PrintedPage({ page, paper, label, width }: PrintedPageProps) {
  const { watermark } = paper
  const boxes = (tints: boolean) => page.boxes.filter(({ kind }) => (kind === 'tint') === tints).map((box, at) => <rect key={at} className={classes[box.kind]} x={box.x} y={box.y} width={box.width} height={box.height} />)
  return (
    <svg className={classes.page} viewBox={`0 0 ${paper.width} ${paper.height}`} width={width} role="group" aria-label={label}>
      {boxes(true)}
      {watermark && (
        <g className={classes.watermark} transform={`rotate(${watermark.degrees} ${paper.width / 2} ${paper.height / 2})`} aria-hidden>
          {watermark.lines.map((line, at) => <text key={at} x={paper.width / 2} y={paper.height / 2 + line.dy} fontSize={line.size} textAnchor="middle">{line.text}</text>)}
        </g>
      )}
      {boxes(false)}
      {page.lines.map((line, at) => (
        <text key={at} className={classes.line} data-face={line.face} data-tone={line.tone} data-kind={line.kind} x={line.x} y={line.y} fontSize={line.size}>{line.text}</text>
      ))}
    </svg>
  )
})
