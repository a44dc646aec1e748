import { useEffect, useRef } from 'react'

/** What each key does: 'j', '/', '?', or two after each other such as 'g s'. */
export type Keys = Readonly<Record<string, () => void>>

/** A choice that was just made is no text: keys go on working beside it. */
const choosing = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && !choosing(target) && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

const somethingIsOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]')].some(element => element.checkVisibility())

/** Listens for single keys anywhere in the window, but not while something is typed, a dialog is open, or Ctrl, Cmd or Alt is held. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    let before = ''
    let since = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (somethingIsOpen()) return
      const pair = event.timeStamp - since < 1_000 ? `${before} ${event.key}` : ''
      const act = current.current[pair] ?? current.current[event.key]
      before = event.key
      since = event.timeStamp
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
