import { useFreshAnswer } from '../look/changes.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './MemoryFigures.module.css'

/** How good the memory is, in figures, each with what to do where something is to be done. */
export function MemoryFigures() {
  const { data } = useFreshAnswer(['memory'], (office, signal) => office.memory.health({}, { signal }), [], { keep: true })
  const { settings: { locale } } = useSettings()
  if (data === undefined || data.live + data.faded + data.closed === 0) return null
  const number = (count: number) => count.toLocaleString(locale)
  const figures = [
    { label: 'Live', value: data.live, todo: data.indexed < data.live ? `${number(data.indexed)} of them known by meaning so far` : 'all known by meaning' },
    { label: 'Faded', value: data.faded, todo: 'long unused; pin what should stay' },
    { label: 'Ended', value: data.closed, todo: 'never recalled, kept to be read' },
    { label: 'Stale', value: data.stale, todo: data.stale > 0 ? 'nothing confirmed them for a year: look through them' : 'none' },
    { label: 'Said twice', value: data.duplicates, todo: data.duplicates > 0 ? 'forget one of each' : 'none' },
    { label: 'Never used', value: data.unused, todo: data.unused > 0 ? 'in 90 days and more' : 'none' },
  ]
  return (
    <section className={classes.figures} aria-label="How good the memory is">
      <dl>
        {figures.map(({ label, value, todo }) => (
          <div key={label} className={classes.figure}><dt>{label}</dt><dd className={classes.value}>{number(value)}</dd><dd className={classes.todo}>{todo}</dd></div>
        ))}
      </dl>
    </section>
  )
}
