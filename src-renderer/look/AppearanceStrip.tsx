import classes from './AppearanceStrip.module.css'

interface AppearanceStripProps {
  /** Lengths of all scenes in order, in any one unit. */
  readonly lengths: readonly number[]
  /** Indexes of the scenes that are filled. */
  readonly filled: readonly number[]
}

/** Where in a script somebody appears: the whole length as a line, their scenes filled. The counts beside it say the same in numbers. */
export function AppearanceStrip({ lengths, filled }: AppearanceStripProps) {
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1
  const wanted = new Set(filled)
  let from = 0
  const path = lengths
    .map((length, index) => {
      const start = (1000 * from) / total
      from += length
      // At least 3 of 1000, so that a scene of one eighth in a long script is still seen.
      return wanted.has(index) ? `M${start.toFixed(1)} 0h${Math.max(3, (1000 * length) / total).toFixed(1)}v8h-${Math.max(3, (1000 * length) / total).toFixed(1)}z` : ''
    })
    .join('')
  return (
    <svg className={classes.strip} viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden>
      <path d={path} />
    </svg>
  )
}
