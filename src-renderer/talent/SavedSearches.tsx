import { ActionIcon, Button, Menu, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconDots, IconPinned, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { SavedSearch } from '../../src-preload/contract/savedSearches.ts'
import type { TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import classes from './SavedSearches.module.css'

interface SavedSearchesProps {
  /** The question in the box and the filters now. */
  readonly question: TalentQuestion
  readonly locale: string
  /** Whether the list is there: who is new is counted after it. */
  readonly ready: boolean
  readonly onOpen: (search: SavedSearch, fresh: readonly TalentId[]) => void
}

/** The searches that are kept, in one line: each opens by a press and says how many are new; nothing is shown where none is kept. */
export const SavedSearches = memo(function SavedSearches({ question, locale, ready, onOpen }: SavedSearchesProps) {
  const { data } = useFreshAnswer(['searches'], (office, signal) => office.savedSearches.list({}, { signal }), [])
  if (data === undefined || data.length === 0) return null
  const now = questionKey(question)
  return (
    <nav aria-label="Saved searches" className={classes.line}>
      <IconPinned size={14} aria-hidden className={classes.pin} />
      {data.map(search => <Saved key={search.id} search={search} isOn={questionKey(search.question) === now} locale={locale} ready={ready} onOpen={onOpen} />)}
    </nav>
  )
})

/** Two questions are the same where they ask the same; filters that are not set do not count. */
export const questionKey = ({ text, without, filters, like }: TalentQuestion): string => JSON.stringify([text, without, Object.entries(filters).filter(([, value]) => value !== undefined).sort(), like ?? null])

interface SavedProps extends Omit<SavedSearchesProps, 'question'> {
  readonly search: SavedSearch
  readonly isOn: boolean
}

function Saved({ search, isOn, locale, ready, onOpen }: SavedProps) {
  const office = useOffice()
  const changed = useChanged()
  const [naming, setNaming] = useState(false)
  const { data: news } = useFreshAnswer(['talent', 'searches'], async (asked, signal) => (ready ? asked.savedSearches.news({ id: search.id }, { signal }) : null), [search.id, ready], { keep: true })
  const since = new Date(search.seenAt)
  const open = async () => {
    try {
      const { fresh } = await office.savedSearches.open({ id: search.id })
      onOpen(search, fresh)
      changed('searches')
    } catch (error) {
      sayFailure(error)
    }
  }
  const rename = async (name: string) => {
    try {
      await office.savedSearches.rename({ id: search.id, name })
      changed('searches')
    } catch (error) {
      sayFailure(error)
    }
  }
  const remove = async () => {
    try {
      await office.savedSearches.remove({ id: search.id })
      changed('searches')
      offerUndo(`The search ${search.name} was removed.`, async () => {
        await office.savedSearches.restore({ id: search.id })
        changed('searches')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <span className={classes.saved} data-on={isOn}>
      <NamePopover opened={naming} onClose={() => setNaming(false)} start={search.name} label="Name of the search" done="Rename" onName={name => void rename(name)}>
        <UnstyledButton className={classes.open} aria-current={isOn ? 'true' : undefined} onClick={() => void open()}>
          <span className={classes.name}>{search.name}</span>
          {news && news.fresh > 0 && <span className={classes.fresh}>{news.fresh.toLocaleString(locale)} new since {sinceWords(since, locale)}</span>}
        </UnstyledButton>
      </NamePopover>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" size={20} aria-label={`More for ${search.name}`}><IconDots size={14} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setNaming(true)}>Rename</Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}

/** The day somebody last looked: the weekday within a week, else the date. */
function sinceWords(since: Date, locale: string): string {
  const days = (Date.now() - since.getTime()) / 86_400_000
  return days < 1 && since.getDate() === new Date().getDate() ? since.toLocaleTimeString(locale, { timeStyle: 'short' }) : since.toLocaleDateString(locale, days < 6 ? { weekday: 'long' } : { day: 'numeric', month: 'short' })
}

/** Keeps the question of now under a name; the sentence is proposed; nothing is shown where it is kept already. */
export function SaveSearch({ question, proposed }: { readonly question: TalentQuestion; readonly proposed: string }) {
  const office = useOffice()
  const { data: kept } = useFreshAnswer(['searches'], (asked, signal) => asked.savedSearches.list({}, { signal }), [])
  const changed = useChanged()
  const [naming, setNaming] = useState(false)
  const save = async (name: string) => {
    try {
      await office.savedSearches.save({ name, question })
      changed('searches')
    } catch (error) {
      sayFailure(error)
    }
  }
  if (kept?.some(search => questionKey(search.question) === questionKey(question))) return null
  return (
    <NamePopover opened={naming} onClose={() => setNaming(false)} start={proposed.slice(0, 120)} label="Name of the search" done="Save" onName={name => void save(name)}>
      <Button variant="subtle" size="compact-xs" leftSection={<IconPinned size={13} aria-hidden />} onClick={() => setNaming(!naming)}>Save this search</Button>
    </NamePopover>
  )
}

interface NamePopoverProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly start: string
  readonly label: string
  readonly done: string
  readonly onName: (name: string) => void
  readonly children: React.ReactElement
}

function NamePopover({ opened, onClose, start, label, done, onName, children }: NamePopoverProps) {
  return (
    <Popover opened={opened} onChange={isOpen => !isOpen && onClose()} width={320} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={label}>{opened && <NameForm start={start} label={label} done={done} onName={name => { onName(name); onClose() }} />}</Popover.Dropdown>
    </Popover>
  )
}

function NameForm({ start, label, done, onName }: Pick<NamePopoverProps, 'start' | 'label' | 'done' | 'onName'>) {
  const [name, setName] = useState(start)
  return (
    <form className={classes.form} onSubmit={event => { event.preventDefault(); if (name.trim() !== '') onName(name.trim()) }}>
      <TextInput data-autofocus className={classes.input} label={label} value={name} maxLength={120} onChange={event => setName(event.currentTarget.value)} onFocus={event => event.currentTarget.select()} />
      <Button type="submit" disabled={name.trim() === ''}>{done}</Button>
    </form>
  )
}
