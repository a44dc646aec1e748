import { useEffect, useRef, type RefObject } from 'react'

/** Hears keys anywhere in the dialog that an element stands in, but for those that a text field, a list or a player needs. */
export function useDialogKeys(inside: RefObject<HTMLElement | null>, keys: Readonly<Record<string, () => void>>): void {
  const keysNow = useRef(keys)
  useEffect(() => {
    keysNow.current = keys
  })
  useEffect(() => {
    const dialog = inside.current?.closest<HTMLElement>('[role="dialog"]')
    if (!dialog) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || (event.target instanceof HTMLElement && event.target.matches('input, textarea, video, [role="option"]'))) return
      const act = keysNow.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    dialog.addEventListener('keydown', onKeyDown)
    return () => dialog.removeEventListener('keydown', onKeyDown)
  }, [inside])
}
