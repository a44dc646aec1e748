import { Modal } from '@mantine/core'
import { Spotlight, type SpotlightStore } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import classes from './Palette.module.css'
import { usePaletteFinds } from './paletteFinds.tsx'

interface PaletteProps {
  /** Mantine's state of one palette, by which it is opened. */
  readonly store: SpotlightStore
  readonly onHelp: () => void
}

/** The command palette (Ctrl or Cmd K): any role, person, scene, production or action by a few letters, in Roman or Devanagari. */
export function Palette({ store, onHelp }: PaletteProps) {
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState(false)
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      size={600}
      centered={false}
      yOffset="14vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 100 }}
    >
      <Modal.Title className="visually-hidden">Find anything</Modal.Title>
      <Spotlight.Search placeholder="A role, a person, a scene, a production, or what to do" aria-label="Find anything" leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList aria-label="What was found">{opened && <Finds store={store} query={query} onHelp={onHelp} />}</Spotlight.ActionsList>
      <Spotlight.Footer className={classes.footer}>
        <span><kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> choose</span>
        <span><kbd className="kbd">Enter</kbd> open</span>
        <span><kbd className="kbd">Esc</kbd> close</span>
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}

function Finds({ store, query, onHelp }: PaletteProps & { readonly query: string }) {
  const groups = usePaletteFinds(query, onHelp)
  const first = groups.find(group => group.finds.length > 0)?.finds[0]?.id
  const list = useRef<HTMLDivElement>(null)
  // Enter opens the first find without an arrow key before; Mantine looks for it only among what stood there when a key was pressed.
  useEffect(() => {
    for (const chosen of list.current?.querySelectorAll('[data-selected]') ?? []) chosen.removeAttribute('data-selected')
    list.current?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
    store.updateState(state => ({ ...state, selected: 0 }))
  }, [store, first])
  if (groups.every(group => group.finds.length === 0)) return <Spotlight.Empty>Nothing here is called “{query}”. Try fewer letters.</Spotlight.Empty>
  return (
    <div ref={list}>
      {groups.filter(group => group.finds.length > 0).map(group => (
        <Spotlight.ActionsGroup key={group.label} label={group.label}>
          {group.finds.map(find => (
            <Spotlight.Action key={find.id} className={classes.action} label={find.label} description={find.detail} leftSection={find.icon} onClick={find.open} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
    </div>
  )
}
