import type { PairForecast } from '../../src-preload/contract/pairs.ts'
import classes from './ForecastBar.module.css'
import { forecastWords, pointWords } from './pairWords.ts'

/** Where a rating from 1 to 5 lies on a bar, in percent. */
export const onBar = (rating: number): number => ((rating - 1) / 4) * 100

/** A forecast on the scale from 1 to 5: its mean as a stroke, the interval as the soft part, both in figures beside it. */
export function ForecastBar({ label, forecast }: { readonly label: string; readonly forecast: PairForecast }) {
  const { mean, interval } = forecast
  return (
    <div className={classes.forecast}>
      <span className={classes.label}>{label}</span>
      <span className={classes.number}>{pointWords(mean)}</span>
      <span className={classes.bar} role="img" aria-label={`${label}: ${forecastWords(forecast)}`}>
        <span className={classes.range} style={{ left: `${onBar(interval.low)}%`, right: `${100 - onBar(interval.high)}%` }} />
        <span className={classes.point} style={{ left: `${onBar(mean)}%` }} />
      </span>
      <span className={classes.ends}>{pointWords(interval.low)}–{pointWords(interval.high)}</span>
    </div>
  )
}
