import { SegmentedControl } from '@mantine/core'
import type { DoubtfulPage } from '../../src-preload/contract/scripts.ts'
import classes from './RepairPages.module.css'

interface RepairPagesProps {
  readonly pages: number
  readonly doubtful: readonly DoubtfulPage[]
  readonly page: number
  readonly all: boolean
  readonly onAll: (all: boolean) => void
  readonly onPage: (page: number) => void
}

/** The pages to look at: those in doubt, each with its reasons, or all. */
export function RepairPages({ pages, doubtful, page, all, onAll, onPage }: RepairPagesProps) {
  const reasons = new Map(doubtful.map(one => [one.page, one.reasons]))
  const shown = all ? Array.from({ length: pages }, (_, at) => at + 1) : doubtful.map(one => one.page)
  return (
    <section className={classes.pane} aria-label="Pages">
      <div className={classes.head}>
        <SegmentedControl
          fullWidth
          aria-label="Which pages"
          value={all ? 'all' : 'doubtful'}
          onChange={value => onAll(value === 'all')}
          data={[{ value: 'doubtful', label: `Doubtful ${doubtful.length}` }, { value: 'all', label: `All ${pages}` }]}
        />
      </div>
      <div className={classes.scroller}>
        {shown.length === 0 && <p className={classes.none}>No page stands out. Look through all of them, or at the figures above.</p>}
        <ol className={classes.list}>
          {shown.map(number => (
            <li key={number}>
              <button type="button" className={classes.page} data-doubtful={reasons.has(number)} aria-current={number === page ? 'page' : undefined} onClick={() => onPage(number)}>
                <span className={classes.number}>Page {number}</span>
                {(reasons.get(number) ?? []).map(reason => <span key={reason} className={classes.reason}>{reason}</span>)}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
