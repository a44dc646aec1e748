import { Tooltip } from '@mantine/core'
import { IconAddressBook, IconBrain, IconCalendarEvent, IconFileText, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMasksTheater, IconMessageCircle, IconSearch, IconSettings } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useFreshAnswer } from '../look/changes.tsx'
import { useKeys } from '../look/useKeys.ts'
import { goTo } from '../look/hashPlace.ts'
import { isChatPage } from './ChatDock.tsx'
import { ProductionSwitcher } from './ProductionSwitcher.tsx'
import classes from './Rail.module.css'
import { roomOf, useRoomMemory } from './roomMemory.ts'
import { useSettings } from './settingsStore.tsx'
import { useShelf } from './shelf.tsx'

interface Room {
  readonly label: string
  readonly icon: ReactNode
  readonly place: string
  readonly here: boolean
  readonly keys: string
  readonly waiting?: number
  readonly waitingFor?: string
}

/** The left rail: the production switcher, the rooms with what waits in them, and settings below; it folds to icons. */
export function Rail({ onPalette }: { readonly onPalette: () => void }) {
  const [path] = useLocation()
  const { current, roles } = useShelf()
  const { settings, change } = useSettings()
  const placeOf = useRoomMemory()
  const folded = settings.railCollapsed
  const chats = useWaitingChats()
  const waiting = roles.data?.reduce((sum, role) => sum + role.openProposals, 0) ?? 0
  // From another room back to the very place; within the room to its beginning.
  const leadTo = (room: string, beginning: string) => (roomOf(path) === room ? beginning : (placeOf(room) ?? beginning))
  const rooms: Room[] = [
    ...(current
      ? [
          { label: 'Script', icon: <IconFileText size={18} />, place: leadTo(`script:${current.id}`, `/production/${current.id}/script`), here: path.includes('/script') || path.includes('/drafts'), keys: 'g s' },
          {
            label: 'Roles', icon: <IconMasksTheater size={18} />, place: leadTo(`roles:${current.id}`, `/production/${current.id}/roles`),
            here: path.includes('/roles') || path.endsWith('/ensemble'), keys: 'g r', waiting, waitingFor: waiting === 1 ? 'proposal waits' : 'proposals wait',
          },
        ]
      : []),
    { label: 'Talent', icon: <IconAddressBook size={18} />, place: leadTo('talent', '/talent'), here: path.startsWith('/talent'), keys: 'g t' },
    ...(current
      ? [{ label: 'Auditions', icon: <IconCalendarEvent size={18} />, place: leadTo(`auditions:${current.id}`, `/production/${current.id}/auditions`), here: path.includes('/auditions'), keys: 'g a' }]
      : []),
    { label: 'Chat', icon: <IconMessageCircle size={18} />, place: leadTo('chat', '/chat'), here: isChatPage(path), keys: 'g c', waiting: chats, waitingFor: chats === 1 ? 'thing waits for you' : 'things wait for you' },
  ]
  const proposals = useFreshAnswer(['memory', 'chat'], (office, signal) => office.memory.proposals({}, { signal }), [], { keep: true })
  const proposed = proposals.data?.length ?? 0
  const memory: Room = {
    label: 'Memory', icon: <IconBrain size={18} />, place: '/memory', here: path.startsWith('/memory'), keys: 'g m', waiting: proposed, waitingFor: proposed === 1 ? 'memory waits for a yes' : 'memories wait for a yes',
  }
  const below: Room = { label: 'Settings', icon: <IconSettings size={18} />, place: '/settings', here: path.startsWith('/settings') || path.startsWith('/health'), keys: 'g ,' }
  useKeys(Object.fromEntries([...rooms, memory, below].map(room => [room.keys, () => goTo(room.place)])))

  return (
    <nav className={classes.rail} aria-label="Rooms" data-folded={folded}>
      <ProductionSwitcher folded={folded} />
      <button type="button" className={classes.find} onClick={onPalette} aria-label={folded ? 'Find anything' : undefined}>
        <IconSearch size={16} aria-hidden />
        {!folded && <><span>Find</span><kbd className="kbd">{navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}</kbd></>}
      </button>
      <ul className={classes.rooms}>{rooms.map(room => <RoomLink key={room.label} room={room} folded={folded} />)}</ul>
      <ul className={classes.rooms}>
        <RoomLink room={memory} folded={folded} />
        <RoomLink room={below} folded={folded} />
        <li>
          <button type="button" className={classes.fold} onClick={() => void change({ railCollapsed: !folded })} aria-expanded={!folded} aria-label={folded ? 'Unfold the rail' : undefined}>
            {folded ? <IconLayoutSidebarLeftExpand size={18} aria-hidden /> : <IconLayoutSidebarLeftCollapse size={18} aria-hidden />}
            {!folded && <span>Fold<span className="visually-hidden"> the rail</span></span>}
          </button>
        </li>
      </ul>
    </nav>
  )
}

/** How many conversations wait for a yes, and how many questions to be sent. */
function useWaitingChats(): number {
  const list = useFreshAnswer(['chat'], (office, signal) => office.chat.conversations({ limit: 500 }, { signal }), [])
  return list.data?.conversations.reduce((sum, one) => sum + one.queued + (one.state === 'waiting' ? 1 : 0), 0) ?? 0
}

function RoomLink({ room, folded }: { readonly room: Room; readonly folded: boolean }) {
  const waits = room.waiting ? `, ${room.waiting} ${room.waitingFor ?? 'waiting'}` : ''
  return (
    <li>
      <Tooltip label={`${room.label}${waits}`} position="right" disabled={!folded}>
        <a className={classes.room} href={`#${room.place}`} aria-current={room.here ? 'page' : undefined} aria-label={folded ? `${room.label}${waits}` : undefined}>
          <span aria-hidden className={classes.icon}>{room.icon}{folded && room.waiting ? <span className={classes.dot} /> : null}</span>
          {!folded && <span className={classes.label}>{room.label}</span>}
          {!folded && room.waiting ? <span className={classes.count}>{room.waiting}<span className="visually-hidden"> {room.waitingFor}</span></span> : null}
        </a>
      </Tooltip>
    </li>
  )
}
