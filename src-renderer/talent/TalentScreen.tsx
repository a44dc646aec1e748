import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core'
import { IconAddressBook, IconListNumbers, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSearch } from 'wouter'
import type { SavedSearch } from '../../src-preload/contract/savedSearches.ts'
import type { TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'
import { Chip } from '../look/Chip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { useOpenDemo } from '../productions/useOpenDemo.ts'
import { useIndexing } from '../window/indexing.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { AddPeopleMenu } from './AddPeopleMenu.tsx'
import { AddPerson } from './AddPerson.tsx'
import { DuplicatesLine } from './duplicates/DuplicatesLine.tsx'
import { FacetPanel } from './FacetPanel.tsx'
import { FilterChips, filterCount, FilterMenu } from './FilterMenu.tsx'
import { FoundContext } from './foundContext.ts'
import { PeopleView, ViewSwitch } from './PeopleView.tsx'
import { questionKey, SavedSearches, SaveSearch } from './SavedSearches.tsx'
import { readTalentPlace, talentPlace, type TalentPlace } from './talentAddress.ts'
import { TalentDrawer } from './TalentDrawer.tsx'
import classes from './TalentScreen.module.css'
import { usePeople, type People } from './usePeople.ts'

/** The talent book: one sentence box, what was understood as chips, everybody in a table beside their counts, and the card of one person. */
export function TalentScreen() {
  const search = useSearch()
  const { place, type } = useTyped(readTalentPlace(search))
  const indexing = useIndexing()
  const { settings: { locale } } = useSettings()
  const { answer, show } = usePeople(place, indexing === null || indexing.done >= indexing.total)
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [counts, setCounts] = useState(true)
  const box = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const goWith = (change: Partial<TalentPlace>, replace = false) => goTo(talentPlace({ ...place, ...change }), { replace })
  // From one card to the next is no step to come back to; from no card to one is.
  const openCard = (id: TalentId) => goWith({ id }, place.id !== null)
  const closeCard = () => goWith({ id: null }, true)
  const narrowed = isNarrowed(place)
  const question = questionOf(place)
  const answered = useSettled(question, answer.data !== undefined && !answer.reloading)
  const fresh = opened?.key === questionKey(question) ? opened.fresh : nobody
  const openSaved = ({ question: saved }: SavedSearch, ids: readonly TalentId[]) => {
    setOpened({ key: questionKey(saved), fresh: new Set(ids) })
    goTo(talentPlace({ ...saved, like: saved.like ?? null, sort: 'best', id: null }))
  }
  useKeys({ '/': () => box.current?.select(), n: () => setAdding(true) })

  return (
    <FoundContext value={{ question, fresh }}>
      <PageHeader title="Talent" sub={headline(answer.data, narrowed, locale)}>
        <AddPeopleMenu onByHand={() => setAdding(true)} />
      </PageHeader>
      <div className={classes.bar}>
        <SentenceBox key="box" text={place.text} onType={type} onChange={text => goWith({ text, ...(text === place.text ? {} : { without: [] }) }, true)} boxRef={box} onDown={() => grid.current?.focus()} />
        <FilterMenu filters={place.filters} onChange={filters => goWith({ filters }, true)} />
        <Select
          size="sm" w={150} aria-label="Order" allowDeselect={false} value={place.sort} onChange={value => goWith({ sort: value ?? 'best' }, true)}
          data={[{ value: 'best', label: place.text || place.like ? 'Best first' : 'Everybody' }, { value: 'name', label: 'By name' }, { value: 'newest', label: 'Newest first' }]}
        />
        <Tooltip label={counts ? 'Hide the counts' : 'Show the counts'}>
          <ActionIcon variant="default" size={34} aria-label="Counts of the found" aria-pressed={counts} onClick={() => setCounts(!counts)}><IconListNumbers size={16} aria-hidden /></ActionIcon>
        </Tooltip>
        <ViewSwitch view={place.view ?? 'table'} onChange={view => goWith({ view }, true)} />
      </div>
      <DuplicatesLine />
      <SavedSearches question={question} locale={locale} ready={answer.data !== undefined} onOpen={openSaved} />
      <Understood place={place} people={answer.data} reloading={answer.reloading} goWith={change => goWith(change, true)} />
      <FourStates answer={answer} what="the people" isEmpty={people => people.total === 0} empty={<NobodyHere narrowed={narrowed} onAdd={() => setAdding(true)} onClear={() => goTo('/talent')} />}>
        {people => (
          <div className={classes.found}>
            {counts && answered && <FacetPanel question={answered} locale={locale} onChange={filters => goWith({ filters }, true)} />}
            <PeopleView view={place.view ?? 'table'} people={people} show={show} why={place.text !== '' || place.like !== null} openId={place.id} onOpen={openCard} onClose={closeCard} gridRef={grid} />
          </div>
        )}
      </FourStates>
      <TalentDrawer id={place.id} onClose={closeCard} />
      <AddPerson opened={adding} onClose={() => setAdding(false)} onAdded={openCard} />
    </FoundContext>
  )
}

/** Who was new when a saved search was opened, and of which question. */
interface Opened {
  readonly key: string
  readonly fresh: ReadonlySet<TalentId>
}

const nobody: ReadonlySet<TalentId> = new Set()

const isNarrowed = ({ text, filters, like }: TalentPlace): boolean => text !== '' || like !== null || filterCount(filters) > 0

const questionOf = ({ text, without, filters, like }: TalentPlace): TalentQuestion => ({ text, without: [...without], filters, like })

/**
 * The place with the sentence as it stands in the box, a little before the address has it: the list follows each letter, the address only
 * a pause, since a browser refuses hundreds of addresses a minute.
 */
function useTyped(address: TalentPlace): { readonly place: TalentPlace; readonly type: (text: string) => void } {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null)
  // Once the address moves, what was typed over the old one is over.
  useEffect(() => setTyped(null), [address.text])
  const isAhead = typed !== null && typed.over === address.text && typed.text !== address.text
  const place = isAhead ? { ...address, text: typed.text, without: [] } : address
  return { place, type: text => setTyped({ text, over: address.text }) }
}

/** The last question whose people are in sight. */
function useSettled(question: TalentQuestion, isThere: boolean): TalentQuestion | null {
  const [settled, setSettled] = useState<TalentQuestion | null>(null)
  const key = questionKey(question)
  useEffect(() => {
    if (isThere) setSettled(last => (last && questionKey(last) === key ? last : question))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is new on every render; its key says when it changes
  }, [isThere, key])
  return settled
}

function headline(people: People | undefined, narrowed: boolean, locale: string): string {
  if (people === undefined) return ''
  const count = people.total.toLocaleString(locale)
  if (narrowed) return people.total === 1 ? '1 person found' : `${count} found`
  return people.total === 1 ? '1 person' : `${count} people`
}

interface SentenceBoxProps {
  readonly text: string
  /** Hears what stands in the box some milliseconds after the last letter. */
  readonly onType: (text: string) => void
  /** Hears it once the typing rests, for the address. */
  readonly onChange: (text: string) => void
  readonly boxRef: RefObject<HTMLInputElement | null>
  /** Goes down to the table. */
  readonly onDown: () => void
}

/** How long after the last letter the sentence is asked, and how long until the address has it, in milliseconds. */
const askAfter = 30
const restAfter = 400

/** The one box: the sentence is asked as it is typed, or at once on Enter. */
function SentenceBox({ text, onType, onChange, boxRef, onDown }: SentenceBoxProps) {
  const [draft, setDraft] = useState(text)
  const asked = useRef(text)
  /** What the address has. */
  const kept = useRef(text)
  const tell = useRef({ onType, onChange })
  useEffect(() => {
    tell.current = { onType, onChange }
  })
  useEffect(() => {
    // Another sentence came from the address: back, forward or a link.
    if (text !== asked.current) {
      setDraft(text)
      kept.current = text
    }
    asked.current = text
  }, [text])
  useEffect(() => {
    const sentence = draft.trim()
    if (sentence === kept.current) return
    const typed = setTimeout(() => {
      asked.current = sentence
      tell.current.onType(sentence)
    }, askAfter)
    const rested = setTimeout(() => {
      kept.current = sentence
      tell.current.onChange(sentence)
    }, restAfter)
    return () => {
      clearTimeout(typed)
      clearTimeout(rested)
    }
  }, [draft])
  const askNow = (sentence: string) => {
    setDraft(sentence)
    asked.current = sentence.trim()
    kept.current = sentence.trim()
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
  const understood = place.text === '' && place.like === null ? [] : (people?.understood ?? [])
  const learning = indexing !== null && indexing.done < indexing.total
  const bare = !isNarrowed(place)
  const question = questionOf(place)
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
      {!bare && <SaveSearch question={question} proposed={place.text || understood.map(({ label }) => label).join(', ') || Object.values(place.filters).filter(value => typeof value === 'string').join(', ')} />}
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
    <EmptyState icon={<IconAddressBook size={24} />} sentence="Your talent book is empty." hint="Drop a talent sheet, résumés or contacts anywhere in this window; you see what is read before anything is kept.">
      <Button onClick={() => goTo('/talent/import')}>Import a sheet</Button>
      <Button variant="default" onClick={() => goTo('/talent/profiles')}>Paste a message</Button>
      <Button variant="default" onClick={onAdd}>Add a person by hand</Button>
      <Button variant="subtle" onClick={() => void openDemo()}>Open the demo</Button>
    </EmptyState>
  )
}
