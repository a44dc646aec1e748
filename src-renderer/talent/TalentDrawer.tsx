import { Portal } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { TalentCard } from './TalentCard.tsx'
import classes from './TalentDrawer.module.css'

interface TalentDrawerProps {
  /** Whose card; null keeps the drawer shut. */
  readonly id: TalentId | null
  readonly onClose: () => void
}

/**
 * The card of a person, sliding in from the right over any screen; the screen beside it stays usable.
 *
 * Escape closes it; the focus then returns to where it came from. It takes the focus only when it is opened, not when another
 * person is chosen beside it.
 */
export function TalentDrawer({ id, onClose }: TalentDrawerProps) {
  if (id === null) return null
  return <Portal><OpenDrawer id={id} onClose={onClose} /></Portal>
}

function OpenDrawer({ id, onClose }: { readonly id: TalentId; readonly onClose: () => void }) {
  const drawer = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    drawer.current?.focus({ preventScroll: true })
    const panel = drawer.current
    return () => {
      const inside = document.activeElement === document.body || panel?.contains(document.activeElement)
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    <aside ref={drawer} tabIndex={-1} aria-label="Talent card" className={classes.drawer} onKeyDown={keys}>
      <TalentCard id={id} onClose={onClose} />
    </aside>
  )
}
