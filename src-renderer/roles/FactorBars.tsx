import type { FactorBar } from '../../src-preload/contract/matching.ts'
import { factorWords } from '../../src-preload/contract/said.ts'
import classes from './FactorBars.module.css'

/** Each factor of a fit as a bar: its width is how much it counts, its filled part how far it is met; hatched where that is not known. */
export function FactorBars({ bars }: { readonly bars: readonly FactorBar[] }) {
  return (
    <ul className={classes.bars} aria-label="Factors">
      {bars.map(({ factor, share, value }) => {
        const said = `${factorWords[factor]}: ${value === null ? 'not known' : `${Math.round(100 * value)} of 100`}, counts ${Math.round(100 * share)} in 100`
        return (
          <li key={factor} style={{ flexGrow: Math.max(0.04, share) }} title={said} data-known={value !== null}>
            <span className={classes.met} style={{ width: `${100 * (value ?? 0)}%` }} />
            <span className={classes.said}>{said}</span>
          </li>
        )
      })}
    </ul>
  )
}
