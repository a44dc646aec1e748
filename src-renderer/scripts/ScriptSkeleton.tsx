import { Skeleton } from '@mantine/core'
import classes from './ScriptView.module.css'

/** The shape of a script on its way: three panes. */
export function ScriptSkeleton() {
  const bars = (widths: readonly number[]) => widths.map((width, index) => <Skeleton key={index} height={12} width={`${width}%`} animate={false} mb={16} />)
  return (
    <div className={classes.panes} aria-hidden style={{ height: '100%', paddingTop: 56 }}>
      <div className={classes.skeletonSide}>{bars([70, 55, 80, 62, 74, 50, 68, 58])}</div>
      <div className={classes.skeletonPage}>{bars([50, 90, 86, 40, 60, 56, 88, 92, 34, 58])}</div>
      <div className={classes.skeletonSide}>{bars([60, 72, 48, 66, 54])}</div>
    </div>
  )
}
