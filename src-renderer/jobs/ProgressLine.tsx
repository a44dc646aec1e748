import classes from './ProgressLine.module.css'

interface ProgressLineProps {
  readonly stage: string
  readonly done: number
  /** 0 where the end is not known yet: the bar then shows that work goes on. */
  readonly total: number
  /** Names the bar for screen readers. */
  readonly label: string
}

/** A stage in words, what is done of what, and a bar. */
export function ProgressLine({ stage, done, total, label }: ProgressLineProps) {
  const share = total > 0 ? Math.min(100, (100 * done) / total) : undefined
  return (
    <div className={classes.line}>
      <span className={classes.stage}>{stage}</span>
      {total > 0 && <span className={classes.count}>{done.toLocaleString()} of {total.toLocaleString()}</span>}
      <span className={classes.bar} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === undefined ? undefined : Math.round(share)}>
        <span className={classes.filled} data-open={share === undefined} style={share === undefined ? undefined : { width: `${share}%` }} />
      </span>
    </div>
  )
}
