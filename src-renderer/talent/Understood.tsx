import { Button } from '@mantine/core'
import { Chip } from '../look/Chip.tsx'
import { useIndexing } from '../window/indexing.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { FilterChips } from './FilterMenu.tsx'
import { SaveSearch } from './SavedSearches.tsx'
import { isNarrowed, questionOf, type TalentPlace } from './talentAddress.ts'
import classes from './TalentScreen.module.css'
import type { People } from './usePeople.ts'

interface UnderstoodProps {
  readonly place: TalentPlace
  readonly people: People | undefined
  readonly reloading: boolean
  readonly goWith: (change: Partial<TalentPlace>) => void
}

/** One line under the box: what was understood, what is filtered, and how far search by meaning has come. Its height is always kept. */
export function Understood({ place, people, reloading, goWith }: UnderstoodProps) {
  const indexing = useIndexing()
  const { settings } = useSettings()
  const understood = place.text === '' && place.like === null ? [] : (people?.understood ?? [])
  const learning = indexing !== null && indexing.done < indexing.total
  const bare = !isNarrowed(place)
  const takeAway = (id: string) => goWith(place.like !== null && id === `like:${place.like}` ? { like: null } : { without: [...place.without, id] })
  return (
    <div className={classes.chips} aria-label="What the search understood" role="group">
      {bare && people !== undefined && people.total > 0 && <span className={classes.keys}><kbd className="kbd">/</kbd> to search, arrows to walk the table, <kbd className="kbd">Enter</kbd> to open a card</span>}
      {understood.length > 0 && <span>Understood:</span>}
      {understood.map(chip => (
        <Chip key={chip.id} tone="accent" onRemove={() => takeAway(chip.id)} removeLabel={`Take away ${chip.label}`}>{chip.label}</Chip>
      ))}
      <FilterChips filters={place.filters} onChange={filters => goWith({ filters })} />
      {place.without.length > 0 && <Button variant="subtle" size="compact-xs" onClick={() => goWith({ without: [] })}>Bring back what was taken away</Button>}
      {place.text !== '' && understood.length === 0 && !reloading && <span className={classes.busy}>Searched by its words and by its meaning</span>}
      {!bare && <SaveSearch question={questionOf(place)} proposed={place.text || understood.map(({ label }) => label).join(', ') || Object.values(place.filters).filter(value => typeof value === 'string').join(', ')} />}
      <span className={classes.count} role="status">
        {learning && place.text !== ''
          ? `Search by meaning knows ${indexing.done.toLocaleString(settings.locale)} of ${indexing.total.toLocaleString(settings.locale)} people; words are searched in all`
          : ''}
      </span>
    </div>
  )
}
