import { Button, Menu, Select, TextInput } from '@mantine/core'
import { IconBrain, IconDots, IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSearch } from 'wouter'
import { MemoryKind, type Memory } from '../../src-preload/contract/memory.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import { AddMemory } from './AddMemory.tsx'
import { MemoryFigures } from './MemoryFigures.tsx'
import { MemoryPanel } from './MemoryPanel.tsx'
import { memoryPlace, readMemoryPlace, type MemoryPlace } from './memoryPlace.ts'
import { MemoryProposals } from './MemoryProposals.tsx'
import { MemoryRow } from './MemoryRow.tsx'
import classes from './MemoryScreen.module.css'
import { memoryKindWords } from './memoryWords.ts'
import { useMemoryFile } from './useMemoryFile.ts'

/** How many memories the list begins with, and how many more each press brings. */
const step = 100

/** The memory screen: what CastMatch was told to keep, to be read, searched, changed and forgotten. */
export function MemoryScreen() {
  const place = readMemoryPlace(useSearch())
  const [limit, setLimit] = useState(step)
  const [adding, setAdding] = useState(false)
  const { settings: { locale } } = useSettings()
  const box = useRef<HTMLInputElement>(null)
  const { text, kind, of, state } = place
  const answer = useFreshAnswer(
    ['memory', 'chat', 'casting'],
    (office, signal) => office.memory.list({
      text, limit: Math.min(500, limit), ...(kind && { kind }), ...(state && { state }), ...(of !== null && { productionId: of === 'everywhere' ? null : of }),
    }, { signal }),
    [text, kind, of, state, limit],
    { keep: true },
  )
  const goWith = (change: Partial<MemoryPlace>) => goTo(memoryPlace({ ...place, ...change }), { replace: true })
  const narrowed = text !== '' || kind !== null || of !== null || state !== null
  useKeys({ '/': () => box.current?.select(), n: () => setAdding(true) })
  const total = answer.data?.total
  return (
    <>
      <PageHeader title="Memory" sub={total === undefined ? '' : narrowed ? `${total.toLocaleString(locale)} found` : countWords(total, 'memory', 'memories')}>
        <FileMenu />
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>Remember something</Button>
      </PageHeader>
      <div className={classes.columns}>
        <section className={classes.list} aria-label="Memories">
          <MemoryProposals />
          <MemoryBar place={place} goWith={goWith} boxRef={box} />
          <FourStates answer={answer} what="the memories" isEmpty={data => data.total === 0} empty={<NoMemories narrowed={narrowed} onAdd={() => setAdding(true)} onClear={() => goTo('/memory')} />}>
            {({ memories, total: all }) => (
              <>
                <ul className={classes.rows}>
                  {memories.map(memory => <MemoryRow key={memory.id} memory={memory} open={memory.id === place.id} onOpen={() => goWith({ id: memory.id })} />)}
                </ul>
                {all > memories.length && limit < 500 && <div className={classes.more}><Button variant="default" onClick={() => setLimit(limit + step)}>Show {Math.min(step, all - memories.length)} more</Button></div>}
                {all > memories.length && limit >= 500 && <p className={classes.hint}>The first 500 of {all.toLocaleString(locale)}. Search to see the others.</p>}
              </>
            )}
          </FourStates>
          <MemoryFigures />
        </section>
        {place.id !== null && <MemoryPanel key={place.id} id={place.id} onClose={() => goWith({ id: null })} />}
      </div>
      <AddMemory opened={adding} onClose={() => setAdding(false)} onAdded={({ id }: Memory) => goWith({ id })} />
    </>
  )
}

interface MemoryBarProps {
  readonly place: MemoryPlace
  readonly goWith: (change: Partial<MemoryPlace>) => void
  readonly boxRef: RefObject<HTMLInputElement | null>
}

function MemoryBar({ place, goWith, boxRef }: MemoryBarProps) {
  const { productions } = useShelf()
  const [draft, setDraft] = useState(place.text)
  useEffect(() => setDraft(place.text), [place.text])
  useEffect(() => {
    if (draft.trim() === place.text) return
    const timer = setTimeout(() => goWith({ text: draft.trim() }), 250)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing asks
  }, [draft])
  return (
    <div className={classes.bar}>
      <TextInput
        ref={boxRef} className={classes.box} size="sm" type="search" aria-label="Search the memories" placeholder="Search by words or meaning" value={draft} maxLength={500}
        leftSection={<IconSearch size={16} aria-hidden />} onChange={event => setDraft(event.currentTarget.value)}
      />
      <Select size="sm" w={150} aria-label="Kind" value={place.kind ?? ''} allowDeselect={false} onChange={value => goWith({ kind: MemoryKind.safeParse(value).data ?? null })}
        data={[{ value: '', label: 'All kinds' }, ...MemoryKind.options.map(value => ({ value, label: memoryKindWords[value] }))]} />
      <Select size="sm" w={150} aria-label="Where it holds" value={place.of ?? ''} allowDeselect={false} onChange={value => goWith({ of: value ? (value) : null })}
        data={[{ value: '', label: 'All productions' }, { value: 'everywhere', label: 'Everywhere' }, ...(productions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))]} />
      <Select size="sm" w={148} aria-label="State" value={place.state ?? ''} allowDeselect={false} onChange={value => goWith({ state: value ? (value) : null })}
        data={[{ value: '', label: 'Live and faded' }, { value: 'live', label: 'Live' }, { value: 'faded', label: 'Faded' }, { value: 'closed', label: 'Ended' }]} />
    </div>
  )
}

function FileMenu() {
  const { exportAll, chooseFile } = useMemoryFile()
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="default" leftSection={<IconDots size={14} aria-hidden />}>Export, import</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={14} aria-hidden />} onClick={() => void exportAll()}>Export all memories (JSON)</Menu.Item>
        <Menu.Item leftSection={<IconUpload size={14} aria-hidden />} onClick={chooseFile}>Import memories…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function NoMemories({ narrowed, onAdd, onClear }: { readonly narrowed: boolean; readonly onAdd: () => void; readonly onClear: () => void }) {
  if (narrowed) {
    return <EmptyState icon={<IconSearch size={24} />} sentence="No memory fits this." hint="Try other words, or look among all of them."><Button variant="default" onClick={onClear}>Show all</Button></EmptyState>
  }
  return (
    <EmptyState icon={<IconBrain size={24} />} sentence="Nothing is remembered yet." hint="CastMatch keeps only what you tell it to, here or in the chat with “remember …”. Decisions on the lists are noted by themselves.">
      <Button onClick={onAdd}>Remember something</Button>
    </EmptyState>
  )
}
