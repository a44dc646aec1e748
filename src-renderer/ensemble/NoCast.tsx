import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Ensemble, EnsembleWishes } from '../../src-preload/contract/ensemble.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { loosened } from './loosen.ts'
import classes from './CastAnswer.module.css'

interface NoCastProps {
  readonly ensemble: Ensemble
  readonly wishes: EnsembleWishes
  readonly busy: boolean
  /** Takes the looser wishes over and casts again. */
  readonly onLoosen: (wishes: EnsembleWishes) => void
}

/** No cast keeps all wishes: which of them are in each other's way, and a press that loosens one and casts again. */
export function NoCast({ ensemble, wishes, busy, onLoosen }: NoCastProps) {
  const { settings: { locale } } = useSettings()
  if (ensemble.state === 'noTime') {
    return (
      <section className={classes.none} aria-label="No cast">
        <h2 className={classes.noneTitle}><IconAlertTriangle size={16} aria-hidden /> No cast was found in the time given.</h2>
        <p>Cast fewer roles at once, or lock some of them, and cast again.</p>
      </section>
    )
  }
  return (
    <section className={classes.none} aria-label="No cast">
      <h2 className={classes.noneTitle}><IconAlertTriangle size={16} aria-hidden /> No cast keeps all of these together</h2>
      <p>Leave any one of them out and the others can hold. Loosen one; if more stands in the way, the next cast says what.</p>
      <ul className={classes.blocked}>
        {ensemble.blockedBy.map(({ text, wish }) => {
          const looser = loosened(wishes, wish, locale)
          return (
            <li key={text}>
              <span>{text}</span>
              <Button variant="default" size="compact-sm" disabled={busy} aria-label={`${looser.label}: ${text}`} onClick={() => onLoosen(looser.wishes)}>{looser.label}</Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
