import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** How long the pointer rests on something, or the focus, before it is told of, in milliseconds. */
const openAfter = 250

/**
 * Tells when a tooltip is to stand beside something, so that it is made only then: a card has dozens of them, and hardly one is read.
 *
 * `on` belongs on the thing itself; `close` is for what happens to it otherwise.
 */
export function useTip() {
  const [isOpen, setOpen] = useState(false)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const close = useCallback(() => {
    clearTimeout(waiting.current)
    setOpen(false)
  }, [])
  useEffect(() => () => clearTimeout(waiting.current), [])
  const on = useMemo(() => {
    const wait = () => {
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => setOpen(true), openAfter)
    }
    return { onMouseEnter: wait, onFocus: wait, onMouseLeave: close, onBlur: close }
  }, [close])
  return { isOpen, on, close }
}
