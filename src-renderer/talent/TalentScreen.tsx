import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconAddressBook, IconListNumbers, IconSearch } from '@tabler/icons-react'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { SavedSearch } from '../../src-preload/contract/savedSearches.ts'
import type { TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'
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
import { FilterMenu } from './FilterMenu.tsx'
import { FoundContext } from './foundContext.ts'
import { PeopleView, ViewSwitch } from './PeopleView.tsx'
import { questionKey, SavedSearches } from './SavedSearches.tsx'
import { SentenceBox, useTyped } from './SentenceBox.tsx'
import { isNarrowed, questionOf, readTalentPlace, talentPlace, type TalentPlace } from './talentAddress.ts'
import { TalentDrawer } from './TalentDrawer.tsx'
import classes from './TalentScreen.module.css'
import { Understood } from './Understood.tsx'
import { usePeople } from './usePeople.ts'

/** The talent book: one sentence box, what was understood as chips, everybody in a table beside their counts, and the card of one person. */
export function TalentScreen() {
  const search = useSearch()
  const address = useMemo(() => readTalentPlace(search), [search])
  const { place, type } = useTyped(address)
  const indexing = useIndexing()
  const { settings: { locale } } = useSettings()
  const { answer, show } = usePeople(place, indexing === null || indexing.done >= indexing.total)
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [counts, setCounts] = useState(true)
  const box = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const { goWith, narrowTo, openCard, closeCard, ask, asked } = useGoing(place)
  const add = useCallback(() => setAdding(true), [])
  const goDown = useCallback(() => grid.current?.focus(), [])
  const question = useSame(questionOf(place))
  const answered = useSettled(question, answer.data !== undefined && !answer.reloading)
  // Until the newer people are there, what is said of those in sight is said of the question before.
  const narrowed = isNarrowed(answer.reloading && answered ? answered : place)
  const fresh = opened?.key === questionKey(question) ? opened.fresh : nobody
  const found = useMemo(() => ({ question, fresh }), [question, fresh])
  const openSaved = useCallback(({ question: saved }: SavedSearch, ids: readonly TalentId[]) => {
    setOpened({ key: questionKey(saved), fresh: new Set(ids) })
    goTo(talentPlace({ ...saved, like: saved.like ?? null, sort: 'best', id: null }))
  }, [])
  useKeys({ '/': () => box.current?.select(), n: add })

  return (
    <FoundContext value={found}>
      <Top total={answer.data?.total} narrowed={narrowed} locale={locale} onAdd={add} question={asked} />
      <div className={classes.bar}>
        <SentenceBox text={place.text} onType={type} onChange={ask} boxRef={box} onDown={goDown} />
        <Controls filters={useSame(place.filters)} sort={place.sort} ordered={place.text !== '' || place.like !== null} view={place.view ?? 'table'} counts={counts} onCounts={setCounts} goWith={goWith} />
      </div>
      <SavedSearches question={question} locale={locale} ready={answer.data !== undefined} onOpen={openSaved} />
      <Understood place={place} people={answer.data} reloading={answer.reloading} goWith={goWith} />
      <FourStates answer={answer} what="the people" isEmpty={people => people.total === 0} empty={<NobodyHere narrowed={narrowed} onAdd={add} onClear={() => goTo('/talent')} />}>
        {people => (
          <div className={classes.found}>
            {counts && answered && <FacetPanel question={answered} locale={locale} onChange={narrowTo} />}
            <PeopleView view={place.view ?? 'table'} people={people} show={show} busy={answer.reloading} why={place.text !== '' || place.like !== null} openId={place.id} onOpen={openCard} onClose={closeCard} gridRef={grid} />
          </div>
        )}
      </FourStates>
      <TalentDrawer id={place.id} onClose={closeCard} />
      <AddPerson opened={adding} onClose={() => setAdding(false)} onAdded={openCard} />
    </FoundContext>
  )
}

/** The ways from one place of the screen to another; they stay the same ones, so that what holds them is not drawn anew with each letter. */
function useGoing(place: TalentPlace) {
  const now = useRef(place)
  useEffect(() => {
    now.current = place
  })
  return useMemo(() => {
    const go = (change: Partial<TalentPlace>, replace: boolean) => goTo(talentPlace({ ...now.current, ...change }), { replace })
    return {
      goWith: (change: Partial<TalentPlace>) => go(change, true),
      narrowTo: (filters: TalentPlace['filters']) => go({ filters }, true),
      // From one card to the next is no step to come back to; from no card to one is.
      openCard: (id: TalentId) => go({ id }, now.current.id !== null),
      closeCard: () => go({ id: null }, true),
      asked: () => questionOf(now.current),
      ask: (text: string) => go({ text, ...(text === now.current.text ? {} : { without: [] }) }, true),
    }
  }, [])
}

/** The last value that says the same as this one, so that what is only made anew changes nothing. */
function useSame<Value>(value: Value): Value {
  const key = JSON.stringify(value)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all that the value does
  return useMemo(() => value, [key])
}

interface TopProps {
  /** How many were found, undefined until the first answer. */
  readonly total: number | undefined
  /** Whether the people in sight are some of the book rather than all of it. */
  readonly narrowed: boolean
  readonly locale: string
  readonly onAdd: () => void
  readonly question: () => TalentQuestion
}

const Top = memo(function Top({ total, narrowed, locale, onAdd, question }: TopProps) {
  return <PageHeader title="Talent" sub={total === undefined ? '' : headline(total, narrowed, locale)}><DuplicatesLine /><AddPeopleMenu onByHand={onAdd} found={narrowed && total ? headline(total, narrowed, locale) : null} question={question} /></PageHeader>
})

function headline(total: number, narrowed: boolean, locale: string): string {
  const count = total.toLocaleString(locale)
  if (narrowed) return total === 1 ? '1 person found' : `${count} found`
  return total === 1 ? '1 person' : `${count} people`
}

interface ControlsProps extends Pick<TalentPlace, 'filters' | 'sort'> {
  /** Whether something was asked that some answer better than others. */
  readonly ordered: boolean
  readonly view: NonNullable<TalentPlace['view']>
  readonly counts: boolean
  readonly onCounts: (counts: boolean) => void
  readonly goWith: (change: Partial<TalentPlace>) => void
}

/** Beside the box: filters, the order, the counts, and table or pictures. */
const Controls = memo(function Controls({ filters, sort, ordered, view, counts, onCounts, goWith }: ControlsProps) {
  return (
    <>
      <FilterMenu filters={filters} onChange={changed => goWith({ filters: changed })} />
      <Select
        size="sm" w={150} aria-label="Order" allowDeselect={false} value={sort} onChange={value => goWith({ sort: value ?? 'best' })}
        data={[{ value: 'best', label: ordered ? 'Best first' : 'Everybody' }, { value: 'name', label: 'By name' }, { value: 'newest', label: 'Newest first' }]}
      />
      <Tooltip label={counts ? 'Hide the counts' : 'Show the counts'}>
        <ActionIcon variant="default" size={34} className={classes.counts} aria-label="Counts of the found" aria-pressed={counts} onClick={() => onCounts(!counts)}><IconListNumbers size={16} aria-hidden /></ActionIcon>
      </Tooltip>
      <ViewSwitch view={view} onChange={chosen => goWith({ view: chosen })} />
    </>
  )
})

/** Who was new when a saved search was opened, and of which question. */
interface Opened {
  readonly key: string
  readonly fresh: ReadonlySet<TalentId>
}

const nobody: ReadonlySet<TalentId> = new Set()

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
