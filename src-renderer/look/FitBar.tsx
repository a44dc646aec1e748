import classes from './FitBar.module.css'

interface FitBarProps {
  /** 0 to 100. */
  readonly fit: number
  /** How far it may be off, 0 to 100 on both ends; wider the less is known. */
  readonly interval: { readonly low: number; readonly high: number }
}

/** A fit with its interval: the number, and a small bar whose soft part is the range it may lie in. */
export function FitBar({ fit, interval }: FitBarProps) {
  const said = `Fit ${fit} of 100, likely between ${interval.low} and ${interval.high}`
  return (
    <span className={classes.fit} role="img" aria-label={said} title={said}>
      <span className={classes.number}>{fit}</span>
      <span className={classes.bar}>
        <span className={classes.range} style={{ left: `${interval.low}%`, right: `${100 - interval.high}%` }} />
        <span className={classes.point} style={{ left: `${fit}%` }} />
      </span>
      <span className={classes.ends}>{interval.low}–{interval.high}</span>
    </span>
  )
}
