import { IconPhoto } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { ScriptElement } from '../../src-preload/contract/scripts.ts'
import type { Found } from './findInText.ts'
import classes from './PagePane.module.css'
import { blanksAbove, type ScriptRow } from './scriptRows.ts'

interface PageRowProps {
  readonly row: ScriptRow
  /** Scene numbers by the element of the heading. */
  readonly numbers: ReadonlyMap<number, string | null>
  readonly marked: ReadonlySet<number>
  readonly target: number | null
  readonly found: ReadonlyMap<number, readonly Found[]>
  readonly now: Found | null
  /** Opens the picture of a page. */
  readonly onPicture: (page: number) => void
}

/** One row of the page: the top of a sheet, a page that is a picture, a paragraph, or two who speak at once. */
export const PageRow = memo(function PageRow({ row, numbers, marked, target, found, now, onPicture }: PageRowProps) {
  if (row.kind === 'page') return <div className={classes.break}><span className={classes.pageNumber} aria-label={`Page ${row.page}`}>{row.page}.</span></div>
  if (row.kind === 'picture') {
    return (
      <div className={`${classes.paper} ${classes.picturePaper}`}>
        <button type="button" className={classes.pictured} onClick={() => onPicture(row.page)}><IconPhoto size={16} aria-hidden />Page {row.page} is a picture</button>
      </div>
    )
  }
  const line = (element: ScriptElement) => (
    <div key={element.index} className={classes.line} data-kind={element.kind} data-marked={marked.has(element.index)} data-target={element.index === target}>
      {element.kind === 'heading' && numbers.get(element.index) && <span className={classes.number}>{numbers.get(element.index)}</span>}
      <span dir="auto">{withFinds(element.text, found.get(element.index) ?? [], now)}</span>
    </div>
  )
  const blanks = blanksAbove(row.kind === 'line' ? row.element.kind : 'cue', row.first)
  return (
    <div className={classes.paper} style={{ paddingTop: `calc(var(--line) * ${blanks})` }}>
      {row.kind === 'line' ? line(row.element) : <div className={classes.dual}><div>{row.left.map(line)}</div><div>{row.right.map(line)}</div></div>}
    </div>
  )
})

function withFinds(text: string, places: readonly Found[], now: Found | null): ReactNode {
  if (places.length === 0) return text
  const parts: ReactNode[] = []
  let from = 0
  for (const place of places) {
    parts.push(text.slice(from, place.start), <mark key={place.start} data-now={place === now ? '' : undefined}>{text.slice(place.start, place.end)}</mark>)
    from = place.end
  }
  return [...parts, text.slice(from)]
}
