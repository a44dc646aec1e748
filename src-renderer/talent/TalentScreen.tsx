import { Button, Select, TextInput } from '@mantine/core'
import { IconAddressBook, IconSearch, IconTable, IconUserPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSearch } from 'wouter'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Chip } from '../look/Chip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { useOpenDemo } from '../productions/useOpenDemo.ts'
import { useIndexing } from '../window/indexing.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { AddPerson } from './AddPerson.tsx'
import { FilterChips, filterCount, FilterMenu } from './FilterMenu.tsx'
import { readTalentPlace, talentPlace, type TalentPlace } from './talentAddress.ts'
import { TalentDrawer } from './TalentDrawer.tsx'
import classes from './TalentScreen.module.css'
import { TalentTable } from './TalentTable.tsx'
import { usePeople, type People } from './usePeople.ts'

/** The talent book: one sentence box, what was understood as chips, everybody in a table, and the card of one person. */
export function TalentScreen() {
  const search = useSearch()
  const place = readTalentPlace(search)
  const indexing = useIndexing()
  const { settings } = useSettings()
  const { answer, show } = usePeople(place, indexing === null || indexing.done >= indexing.total)
  const [adding, setAdding] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const goWith = (change: Partial<TalentPlace>, replace = false) => goTo(talentPlace({ ...place, ...change }), { replace })
  // From one card to the next is no step to come back to; from no card to one is.
  const openCard = (id: TalentId) => goWith({ id }, place.id !== null)
  const closeCard = () => goWith({ id: null }, true)
  const narrowed = place.text !== '' || filterCount(place.filters) > 0
  useKeys({ '/': () => box.current?.select(), n: () => setAdding(true) })

  return (
    <>
      <PageHeader title="Talent" sub={headline(answer.data, narrowed, settings.locale)}>
        <Button variant="default" leftSection={<IconTable size={14} aria-hidden />} onClick={() => goTo('/talent/import')}>Import a sheet</Button>
        <Button leftSection={<IconUserPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>Add a person</Button>
      </PageHeader>
      <div className={classes.bar}>
        <SentenceBox key="box" text={place.text} onChange={text => goWith({ text, without: [] }, true)} boxRef={box} onDown={() => grid.current?.focus()} />
        <FilterMenu filters={place.filters} onChange={filters => goWith({ filters }, true)} />
        <Select
          size="sm" w={150} aria-label="Order" allowDeselect={false} value={place.sort} onChange={value => goWith({ sort: value ?? 'best' }, true)}
          data={[{ value: 'best', label: place.text ? 'Best first' : 'Everybody' }, { value: 'name', label: 'By name' }, { value: 'newest', label: 'Newest first' }]}
        />
      </div>
      <Understood place={place} people={answer.data} reloading={answer.reloading} goWith={change => goWith(change, true)} />
      <FourStates answer={answer} what="the people" isEmpty={people => people.total === 0} empty={<NobodyHere narrowed={narrowed} onAdd={() => setAdding(true)} onClear={() => goTo('/talent')} />}>
        {people => <TalentTable people={people} show={show} why={place.text !== ''} openId={place.id} onOpen={openCard} onClose={closeCard} gridRef={grid} />}
      </FourStates>
      <TalentDrawer id={place.id} onClose={closeCard} />
      <AddPerson opened={adding} onClose={() => setAdding(false)} onAdded={openCard} />
    </>
  )
}

function headline(people: People | undefined, narrowed: boolean, locale: string): string {
  if (people === undefined) return ''
  const count = people.total.toLocaleString(locale)
  if (narrowed) return people.total === 1 ? '1 person found' : `${count} found`
  return people.total === 1 ? '1 person' : `${count} people`
}

interface SentenceBoxProps {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly boxRef: RefObject<HTMLInputElement | null>
  /** Goes down to the table. */
  readonly onDown: () => void
}

/** The one box: 250 ms after the last letter, or at once on Enter, the sentence is asked. */
function SentenceBox({ text, onChange, boxRef, onDown }: SentenceBoxProps) {
  const [draft, setDraft] = useState(text)
  const asked = useRef(text)
  const ask = useRef(onChange)
  useEffect(() => {
    ask.current = onChange
  })
  useEffect(() => {
    // Another sentence came from the address: back, forward or a link.
    if (text !== asked.current) setDraft(text)
    asked.current = text
  }, [text])
  useEffect(() => {
    if (draft.trim() === asked.current) return
    const timer = setTimeout(() => {
      asked.current = draft.trim()
      ask.current(draft.trim())
    }, 250)
    return () => clearTimeout(timer)
  }, [draft])
  const askNow = (sentence: string) => {
    setDraft(sentence)
    asked.current = sentence.trim()
    onChange(sentence.trim())
  }
  return (
    <TextInput
      ref={boxRef} className={classes.box} size="sm" type="search" aria-label="Describe who you look for" placeholder="Describe who you look for: a woman of 45 to 55 who speaks Bhojpuri and can sing"
      value={draft} maxLength={2_000} leftSection={<IconSearch size={16} aria-hidden />} onChange={event => setDraft(event.currentTarget.value)}
      rightSection={draft && <button type="button" aria-label="Clear the sentence" className={classes.clear} onClick={() => { askNow(''); boxRef.current?.focus() }}><IconX size={14} aria-hidden /></button>}
      onKeyDown={event => {
        if (event.key === 'Enter') askNow(draft)
        if (event.key === 'Escape' && draft) askNow('')
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          onDown()
        }
      }}
    />
  )
}

interface UnderstoodProps {
  readonly place: TalentPlace
  readonly people: People | undefined
  readonly reloading: boolean
  readonly goWith: (change: Partial<TalentPlace>) => void
}

/** One line under the box: what was understood, what is filtered, and how far search by meaning has come. Its height is always kept. */
function Understood({ place, people, reloading, goWith }: UnderstoodProps) {
  const indexing = useIndexing()
  const { settings } = useSettings()
  const understood = place.text === '' ? [] : (people?.understood ?? [])
  const learning = indexing !== null && indexing.done < indexing.total
  const bare = place.text === '' && filterCount(place.filters) === 0
  return (
    <div className={classes.chips} aria-label="What the search understood" role="group">
      {bare && people !== undefined && people.total > 0 && <span className={classes.keys}><kbd className="kbd">/</kbd> to search, arrows to walk the table, <kbd className="kbd">Enter</kbd> to open a card</span>}
      {understood.length > 0 && <span>Understood:</span>}
      {understood.map(chip => (
        <Chip key={chip.id} tone="accent" onRemove={() => goWith({ without: [...place.without, chip.id] })} removeLabel={`Take away ${chip.label}`}>{chip.label}</Chip>
      ))}
      <FilterChips filters={place.filters} onChange={filters => goWith({ filters })} />
      {place.without.length > 0 && <Button variant="subtle" size="compact-xs" onClick={() => goWith({ without: [] })}>Bring back what was taken away</Button>}
      {place.text !== '' && understood.length === 0 && !reloading && <span className={classes.busy}>Searched by its words and by its meaning</span>}
      <span className={classes.count} role="status">
        {reloading ? <span className={classes.busy}>Looking</span> : learning && place.text !== ''
          ? `Search by meaning knows ${indexing.done.toLocaleString(settings.locale)} of ${indexing.total.toLocaleString(settings.locale)} people; words are searched in all`
          : ''}
      </span>
    </div>
  )
}

function NobodyHere({ narrowed, onAdd, onClear }: { readonly narrowed: boolean; readonly onAdd: () => void; readonly onClear: () => void }) {
  const openDemo = useOpenDemo()
  if (narrowed) {
    return (
      <EmptyState icon={<IconSearch size={24} />} sentence="Nobody in the book fits all of this." hint="Take a chip or a filter away, or say it in other words.">
        <Button variant="default" onClick={onClear}>Show everybody</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<IconAddressBook size={24} />} sentence="Your talent book is empty." hint="Drop a talent sheet (CSV) anywhere in this window; you see how each column is read before anything is kept.">
      <Button onClick={() => goTo('/talent/import')}>Import a sheet</Button>
      <Button variant="default" onClick={onAdd}>Add a person by hand</Button>
      <Button variant="subtle" onClick={() => void openDemo()}>Open the demo</Button>
    </EmptyState>
  )
}
