import { useEffect, type RefObject } from 'react'

/**
 * Keeps the focus in the window: goes to the screen where the path changed under it, or where what held it is gone (a button that
 * gave way to what it made, a dialog whose opener is no more). A screen reader hears the screen then, and Tab goes on from there.
 *
 * What is gone may be gone only after this drawing, and what takes the focus by itself does so at once: it is looked at with the next frame.
 */
export function useKeptFocus(screen: RefObject<HTMLElement | null>, path: string): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => goIfLost(screen.current))
    return () => cancelAnimationFrame(frame)
  }, [screen, path])
  useEffect(() => {
    const lost = ({ target }: FocusEvent) => requestAnimationFrame(() => {
      // A click beside everything leaves what held the focus where it is.
      if (target instanceof Node && !target.isConnected) goIfLost(screen.current)
    })
    addEventListener('focusout', lost)
    return () => removeEventListener('focusout', lost)
  }, [screen])
}

function goIfLost(screen: HTMLElement | null): void {
  if (document.activeElement !== document.body || document.querySelector('[role="dialog"][aria-modal="true"]')?.checkVisibility()) return
  screen?.focus({ preventScroll: true })
}
