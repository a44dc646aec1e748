import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useLocation } from 'wouter'
import { useChatDesk } from '../chat/chatDesk.tsx'
import { ChatPanel } from '../chat/ChatPanel.tsx'
import classes from './ChatDock.module.css'
import { useSettings } from './settingsStore.tsx'

const narrowest = 300
const widest = 720
const step = 24

/** Whether the chat has the page to itself. */
export const isChatPage = (path: string): boolean => path === '/chat' || path.startsWith('/chat/')

/**
 * The chat on the right of every screen: Ctrl or Cmd J opens it, goes to it, and closes it again; the focus then returns where it
 * came from. Its width is dragged or changed by the arrow keys, and kept. On a narrow window it lies over the screen.
 */
export function ChatDock() {
  const [path] = useLocation()
  const { dock, showInDock, isOpen, openDock, closeDock, focusBox } = useChatDesk()
  const { settings, change } = useSettings()
  const [dragged, setDragged] = useState<number | null>(null)
  const panel = useRef<HTMLElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const onPage = isChatPage(path)
  const shown = isOpen && !onPage
  const width = dragged ?? Math.min(widest, Math.max(narrowest, settings.chatDock.width))

  const close = () => {
    closeDock()
    const back = before.current
    before.current = null
    if (back?.isConnected) back.focus({ preventScroll: true })
    else document.querySelector('main')?.focus({ preventScroll: true })
  }
  const toggle = useRef(() => {})
  useEffect(() => {
    toggle.current = () => {
      if (shown && panel.current?.contains(document.activeElement)) return close()
      if (document.activeElement instanceof HTMLElement) before.current = document.activeElement
      if (onPage) focusBox()
      else openDock()
    }
  })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'j' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]')?.checkVisibility()) return
      event.preventDefault()
      toggle.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  // What slides in from the right stands beside the dock, not over it.
  useEffect(() => {
    document.documentElement.style.setProperty('--dock-width', shown ? `${width}px` : '0px')
  }, [shown, width])

  const keep = (next: number) => void change({ chatDock: { open: true, width: Math.round(Math.min(widest, Math.max(narrowest, next))) } })
  const grip = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged(width)
  }
  const drag = (event: PointerEvent) => {
    if (dragged !== null) setDragged(Math.min(widest, Math.max(narrowest, window.innerWidth - event.clientX)))
  }
  const drop = () => {
    if (dragged !== null) keep(dragged)
    setDragged(null)
  }
  const nudge = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step, Home: widest, End: -widest }[event.key]
    if (by === undefined) return
    event.preventDefault()
    keep(width + by)
  }
  if (!shown) return null
  return (
    <aside ref={panel} className={classes.dock} style={{ width }} aria-label="Chat dock" data-dragged={dragged !== null}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a splitter is moved by the keys */}
      <div
        role="separator" tabIndex={0} className={classes.grip} aria-label="Width of the chat" aria-orientation="vertical" aria-valuenow={width} aria-valuemin={narrowest} aria-valuemax={widest}
        onPointerDown={grip} onPointerMove={drag} onPointerUp={drop} onPointerCancel={drop} onKeyDown={nudge}
      />
      <ChatPanel open={dock} onOpen={showInDock} inDock>
        <Tooltip label="Close (Ctrl J)"><ActionIcon aria-label="Close the chat" onClick={close}><IconLayoutSidebarRightCollapse size={16} /></ActionIcon></Tooltip>
      </ChatPanel>
    </aside>
  )
}
