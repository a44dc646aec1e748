import type { CalibrationStep } from '../../src-preload/contract/pairs.ts'
import { countWords } from '../look/words.ts'
import classes from './CalibrationPlot.module.css'
import { chanceWords } from './pairWords.ts'
import { shareInterval } from './wilson.ts'

/** Sizes in the units of the drawing. */
const [side, left, bottom, top] = [280, 44, 40, 12]
const x = (share: number): number => left + share * side
const y = (share: number): number => top + (1 - share) * side
const ticks = [0, 0.25, 0.5, 0.75, 1] as const

/** Predicted against observed: for reads that were given about the same chance, how many were rated 4 or 5, with what that may lie off by chance. */
export function CalibrationPlot({ steps }: { readonly steps: readonly CalibrationStep[] }) {
  const reads = steps.reduce((sum, step) => sum + step.reads, 0)
  return (
    <figure className={classes.figure}>
      <svg className={classes.plot} viewBox={`0 0 ${left + side + 16} ${top + side + bottom}`} role="img" aria-label={`Predicted against observed for ${countWords(reads, 'read')}; the table beside it says the same`}>
        {ticks.map(tick => (
          <g key={tick}>
            <line className={classes.grid} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
            <line className={classes.grid} x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
            <text className={classes.tick} x={x(tick)} y={y(0) + 16} textAnchor="middle">{Math.round(100 * tick)}</text>
            <text className={classes.tick} x={x(0) - 8} y={y(tick) + 4} textAnchor="end">{Math.round(100 * tick)}</text>
          </g>
        ))}
        <line className={classes.ideal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <text className={classes.axis} x={x(0.5)} y={y(0) + 34} textAnchor="middle">predicted: rated 4 or 5, in 100</text>
        <text className={classes.axis} transform={`translate(12 ${y(0.5)}) rotate(-90)`} textAnchor="middle">seen, in 100</text>
        {steps.map(({ from, expected, observed, reads: count }) => {
          const { low, high } = shareInterval(observed, count)
          return (
            <g key={from}>
              <line className={classes.span} x1={x(expected)} x2={x(expected)} y1={y(low)} y2={y(high)} />
              <circle className={classes.step} cx={x(expected)} cy={y(observed)} r={Math.min(13, 5 + Math.sqrt(count))} />
              <text className={classes.count} x={x(expected)} y={y(observed) + 4} textAnchor="middle">{count}</text>
            </g>
          )
        })}
      </svg>
      <figcaption className={classes.caption}>On the dashed line, what was predicted came true. The figure in each mark is its reads; the stroke is how far that share may lie off by chance, nine times of ten.</figcaption>
      <table className={classes.table}>
        <thead><tr><th scope="col">Predicted</th><th scope="col">Reads</th><th scope="col">Mean</th><th scope="col">Seen</th><th scope="col">By chance</th></tr></thead>
        <tbody>
          {steps.map(({ from, to, reads: count, expected, observed }) => {
            const { low, high } = shareInterval(observed, count)
            return (
              <tr key={from}>
                <th scope="row">{Math.round(100 * from)} to {Math.round(100 * to)}</th>
                <td>{count}</td><td>{Math.round(100 * expected)}</td><td>{chanceWords(observed)}</td><td>{Math.round(100 * low)} to {Math.round(100 * high)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </figure>
  )
}
