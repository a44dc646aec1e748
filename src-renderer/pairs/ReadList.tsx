import { Button } from '@mantine/core'
import type { PairRead } from '../../src-preload/contract/pairs.ts'
import { dayWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import type { PairDesk } from './pairDesk.ts'
import { pointWords } from './pairWords.ts'
import classes from './ReadList.module.css'

interface ReadListProps {
  readonly reads: readonly PairRead[]
  readonly desk: PairDesk
  /** Names the people too, where the reads are not all of the same two. */
  readonly named?: boolean
}

/** Reads as they were recorded, the newest first, each with what was predicted before it; one can be taken back and counted again. */
export function ReadList({ reads, desk, named = false }: ReadListProps) {
  const { settings: { locale } } = useSettings()
  return (
    <ul className={classes.reads} aria-label="Reads">
      {reads.map(read => {
        const { id, people: [one, other], roles: [role, otherRole], rating, by, on, notes, undone } = read
        return (
          <li key={id} data-undone={undone}>
            <span className={classes.rating} aria-label={`${rating} of 5`}>{rating}</span>
            <div className={classes.words}>
              {named && <p className={classes.names}>{one.name} and {other.name}</p>}
              <p className={classes.facts}>{[dayWords(on, locale), `seen by ${by}`, `${role.name} and ${otherRole.name}`].join(' · ')}</p>
              <p className={classes.facts}>{predictedWords(read)}</p>
              {notes !== '' && <p className={classes.note} dir="auto">{notes}</p>}
            </div>
            {undone
              ? <Button variant="subtle" size="compact-xs" aria-label={`Count the read of ${one.name} and ${other.name} again`} onClick={() => void desk.countAgain(read)}>Count again</Button>
              : <Button variant="subtle" size="compact-xs" aria-label={`Take back the read of ${one.name} and ${other.name}`} onClick={() => void desk.takeBack(read)}>Take back</Button>}
          </li>
        )
      })}
    </ul>
  )
}

function predictedWords({ predicted, rating, undone }: PairRead): string {
  if (undone) return 'Taken back: it counts no more'
  if (!predicted) return 'Not predicted, since predictions were off'
  const { mean, interval: { low, high } } = predicted
  return `Predicted ${pointWords(mean)}, ${pointWords(low)} to ${pointWords(high)}: ${low <= rating && rating <= high ? 'inside' : 'outside'}`
}
